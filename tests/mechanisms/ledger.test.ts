/** Laws of the ledger: every playout has one entry, and lifting the constraint that is entered really brings support. */
import { describe, expect, test } from 'vitest'
import { CONSTRAINTS } from '../../src/mechanisms/axes.ts'
import { ENTRIES } from '../../src/mechanisms/ledger.ts'
import { CHANNELS, type Scenario } from '../../src/scenario/scenario.ts'
import { type Life, lives } from '../engine/lives.ts'
import { played, playoutsIn } from '../engine/play.ts'
import { range, type Supporter, world, type WorldOptions } from '../engine/world.ts'

type Entry = (typeof ENTRIES)[number]

const DESIGN = { batches: 1, draws: 64, playouts: 4 }
const MATERIEL = CHANNELS.indexOf('materiel')
const NUMBER = Object.fromEntries(ENTRIES.map((entry, at) => [entry, at])) as Record<Entry, number>

/** All constraints bind somewhere, and each is lifted by one change alone. */
const HELD: Supporter = {
  id: 'ally',
  actor: { utilisation: 0.7 },
  friend: {
    contiguous: true,
    values: { access: 0.2, thirdPartyCost: 0.7, domesticConstraint: 0.6, stake: 0.6 },
  },
  foe: { values: { nuclearRisk: 0.8, opponentPower: 0.7 } },
}
const LIFTED: Readonly<Record<Exclude<(typeof CONSTRAINTS)[number], 'othersSupply'>, Supporter>> = {
  capacity: { ...HELD, actor: { utilisation: 0 } },
  access: friendly({ access: 1 }),
  nuclearRisk: { ...HELD, foe: { values: { ...HELD.foe!.values, nuclearRisk: 0 } } },
  opponentPower: { ...HELD, foe: { values: { ...HELD.foe!.values, opponentPower: 0 } } },
  thirdPartyCost: friendly({ thirdPartyCost: 0 }),
  domesticConstraint: friendly({ domesticConstraint: 0 }),
}

const WEIGHED = {
  capacity: 'freeCapacity',
  access: 'access',
  nuclearRisk: 'nuclear',
  opponentPower: 'opponentPower',
  thirdPartyCost: 'thirdPartyCost',
  domesticConstraint: 'domesticConstraint',
} as const

/** One constraint weighs much and the others little. */
function weighing(heavy: string): Record<string, number> {
  return Object.fromEntries(
    Object.entries(WEIGHED).map(([name, weight]) => [weight, name === heavy ? 4 : 0.2]),
  )
}

function friendly(values: Readonly<Record<string, number>>): Supporter {
  return { ...HELD, friend: { ...HELD.friend, values: { ...HELD.friend!.values, ...values } } }
}

const FIELDS = {
  bound: 'ledger.bound',
  decided: 'support.decided',
  delivered: 'delivery.delivered',
  observed: 'delivery.observed',
  dose: 'ledger.dose',
  inTime: 'ledger.inTime',
  resolved: 'ledger.resolvedOn',
  seen: 'ledger.seenOn',
} as const
type Field = keyof typeof FIELDS

interface Row {
  readonly name: string
  readonly life: Life<Field | 'ended'>
}

/** Each channel of the first supporter, in each playout. */
function rows(scenario: Scenario): Row[] {
  const looked = CHANNELS.flatMap((channel, at) =>
    Object.entries(FIELDS).map(([field, variable]) => [`${channel} ${field}`, [variable, at]] as const),
  )
  const all = lives<string>(
    scenario,
    { ...Object.fromEntries(looked), ended: 'termination.ended' },
    { design: DESIGN },
  )
  return CHANNELS.flatMap((channel) =>
    all.map((life, playout) => {
      const own = Object.keys(FIELDS).map((field) => [field, life[`${channel} ${field}`]!])
      return {
        name: `${channel} ${playout}`,
        life: { ...Object.fromEntries(own), ended: life['ended']! } as Row['life'],
      }
    }),
  )
}

function entered(all: readonly Row[], entry: Entry): number[] {
  return all.flatMap(({ life }, at) => (life.bound.at(-1) === NUMBER[entry] ? [at] : []))
}

