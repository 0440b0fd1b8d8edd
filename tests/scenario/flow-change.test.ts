/** What flows, changed: by a path, by a patch, and by taking an actor out. */
import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../src/scenario/scenario.ts'
import type { Changed } from './small.ts'
import { changed, placeless, toldOf, world } from './small.ts'
import { STRAIT, strait } from './strait.ts'

function flowing(change: Changed = {}): Scenario {
  return world({ base: STRAIT, ...change })
}

function told(change: Changed): unknown {
  return toldOf({ base: STRAIT, ...change })
}

describe('a path leads to every part of what flows', () => {
  test('lists of who can reach are set as a whole', () => {
    const scenario = flowing({
      set: {
        'places.south-port.reach': '[]',
        'routes.strait.reach.sea': '[avalon]',
        'routes.pass.reach.land': '[borduria]',
      },
    })
    expect(scenario.places.get('south-port')?.reach).toEqual([])
    expect(scenario.routes.get('strait')?.reach).toEqual({
      sea: ['avalon'],
      air: [],
      land: [],
      legal: ['borduria'],
    })
    expect(scenario.routes.get('pass')?.reach.land).toEqual(['borduria'])
  })

  test.each([
    ['markets.avalon.buyers.cascadia.contracted', '0 mbbl/day', 0],
    ['markets.avalon.reserves', '3 USD bn', 3_000_000_000],
    ['places.south-port.struck', '0.5', 0.5],
    ['routes.strait.capacity', '1 kt/day', 1_000],
    ['shipments.grain.demand', '500 t/day', 500],
    ['interdiction.borduria.land', '0.25', 0.25],
    ['arms.gliders.release', '0.9', 0.9],
    ['arms.talk.ordered', '12', 12],
    ['ties.cascadia-avalon.trust', '0.7', 0.7],
    ['actors.avalon.ownIntelligence', '0.6', 0.6],
  ])('%s = %s', (path, value, number) => {
    const { places, routes, shipments, interdiction, arms, markets, ties, actors } = flowing({
      set: { [path]: value },
    })
    const holders = [places, routes, shipments, interdiction, arms, markets, ties, actors].flatMap(
      (noun): { readonly quantities: Scenario['crisis']['quantities'] }[] => [...noun.values()],
    )
    const buyers = [...markets.values()].flatMap((market) => market.buyers)
    const found = [...holders, ...buyers]
      .flatMap(({ quantities }) => Object.values(quantities))
      .filter(({ id }) => id === path)
    expect(found.map(({ law, source, assumed }) => [law, source, assumed])).toEqual([
      [{ kind: 'fixed', value: number }, undefined, false],
    ])
  })

  test('dates, words and names are set, and what release was judged at', () => {
    const scenario = flowing({
      set: {
        'arms.gliders.contract': '2019-06-01',
        'arms.gliders.releaseGiven.paid': '1',
        'places.air-base.consent.level': '3',
        'routes.strait.carrier': 'avalon',
        'shipments.crude.from': '[upland, south-port]',
        'markets.avalon.buyers.others.outlet': 'crude',
      },
    })
    expect(scenario.arms.get('gliders')).toMatchObject({
      contract: 18_048,
      releaseGiven: { paid: 1, utilisation: 0.7 },
    })
    expect(scenario.places.get('air-base')?.consent?.level).toBe(3)
    expect(scenario.routes.get('strait')?.carrier).toBe('avalon')
    expect(scenario.shipments.get('crude')?.from).toEqual(['south-port', 'upland'])
    expect(scenario.markets.get('avalon')?.buyers.map(({ outlet }) => outlet)).toEqual(['crude', 'crude'])
  })

  test('one that leads nowhere is told with the nearest that leads somewhere', () => {
    const hints = (path: string): unknown[] =>
      changed({ base: STRAIT, set: { [path]: '1' } }).faults.map(({ code, suggestion }) => [code, suggestion])
    expect(hints('markets.avalon.buyers.cascada.contracted')).toEqual([
      ['unknown-path', 'markets.avalon.buyers.cascadia.contracted'],
    ])
    expect(hints('routes.strait.reach.see')).toEqual([['unknown-path', 'routes.strait.reach.sea']])
    expect(hints('arm.gliders.ordered')).toEqual([['unknown-path', 'arms.gliders.ordered']])
    expect(hints('places.upland')[0]).toEqual(['unknown-path', undefined])
  })

  test('what a value breaks is told in the value', () => {
    expect(told({ set: { 'places.south-port.reach': '[bordura]' } })).toEqual([
      ['unknown-actor', '--set places.south-port.reach=[bordura]', 'bordura'],
    ])
    expect(told({ set: { 'shipments.grain.to': 'south-port' } })).toEqual([
      ['self-shipment', '--set shipments.grain.to=south-port', 'south-port'],
    ])
  })
})

