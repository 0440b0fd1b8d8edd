/** The kinds of claims: what each is read as, what may not stand together, and the worlds that changes make. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Claim } from '../../src/scenario/scenario.ts'
import { asking, changed, claim, placeless, read, SMALL, told, toldOf, TROOPS, world } from './small.ts'

const GIVEN = 'given: { metric: proxies.entered, of: militia, test: "== true" }'
const DO = 'do: { set: { ties.cascadia-avalon.clauses.defence: true }, without: [militia] }'
const RECORD = `record: { of: wars next door, cases: [{ case: 1950, held: false, source: desk }, { case: Blue war, held: true, source: desk }] }`

describe('each kind is told by what stands in it', () => {
  const KINDS: readonly (readonly [Claim['kind'], ...string[]])[] = [
    ['fact', 'that: { fact: actor.borduria.nuclear, test: "== true" }'],
    ['probability', 'says: likely', 'that: { fact: actor.borduria.nuclear, test: "== true" }'],
    ['probability', TROOPS],
    ['conditional', TROOPS, GIVEN, 'says: unlikely'],
    ['conditional', TROOPS, DO, 'says: unlikely'],
    ['contrast', TROOPS, GIVEN, 'effect: { ratio: ">= 3" }'],
    ['counterfactual', TROOPS, DO, 'effect: { difference: ["> 0", "< 25 %"] }'],
    ['record', RECORD, 'says: unlikely'],
  ]
  for (const [kind, ...lines] of KINDS) {
    test(`${kind}: ${lines.map((line) => line.split(':')[0]).join(', ')}`, () => {
      expect(told(...lines)).toEqual([])
      expect(read(...lines).kind).toBe(kind)
    })
  }
})

test('an effect is one test or two, and percentages are shares', () => {
  expect(read(TROOPS, DO, 'effect: { difference: ["> 0", "< 25 %"] }').effect).toEqual({
    as: 'difference',
    tests: [
      { op: '>', value: 0 },
      { op: '<', value: 0.25 },
    ],
  })
  expect(read(TROOPS, GIVEN, 'effect: { ratio: ">= 3" }').effect).toEqual({
    as: 'ratio',
    tests: [{ op: '>=', value: 3 }],
  })
})

test('a record keeps every case as it was told', () => {
  const { record, that } = read(RECORD)
  expect(record).toEqual({
    of: 'wars next door',
    cases: [
      { title: '1950', held: false, source: 'desk' },
      { title: 'Blue war', held: true, source: 'desk' },
    ],
  })
  expect(that).toBeUndefined()
})

test('an order and a share are read with their windows; one event may stand bare', () => {
  const order = `that: { first: { metric: proxies.entered, of: militia }, before: [{ metric: support.combat, of: cascadia, for: avalon, reaches: 2, window: { to: 30 days } }, { metric: termination.ended }] }`
  const onset = { take: 'delivered', from: 0, to: 90, reaches: 1 }
  expect(read(order).that).toEqual({
    kind: 'order',
    first: [{ ...onset, metric: 'proxies.entered', of: 'militia' }],
    before: [
      { ...onset, metric: 'support.combat', of: 'cascadia', for: 'avalon', reaches: 2, to: 30 },
      { ...onset, metric: 'termination.ended', of: '' },
    ],
  })
  const share = `that: { share: { metric: proxies.launches, of: militia, window: { from: 10 days } }, in: [{ metric: proxies.launches, of: militia }], test: ">= 20 %" }`
  const look = { metric: 'proxies.launches', of: 'militia', take: 'delivered', to: 90 }
  expect(read(share).that).toEqual({
    kind: 'share',
    part: [{ ...look, from: 10 }],
    whole: [{ ...look, from: 0 }],
    test: { op: '>=', value: 0.2 },
  })
})

test('metrics of a group, of the crisis and of the ladder are asked in their own way', () => {
  expect(told('that: { metric: proxies.fear, of: militia, test: "> 50 %" }')).toEqual([])
  expect(told('that: { metric: termination.ended, test: "== true" }')).toEqual([])
  expect(told('that: { metric: escalation.rung, of: cascadia, for: avalon, test: ">= 10" }')).toEqual([])
})

/** code, covered text; the lines of the claim. */
const FAULTS: readonly (readonly [string, string, ...string[]])[] = [
  ['claim-clash', 'given', TROOPS, DO, GIVEN],
  ['claim-clash', 'says', TROOPS, DO, 'effect: { ratio: "> 1" }', 'says: likely'],
  ['claim-clash', 'that', RECORD, TROOPS],
  ['claim-clash', 'given', RECORD, GIVEN],
  ['claim-clash', 'do', RECORD, DO],
  ['claim-clash', 'effect', RECORD, 'effect: { ratio: "> 1" }'],
  ['effect-of-nothing', 'effect', TROOPS, 'effect: { ratio: "> 1" }'],
  ['missing-key', 'id', 'says: likely'],
  ['missing-key', 'id', 'says: likely', GIVEN],
  ['unknown-key', 'taht', TROOPS.replace('that', 'taht')],
  ['missing-key', '{', TROOPS, DO, 'effect: {}'],
  ['unknown-key', 'diference', TROOPS, DO, 'effect: { diference: "> 0" }'],
  ['effect-twice', 'ratio', TROOPS, DO, 'effect: { difference: "> 0", ratio: "> 1" }'],
  ['bad-test', '"about 3"', TROOPS, DO, 'effect: { ratio: "about 3" }'],
  ['bad-test', '"> true"', TROOPS, DO, 'effect: { ratio: "> true" }'],
  ['bad-test', '"== 1"', TROOPS, DO, 'effect: { ratio: "== 1" }'],
  ['out-of-bounds', '"> 0"', TROOPS, DO, 'effect: { ratio: "> 0" }'],
  ['out-of-bounds', '"> 1.1"', TROOPS, DO, 'effect: { difference: "> 1.1" }'],
  ['out-of-bounds', '"< -101 %"', TROOPS, DO, 'effect: { difference: ["> 0", "< -101 %"] }'],
  ['bad-test', '["> 0.5", "< 0.5"]', TROOPS, DO, 'effect: { difference: ["> 0.5", "< 0.5"] }'],
  ['wrong-type', '[]', TROOPS, DO, 'effect: { difference: [] }'],
  [
    'wrong-type',
    '["> 0", "> 0.1", "> 0.2"]',
    TROOPS,
    DO,
    'effect: { difference: ["> 0", "> 0.1", "> 0.2"] }',
  ],
  ['missing-key', 'record', 'record: { cases: [{ case: A, held: true, source: desk }] }'],
  ['wrong-type', '[]', 'record: { of: wars, cases: [] }'],
  ['missing-key', '{', 'record: { of: wars, cases: [{ case: A, source: desk }] }'],
  ['wrong-type', 'maybe', 'record: { of: wars, cases: [{ case: A, held: maybe, source: desk }] }'],
  ['unknown-source', 'desc', 'record: { of: wars, cases: [{ case: A, held: true, source: desc }] }'],
  [
    'duplicate-id',
    'A',
    'record: { of: wars, cases: [{ case: A, held: true, source: desk }, { case: A, held: true, source: desk }] }',
  ],
  ['unsourced', 'A', 'record: { of: wars, cases: [{ case: A, held: true }] }'],
  ['unknown-group', 'strays', 'that: { metric: proxies.entered, of: strays, test: "== true" }'],
  ['unknown-group', 'milita', 'that: { metric: proxies.entered, of: milita, test: "== true" }'],
  ['missing-key', '{', 'that: { metric: proxies.entered, test: "== true" }'],
  ['unknown-key', 'off', 'that: { metric: proxies.entered, off: militia, test: "== true" }'],
  ['unknown-key', 'for', 'that: { metric: proxies.entered, of: militia, for: avalon, test: "== true" }'],
  ['unknown-key', 'of', 'that: { metric: termination.ended, of: avalon, test: "== true" }'],
  ['out-of-bounds', '">= 11"', 'that: { metric: escalation.rung, of: cascadia, for: avalon, test: ">= 11" }'],
  ['not-a-dyad', 'militia', 'that: { metric: escalation.rung, of: militia, for: avalon, test: ">= 1" }'],
  [
    'out-of-bounds',
    '4',
    'that: { metric: support.combat, of: cascadia, for: avalon, over: firstDay, reaches: 4, test: "<= 9" }',
  ],
  [
    'not-played',
    'capacity.free',
    'that: { first: { metric: capacity.free, of: cascadia, for: avalon }, before: { metric: termination.ended } }',
  ],
  [
    'not-played',
    'obligation.combat',
    'that: { share: { metric: obligation.combat, of: cascadia, for: avalon }, in: { metric: proxies.launches, of: militia }, test: "> 0.5" }',
  ],
  [
    'out-of-bounds',
    '2',
    'that: { first: { metric: proxies.entered, of: militia, reaches: 2 }, before: { metric: termination.ended } }',
  ],
  [
    'out-of-bounds',
    '0',
    'that: { first: { metric: proxies.entered, of: militia, reaches: 0 }, before: { metric: termination.ended } }',
  ],
  ['missing-key', 'that', 'that: { first: { metric: proxies.entered, of: militia } }'],
  [
    'missing-key',
    'that',
    'that: { share: { metric: proxies.launches, of: militia }, in: { metric: proxies.launches, of: militia } }',
  ],
  [
    'out-of-bounds',
    '"> 2"',
    'that: { share: { metric: proxies.launches, of: militia }, in: { metric: proxies.launches, of: militia }, test: "> 2" }',
  ],
  [
    'never-so',
    '"> 100 %"',
    'that: { share: { metric: proxies.launches, of: militia }, in: { metric: proxies.launches, of: militia }, test: "> 100 %" }',
  ],
  [
    'never-so',
    '"< 0"',
    'that: { share: { metric: proxies.launches, of: militia }, in: { metric: proxies.launches, of: militia }, test: "< 0" }',
  ],
  [
    'duplicate-id',
    '[{ metric: proxies.launches, of: militia }, { metric: proxies.launches, of: militia }]',
    'that: { share: [{ metric: proxies.launches, of: militia }, { metric: proxies.launches, of: militia }], in: { metric: proxies.launches, of: militia }, test: "> 0.5" }',
  ],
  [
    'never-so',
    '{ metric: termination.ended }',
    'that: { first: { metric: termination.ended }, before: { metric: termination.ended } }',
  ],
  [
    'bad-test',
    '"== true"',
    'that: { share: { metric: proxies.launches, of: militia }, in: { metric: proxies.launches, of: militia }, test: "== true" }',
  ],
  [
    'unknown-metric',
    'proxies.enterd',
    'that: { first: [{ metric: proxies.enterd, of: militia }], before: { metric: termination.ended } }',
  ],
  [
    'window-beyond-horizon',
    '91 days',
    'that: { first: { metric: proxies.entered, of: militia, window: { to: 91 days } }, before: { metric: termination.ended } }',
  ],
  [
    'unknown-key',
    'test',
    'that: { first: { metric: proxies.entered, of: militia, test: ">= 1" }, before: { metric: termination.ended } }',
  ],
  ['wrong-type', '[]', 'that: { first: [], before: { metric: termination.ended } }'],
  ['unknown-path', 'ties.cascadia-avalon.steak', TROOPS, 'do: { set: { ties.cascadia-avalon.steak: 1 } }'],
  ['out-of-bounds', '140 %', TROOPS, 'do: { set: { ties.cascadia-avalon.stake: 140 % } }'],
  ['wrong-type', 'maybe', TROOPS, 'do: { set: { actors.cascadia.nuclear: maybe } }'],
  ['unknown-without', 'nobody', TROOPS, 'do: { without: nobody }'],
  ['without-belligerent', 'avalon', TROOPS, 'do: { without: [avalon] }'],
  ['without-needed', 'support', TROOPS, 'do: { without: [support] }'],
  ['missing-key', '{', TROOPS, 'do: {}'],
  ['missing-key', '{', TROOPS, 'do: { set: {} }'],
  ['wrong-type', '[]', TROOPS, 'do: { without: [] }'],
  ['unknown-key', 'sets', TROOPS, 'do: { sets: { crisis.form: siege } }'],
  ['change-breaks', 'do', TROOPS, 'do: { set: { crisis.attackers: [cascadia] } }'],
  ['change-breaks', 'do', TROOPS, 'do: { set: { actors.cascadia.kind: nonstate } }'],
]