describe('the entries', () => {
  test('stand in the order of their numbers, the constraints in the midst', () => {
    expect(ENTRIES.slice(NUMBER.capacity, NUMBER.capacity + CONSTRAINTS.length)).toEqual(CONSTRAINTS)
  })

  test('add up to all playouts in every channel, and "given" is what came', () => {
    const scenario = world({
      supporters: [HELD, { id: 'friend' }, { id: 'rogue', recipient: 'bad' }],
      ending: { duration: 20 },
    })
    const { histograms } = played(scenario, { design: DESIGN })
    for (const pair of ['ally:good', 'friend:good', 'rogue:bad']) {
      for (const channel of CHANNELS) {
        const bins = histograms.get(`bound:${pair}:${channel}`)!.bins
        const peaks = histograms.get(`peak:${pair}:${channel}`)!.bins
        expect(bins).toHaveLength(ENTRIES.length)
        expect(bins.reduce((sum, count) => sum + count, 0)).toBe(playoutsIn(DESIGN))
        expect(bins[NUMBER.given]).toBe(playoutsIn(DESIGN) - peaks[0]!)
      }
    }
  })
})

describe('a constraint that is entered', () => {
  /** What binds is known on the first day. */
  const eve = (options: WorldOptions): Scenario => world({ ...options, crisis: { horizon: 0 } })

  test.each(Object.entries(LIFTED))(
    '%s: lifted alone it brings support on the eve, at the same chance',
    (name, lifted) => {
      const weights = weighing(name)
      const usual = rows(eve({ supporters: [HELD], weights }))
      const after = rows(eve({ supporters: [lifted], weights }))
      const found = entered(usual, name as Entry)
      expect(found.length).toBeGreaterThan(20)
      for (const at of found) {
        expect(usual[at]!.life.decided[0], usual[at]!.name).toBe(0)
        expect(after[at]!.life.decided[0], usual[at]!.name).toBeGreaterThan(0)
      }
    },
  )

  test('othersSupply: where the others weigh nothing, the supporter gives', () => {
    const keen: Supporter = { id: 'ally', friend: { values: { stake: 1, alignment: 0.2 } } }
    const others = (size: number): Supporter[] =>
      ['friend', 'third'].map((id) => ({
        id,
        actor: { size },
        friend: { values: { stake: 1, alignment: 1 } },
      }))
    const weights = { freeRiding: 1, stake: 3 }
    const crowded = rows(eve({ supporters: [keen, ...others(1)], weights }))
    const alone = rows(eve({ supporters: [keen, ...others(0)], weights }))
    const found = entered(crowded, 'othersSupply')
    expect(found.length).toBeGreaterThan(20)
    for (const at of found) expect(alone[at]!.life.decided[0]).toBeGreaterThan(0)
  })

  test('"unwilling" means that no single one binds', () => {
    const usual = rows(eve({ supporters: [HELD] }))
    const unwilling = entered(usual, 'unwilling')
    expect(unwilling.length).toBeGreaterThan(20)
    for (const lifted of Object.values(LIFTED)) {
      const after = rows(eve({ supporters: [lifted] }))
      for (const at of unwilling) expect(after[at]!.life.decided[0], usual[at]!.name).toBe(0)
    }
  })

  test('where several bind, the one whose lifting adds most is entered', () => {
    const only = (heavy: string, light: string): Record<string, number> => ({
      ...weighing(''),
      [WEIGHED[heavy as keyof typeof WEIGHED]]: 3,
      [WEIGHED[light as keyof typeof WEIGHED]]: 2.9,
    })
    // Both stand at the same distance from being lifted, and load alike on combat.
    const even: Supporter = { ...HELD, foe: { values: { nuclearRisk: 0.8, opponentPower: 0.8 } } }
    for (const [heavy, light] of [
      ['nuclearRisk', 'opponentPower'],
      ['opponentPower', 'nuclearRisk'],
    ] as const) {
      const all = rows(eve({ supporters: [even], weights: only(heavy, light) }))
      expect(entered(all, heavy).length).toBeGreaterThan(20)
      expect(entered(all, light)).toEqual([])
    }
  })
})