test('a patch merges by id, and says the same as the file so edited', () => {
  const patch = `foedus: 1
places: { upland: { reach: [borduria], source: desk, struck: 0.1, repair: 9 days } }
routes: { strait: { reach: { air: [borduria] } }, ferry: { from: north-port, to: upland, mode: air, source: desk, capacity: 1 t/day } }
shipments: { crude: { demand: 100 kt/day } }
interdiction: { borduria: { air: 0.3 } }
arms: { gliders: { paid: 1 } }
markets: { avalon: { friction: 20 %, buyers: { others: { discount: 5 USD/bbl }, newcomer: { contracted: 0.1 mbbl/day } } } }
`
  const edits = [
    ['upland: {}', 'upland: { reach: [borduria], source: desk, struck: 0.1, repair: 9 days }'],
    ['legal: [borduria] }', 'legal: [borduria], air: [borduria] }'],
    [
      'routes:\n',
      'routes:\n  ferry: { from: north-port, to: upland, mode: air, source: desk, capacity: 1 t/day }\n',
    ],
    ['demand: 150', 'demand: 100'],
    ['legal: 10 %', 'legal: 10 %, air: 0.3'],
    ['    paid: 0.5\n', '    paid: 1\n'],
    ['friction: 5 %', 'friction: 20 %'],
    ['discount: 200', 'discount: 5'],
    ['      others:', '      newcomer: { contracted: 0.1 mbbl/day }\n      others:'],
  ] as const
  expect(placeless(flowing({ patch }))).toEqual(placeless(world({ base: strait(...edits) })))
})

test('a patch may bring the first of what flows into a scenario that has none', () => {
  const patch = `foedus: 1
places: { a-port: {}, b-port: {} }
routes: { ferry: { from: a-port, to: b-port, mode: sea, source: desk, capacity: 1 kt/day } }
shipments: { tea: { cargo: food, from: [a-port], to: b-port, source: desk, demand: 3 t/day } }
`
  const scenario = world({ patch })
  expect([...scenario.routes.keys(), ...scenario.shipments.keys()]).toEqual(['ferry', 'tea'])
})

test('a faulty buyer in a patch is told at its place in the patch', () => {
  const patch = 'foedus: 1\nmarkets: { avalon: { buyers: { others: { contracted: 3 days } } } }\n'
  expect(told({ patch })).toEqual([['unit-mismatch', 'patch.yaml', '3 days']])
})

test('whoever is taken out still has its purchases, its consent and its arms: they stand still', () => {
  const gone = flowing({ without: ['cascadia'] })
  expect(gone.without.actors).toEqual(['cascadia'])
  expect(placeless({ ...gone, without: { actors: [], mechanisms: [] } })).toEqual(placeless(flowing()))
})

test('quantities of what flows can move together', () => {
  const correlations = `correlations:
  - { between: [routes.strait.capacity, shipments.grain.demand], rho: 0.5, source: desk }
  - { between: [markets.avalon.buyers.cascadia.contracted, markets.avalon.price], rho: -0.3, source: desk }
  - { between: [arms.gliders.release, interdiction.borduria.blockade, places.south-port.struck], rho: 0.2, source: desk }
claims:
`
  const scenario = world({ base: strait(['claims:\n', correlations]) })
  expect(scenario.correlations.length - flowing().correlations.length).toBe(3)
  const certain = correlations.replace('routes.strait.capacity', 'routes.pass.capacity')
  expect(
    toldOf({ base: strait(['claims:\n', certain]) }).map(([code, , covered]) => [code, covered]),
  ).toEqual([['correlation-not-drawn', 'routes.pass.capacity']])
  const excused = strait(['claims:\n', correlations], ['demand: 1 to 3 kt/day', 'demand: 3 to 1 kt/day'])
  expect(toldOf({ base: excused }).map(([code]) => code)).toEqual(['quantiles-not-ascending'])
})
