/** Every law of what flows, broken once: the code and the very text it points to. */
import { describe, expect, test } from 'vitest'
import { checkText } from './bridge.ts'
import type { Edit } from './strait.ts'
import { faultsOf, STRAIT, strait, stating, warningsOf } from './strait.ts'

const BUYERS = STRAIT.slice(STRAIT.indexOf('    buyers:'), STRAIT.indexOf('claims:'))
const TALK = 'talk: { from: cascadia, to: avalon'
const BASE = 'consent: { of: cascadia, for: avalon, level: 2 }'

/** code, covered text, edits of the valid scenario. */
const FAULTS: readonly (readonly [string, string, ...Edit[]])[] = [
  // Places
  ['unknown-actor', 'avalom', ['in: avalon, reach', 'in: avalom, reach']],
  ['unknown-actor', 'bordura', ['reach: [cascadia, borduria], source', 'reach: [cascadia, bordura], source']],
  [
    'duplicate-id',
    'cascadia',
    ['reach: [cascadia, borduria], source', 'reach: [cascadia, cascadia], source'],
  ],
  ['unknown-actor', 'cascada', [BASE, 'consent: { of: cascada, for: avalon, level: 2 }']],
  ['not-a-dyad', 'cascadia', [BASE, 'consent: { of: cascadia, for: borduria, level: 2 }']],
  ['not-a-dyad', 'borduria', [BASE, 'consent: { of: borduria, for: avalon, level: 2 }']],
  ['out-of-bounds', '4', [BASE, 'consent: { of: cascadia, for: avalon, level: 4 }']],
  ['missing-key', 'consent', [BASE, 'consent: { of: cascadia, for: avalon }']],
  [
    'unknown-source',
    'desc',
    [
      'north-port: { name: North Port, in: cascadia, source: desk',
      'north-port: { name: North Port, in: cascadia, source: desc',
    ],
  ],
  ['out-of-bounds', '0 to 40 days', ['{ lognormal: 3 to 40 days }', '{ uniform: 0 to 40 days }']],
  ['anchor-as-input', 'input', ['role: anchor }, repair', 'role: input }, repair']],
  ['wrong-type', 'borduria', ['reach: [cascadia, borduria], source', 'reach: borduria, source']],
  ['bad-id', 'Upland', ['upland: {}', 'upland: {}\n  Upland: {}']],
  // Routes
  [
    'unknown-place',
    'south-prt',
    ['from: north-port, to: south-port, mode: sea', 'from: north-port, to: south-prt, mode: sea'],
  ],
  [
    'unknown-place',
    'cascadia',
    ['from: north-port, to: south-port, mode: sea', 'from: cascadia, to: south-port, mode: sea'],
  ],
  [
    'self-route',
    'north-port',
    ['from: north-port, to: south-port, mode: sea', 'from: north-port, to: north-port, mode: sea'],
  ],
  ['unknown-word', 'see', ['to: south-port, mode: sea', 'to: south-port, mode: see']],
  ['unknown-actor', 'cascade', ['carrier: cascadia', 'carrier: cascade']],
  ['unknown-actor', 'bordura', ['legal: [borduria]', 'legal: [bordura]']],
  ['unknown-key', 'naval', ['legal: [borduria]', 'naval: [borduria]']],
  ['duplicate-id', 'borduria', ['legal: [borduria]', 'legal: [borduria, borduria]']],
  ['missing-key', 'back', ['source: desk, capacity: 200 kt/day', 'source: desk']],
  ['missing-unit', '200', ['capacity: 200 kt/day', 'capacity: 200']],
  ['unit-mismatch', '200 kt', ['capacity: 200 kt/day', 'capacity: 200 kt']],
  // Shipments
  ['unknown-place', 'uplands', ['to: upland, source: desk, demand', 'to: uplands, source: desk, demand']],
  ['unknown-place', 'north-pole', ['from: [south-port, north-port]', 'from: [south-port, north-pole]']],
  [
    'self-shipment',
    'south-port',
    ['to: upland, source: desk, demand', 'to: south-port, source: desk, demand'],
  ],
  ['duplicate-id', 'south-port', ['from: [south-port, north-port]', 'from: [south-port, south-port]']],
  ['wrong-type', '[]', ['from: [south-port, north-port]', 'from: []']],
  ['unknown-word', 'wine', ['cargo: food', 'cargo: wine']],
  ['missing-key', 'by', ['by: cascadia, for: avalon }\n  crude', 'by: cascadia }\n  crude']],
  ['missing-key', 'for', ['by: cascadia, for: avalon }\n  crude', 'for: avalon }\n  crude']],
  ['not-a-dyad', 'cascadia', ['by: cascadia, for: avalon }', 'by: cascadia, for: borduria }']],
  ['missing-key', 'crude', ['source: desk, demand: 150 kt/day', 'source: desk']],
  // Interdiction
  [
    'unknown-actor',
    'bordura',
    ['  borduria: { source: desk, blockade', '  bordura: { source: desk, blockade'],
  ],
  ['not-a-belligerent', 'cascadia', ['interdiction:\n', 'interdiction:\n  cascadia: {}\n']],
  ['out-of-bounds', '110 %', ['legal: 10 %', 'legal: 110 %']],
  ['anchor-unsolved', 'anchor', ['legal: 10 %', 'legal: { value: 10 %, role: anchor }']],
  ['unknown-key', 'strike', ['strikes:', 'strike:']],
  // Arms
  ['not-a-dyad', 'borduria', [TALK, 'talk: { from: borduria, to: avalon']],
  ['not-a-dyad', 'cascadia', [TALK, 'talk: { from: cascadia, to: borduria']],
  ['unknown-actor', 'avalom', [TALK, 'talk: { from: cascadia, to: avalom']],
  ['missing-key', 'talk', [TALK, 'talk: { from: cascadia']],
  ['dates-not-ascending', '2020-01-02', ['contract: 2019-03-01', 'contract: 2020-01-02']],
  [
    'source-after-as-of',
    '2020-01-20',
    ['contract: 2019-03-01', 'contract: 2020-01-20'],
    ['horizon: 90', 'start: 2020-02-01, horizon: 90'],
  ],
  ['bad-date', '2019-02-30', ['contract: 2019-03-01', 'contract: 2019-02-30']],
  ['dates-not-ascending', '2020-01-01', ['releaseBy: 2020-12-31', 'releaseBy: 2020-01-01']],
  ['missing-key', 'release', ['    releaseBy: 2020-12-31\n', '']],
  [
    'missing-key',
    'release',
    ['    releaseGiven: { thirdPartyCost: 0.3, utilisation: 70 %, paid: 0.5 }\n', ''],
  ],
  ['missing-key', 'releaseBy', ['    release: { range: [10 %, 30 %, 60 %], role: anchor }\n', '']],
  [
    'missing-key',
    'releaseGiven',
    [TALK, `${TALK}, releaseGiven: { thirdPartyCost: 0, utilisation: 0, paid: 1 }`],
  ],
  ['missing-key', 'releaseGiven', ['utilisation: 70 %, ', '']],
  ['out-of-bounds', '70', ['utilisation: 70 %, ', 'utilisation: 70, ']],
  ['out-of-bounds', '-4 count', ['inService: 4 count', 'inService: -4 count']],
  ['unit-mismatch', '4 days', ['inService: 4 count', 'inService: 4 days']],
  ['unit-mismatch', '1 to 4 months', ['rate: 1 to 4 count/month', 'rate: 1 to 4 months']],
  // Markets
  ['unknown-actor', 'avalom', ['  avalon:\n    goods', '  avalom:\n    goods']],
  ['missing-key', 'avalon', ['    goods: crude oil\n', '']],
  ['missing-key', 'avalon', ['    reserves: 10 to 30 USD bn\n', '']],
  ['missing-key', 'avalon', ['    essentialImports: 40 to 80 USD m/day\n', '']],
  ['unit-mismatch', '10 USD m', ['warSpending: 10 USD m/day', 'warSpending: 10 USD m']],
  ['unknown-shipment', 'crud', ['outlet: crude', 'outlet: crud']],
  ['self-market', 'avalon', ['      others:', '      avalon:']],
  ['missing-key', 'others', ['contracted: 0.2 mbbl/day, discount', 'discount']],
  ['unknown-key', 'discont', ['discount: 200', 'discont: 200']],
  ['bad-id', 'Others', ['      others:', '      Others:']],
  ['duplicate-key', 'cascadia', ['      others:', '      cascadia:']],
  ['wrong-type', 'none', [BUYERS, '    buyers: none\n']],
  ['wrong-type', '[', [BUYERS, '    buyers: [none]\n']],
  // Actors and ties
  ['out-of-bounds', '1.5', ['ownIntelligence: { range: 0.2 to 0.5,', 'ownIntelligence: { value: 1.5,']],
  ['out-of-bounds', '1.5', ['    access:', '    trust: 1.5\n    access:']],
]

