/** Random flows for random worlds: a network with shipments, arms on order, sellers and buyers, and claims beyond the horizon. */
import fc from 'fast-check'
import { CARGOES, MODES } from '../../src/scenario/flow.ts'
import type { Claim, Condition, Scenario } from '../../src/scenario/scenario.ts'
import type { FlowOptions } from './flow-world.ts'
import { between as betweenIn, values as valuesIn } from './random-values.ts'
import { claim, range, type Supporter, world } from './world.ts'

const HORIZON = 8
/** The latest day that a claim may ask for. */
const LATEST = 20

const PLACES = ['anse', 'bay', 'cove', 'dock', 'east']
const ROUTES = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7']
const SHIPMENTS = ['corn', 'diesel', 'fuses']
const SIDES = ['good', 'bad']

/** All in sixteenths of the way between their bounds. */
const STEPS = 16
const between = (low: number, high: number): ReturnType<typeof betweenIn> => betweenIn([low, high], STEPS)
const values = (bounds: Parameters<typeof valuesIn>[0]): ReturnType<typeof valuesIn> =>
  valuesIn(bounds, STEPS)

/** Some of the ids, each with something. */
function some<T>(ids: readonly string[], one: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  return fc.record(Object.fromEntries(ids.map((id) => [id, one])), { requiredKeys: [] }) as fc.Arbitrary<
    Record<string, T>
  >
}

const place = fc.record(
  {
    in: fc.constantFrom('good', 'ally'),
    reach: fc.subarray(SIDES),
    consent: fc.constant({ of: 'ally', for: 'good', level: 1 }),
    values: values({ struck: [0, 0.99], repair: [1, 40] }),
  },
  { requiredKeys: ['reach', 'values'] },
)
const route = fc.record({
  from: fc.constantFrom(...PLACES),
  to: fc.constantFrom(...PLACES),
  mode: fc.constantFrom(...MODES),
  reach: fc.record({
    sea: fc.subarray(SIDES),
    air: fc.subarray(SIDES),
    land: fc.subarray(SIDES),
    legal: fc.subarray(SIDES),
  }),
  capacity: between(0, 80),
})
const shipment = fc
  .tuple(fc.boolean(), fc.constantFrom(...CARGOES), between(0, 120))
  .chain(([own, cargo, demand]) =>
    fc.record({
      cargo: fc.constant(cargo),
      demand: fc.constant(demand),
      from: fc.subarray(PLACES, { minLength: 1, maxLength: 2 }),
      to: fc.constantFrom(...PLACES),
      ...(own ? { by: fc.constant('ally'), for: fc.constant('good') } : {}),
    }),
  )
const item = fc.record(
  {
    from: fc.constant('ally'),
    to: fc.constant('good'),
    contract: fc.integer({ min: -40, max: 10 }),
    releaseBy: fc.integer({ min: 5, max: 60 }),
    values: values({
      inService: [0, 5],
      ordered: [0, 30],
      lead: [0, 30],
      rate: [0.05, 2],
      readiness: [0, 1],
      paid: [0, 1],
      underFire: [0, 1],
      transit: [0, 5],
      integration: [0, 6],
      loss: [0, 0.3],
    }),
  },
  { requiredKeys: ['from', 'to', 'values'] },
)
const market = fc.record({
  values: values({
    price: [40, 90],
    friction: [0, 0.4],
    paymentLag: [0, 14],
    reserves: [0, 4e9],
    essentialImports: [1e7, 2e8],
    warSpending: [0, 1e8],
    essentialStock: [0, 20],
    collapseCover: [0, 60],
    storage: [0, 1e7],
    stored: [0, 1e6],
  }),
  buyers: some(
    ['ally', 'others'],
    fc.record(
      {
        outlet: fc.constantFrom(...SHIPMENTS),
        values: values({ contracted: [0, 2e6], discount: [0, 20], willing: [0, 1], exposureRise: [0, 1] }),
      },
      { requiredKeys: ['values'] },
    ),
  ),
})
const press = values({ blockade: [0, 1], strikes: [0, 1], air: [0, 1], land: [0, 1], legal: [0, 1] })

