/** What is odd about the flows as a whole is a warning at its place, with a way out; and the scenario stands. */
import { describe, expect, test } from 'vitest'
import { checkText } from './bridge.ts'
import { changed } from './small.ts'
import type { Edit } from './strait.ts'
import { faultsOf, STRAIT, strait, straitOf, warningsOf } from './strait.ts'

const GRAIN = 'from: [south-port, north-port], to: upland, source: desk'
const CRUDE = 'from: [south-port], to: north-port, source: desk'
const DOES =
  '  borduria: { source: desk, blockade: { range: [8 %, 25 %, 50 %], role: anchor }, strikes: 0.2 to 0.6, legal: 10 % }'
const FIRST = 'others: { contracted'

/** code, covered text, what the way out says, edits of the valid scenario. */
const ODD: readonly (readonly [string, string, string, ...Edit[]])[] = [
  [
    'no-way',
    'south-port',
    'a route runs one way; another is needed for the way back',
    [GRAIN, 'from: [upland], to: south-port, source: desk'],
  ],
  [
    'no-way',
    'island',
    'routes lead from there to air-base, north-port, upland; add the one that is missing',
    ['upland: {}', 'upland: {}\n  island: {}'],
    [
      '  lift: {',
      '  ferry: { from: island, to: air-base, mode: sea, source: desk, capacity: 1 kt/day }\n  lift: {',
    ],
    [CRUDE, 'from: [south-port], to: island, source: desk'],
  ],
  [
    'no-way',
    'north-port',
    'add a route that begins at upland',
    [CRUDE, 'from: [upland], to: north-port, source: desk'],
    ['strait: { from: north-port', 'strait: { from: air-base'],
    ['lift: { from: north-port, to: air-base', 'lift: { from: air-base, to: south-port'],
    [GRAIN, 'from: [south-port], to: upland, source: desk'],
  ],
  [
    'below-a-tonne',
    '0.2 to 0.9 t/day',
    'check the unit',
    ['demand: 1 to 3 kt/day', 'demand: 0.2 to 0.9 t/day'],
  ],
  [
    'below-a-tonne',
    '0 kt/day',
    'leave lift out',
    ['mode: air, source: desk, capacity: 1 kt/day', 'mode: air, source: desk, capacity: 0 kt/day'],
  ],
  ['outlet-of-other-cargo', 'crude', 'carries the oil', ['cargo: oil', 'cargo: fuel']],
  ['outlet-of-support', 'grain', 'carries the oil', ['outlet: crude', 'outlet: grain']],
  ['shared-outlet', 'crude', 'a shipment of its own', [FIRST, 'others: { outlet: crude, contracted']],
  [
    'runs-down',
    '40 to 80 USD bn/day',
    'their units',
    ['essentialImports: 40 to 80 USD m/day', 'essentialImports: 40 to 80 USD bn/day'],
  ],
  ['idle-place', 'nowhere', 'add the route', ['upland: {}', 'upland: {}\n  nowhere: {}']],
  [
    'struck-out-of-reach',
    'struck',
    'under reach',
    ['reach: [cascadia, borduria], source: desk, struck', 'reach: [cascadia], source: desk, struck'],
  ],
  ['stops-nothing', '[cascadia, borduria]', 'strikes, blockade, legal', [DOES, '  avalon: { source: desk }']],
  [
    'stops-nothing',
    'borduria',
    'state blockade',
    [' blockade: { range: [8 %, 25 %, 50 %], role: anchor },', ''],
  ],
  ['start-before-as-of', '2019-12-01', 'asOf', ['horizon: 90', 'start: 2019-12-01, horizon: 90']],
]

describe('what is odd about flows is told, and the scenario stands', () => {
  for (const [code, covered, way, ...edits] of ODD) {
    test(`${code} at ${covered}: ${way}`, () => {
      expect(warningsOf(...edits)).toEqual([[code, covered]])
      const { value, faults } = checkText(strait(...edits))
      expect(value).toBeDefined()
      expect(faults[0]?.suggestion).toContain(way)
    })
  }
})

