/** Laws of the groups: when they enter, what they launch, what wears them down, and what never touches them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lower } from '../../src/engine/lower.ts'
import { MECHANISMS } from '../../src/mechanisms/mechanisms.ts'
import { proxies } from '../../src/mechanisms/proxies.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { canonical, played, playoutsIn, share, watch } from '../engine/play.ts'
import { claim, type Group, GROUP, range, WEIGHTS, world, type WorldOptions } from '../engine/world.ts'

const DESIGN = { batches: 8, draws: 64, playouts: 8 }
const SMALL = { batches: 1, draws: 16, playouts: 4 }
const N = playoutsIn(DESIGN)

function band(values: Readonly<Record<string, number>>, ally = 'good', options: WorldOptions = {}): Scenario {
  return world({ crisis: { horizon: 20 }, groups: [{ id: 'band', ally, values }], ...options })
}

/** The hazard a day of a group of `good`, whose regime is threatened by one half. */
function hazardOf(values: Readonly<Record<string, number>>, threat = 0.5): number {
  const v = { ...GROUP, ...values } as Record<string, number>
  const w = WEIGHTS as Record<string, number>
  return Math.exp(
    w['entryBase']! +
      w['entryThreat']! * threat +
      w['entryRequest']! * v['request']! * (1 - v['autonomy']!) +
      w['entryTrigger']! * v['trigger']! +
      w['entryTerritory']! * v['ownTerritory']! -
      w['entryDepletion']! * v['depletion']! -
      w['entryFear']! * v['fear']! -
      w['entryHost']! * v['hostConstraint']!,
  )
}

/** One group in one playout, day by day. */
interface Life {
  readonly entered: number[]
  readonly hazard: number[]
  readonly exposure: number[]
  readonly depletion: number[]
  readonly fear: number[]
  readonly launches: number[]
  readonly ended: number[]
}
const STATES = ['entered', 'hazard', 'exposure', 'depletion', 'fear', 'launches'] as const

function lives(scenario: Scenario, group = 0): Life[] {
  const found = new Map<string, Life>()
  watch(scenario, { design: SMALL }, ({ of, firstDraw, playout, kernel }) => {
    for (let lane = 0; lane < kernel.lanes; lane++) {
      const place = `${firstDraw + lane}/${playout}`
      const life = found.get(place) ?? {
        entered: [],
        hazard: [],
        exposure: [],
        depletion: [],
        fear: [],
        launches: [],
        ended: [],
      }
      found.set(place, life)
      for (const state of STATES) life[state].push(of(`proxies.${state}`, group)[lane]!)
      life.ended.push(of('termination.ended')[lane]!)
    }
  })
  return [...found.values()]
}

/** Day of entry; never is infinity. */
function entry({ entered }: Life): number {
  const day = entered.indexOf(1)
  return day < 0 ? Number.POSITIVE_INFINITY : day
}

function byDay(day: number): ReturnType<typeof claim> {
  return claim(`by-${day}`, { metric: 'proxies.entered', of: 'band', to: day })
}

describe('a group about which nothing changes', () => {
  test.each([{}, { trigger: 1 }, { request: 1, autonomy: 0.2 }, { depletion: 0.9, fear: 0.8 }])(
    'has entered by day T with the odds 1 − e^(−hT): %j',
    (values) => {
      const days = [1, 5, 14, 20]
      const summary = played(band(values, 'good', { claims: days.map(byDay) }), { design: DESIGN })
      for (const day of days) {
        const p = 1 - Math.exp(-hazardOf(values) * day)
        const error = Math.sqrt((p * (1 - p)) / N)
        expect(Math.abs(share(summary, `by-${day}`) - p), `by ${day}`).toBeLessThan(4 * error)
      }
    },
  )

  test('has the mean of those odds where its inputs are uncertain', () => {
    const scenario = world({
      crisis: { horizon: 20 },
      groups: [{ id: 'band', values: { request: range(0, 0.5, 1), fear: range(0, 0.2, 0.9) } }],
      weights: { entryBase: range(-4, -3.2, -2.5) },
      claims: [byDay(14)],
    })
    let odds = 0
    watch(scenario, { design: DESIGN }, ({ day, of }) => {
      if (day === 1) for (const hazard of of('proxies.hazard')) odds += (1 - Math.exp(-hazard * 14)) / N
    })
    const error = Math.sqrt((odds * (1 - odds)) / N)
    expect(Math.abs(share(played(scenario, { design: DESIGN }), 'by-14') - odds)).toBeLessThan(4 * error)
    expect(odds).toBeGreaterThan(0.1)
  })

  test('is exposed in proportion to the days, and not on day 0: half a day would be half of it', () => {
    for (const { exposure, hazard, fear, depletion } of lives(band({}))) {
      exposure.forEach((sum, day) => expect(sum).toBeCloseTo(hazardOf({}) * day, 12))
      expect(hazard[0]).toBe(0)
      expect(new Set(fear)).toEqual(new Set([GROUP['fear']]))
      expect(new Set(depletion)).toEqual(new Set([GROUP['depletion']]))
    }
  })

  test('feels no threat where its ally is the attacker', () => {
    const [life] = lives(band({}, 'bad'))
    expect(life!.hazard[1]).toBeCloseTo(hazardOf({}, 0), 12)
  })
})

