/** Laws of arms on their way: nothing comes that was not built and let go, and what is not integrated has no effect. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../src/scenario/scenario.ts'
import type { FlowOptions } from '../engine/flow-world.ts'
import { type Life, lives } from '../engine/lives.ts'
import { played, playoutsIn, share } from '../engine/play.ts'
import { claim, range, type Supporter, world, type WorldOptions } from '../engine/world.ts'

type Item = NonNullable<FlowOptions['arms']>[string]

const DESIGN = { batches: 8, draws: 64, playouts: 8 }
const GIVEN = { thirdPartyCost: 0.5, utilisation: 0.4, paid: 1 }
/** No report of shared intelligence costs the supplier anything. */
const UNREPORTED = { exposureCost: 0 }
const LOOKED = {
  released: 'arms.released',
  built: 'arms.built',
  withheld: 'arms.withheld',
  waiting: 'arms.inProduction',
  delivered: 'arms.delivered',
  integrated: 'arms.integrated',
  fielded: 'arms.fielded',
  effective: 'arms.effective',
}

function jets(item: Partial<Item> = {}, options: WorldOptions = {}): Scenario {
  return world({
    ...options,
    crisis: { horizon: 40, ...options.crisis },
    flows: { arms: { jet: { from: 'ally', to: 'good', ...item } } },
  })
}

/** Held back by a gate that opens by day 20 in the stated share of playouts, at the figures of GIVEN. */
function gated(release: number, item: Partial<Item> = {}): Partial<Item> {
  return { releaseBy: 20, releaseGiven: GIVEN, ...item, values: { release, ...item.values } }
}

function firstDay(days: readonly number[]): number {
  const day = days.findIndex((value) => value > 0)
  return day < 0 ? Number.POSITIVE_INFINITY : day
}

