/** One played scenario with all of the flows: a ledger, routes, arms, a market and shared intelligence, by hand. */
import type { Summary } from '../../src/engine/summary.ts'
import { ENTRIES } from '../../src/mechanisms/ledger.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { flows } from '../engine/flow-world.ts'
import { scenarioOf, summaryOf } from '../judge/make.ts'

const DESIGN = { batches: 4, draws: 64, playouts: 8 }
export const PLAYOUTS = 2048
/** Days 0 to 90, and never. */
const DAYS = 92

type Entry = (typeof ENTRIES)[number]

/** Bins of a day: so many playouts on each of some days, the rest never. */
export function days(given: Readonly<Record<number, number>>): number[] {
  const bins = Array.from({ length: DAYS }, (_, day) => given[day] ?? 0)
  bins[DAYS - 1] = PLAYOUTS - bins.reduce((sum, count) => sum + count, 0)
  return bins
}

export function bound(given: Partial<Record<Entry, number>>): number[] {
  const named = ENTRIES.map((entry) => given[entry] ?? 0)
  named[0] = PLAYOUTS - named.reduce((sum, count) => sum + count, 0)
  return named
}

export function flowsSummary(
  histograms: Readonly<Record<string, readonly number[]>>,
  means: Readonly<Record<string, number>> = {},
): Summary {
  return summaryOf({
    design: DESIGN,
    histograms: new Map(Object.entries(histograms).map(([name, bins]) => [name, { name, bins: [...bins] }])),
    means: new Map(
      Object.entries(means).map(([name, mean]) => [
        name,
        { name, sum: BigInt(Math.round(mean * PLAYOUTS)) * 2n ** 40n },
      ]),
    ),
  })
}

/** Cascadia and Dunmark are friends of Avalon, which sells oil and waits for jets. */
export function scenarioOfFlows(): Scenario {
  const base = scenarioOf()
  const state = { kind: 'state' as const, nuclear: false, quantities: {} }
  const own = flows({
    places: {
      astra: { reach: ['borduria'] },
      seaport: { in: 'avalon', reach: ['borduria'] },
      inland: { in: 'avalon' },
      field: { in: 'dunmark', consent: { of: 'dunmark', for: 'avalon', level: 2 } },
    },
    routes: {
      'ferry-west': {
        from: 'astra',
        to: 'seaport',
        reach: { sea: ['borduria'], air: ['borduria'] },
        capacity: 7200,
      },
      'ferry-east': { from: 'astra', to: 'seaport', capacity: 3100 },
      'air-bridge': { from: 'field', to: 'inland', mode: 'air', capacity: 200 },
      road: { from: 'seaport', to: 'inland', mode: 'road', capacity: 12_000 },
    },
    shipments: {
      grain: { from: ['astra'], to: 'inland', demand: 8000 },
      shells: { cargo: 'arms', from: ['astra'], to: 'inland', by: 'cascadia', for: 'avalon', demand: 300 },
    },
    interdiction: { borduria: { blockade: 0.3, strikes: 0.5 } },
    arms: {
      jets: {
        from: 'cascadia',
        to: 'avalon',
        contract: 18_000,
        releaseBy: 18_600,
        releaseGiven: { thirdPartyCost: 0.5, utilisation: 0.5, paid: 1 },
        values: { release: 0.3, ordered: 24 },
      },
    },
    markets: {
      avalon: { values: { reserves: 21e9 }, buyers: { dunmark: { outlet: 'grain' }, others: {} } },
    },
  })
  const called = <T extends { readonly id: string; readonly name: string }>(
    map: ReadonlyMap<string, T>,
    names: Readonly<Record<string, string>>,
  ): ReadonlyMap<string, T> =>
    new Map([...map].map(([id, one]) => [id, { ...one, name: names[id] ?? one.name }]))
  return {
    ...base,
    ...own,
    actors: new Map([...base.actors, ['dunmark', { ...state, id: 'dunmark', name: 'Dunmark' }]]),
    dyads: [
      { supporter: 'cascadia', recipient: 'avalon' },
      { supporter: 'dunmark', recipient: 'avalon' },
    ],
    places: called(own.places, { astra: 'Astra', seaport: 'Seaport', field: 'Field' }),
    routes: called(own.routes, { 'ferry-west': 'the western ferry', 'ferry-east': 'the eastern ferry' }),
    shipments: called(own.shipments, { grain: 'grain from Cascadia', shells: 'shells from Cascadia' }),
    arms: called(own.arms, { jets: 'Falcon jets' }),
  }
}

/** What is delivered is not what is resolved upon: half of it comes late or never. */
export function summaryOfFlows(): Summary {
  const resolved = days({ 0: 600, 3: 200, 20: 100 })
  const start = days({ 9: 100, 12: 300, 21: 150, 60: 50 })
  const seen = days({ 14: 200, 25: 100 })
  const of = (key: string, scale: number): Record<string, readonly number[]> => ({
    [`peak:${key}`]: [PLAYOUTS - 600, 350, 150, 100],
    [`resolved:${key}`]: resolved,
    [`start:${key}`]: start,
    [`seen:${key}`]: seen,
    [`intime:${key}`]: [PLAYOUTS - 450, 450],
    [`race:${key}`]: [PLAYOUTS - 500, 350, 150],
    [`bound:${key}`]: bound({
      nuclearRisk: 500 * scale,
      capacity: 300,
      unwilling: 300,
      overBefore: 100,
      barred: 2,
    }),
  })
  return flowsSummary(
    {
      ...of('cascadia:avalon:materiel', 1),
      ...of('cascadia:avalon:combat', 1.4),
      ...of('dunmark:avalon:materiel', 0.2),
      'arms-released-on:jets': days({ 10: 200, 40: 300 }),
      'arms-delivered-on:jets': days({ 30: 100, 70: 200 }),
      'arms-effect-on:jets': days({ 80: 40 }),
      'arms-delivered:jets': Array.from({ length: 61 }, (_, units) =>
        units === 0 ? PLAYOUTS - 300 : units === 4 ? 200 : units === 8 ? 100 : 0,
      ),
      'arms-intime:jets': [PLAYOUTS - 30, 30],
      'collapsed-on:avalon': days({ 55: 100, 80: 150 }),
      'ended:day': days({ 20: 700, 60: 300 }),
      'ended:how': [PLAYOUTS - 1000, 600, 100, 200, 50, 50],
    },
    {
      'dose:cascadia:avalon:materiel': 41,
      'dose:cascadia:avalon:combat': 12,
      'usual:grain': 8000,
      'shipped:grain': 5200,
      'uptime:grain': 0.75,
      'carried:grain': 470_000,
      'tight:grain:ferry-west': 0.5,
      'tight:grain:ferry-east': 0.25,
      'tight:grain:road': 0,
      'usual:shells': 300,
      'shipped:shells': 280,
      'uptime:shells': 1,
      'carried:shells': 9000,
      'shut:grain:air-bridge': 0.96,
      'shut:grain:ferry-east': 0.1,
      'unconsented:field': 0.97,
      'arms-delivered-mean:jets': 7.5,
      'cover:avalon': 61,
      'reserves:avalon': 14_500_000_000,
      'gain:cascadia:avalon': 1.25,
      'gain:dunmark:avalon': 1,
    },
  )
}