describe('the hazard of entry', () => {
  const covariate = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10)
  const fields = ['request', 'trigger', 'ownTerritory', 'autonomy', 'depletion', 'fear', 'hostConstraint']
  const values = fc.record(Object.fromEntries(fields.map((field) => [field, covariate])))

  test('rises with request, trigger and attack on own ground; falls with losses, fear, host and autonomy', () => {
    const raises = ['request', 'trigger', 'ownTerritory']
    fc.assert(
      fc.property(values, fc.constantFrom(...fields), covariate, (given, field, step) => {
        const low = Math.min(given[field]!, step)
        const high = Math.max(given[field]!, step)
        const before = lives(band({ ...given, [field]: low }))
        const after = lives(band({ ...given, [field]: high }))
        before.forEach((life, at) => {
          const [less, more] = raises.includes(field) ? [life, after[at]!] : [after[at]!, life]
          expect(less.hazard[1]!).toBeLessThanOrEqual(more.hazard[1]! * (1 + 1e-12))
          expect(entry(more)).toBeLessThanOrEqual(entry(less))
        })
      }),
      { seed: 1, numRuns: 25 },
    )
  })

  test('rises with the threat to the ally’s government', () => {
    const at = (regimeThreat: number): number =>
      lives(band({}, 'good', { ending: { regimeThreat } }))[0]!.hazard[1]!
    expect(at(1) / at(0)).toBeCloseTo(Math.exp(1.5), 9)
  })

  test('with autonomy 1 knows no request', () => {
    const claims = [byDay(20)]
    const asked = (request: number): string =>
      canonical(played(band({ autonomy: 1, request }, 'good', { claims }), { design: SMALL }))
    expect(asked(1)).toBe(asked(0))
  })
})

describe('a group that fights', () => {
  const struck = { trigger: 1, opposition: 0.8, ownTerritory: 0.5 }

  test('launches its strength times its rate, less what is suppressed and worn down', () => {
    for (const { entered, launches, depletion } of lives(band({ trigger: 1, opposition: 0.5 }))) {
      launches.forEach((count, day) => {
        const full = entered[day] === 1 ? 0.5 * 40 * 0.5 * (1 - depletion[day]!) : 0
        expect(count).toBeCloseTo(full, 12)
      })
    }
  })

  test('is worn down and frightened by the blows that it draws, and strikes less for it', () => {
    const all = lives(band(struck)).filter((life) => entry(life) < 10)
    expect(all.length).toBeGreaterThan(20)
    for (const life of all) {
      const from = entry(life)
      for (let day = from + 2; day <= 20; day++) {
        expect(life.depletion[day]!).toBeCloseTo(life.depletion[day - 1]! + 0.02 * 0.8, 12)
        if (life.fear[day]! < 1) expect(life.fear[day]!).toBeGreaterThan(life.fear[day - 1]!)
        expect(life.launches[day]!).toBeLessThan(life.launches[day - 1]!)
      }
    }
  })

  test('is struck before it fights only as far as its own ground is attacked', () => {
    const calm = lives(band({ opposition: 1, request: 0, hostConstraint: 1 }))
    const struckAtHome = lives(band({ opposition: 1, request: 0, hostConstraint: 1, ownTerritory: 0.5 }))
    for (const life of calm) if (entry(life) > 20) expect(life.depletion[20]).toBe(GROUP['depletion'])
    for (const life of struckAtHome)
      if (entry(life) > 20) expect(life.depletion[20]).toBeCloseTo(0.2 + 20 * 0.02 * 0.5, 12)
  })

  test('keeps fear and losses between none and all, and never launches less than nothing', () => {
    const any = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10)
    const fields = ['trigger', 'ownTerritory', 'depletion', 'fear', 'strength', 'opposition']
    const values = fc.record(Object.fromEntries(fields.map((field) => [field, any])))
    fc.assert(
      fc.property(values, fc.constantFrom(0.02, 2), fc.constantFrom(1, 30), (given, rate, fearLife) => {
        const weights = { depletionRate: rate, fearRate: rate, fearLife, entryBase: -1 }
        for (const life of lives(band(given, 'good', { weights }))) {
          for (const share_ of [...life.depletion, ...life.fear]) {
            expect(share_).toBeGreaterThanOrEqual(0)
            expect(share_).toBeLessThanOrEqual(1)
          }
          for (const count of life.launches) expect(count).toBeGreaterThanOrEqual(0)
        }
      }),
      { seed: 2, numRuns: 25 },
    )
  })

  test('launches the less, the more is done against it', () => {
    const steps = [0, 0.3, 0.6, 1].map((opposition) => lives(band({ trigger: 1, opposition })))
    steps.slice(1).forEach((more, at) => {
      more.forEach((life, place) => {
        life.launches.forEach((count, day) => {
          expect(count).toBeLessThanOrEqual(steps[at]![place]!.launches[day]!)
        })
      })
    })
  })
})