const anyItem = fc.record({
  contract: fc.option(fc.integer({ min: -400, max: 0 }), { nil: undefined }),
  isGated: fc.boolean(),
  values: fc.record({
    ordered: fc.double({ min: 0, max: 60, noNaN: true }),
    inService: fc.integer({ min: 0, max: 9 }),
    lead: fc.integer({ min: 0, max: 420 }).map((days) => range(days / 2, days, days * 2)),
    rate: fc.double({ min: 0, max: 3, noNaN: true }),
    transit: fc.double({ min: 0, max: 6, noNaN: true }),
    integration: fc.double({ min: 0, max: 20, noNaN: true }),
    readiness: fc.double({ min: 0, max: 1, noNaN: true }),
    loss: fc.double({ min: 0, max: 1, noNaN: true }),
    underFire: fc.double({ min: 0, max: 1, noNaN: true }),
    paid: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
})

describe('on every day of any order', () => {
  test('integrated ≤ delivered ≤ built ≤ ordered, and none of them falls', () => {
    fc.assert(
      fc.property(anyItem, fc.boolean(), ({ contract, isGated, values }, attack) => {
        const item = { ...(contract === undefined ? {} : { contract }), values }
        const scenario = jets(isGated ? gated(0.6, item) : item, { attack, ending: { duration: 20 } })
        for (const life of lives(scenario, LOOKED, { design: { batches: 1, draws: 8, playouts: 1 } })) {
          life.delivered.forEach((delivered, day) => {
            const before = Math.max(0, day - 1)
            expect(life.integrated[day]).toBeLessThanOrEqual(delivered)
            expect(delivered).toBeLessThanOrEqual(life.built[day]!)
            expect(life.built[day]).toBeLessThanOrEqual(Math.floor(values.ordered))
            expect(delivered).toBeGreaterThanOrEqual(life.delivered[before]!)
            expect(life.built[day]).toBeGreaterThanOrEqual(life.built[before]!)
            expect(life.integrated[day]).toBeGreaterThanOrEqual(life.integrated[before]!)
            expect(life.fielded[day]).toBeLessThanOrEqual(values.inService + life.integrated[day]! + 1e-9)
            expect(life.fielded[day]).toBeGreaterThanOrEqual(0)
          })
        }
      }),
      { numRuns: 40 },
    )
  })

  test('while the gate is closed nothing leaves, and all that is built is withheld', () => {
    const all = lives(jets(gated(0.5, { contract: -30, values: { lead: 20, rate: 0.4 } })), LOOKED)
    expect(new Set(all.map(({ released }) => firstDay(released))).size).toBeGreaterThan(5)
    for (const { released, delivered, built, withheld } of all) {
      released.forEach((open, day) => {
        expect(withheld[day]).toBe(open ? 0 : built[day])
        if (!open) expect(delivered[day]).toBe(0)
      })
    }
    expect(all.some(({ withheld }) => withheld.some((units) => units > 3))).toBe(true)
  })

  test('what is promised, built or delivered and not yet integrated has no effect', () => {
    const all = lives(jets(gated(0.7, { contract: -30, values: { lead: 20, integration: 6 } })), LOOKED)
    expect(all.some(({ delivered, integrated }) => delivered.at(-1)! > integrated.at(-1)!)).toBe(true)
    for (const { integrated, effective } of all) {
      integrated.forEach((units, day) => expect(effective[day]! > 0).toBe(units > 0))
    }
  })
})

test('each unit comes on its day: lead, then one by one at the rate, then the journey, then the training', () => {
  const values = { ordered: 4, lead: 12, rate: 0.5, transit: 3, integration: 5 }
  const [life] = lives(jets({ contract: -10, values }), LOOKED)
  const on = (days: readonly number[]): number[] =>
    [1, 2, 3, 4].map((units) => days.findIndex((count) => count >= units))
  expect(on(life!.built)).toEqual([2, 4, 6, 8])
  expect(on(life!.delivered)).toEqual([5, 7, 9, 11])
  expect(on(life!.integrated)).toEqual([10, 12, 14, 16])
  expect(life!.waiting.slice(0, 9)).toEqual([4, 4, 3, 3, 2, 2, 1, 1, 0])
})

test('an order that nothing holds back brings nothing that should have come before the crisis', () => {
  const [life] = lives(jets({ contract: -400, values: { lead: 100, rate: 0.1 } }), LOOKED)
  expect(life!.delivered.slice(0, 12)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2])
})

test('what is under discussion is built only a lead time after the gate has opened', () => {
  for (const { released, built, waiting } of lives(jets(gated(0.8, { values: { lead: 7 } })), LOOKED)) {
    const open = firstDay(released)
    expect(firstDay(built)).toBe(open + 7 > 40 ? Number.POSITIVE_INFINITY : open + 7)
    waiting.forEach((units, day) => expect(units > 0).toBe(day >= open && built[day]! < 10))
  }
})

describe('a war', () => {
  const item = { contract: -60, values: { lead: range(40, 70, 90), rate: 0.3, transit: 4 } }

  test('is not waited for: without the attack the same units come on the same days', () => {
    const days = (attack: boolean): unknown =>
      lives(jets(gated(0.5, item), { attack, weights: UNREPORTED }), { it: 'arms.delivered' })
    expect(days(false)).toEqual(days(true))
    expect(JSON.stringify(days(false))).toContain('3')
  })

  test('holds back what lies under fire, and nothing where nothing does', () => {
    const on = (underFire: number, attack: boolean): number[] =>
      lives(
        jets(gated(0.7, { values: { underFire } }), { attack, weights: { ...UNREPORTED, gateWar: 2 } }),
        LOOKED,
      ).map(({ released }) => firstDay(released))
    const peace = on(1, false)
    const fire = on(1, true)
    expect(on(0, true)).toEqual(peace)
    fire.forEach((day, at) => expect(day).toBeGreaterThanOrEqual(peace[at]!))
    expect(fire).not.toEqual(peace)
  })

  test('wears down what is fielded while it is fought, and not after its end or without it', () => {
    const values = { inService: 100, ordered: 0, loss: 0.1 }
    const looked = { fielded: 'arms.fielded', ended: 'termination.ended' }
    for (const { fielded, ended } of lives(jets({ values }, { ending: { duration: 10 } }), looked)) {
      fielded.forEach((units, day) => {
        if (day > 0) expect(units).toBeCloseTo(fielded[day - 1]! * (ended[day - 1] ? 1 : 0.9), 9)
      })
    }
    const [calm] = lives(jets({ values }, { attack: false }), { fielded: 'arms.fielded' })
    expect(calm!.fielded.every((units) => units === 100)).toBe(true)
  })
})

describe('the gate', () => {
  test.each([0.1, 0.3, 0.6])(
    'meets its anchor of %f by its date, at the figures that it was judged at',
    (release) => {
      const claims = [claim('open', { metric: 'arms.released', of: 'jet', to: 20 })]
      for (const attack of [true, false]) {
        const summary = played(jets(gated(release), { attack, claims, weights: UNREPORTED }), {
          design: DESIGN,
        })
        const error = Math.sqrt((release * (1 - release)) / playoutsIn(DESIGN))
        expect(Math.abs(share(summary, 'open') - release)).toBeLessThan(4 * error)
      }
    },
  )

  test.each([
    ['cost with third parties', { friend: { values: { thirdPartyCost: 0.9 } } }, {}],
    ["the supplier's own need", { actor: { utilisation: 0.9 } }, {}],
    ['an unpaid bill', {}, { paid: 0.2 }],
  ] as [string, Partial<Supporter>, Record<string, number>][])(
    'opens never earlier for %s',
    (_, more, values) => {
      const on = (supporter: Supporter, own: Record<string, number>): number[] =>
        lives(jets(gated(0.6, { values: own }), { supporters: [supporter] }), LOOKED).map(({ released }) =>
          firstDay(released),
        )
      const usual = on({ id: 'ally' }, {})
      const dearer = on({ id: 'ally', ...more }, values)
      dearer.forEach((day, at) => expect(day).toBeGreaterThanOrEqual(usual[at]!))
      expect(dearer).not.toEqual(usual)
    },
  )

  test('opens later, or never, once it is reported that the supplier shares intelligence, and is moved by it alone', () => {
    const looked = { ...LOOKED, reported: 'intelligence.reported', pressure: 'arms.pressure' }
    const spying = (exposureCost: number): Life<keyof typeof looked>[] =>
      lives(
        jets(gated(0.6), {
          channels: { intelligence: { values: { alpha: 2 } } },
          weights: { exposureCost, gateThirdParty: 2 },
        }),
        looked,
      )
    const free = spying(0)
    let slowed = 0
    spying(0.5).forEach(({ released, reported, pressure }, at) => {
      expect(reported).toEqual(free[at]!.reported)
      expect(firstDay(released)).toBeGreaterThanOrEqual(firstDay(free[at]!.released))
      pressure.forEach((sum, day) => {
        if (day === 0) return
        const usual = free[at]!.pressure[day]! - free[at]!.pressure[day - 1]!
        const rise = sum - pressure[day - 1]!
        expect(rise).toBeCloseTo(usual * (reported[day] ? Math.exp(-2 * 0.5) : 1), 12)
        slowed += reported[day]!
      })
    })
    expect(slowed).toBeGreaterThan(100)
  })

  test.each([{}, gated(0.9)])(
    'never opens where the supplier is taken out of the world, and nothing is built behind it (%o)',
    (item) => {
      const gone = jets({ ...item, contract: -100 }, { without: { actors: ['ally'] } })
      for (const { released, built, withheld, waiting, delivered } of lives(gone, LOOKED))
        expect([...released, ...built, ...withheld, ...waiting, ...delivered].every((n) => n === 0)).toBe(
          true,
        )
    },
  )
})

test('a claim after the horizon plays the arms on, and nothing else', () => {
  const late = (to: number): Scenario =>
    jets(gated(0.5, { contract: -10, values: { lead: 60 } }), {
      claims: [
        claim('jets', { metric: 'arms.delivered', of: 'jet', to }),
        claim('voice', { test: { op: '>=', value: 2 }, to: 40 }),
      ],
    })
  const short = played(late(40), { design: DESIGN })
  const long = played(late(400), { design: DESIGN })
  expect(share(short, 'jets')).toBe(0)
  expect(share(long, 'jets')).toBeGreaterThan(0.9)
  expect(long.claims.get('voice')).toEqual(short.claims.get('voice'))
  expect(long.histograms.get('start:ally:good:combat')).toEqual(
    short.histograms.get('start:ally:good:combat'),
  )
})