test('a way of several routes, or from one of several places, is a way', () => {
  expect(warningsOf([GRAIN, 'from: [upland, north-port], to: south-port, source: desk'])).toEqual([])
  expect(warningsOf([GRAIN, 'from: [north-port], to: upland, source: desk'])).toEqual([])
})

test('while a route is at fault, nothing is said of the network', () => {
  const broken: Edit = ['pass: { from: south-port, to: upland', 'pass: { from: south-port, to: uplan']
  expect(faultsOf(broken)).toEqual([['unknown-place', 'uplan']])
  expect(warningsOf(broken)).toEqual([])
})

test('a ton a day at the top of its range flows, and a belligerent that holds back says so with 0', () => {
  expect(warningsOf(['demand: 1 to 3 kt/day', 'demand: 0.2 to 1 t/day'])).toEqual([])
  expect(
    warningsOf([
      'blockade: { range: [8 %, 25 %, 50 %], role: anchor }',
      'blockade: { value: 0, role: anchor }',
    ]),
  ).toEqual([])
})

test('to close a way, or to take a place out of reach, is a change and no slip', () => {
  const told = (set: Readonly<Record<string, string>>): string[] =>
    changed({ base: STRAIT, set }).faults.map(({ code }) => code)
  expect(told({ 'routes.lift.capacity': '0 t/day', 'places.south-port.reach': '[]' })).toEqual([])
  expect(told({ 'routes.lift.capacity': '0.5 t/day' })).toEqual(['below-a-tonne'])
})

test('essential imports cost something', () => {
  const edit: Edit = ['essentialImports: 40 to 80 USD m/day', 'essentialImports: 0 to 80 USD m/day']
  expect(faultsOf(edit)).toEqual([['out-of-bounds', '0 to 80 USD m/day']])
})

test('a supporter without shipments of its own has none that could be stopped', () => {
  const asked: Edit = [
    'that: { metric: support.combat, of: cascadia, for: avalon, test: "== 0" }',
    'that: { metric: routes.stopped, of: cascadia, for: avalon, test: "== 1" }',
  ]
  const own = ', by: cascadia, for: avalon }'
  expect(faultsOf(asked)).toEqual([])
  expect(faultsOf(asked, [own, ' }'])).toEqual([['no-own-shipment', 'cascadia']])
  // A shipment at fault may be the one.
  expect(faultsOf(asked, [own, ', by: cascadia, forr: avalon }'])).toEqual([['unknown-key', 'forr']])
})

describe('a test that the first day passes already', () => {
  const asking = (look: string, bound: string): Edit => [
    'that: { metric: support.combat, of: cascadia, for: avalon, test: "== 0" }',
    `that: { metric: ${look}, test: "${bound}" }`,
  ]
  test.each([
    ['routes.uptime, of: grain', '>= 80 %'],
    ['routes.covered, of: grain, window: { to: 30 days }', '> 0.5'],
    ['lifeline.cover, of: avalon', '>= 60'],
    ['lifeline.boughtShare, of: cascadia, for: avalon', '>= 0.9'],
  ])('is told of %s %s', (look, bound) => {
    expect(warningsOf(asking(look, bound))).toEqual([['any-day', `"${bound}"`]])
    expect(straitOf(asking(look, bound)).claims).toHaveLength(1)
  })
  test.each([
    ['routes.uptime, of: grain, over: last', '>= 80 %'],
    ['routes.uptime, of: grain, over: max', '>= 80 %'],
    ['routes.uptime, of: grain, window: { from: 60 days, to: 60 days }', '>= 80 %'],
    ['routes.uptime, of: grain', '< 80 %'],
    ['arms.delivered, of: gliders', '>= 8'],
    ['routes.carried, of: grain', '>= 8000'],
  ])('and not of %s %s', (look, bound) => {
    expect(warningsOf(asking(look, bound))).toEqual([])
  })
})