describe('one law broken is one fault, at its place', () => {
  for (const [code, covered, ...lines] of FAULTS) {
    test(`${code} at ${covered}: ${lines.at(-1)}`, () => {
      expect(told(...lines)).toEqual([[code, covered]])
    })
  }
})

test('a changed world is the scenario with the change, and its claims ask the same plain questions', () => {
  const base = claim(TROOPS, DO, 'effect: { difference: "> 0" }')
  const [asked] = world({ base }).claims
  const made = asked?.do
  expect(made?.text).toBe('ties.cascadia-avalon.clauses.defence = true; without militia')
  const bare = world({
    base: claim(TROOPS),
    set: { 'ties.cascadia-avalon.clauses.defence': 'true' },
    without: ['militia'],
  })
  expect(placeless(made!.world)).toEqual(placeless(bare))
  expect(made?.world.claims).toEqual([{ ...asked, kind: 'probability', do: undefined, effect: undefined }])
})

test('the same change makes one world, however many claims ask about it', () => {
  const other = `- id: other\n  ${TROOPS}\n  do:\n    set:\n      ties.cascadia-avalon.clauses.defence:   true # so\n    without: militia\n  says: likely`
  const { claims } = world({
    base: asking(`- id: asked\n  ${TROOPS}\n  ${DO}\n  effect: { ratio: "> 1" }\n${other}`),
  })
  expect(claims.map(({ kind }) => kind)).toEqual(['counterfactual', 'conditional'])
  expect(claims[0]?.do).toBe(claims[1]?.do)
})