describe('the end of the fighting', () => {
  const scenario = band({ trigger: 1, opposition: 1, ownTerritory: 0.5 }, 'good', {
    ending: { duration: 6 },
    crisis: { horizon: 60 },
  })
  const all = lives(scenario)

  test('keeps out who has not entered, and silences who has', () => {
    let late = 0
    for (const { entered, launches, ended } of all) {
      const day = ended.indexOf(1)
      if (day < 0) continue
      if (entered[day] === 0) late += 1
      expect(new Set(entered.slice(day))).toEqual(new Set([entered[day]]))
      expect(new Set(launches.slice(day + 1))).toEqual(new Set(day < 60 ? [0] : []))
    }
    expect(late).toBeGreaterThan(5)
  })

  test('lets fear fall back to where it stood on the eve; losses stay', () => {
    for (const { fear, depletion, ended } of all) {
      const day = ended.indexOf(1)
      if (day < 0 || day > 50) continue
      for (let next = day + 1; next <= 60; next++) {
        const above = fear[next - 1]! - GROUP['fear']!
        expect(fear[next]! - GROUP['fear']!).toBeCloseTo(above * (1 - 1 / 30), 12)
        expect(depletion[next]).toBe(depletion[day])
      }
    }
  })
})

describe('groups and states', () => {
  test('stand apart: no state enters here, and no group supports', () => {
    expect(Object.values(proxies.reads).map(({ from }) => from)).not.toContain('tie')
    expect(
      Object.keys(proxies.reads).filter((name) => /support|delivery|obligation|council/.test(name)),
    ).toEqual([])
    const readers = MECHANISMS.filter(({ reads }) =>
      Object.keys(reads).some((name) => name.startsWith('proxies.')),
    )
    // What groups launch is counted as fire, and decides nothing.
    expect(readers.map(({ name }) => name)).toEqual(['arsenal', 'effort'])
  })

  test('a world without groups runs, on both engines', () => {
    const none = band({}, 'good', { groups: [] })
    expect(lower(none, MECHANISMS).slots.get('proxies.launches')!.slot.size).toBe(0)
    const summary = canonical(played(none, { design: SMALL }))
    expect(canonical(played(none, { design: SMALL, engine: 'interpreter' }))).toBe(summary)
  })

  test('exchanging attacker and target mirrors the groups of either side', () => {
    const side = (ally: string): Group => ({ id: 'band', ally, values: { opposition: 0.4 } })
    const claims = [
      byDay(14),
      claim('many', { metric: 'proxies.launches', of: 'band', over: 'sum', test: { op: '>', value: 50 } }),
    ]
    const one = world({ groups: [side('good')], claims })
    const other = world({
      groups: [side('bad')],
      claims,
      supporters: [{ id: 'ally', recipient: 'bad' }],
      crisis: { attackers: ['good'], targets: ['bad'] },
    })
    const kept = (scenario: Scenario): unknown => [...played(scenario, { design: SMALL }).claims]
    expect(kept(other)).toEqual(kept(one))
  })

  test('another group moves no bit of the first', () => {
    const claims = [byDay(14)]
    const lone = played(band({}, 'good', { claims }), { design: SMALL })
    for (const id of ['aaa', 'zzz']) {
      const both = world({
        crisis: { horizon: 20 },
        groups: [{ id: 'band' }, { id, ally: 'bad', values: { opposition: 1, request: range(0, 0.5, 1) } }],
        claims,
      })
      const { histogram } = played(both, { design: SMALL }).claims.get('by-14')!
      expect(histogram).toEqual(lone.claims.get('by-14')!.histogram)
    }
  })

  test('two groups alike in all things have each their own chance', () => {
    const twins = world({ crisis: { horizon: 20 }, groups: [{ id: 'one' }, { id: 'two' }] })
    expect(lives(twins, 0).map(entry)).not.toEqual(lives(twins, 1).map(entry))
  })
})