describe('one law of what flows broken is one fault, at its place', () => {
  for (const [code, covered, ...edits] of FAULTS) {
    test(`${code} at ${covered}: ${edits[0]?.[1] ?? ''}`, () => {
      expect(faultsOf(...edits)).toEqual([[code, covered]])
    })
  }
})

test('a misspelt name is told with the right one, and with all that there are', () => {
  const hints = (...edits: Edit[]): unknown[] =>
    checkText(strait(...edits)).faults.map(({ expected, suggestion }) => [expected, suggestion])
  expect(hints(['to: south-port, mode: sea', 'to: south-prt, mode: sea'])).toEqual([
    ['one of air-base, north-port, south-port, upland', 'south-port'],
  ])
  expect(hints(['outlet: crude', 'outlet: crud'])).toEqual([['one of crude, grain', 'crude']])
  expect(hints(['strikes:', 'strike:'])[0]).toContain('strikes')
  expect(hints(['    releaseBy: 2020-12-31\n', ''])).toEqual([['releaseBy', undefined]])
})

test('faults of six nouns are told at once', () => {
  expect(
    faultsOf(
      ['in: avalon, reach', 'in: avalom, reach'],
      ['carrier: cascadia', 'carrier: cascade'],
      ['cargo: food', 'cargo: wine'],
      ['legal: 10 %', 'legal: 110 %'],
      [TALK, 'talk: { from: borduria, to: avalon'],
      ['outlet: crude', 'outlet: crud'],
      ['discount: 200', 'discont: 200'],
    ),
  ).toEqual([
    ['unknown-actor', 'avalom'],
    ['unknown-actor', 'cascade'],
    ['unknown-word', 'wine'],
    ['out-of-bounds', '110 %'],
    ['not-a-dyad', 'borduria'],
    ['unknown-shipment', 'crud'],
    ['unknown-key', 'discont'],
  ])
})