/** What names something that is not there falls away: a route to no place, an outlet that is not shipped. */
function consistent(options: FlowOptions): FlowOptions {
  const places = Object.fromEntries(PLACES.map((id) => [id, options.places?.[id] ?? {}]))
  const markets = Object.entries(options.markets ?? {}).map(([seller, { values: own, buyers }]) => {
    const kept = Object.entries(buyers ?? {}).map(([buyer, { outlet, ...rest }]) => [
      buyer,
      outlet !== undefined && options.shipments?.[outlet] ? { ...rest, outlet } : rest,
    ])
    return [seller, { values: own ?? {}, buyers: Object.fromEntries(kept) }]
  })
  const arms = Object.entries(options.arms ?? {}).map(([id, one]) => {
    const releaseGiven = { thirdPartyCost: 0.5, utilisation: 0.4, paid: 0.5 }
    if (one.releaseBy === undefined) return [id, one]
    return [id, { ...one, releaseGiven, values: { ...one.values, release: 0.4 } }]
  })
  return { ...options, places, arms: Object.fromEntries(arms), markets: Object.fromEntries(markets) }
}

const network = fc.record({
  places: some(PLACES, place),
  routes: some(ROUTES, route),
  shipments: some(SHIPMENTS, shipment),
  interdiction: some(SIDES, press),
  arms: some(['jets', 'tanks'], item),
  markets: some(SIDES, market),
}) as fc.Arbitrary<FlowOptions>

/** Each metric of the flows that this world has, with what it is of and a bound that divides the playouts. */
function askable({
  shipments,
  arms,
  markets,
}: Scenario): (readonly [string, string, string | undefined, number])[] {
  return [
    ...[...shipments.keys()].flatMap((id) => [
      ['routes.shipped', id, undefined, 20] as const,
      ['routes.uptime', id, undefined, 0.5] as const,
    ]),
    ...[...arms.keys()].flatMap((id) => [
      ['arms.delivered', id, undefined, 3] as const,
      ['arms.effective', id, undefined, 2] as const,
    ]),
    ...[...markets.keys()].flatMap((id) => [
      ['lifeline.income', id, undefined, 5e7] as const,
      ['lifeline.cover', id, undefined, 20] as const,
    ]),
    ...[...markets.values()].flatMap(({ actor, buyers }) =>
      buyers.map(({ id }) => ['lifeline.boughtShare', id, actor, 0.5] as const),
    ),
    ['support.political', 'ally', 'good', 1],
  ]
}

function conditions(scenario: Scenario): fc.Arbitrary<Condition[]> {
  const leaf = fc
    .record({
      asked: fc.constantFrom(...askable(scenario)),
      over: fc.constantFrom(
        'max' as const,
        'min' as const,
        'last' as const,
        'sum' as const,
        'firstDay' as const,
      ),
      days: fc.tuple(fc.nat(LATEST), fc.nat(LATEST)),
    })
    .map(({ asked: [metric, of, recipient, bound], over, days }): Condition => {
      const end = metric.startsWith('support') ? HORIZON : LATEST
      const [from, to] = days.map((day) => Math.min(day, end)).sort((a, b) => a - b)
      const value = over === 'firstDay' ? 6 : bound
      return {
        kind: 'metric',
        metric,
        of,
        ...(recipient === undefined ? {} : { for: recipient }),
        take: 'delivered',
        over,
        reaches: bound,
        from: from!,
        to: to!,
        test: { op: '>=', value },
      }
    })
  return fc.array(leaf, { minLength: 1, maxLength: 4 })
}

const supporters: readonly Supporter[] = [{ id: 'ally', friend: { values: { stake: range(0.2, 0.5, 0.8) } } }]

export const anyFlowWorld: fc.Arbitrary<Scenario> = fc
  .record({
    network,
    attack: fc.oneof({ arbitrary: fc.constant(true), weight: 3 }, fc.constant(false)),
    duration: fc.constantFrom(3, 1000),
  })
  .map(({ network: options, attack, duration }) =>
    world({
      supporters,
      attack,
      flows: consistent(options),
      ending: { duration },
      crisis: { horizon: HORIZON },
    }),
  )
  .chain((scenario) =>
    conditions(scenario).map((all) => ({
      ...scenario,
      claims: all.map((that, at): Claim => ({ ...claim(`c${at}`), that })),
    })),
  )