describe('every entry is reached', () => {
  const late: WorldOptions = { crisis: { horizon: 3 } }
  const generous: Supporter = { id: 'ally', actor: { utilisation: 0 }, friend: { values: { stake: 1 } } }
  const closed = {
    places: { port: {}, town: {} },
    routes: { lane: { from: 'port', to: 'town', reach: { legal: ['bad'] } } },
    shipments: { guns: { cargo: 'arms' as const, from: ['port'], to: 'town', by: 'ally', for: 'good' } },
    interdiction: { bad: { legal: 1 } },
  }

  test('barred: what a promise to the other side shuts', () => {
    const all = rows(
      world({ supporters: [{ id: 'rogue', recipient: 'bad', foe: { clauses: ['neutrality'] } }] }),
    )
    const shut = new Set(entered(all, 'barred').map((at) => all[at]!.name.split(' ')[0]))
    expect(shut).toEqual(new Set(CHANNELS.filter((channel) => channel !== 'political')))
  })

  test('onItsWay: decided, and the horizon came first', () => {
    const all = rows(world({ supporters: [generous], ...late }))
    for (const at of entered(all, 'onItsWay')) {
      expect(all[at]!.life.delivered.every((level) => level === 0)).toBe(true)
      expect(all[at]!.life.decided.some((level) => level > 0)).toBe(true)
    }
    expect(entered(all, 'onItsWay').length).toBeGreaterThan(100)
    // No report makes anybody think again.
    const patient = world({ supporters: [generous], crisis: { horizon: 120 }, weights: { exposureCost: 0 } })
    expect(entered(rows(patient), 'onItsWay')).toEqual([])
  })

  test('routeClosed: materiel that has shipments of its own and no way, and nothing else', () => {
    const all = rows(world({ supporters: [generous], flows: closed, crisis: { horizon: 120 } }))
    const found = entered(all, 'routeClosed')
    expect(found.length).toBeGreaterThan(20)
    for (const at of found) expect(all[at]!.name).toMatch(/^materiel /)
    const open = rows(
      world({ supporters: [generous], flows: { ...closed, interdiction: {} }, crisis: { horizon: 120 } }),
    )
    for (const at of found) expect(open[at]!.life.bound.at(-1)).toBe(NUMBER.given)
  })

  test('overBefore: decided, and the fighting ended first', () => {
    const all = rows(world({ supporters: [generous], ending: { duration: 2 } }))
    const found = entered(all, 'overBefore')
    expect(found.length).toBeGreaterThan(20)
    for (const at of found) expect(all[at]!.life.ended.at(-1)).toBe(1)
  })
})

test('declared, delivered, observed: first days, dose and whether it came in time are read off the days', () => {
  const all = rows(
    world({
      supporters: [{ id: 'ally', friend: { values: { stake: range(0.2, 0.6, 1) } } }],
      ending: { duration: 9 },
    }),
  )
  const first = (days: readonly number[]): number => {
    const day = days.findIndex((level) => level > 0)
    return day < 0 ? Number.POSITIVE_INFINITY : day
  }
  let late = 0
  for (const { name, life } of all) {
    const { decided, delivered, observed, ended } = life
    expect(life.resolved.at(-1), name).toBe(first(decided))
    expect(life.seen.at(-1), name).toBe(first(observed))
    expect(life.dose.at(-1), name).toBe(delivered.reduce((sum, level) => sum + level, 0))
    const inTime = delivered.some((level, day) => level > 0 && ended[day] === 0)
    expect(life.inTime.at(-1), name).toBe(Number(inTime))
    late += Number(!inTime && first(delivered) < Number.POSITIVE_INFINITY)
  }
  expect(late).toBeGreaterThan(5)
})

test('materiel without a way delivers nothing on the day after, and again once a way is open', () => {
  const flows = {
    places: { port: { reach: ['bad'], values: { struck: 0.99, repair: 2 } }, town: {} },
    routes: { lane: { from: 'port', to: 'town', capacity: 2 } },
    shipments: { guns: { cargo: 'arms' as const, from: ['port'], to: 'town', by: 'ally', for: 'good' } },
    interdiction: { bad: { strikes: 1 } },
  }
  const supporters = [{ id: 'ally', actor: { utilisation: 0 }, friend: { values: { stake: 1 } } }]
  const looked = {
    given: ['delivery.given', MATERIEL],
    delivered: ['delivery.delivered', MATERIEL],
    stopped: 'routes.stopped',
  } as const
  let stopped = 0
  let resumed = 0
  for (const life of lives(world({ supporters, flows, crisis: { horizon: 90 } }), looked, {
    design: DESIGN,
  })) {
    life.delivered.forEach((level, day) => {
      const shut = day > 0 && life.stopped[day - 1] === 1
      expect(level).toBe(shut ? 0 : life.given[day])
      stopped += Number(shut && life.given[day]! > 0)
      resumed += Number(!shut && level > 0 && day > 1 && life.stopped[day - 2] === 1)
    })
  }
  expect(stopped).toBeGreaterThan(100)
  expect(resumed).toBeGreaterThan(20)
})
