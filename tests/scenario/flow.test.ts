/** What flows, as it is written: names, units, and what stands in for what nobody said. */
import { describe, expect, test } from 'vitest'
import type { Quantity } from '../../src/scenario/scenario.ts'
import { checkText } from './bridge.ts'
import type { Edit } from './strait.ts'
import { STRAIT, straitOf, warningsOf } from './strait.ts'

type Quantities = Readonly<Record<string, Quantity>>

/** The laws of what nobody stated, by name. */
function assumed(quantities: Quantities | undefined): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(quantities ?? {}).flatMap(([name, { law, assumed: stands }]) =>
      stands ? [[name, law.kind === 'fixed' ? law.value : law.kind]] : [],
    ),
  )
}

test('a scenario of all six nouns has neither fault nor warning', () => {
  expect(checkText(STRAIT).faults).toEqual([])
})

test('places, routes and shipments are as they are written, with their lists sorted', () => {
  const { places, routes, shipments } = straitOf()
  expect([...places.keys()]).toEqual(['air-base', 'north-port', 'south-port', 'upland'])
  expect(places.get('north-port')).toMatchObject({
    name: 'North Port',
    in: 'cascadia',
    reach: [],
    source: 'desk',
  })
  expect(places.get('south-port')).toMatchObject({ name: 'south-port', reach: ['borduria', 'cascadia'] })
  expect(places.get('air-base')?.consent).toEqual({ of: 'cascadia', for: 'avalon', level: 2 })
  expect(routes.get('strait')).toMatchObject({
    from: 'north-port',
    to: 'south-port',
    mode: 'sea',
    carrier: 'cascadia',
    reach: { sea: ['borduria', 'cascadia'], air: [], land: [], legal: ['borduria'] },
  })
  expect(shipments.get('grain')).toMatchObject({
    cargo: 'food',
    from: ['north-port', 'south-port'],
    to: 'upland',
    by: 'cascadia',
    for: 'avalon',
  })
  expect(shipments.get('crude')).not.toHaveProperty('by')
})

