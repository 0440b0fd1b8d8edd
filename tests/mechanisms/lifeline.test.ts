/** Laws of the lifeline: money comes late, nothing is made from nothing, and a state collapses no sooner than it is scored. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../src/scenario/scenario.ts'
import type { FlowOptions } from '../engine/flow-world.ts'
import { lives } from '../engine/lives.ts'
import { claim, world, type WorldOptions } from '../engine/world.ts'

type Market = NonNullable<FlowOptions['markets']>[string]

const RUNS = 25
const TINY = { batches: 1, draws: 8, playouts: 1 }
const SPENT = {
  held: 'lifeline.held',
  reserves: 'lifeline.reserves',
  income: 'lifeline.income',
  worth: 'lifeline.worth',
  usual: 'lifeline.usualIncome',
  essential: 'lifeline.spentEssential',
  war: 'lifeline.spentWar',
  rest: 'lifeline.spentElse',
  short: 'lifeline.short',
  goods: 'lifeline.goods',
  cover: 'lifeline.cover',
  collapsed: 'lifeline.collapsed',
  ended: 'termination.ended',
}
const SOLD = {
  exports: 'lifeline.exports',
  stored: 'lifeline.stored',
  supply: 'lifeline.supply',
  idle: 'lifeline.idle',
  production: 'lifeline.production',
}
/** 1 mb/d at 70 USD; half of the income goes for what is essential. */
const ESSENTIAL = 3.5e7
const USUAL = 7e7

function seller(market: Market = {}, options: WorldOptions = {}): Scenario {
  const values = { essentialImports: ESSENTIAL, ...market.values }
  const markets = { good: { buyers: { near: {} }, ...market, values } }
  return world({ crisis: { horizon: 60 }, ...options, flows: { ...options.flows, markets } })
}

/** Nobody buys any more from the first day of the crisis on. */
const BOYCOTT: Market = { buyers: { near: { values: { willing: 0 } } } }

function upTo(max: number): fc.Arbitrary<number> {
  return fc.double({ min: 0, max, noNaN: true })
}

const anyBuyer = fc.record({
  contracted: upTo(2e6),
  discount: upTo(30),
  willing: upTo(1.3),
  exposureRise: upTo(1),
})
const anyMarket = fc
  .record({
    values: fc.record({
      price: upTo(120),
      friction: upTo(0.5),
      paymentLag: upTo(50),
      reserves: upTo(3e9),
      otherIncome: upTo(5e7),
      essentialImports: upTo(2e8),
      warSpending: upTo(1e8),
      essentialStock: upTo(60),
      collapseCover: upTo(80),
      storage: upTo(2e7),
      stored: upTo(3e7),
    }),
    buyers: fc.array(anyBuyer, { minLength: 1, maxLength: 3 }),
  })
  .map(({ values, buyers }): Market & { readonly values: Record<string, number> } => ({
    values,
    buyers: Object.fromEntries(buyers.map((own, at) => [`b${at}`, { values: own }])),
  }))

describe('in any market, day by day', () => {
  test('barrels: what is there is sold, stored or left in the ground', () => {
    fc.assert(
      fc.property(anyMarket, (market) => {
        const depot = Math.max(market.values['storage']!, market.values['stored']!)
        for (const life of lives(seller(market), SOLD, { design: TINY })) {
          life.exports.forEach((exports, day) => {
            const before = day === 0 ? market.values['stored']! : life.stored[day - 1]!
            const there = life.production[day]! + before
            expect(exports + life.stored[day]! + life.idle[day]!).toBeCloseTo(there, 3)
            expect(exports).toBeGreaterThanOrEqual(0)
            expect(exports).toBeLessThanOrEqual(there)
            expect(life.idle[day]).toBeGreaterThanOrEqual(-1e-6)
            expect(life.stored[day]).toBeLessThanOrEqual(depot)
          })
        }
      }),
      { numRuns: RUNS },
    )
  })

  test('dollars: what comes in and is not spent is in the reserves, which are never below 0', () => {
    fc.assert(
      fc.property(anyMarket, fc.boolean(), (market, attack) => {
        const { values } = market
        const scenario = seller(market, { attack, ending: { duration: 20 } })
        for (const life of lives(scenario, attack ? SPENT : { ...SPENT, ended: 'lifeline.short' }, {
          design: TINY,
        })) {
          life.reserves.forEach((reserves, day) => {
            const before = day === 0 ? values['reserves']! : life.reserves[day - 1]!
            const spent = life.essential[day]! + life.war[day]! + life.rest[day]!
            expect(life.held[day]).toBe(before)
            expect(reserves).toBeCloseTo(before + life.income[day]! + values['otherIncome']! - spent, 3)
            expect(reserves).toBeGreaterThanOrEqual(0)
            expect(Math.min(life.essential[day]!, life.war[day]!, life.rest[day]!)).toBeGreaterThanOrEqual(0)
            const unpaid = values['essentialImports']! - life.essential[day]!
            expect(life.short[day]).toBe(Number(unpaid > 0))
            if (unpaid > 0) expect(life.war[day]! + life.rest[day]! + reserves).toBe(0)
            if (!attack) expect(life.war[day]).toBe(0)
          })
        }
      }),
      { numRuns: RUNS },
    )
  })

  test('a collapse is scored on the thirtieth day in a row under the threshold, and never earlier', () => {
    const sooner = new Set<number>()
    fc.assert(
      fc.property(anyMarket, (market) => {
        for (const { cover, collapsed } of lives(seller(market), SPENT, { design: TINY })) {
          let inRow = 0
          let scored = false
          cover.forEach((days, day) => {
            inRow = days < market.values['collapseCover']! ? inRow + 1 : 0
            scored ||= inRow >= 30
            expect(collapsed[day]).toBe(Number(scored))
            if (scored) sooner.add(day)
          })
        }
      }),
      { numRuns: RUNS },
    )
    expect(Math.min(...sooner)).toBe(29)
  })
})