describe('one cause makes one fault', () => {
  test.each<readonly [string, string, string, Edit]>([
    [
      'a crisis at fault: nobody knows who fights',
      'unknown-actor',
      'bordura',
      ['attackers: [borduria]', 'attackers: [bordura]'],
    ],
    [
      'a tie with a loose end: it may be the one that is meant',
      'unknown-actor',
      'cascada',
      ['  - from: cascadia\n', '  - from: cascada\n'],
    ],
    [
      'a supplier whose kind is misspelt',
      'unknown-word',
      'stat',
      ['cascadia: { kind: state', 'cascadia: { kind: stat'],
    ],
    [
      'a place at fault is a place for routes',
      'unknown-key',
      'reech',
      ['in: avalon, reach', 'in: avalon, reech'],
    ],
    ['a shipment at fault is an outlet for buyers', 'unknown-word', 'oyl', ['cargo: oil', 'cargo: oyl']],
    [
      'a misspelt other end of support that travels',
      'unknown-key',
      'forr',
      ['by: cascadia, for: avalon }\n  crude', 'by: cascadia, forr: avalon }\n  crude'],
    ],
    ['a misspelt part of a release', 'unknown-key', 'relaseBy', ['releaseBy: 2020', 'relaseBy: 2020']],
    [
      'a reach at fault leaves open whether somebody strikes',
      'wrong-type',
      'maybe',
      ['upland: {}', 'upland: { reach: maybe }'],
    ],
  ])('%s', (_, code, covered, edit) => {
    const fact = stating('crisis.start', '>= 2019-01-01')
    expect(checkText(strait(edit, fact)).faults).toHaveLength(1)
    expect(faultsOf(edit, fact)).toEqual([[code, covered]])
  })
})

test('what is odd but can be so is no fault: a discount above the price, a carrier who fights, none but a third party in reach', () => {
  expect(warningsOf(['discount: 200 USD/bbl', 'discount: -5 USD/bbl'])).toEqual([])
  expect(warningsOf(['carrier: cascadia', 'carrier: borduria'])).toEqual([])
  expect(warningsOf(['sea: [cascadia, borduria]', 'sea: [cascadia]'])).toEqual([])
})