test('what holds arms back is known by its day and by what it was judged at', () => {
  const { arms } = straitOf()
  expect(arms.get('gliders')).toMatchObject({
    contract: 17_956,
    releaseBy: 18_627,
    releaseGiven: { thirdPartyCost: 0.3, utilisation: 0.7, paid: 0.5 },
    quantities: { release: { role: 'anchor' } },
  })
  const talk = arms.get('talk')
  expect([talk?.contract, talk?.releaseBy, talk?.quantities['release']]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('each quantity bears its path, its unit and the nearest source above it', () => {
  const { routes, shipments, interdiction, arms, markets, places } = straitOf()
  const seller = markets.get('avalon')
  const buyer = seller?.buyers.find(({ id }) => id === 'cascadia')
  const found = [
    places.get('south-port')?.quantities['struck'],
    routes.get('pass')?.quantities['capacity'],
    shipments.get('grain')?.quantities['demand'],
    interdiction.get('borduria')?.quantities['blockade'],
    arms.get('gliders')?.quantities['ordered'],
    seller?.quantities['reserves'],
    buyer?.quantities['contracted'],
  ]
  expect(found.map((one) => [one?.id, one?.unit, one?.source, one?.role])).toEqual([
    ['places.south-port.struck', 'fraction', 'desk', 'anchor'],
    ['routes.pass.capacity', 't/day', 'desk', 'input'],
    ['shipments.grain.demand', 't/day', 'desk', 'input'],
    ['interdiction.borduria.blockade', 'fraction', 'desk', 'anchor'],
    ['arms.gliders.ordered', 'count', 'desk', 'input'],
    ['markets.avalon.reserves', 'USD', 'desk', 'input'],
    ['markets.avalon.buyers.cascadia.contracted', 'bbl/day', 'desk', 'input'],
  ])
  expect(routes.get('pass')?.quantities['capacity']?.law).toEqual({ kind: 'fixed', value: 2_000 })
  expect(seller?.quantities['warSpending']?.law).toEqual({ kind: 'fixed', value: 10_000_000 })
  expect(buyer?.quantities['contracted']?.law).toMatchObject({ p05: 1_000_000, p95: 1_400_000 })
})

describe('what is not stated', () => {
  test('is neutral in arms that serve or are only talked about', () => {
    expect(assumed(straitOf().arms.get('talk')?.quantities)).toEqual({
      inService: 0,
      ordered: 0,
      readiness: 1,
      paid: 1,
      underFire: 0,
      transit: 0,
      loss: 0,
      cover: 0,
      lead: 0,
      rate: 0,
      integration: 0,
    })
  })

  test('is vague in an order: how it is built, and until it can be used', () => {
    const order = [
      'talk: { from: cascadia, to: avalon }',
      'talk: { from: cascadia, to: avalon, source: desk, ordered: 12 }',
    ] as const
    expect(assumed(straitOf(order).arms.get('talk')?.quantities)).toMatchObject({
      lead: 'quantiles',
      rate: 'quantiles',
      integration: 'quantiles',
    })
    expect(warningsOf(order)).toEqual([['assumed-input', 'talk']])
  })

  test('is vague in a place that one who fights can strike, and in no other', () => {
    const within = ['upland: {}', 'upland: { reach: [borduria] }'] as const
    expect(warningsOf(within)).toEqual([['assumed-input', 'upland']])
    expect(assumed(straitOf(within).places.get('upland')?.quantities)).toEqual({
      struck: 'quantiles',
      repair: 'quantiles',
    })
    // Who does not fight strikes nobody.
    const aside = ['upland: {}', 'upland: { reach: [cascadia] }'] as const
    expect(warningsOf(aside)).toEqual([])
    expect(assumed(straitOf(aside).places.get('upland')?.quantities)['struck']).toBe(0)
  })

  test('is nothing done, in an interdiction', () => {
    expect(assumed(straitOf().interdiction.get('borduria')?.quantities)).toEqual({ air: 0, land: 0 })
  })

  test('is as usual with a buyer, and vague or nothing in a market', () => {
    const { markets } = straitOf()
    const others = markets.get('avalon')?.buyers.find(({ id }) => id === 'others')
    expect([others?.outlet, assumed(others?.quantities)]).toEqual([
      undefined,
      { willing: 1, exposureRise: 0 },
    ])
    const bare = ['    price: 60 to 90 USD/bbl\n    friction: 5 %\n', ''] as const
    expect(warningsOf(bare)).toEqual([['assumed-input', 'avalon']])
    expect(assumed(straitOf(bare).markets.get('avalon')?.quantities)).toEqual({
      price: 'quantiles',
      friction: 0,
    })
  })

  test('is as vague as can be in what a belligerent sees, where somebody might support it', () => {
    const { actors } = straitOf(['ownIntelligence: { range: 0.2 to 0.5, source: desk }, ', ''])
    expect(assumed(actors.get('avalon')?.quantities)).toEqual({ ownIntelligence: 'quantiles' })
    expect(Object.keys(actors.get('borduria')?.quantities ?? {})).toEqual([])
  })

  test('is left open in trust, for which alignment stands in', () => {
    const quantities = (...edits: Edit[]): Quantities =>
      straitOf(...edits).ties.get('cascadia-avalon')?.quantities ?? {}
    expect(quantities()).not.toHaveProperty('trust')
    expect(quantities(['    access:', '    trust: 0.4\n    access:'])['trust']).toMatchObject({
      id: 'ties.cascadia-avalon.trust',
      law: { kind: 'fixed', value: 0.4 },
    })
  })
})

test('names are for the eye: they change nothing but themselves', () => {
  const plain = straitOf(['name: Gliders\n    ', ''], ['name: Grain, ', ''], ['name: North Port, ', ''])
  const named = straitOf()
  const nameless = (items: ReadonlyMap<string, object>): string[] =>
    [...items.values()].map((item) =>
      JSON.stringify(item, (key, value: unknown) => (key === 'name' || key === 'span' ? undefined : value)),
    )
  for (const noun of ['places', 'shipments', 'arms'] as const) {
    expect(nameless(plain[noun])).toEqual(nameless(named[noun]))
  }
})

test('the order of the file changes nothing', () => {
  const swapped = straitOf(
    ['  upland: {}\n', ''],
    ['places:\n', 'places:\n  upland: {}\n'],
    ['  talk: { from: cascadia, to: avalon }\n', ''],
    ['arms:\n', 'arms:\n  talk: { from: cascadia, to: avalon }\n'],
  )
  const usual = straitOf()
  for (const noun of ['places', 'arms'] as const) {
    expect([...swapped[noun].keys()]).toEqual([...usual[noun].keys()])
  }
})