describe('the payment lag', () => {
  test.each([0, 1, 7, 7.9, 45])(
    'of %f days: income is what it was until it has passed, then nothing',
    (paymentLag) => {
      const [life] = lives(
        seller({ ...BOYCOTT, values: { paymentLag } }),
        { ...SPENT, ...SOLD },
        { design: TINY },
      )
      expect(life!.exports.every((barrels) => barrels === 0)).toBe(true)
      life!.income.forEach((dollars, day) => expect(dollars).toBe(day < Math.floor(paymentLag) ? USUAL : 0))
    },
  )

  test('goes on after the horizon as before it', () => {
    const market = { ...BOYCOTT, values: { paymentLag: 20, reserves: 1e7, essentialStock: 5 } }
    const claims = [claim('late', { metric: 'lifeline.short', of: 'good', to: 60 })]
    const days = (horizon: number): unknown =>
      lives(seller(market, { claims, crisis: { horizon } }), SPENT, { design: TINY })
    const whole = lives(seller(market, { crisis: { horizon: 60 } }), SPENT, { design: TINY })
    expect(whole[0]!.short.indexOf(1)).toBe(20)
    expect(whole[0]!.short).toHaveLength(61)
    for (const horizon of [6, 25]) expect(days(horizon)).toEqual(whole)
  })
})

describe('before the war', () => {
  test.each([{}, { otherIncome: 1e7 }, { paymentLag: 30 }, { reserves: 1e8 }])(
    'reserves stand still: what is not essential is spent on the rest (%o)',
    (values) => {
      const [life] = lives(
        seller({ values }, { attack: false }),
        { ...SPENT, ended: 'lifeline.short' },
        { design: TINY },
      )
      for (const reserves of life!.reserves) expect(reserves / life!.held[0]!).toBeCloseTo(1, 9)
      expect(life!.rest[0]).toBe(USUAL + (values.otherIncome ?? 0) - ESSENTIAL)
    },
  )

  test('they run down where usual and other income do not cover what is essential', () => {
    const [life] = lives(
      seller({ values: { essentialImports: 8e7, otherIncome: 4e6 } }, { attack: false }),
      { ...SPENT, ended: 'lifeline.short' },
      { design: TINY },
    )
    expect(life!.reserves[9]).toBeCloseTo(1e9 - 10 * (8e7 - USUAL - 4e6), 3)
  })

  test('a market whose income does not pay for what is essential lives on its reserves', () => {
    const [life] = lives(seller({ values: { essentialImports: 8e7 } }), SPENT, { design: TINY })
    expect(life!.rest.every((dollars) => dollars === 0)).toBe(true)
    expect(life!.reserves[9]).toBeCloseTo(1e9 - 10 * (8e7 - USUAL), 3)
  })
})

test('the rest is cut first: below 60 days of essential imports only what comes in is spent on it', () => {
  const values = { reserves: 61 * ESSENTIAL, paymentLag: 0 }
  const half: Market = { buyers: { near: { values: { willing: 0.6 } } }, values }
  const [life] = lives(seller(half), SPENT, { design: TINY })
  const wanted = USUAL - ESSENTIAL
  const thrifty = life!.held.findIndex((dollars) => dollars < 60 * ESSENTIAL)
  expect(thrifty).toBe(2)
  life!.rest.forEach((dollars, day) => {
    expect(dollars).toBeCloseTo(day < thrifty ? wanted : 0.6 * USUAL - ESSENTIAL, 3)
    if (day > thrifty) expect(life!.reserves[day]).toBeCloseTo(life!.reserves[thrifty - 1]!, 3)
  })
})