test('a change of a claim lies over the change of a command', () => {
  const base = claim(TROOPS, 'do: { set: { crisis.form: siege }, without: council }', 'says: likely')
  const { claims } = world({
    base,
    set: { 'crisis.form': 'air', 'crisis.horizon': '30 days' },
    without: ['militia'],
  })
  expect(claims[0]?.do?.world.crisis).toMatchObject({ form: 'siege', horizon: 30 })
  expect(claims[0]?.do?.world.without).toEqual({ actors: ['militia'], mechanisms: ['council'] })
})

test('warnings of a changed world are not told, and faults of the scenario only once', () => {
  const lines = [TROOPS, 'do: { set: { ties.cascadia-avalon.until: 2019-01-01 } }', 'says: likely']
  expect(told(...lines)).toEqual([])
  const base = claim(...lines).replace('kind: state, nuclear: true', 'kind: stat, nuclear: true')
  expect(base).not.toBe(claim(...lines))
  expect(toldOf({ base }).map(([code]) => code)).toEqual(['unknown-word'])
})

test('a claim may ask about what only its own change makes', () => {
  const base = claim('that: { fact: tie.cascadia-avalon.clauses.defence, test: "== true" }', DO)
  const [asked] = world({ base }).claims
  expect(asked?.that).toMatchObject({ value: 0 })
  expect(asked?.do?.world.claims[0]?.that).toMatchObject({ value: 1 })
  expect(SMALL).not.toContain('defence')
})

test('a claim of any kind with any one token changed ends without throwing', () => {
  const share = `that: { share: [{ metric: proxies.launches, of: militia }], in: { metric: proxies.launches, of: militia }, test: "> 1 %" }`
  const all = [
    claim(TROOPS, DO, 'effect: { difference: ["> 0", "< 25 %"] }'),
    claim(share, GIVEN, 'says: likely'),
    claim(RECORD),
  ]
  const fresh = fc.constantFrom(
    '',
    ' ',
    '\n',
    ':',
    '-',
    '[',
    '}',
    '~',
    '7',
    'avalon',
    '__proto__',
    'that',
    'do',
    '> 2',
  )
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.nat(), fresh, (text, place, token) => {
      const [before = '', after = ''] = text.split('claims:\n')
      const tokens = after.match(/[A-Za-z_][\w.-]*|[\d._]+|\s+|./g) ?? []
      const base = `${before}claims:\n${tokens.map((old, at) => (at === place % tokens.length ? token : old)).join('')}`
      const { faults, value } = changed({ base })
      expect(value === undefined).toBe(faults.some(({ severity }) => severity === 'fault'))
    }),
    { numRuns: 150 },
  )
})