test('the war is paid for only while it is fought, after what is essential', () => {
  const scenario = seller({ values: { warSpending: 1e6 } }, { ending: { duration: 15 } })
  for (const { war, ended } of lives(scenario, SPENT)) {
    war.forEach((dollars, day) => expect(dollars).toBe(day > 0 && ended[day - 1] ? 0 : 1e6))
  }
})

describe('what is sold', () => {
  const flows: FlowOptions = {
    places: { port: {}, sea: {} },
    routes: { strait: { from: 'port', to: 'sea', capacity: 200, reach: { sea: ['bad'], land: ['bad'] } } },
    shipments: { crude: { cargo: 'oil', from: ['port'], to: 'sea', demand: 200 } },
  }
  const buyers = { near: {}, far: { outlet: 'crude' } }
  const looked = {
    ...SOLD,
    far: ['lifeline.boughtShare', 0],
    near: ['lifeline.boughtShare', 1],
    blockading: 'routes.blockading',
  } as const

  test('a blockade binds through the flow, however willing the buyer; who needs no ship goes on buying', () => {
    const interdiction = { bad: { blockade: 0.9 } }
    let blockaded = 0
    for (const life of lives(seller({ buyers }, { flows: { ...flows, interdiction } }), looked)) {
      life.far.forEach((share, day) => {
        expect(share).toBe(life.blockading[day] ? 0 : 1)
        expect(life.near[day]).toBe(1)
        blockaded += life.blockading[day]!
      })
    }
    expect(blockaded).toBeGreaterThan(1000)
  })

  test('where no way was ever used none is missed: a shipment below a tonne stops no buyer', () => {
    const shipments = { crude: { cargo: 'oil' as const, from: ['port'], to: 'sea', demand: 0.5 } }
    for (const attack of [true, false]) {
      const { blockading: _, ...sold } = looked
      const [life] = lives(seller({ buyers }, { attack, flows: { ...flows, shipments } }), sold)
      expect(life!.far.every((share) => share === 1)).toBe(true)
    }
  })

  test.each([
    [0.25, 1, 0.75],
    [0.25, 0.5, 0.5],
    [0.75, 1, 0.25],
  ])('the smaller of flow and will binds: %f stopped, will %f, %f taken', (land, willing, taken) => {
    const own = { near: {}, far: { outlet: 'crude', values: { willing } } }
    const [life] = lives(
      seller({ buyers: own }, { flows: { ...flows, interdiction: { bad: { land } } } }),
      looked,
    )
    expect(life!.far.at(-1)).toBeCloseTo(taken, 9)
    expect(life!.exports.at(-1)).toBeCloseTo(1e6 * (1 + taken), 3)
  })

  test('will falls with exposure to sanctions and tops out at a tenth more; before the attack nothing of it counts', () => {
    const shareOf = (values: Record<string, number>, attack = true): number => {
      const market = { buyers: { near: { values } }, values: { storage: 1e9, stored: 1e9 } }
      return lives(seller(market, { attack }), { share: 'lifeline.boughtShare' }, { design: TINY })[0]!
        .share[0]!
    }
    expect(shareOf({ willing: 0.8, exposureRise: 0.6 })).toBeCloseTo(0.8 * Math.exp(-0.3), 12)
    expect(shareOf({ willing: 2 })).toBeCloseTo(1.1, 12)
    expect(shareOf({ willing: 0.8, exposureRise: 0.6 }, false)).toBe(1)
  })

  test('a buyer that is taken out of the world buys nothing, and the others what they did', () => {
    const gone = seller({ buyers: { ally: {}, near: {} } }, { without: { actors: ['ally'] } })
    const [life] = lives(gone, { ally: ['lifeline.bought', 0], near: ['lifeline.bought', 1] })
    expect(life!.ally.every((barrels) => barrels === 0)).toBe(true)
    expect(life!.near.every((barrels) => barrels === 1e6)).toBe(true)
  })
})

test('where nothing is essential nothing can be short', () => {
  const broke = { ...BOYCOTT, values: { essentialImports: 0, reserves: 0, paymentLag: 0 } }
  for (const { short } of lives(seller(broke), SPENT)) expect(short.every((flag) => flag === 0)).toBe(true)
})

test('what cannot be paid is eaten from the stock, a day for a day', () => {
  const broke = { ...BOYCOTT, values: { reserves: 0, paymentLag: 10, essentialStock: 12 } }
  const [life] = lives(seller(broke), SPENT, { design: TINY })
  expect(life!.goods[9]).toBe(12)
  expect(life!.goods[15]).toBe(6)
  expect(life!.goods[40]).toBe(0)
})
