/** Every law of the language, broken once: the code and the very text it points to. */
import { describe, expect, test } from 'vitest'
import { BRIDGE, checkText, edited, told } from './bridge.ts'

type Edit = readonly [string, string]

const CONDITION = 'that: { metric: support.combat, of: cascadia, for: avalon, test: "== 0" }'
const DRAFT = `  drafts:
    - id: stop
      title: A ceasefire
      type: ceasefire
      favours: avalon
      sponsor: cascadia
      tabled: 10 % to 30 %
      source: desk
      votes: { avalon: [0.8, 0.1, 0.1], borduria: [0, 0, 1], cascadia: [1, 0, 0] }
`
const COUNCIL = `votingRules:
  trio:
    - { since: 1990-01-01, until: 2030-01-01, seats: 3, threshold: 2, veto: true }
council:
  name: The council of three
  rule: trio
  members: [{ actor: avalon }, { actor: borduria, permanent: true }, { actor: cascadia }]
${DRAFT}`
const withCouncil: Edit = ['claims:\n', `${COUNCIL}claims:\n`]
const withProse: Edit = [
  'asOf: 2020-01-01\n',
  'asOf: 2020-01-01\nassessment: |\n  ## 1. Troops\n  None will come.\n  Or so they say.\n',
]

function fact(path: string, test = '== false'): Edit {
  return [CONDITION, `that: { fact: ${path}, test: "${test}" }`]
}

function correlate(text: string): Edit {
  return ['claims:\n', `correlations:\n${text}claims:\n`]
}

/** What a belligerent sees without help, so that nothing has to be assumed. */
const SIGHT =
  'ownIntelligence: { value: 0.5, source: desk }, commercialIntelligence: { value: 0.2, source: desk }'

const TIE = 'ties.cascadia-avalon'

/** code, covered text, edits of the valid scenario. */
const FAULTS: readonly (readonly [string, string, ...Edit[]])[] = [
  ['missing-key', 'foedus', ['title: A quarrel over a bridge\n', '']],
  ['missing-key', 'avalon', ['avalon: { kind: state,', 'avalon: {']],
  [
    'missing-key',
    '{',
    ['desk: {', 'desk: {'],
    [CONDITION, 'that: { all: [{ metric: support.combat, of: cascadia, for: avalon }] }'],
  ],
  ['missing-key', 'that', [CONDITION, 'that: { metric: support.combat, of: cascadia, for: avalon }']],
  ['missing-key', '{', [CONDITION, 'that: { metric: support.combat, of: cascadia, test: "== 0" }']],
  ['unknown-key', 'tilte', ['title: A quarrel', 'tilte: A quarrel']],
  ['unknown-key', 'aligment', ['    alignment:', '    aligment:']],
  ['unknown-key', 'defense', ['consultation: true }', 'consultation: true, defense: true }']],
  [
    'unknown-key',
    'sourc',
    ['size: { range: [0.4, 0.6, 0.8], source: desk }', 'size: { range: [0.4, 0.6, 0.8], sourc: desk }'],
  ],
  ['unknown-key', 'tset', ['avalon, test:', 'avalon, tset:']],
  ['wrong-type', '[cascadia]', ['from: cascadia', 'from: [cascadia]']],
  ['wrong-type', 'maybe', ['nuclear: true }', 'nuclear: maybe }']],
  ['wrong-type', 'many', ['alignment: [0.4, 0.6, 0.8]', 'alignment: many']],
  ['wrong-type', 'aims', ['form: air', 'aims: , form: air']],
  ['wrong-version', '2', ['foedus: 1', 'foedus: 2']],
  ['unknown-word', 'nation', ['avalon: { kind: state', 'avalon: { kind: nation']],
  ['unknown-word', 'very likly', ['very likely', 'very likly']],
  ['bad-id', 'Avalon', ['actors:\n', 'actors:\n  Avalon: { kind: state }\n']],
  ['bad-id', 'No Troops', ['id: no-troops', 'id: No Troops']],
  ['reserved-key', 'constructor', ['id: no-troops', 'id: constructor']],
  ['bad-date', '2020-13-01', ['asOf: 2020-01-01', 'asOf: 2020-13-01']],
  ['bad-grade', 'G7', ['by: the desk', 'grade: G7'], ['kind: judgement', 'kind: published']],
  ['graded-judgement', 'grade', ['by: the desk', 'grade: B2']],
  [
    'graded-judgement',
    'grade',
    ['alignment: [0.4, 0.6, 0.8]', 'alignment: { range: 0.4 to 0.8, grade: B2 }'],
  ],
  [
    'unknown-source',
    'desc',
    [
      'utilisation: { range: [55 %, 70 %, 85 %], source: desk',
      'utilisation: { range: [55 %, 70 %, 85 %], source: desc',
    ],
  ],
  ['unknown-actor', 'bordura', ['attackers: [borduria]', 'attackers: [bordura]']],
  ['unknown-actor', 'cascade', ['of: cascadia', 'of: cascade']],
  ['unknown-actor', 'nobody', ['actors:\n', 'actors:\n  militia: { kind: nonstate, patron: nobody }\n']],
  ['patron-of-state', 'cascadia', ['avalon: { kind: state', 'avalon: { kind: state, patron: cascadia']],
  ['self-tie', 'cascadia', ['to: borduria', 'to: cascadia']],
  [
    'duplicate-id',
    'to',
    [
      '  - { from: cascadia, to: borduria',
      '  - to: avalon\n    from: cascadia\n  - { from: cascadia, to: borduria',
    ],
  ],
  [
    'dates-not-ascending',
    '2001-01-01',
    ['    to: avalon\n', '    to: avalon\n    since: 2002-01-01\n    until: 2001-01-01\n'],
  ],
  ['missing-unit', '90', ['horizon: 90 days', 'horizon: 90']],
  ['unknown-unit', '90 dayz', ['horizon: 90 days', 'horizon: 90 dayz']],
  ['unit-mismatch', '90 km', ['horizon: 90 days', 'horizon: 90 km']],
  ['unit-mismatch', 'km', ['stake: 0.3 to 0.7', 'stake: { range: 3 to 7, unit: km }']],
  ['out-of-bounds', '140 %', ['stake: 0.3 to 0.7', 'stake: 140 %']],
  ['out-of-bounds', '0 to 0.7', ['stake: 0.3 to 0.7', 'stake: { lognormal: 0 to 0.7 }']],
  ['out-of-bounds', '0 days', ['horizon: 90 days', 'horizon: 0 days']],
  ['out-of-bounds', '"== 4"', ['== 0', '== 4']],
  ['quantiles-not-ascending', '0.7 to 0.3', ['stake: 0.3 to 0.7', 'stake: 0.7 to 0.3']],
  ['quantiles-not-ascending', '[0.3, 0.8, 0.7]', ['stake: 0.3 to 0.7', 'stake: { range: [0.3, 0.8, 0.7] }']],
  ['two-laws', 'range', ['stake: 0.3 to 0.7', 'stake: { value: 0.5, range: 0.3 to 0.7 }']],
  ['missing-key', '{', ['stake: 0.3 to 0.7', 'stake: { why: nobody knows }']],
  [
    'source-after-as-of',
    '2020-05-01',
    ['stake: 0.3 to 0.7', 'stake: { range: 0.3 to 0.7, asOf: 2020-05-01 }'],
  ],
  ['capacity-twice', 'freeCapacity', ['distance: 1_200 km', 'freeCapacity: 0.2']],
  ['missing-input', 'from', ['    distance: 1_200 km\n', '']],
  ['no-attacker', '[]', ['attackers: [borduria]', 'attackers: []']],
  ['no-target', '[]', ['targets: [avalon]', 'targets: []']],
  ['belligerent-both-sides', 'borduria', ['targets: [avalon]', 'targets: [avalon, borduria]']],
  ['unknown-channel', 'comabt', ['claims:\n', 'channels:\n  comabt: { alpha: 0.1 }\nclaims:\n']],
  ['unknown-key', 'alfa', ['claims:\n', 'channels:\n  combat: { alfa: 0.1 }\nclaims:\n']],
  ['unknown-key', 'steak', ['claims:\n', 'weights: { steak: 1 }\nclaims:\n']],
  ['unknown-ladder', 'icd-204', ['asOf: 2020-01-01\n', 'asOf: 2020-01-01\nladder: icd-204\n']],
  ['no-assessment', 'prose.md', ['asOf: 2020-01-01\n', 'asOf: 2020-01-01\nassessment: prose.md\n']],
  ['bad-test', '"about 2"', ['"== 0"', '"about 2"']],
  ['bad-test', '"== true"', ['"== 0"', '"== true"']],
  ['not-a-dyad', 'borduria', ['of: cascadia, for', 'of: borduria, for']],
  ['unknown-draft', 'stop', [CONDITION, 'that: { metric: council.adopted, of: stop, test: "== true" }']],
  [
    'unknown-key',
    'for',
    [CONDITION, 'that: { metric: council.adopted, of: stop, for: avalon, test: "== true" }'],
    withCouncil,
  ],
  [
    'not-staged',
    'decided',
    [CONDITION, 'that: { metric: capacity.free, of: cascadia, for: avalon, take: decided, test: "< 0.2" }'],
  ],
  ['window-beyond-horizon', '91 days', ['test: "== 0"', 'window: { to: 91 days }, test: "== 0"']],
  ['window-backwards', '10 days', ['test: "== 0"', 'window: { from: 20 days, to: 10 days }, test: "== 0"']],
  ['unknown-base-rate', 'rate', [CONDITION, `${CONDITION}\n    baseRate: rate`]],
  ['bad-fact-path', 'tie.avalon-cascadia.clauses.defence', fact('tie.avalon-cascadia.clauses.defence')],
  ['bad-fact-path', 'tie.cascadia-avalon.clauses.defense', fact('tie.cascadia-avalon.clauses.defense')],
  ['bad-fact-path', 'tie.cascadia-avalon.since', fact('tie.cascadia-avalon.since', '< 2020-01-01')],
  ['bad-fact-path', 'actor.avalon.nuklear', fact('actor.avalon.nuklear')],
  ['bad-fact-path', 'council.rule.veto', fact('council.rule.veto')],
  ['bad-fact-path', 'weights.stake', fact('weights.stake', '> 1')],
  ['bad-test', '"> 0.5"', fact('actor.avalon.nuclear', '> 0.5')],
  ['not-a-belligerent', 'cascadia', withCouncil, ['favours: avalon', 'favours: cascadia']],
  ['unknown-rule', 'tria', withCouncil, ['rule: trio', 'rule: tria']],
  ['no-rule-in-force', 'trio', withCouncil, ['since: 1990-01-01', 'since: 2021-01-01']],
  ['seats-mismatch', 'members', withCouncil, ['seats: 3', 'seats: 4']],
  ['votes-not-one', '[0.8, 0.1, 0.2]', withCouncil, ['[0.8, 0.1, 0.1]', '[0.8, 0.1, 0.2]']],
  ['vote-unknown-member', 'cascadie', withCouncil, ['cascadia: [1', 'cascadie: [1']],
  ['duplicate-id', 'stop', withCouncil, [DRAFT, DRAFT + DRAFT.replace('  drafts:\n', '')]],
  ['anchor-unsolved', 'anchor', ['stake: 0.3 to 0.7', 'stake: { range: 0.3 to 0.7, role: anchor }']],
  ['control-character', '"A\\e[2J"', ['title: ', 'title: "A\\e[2J" # ']],
  ['unknown-sentence', '1.3', withProse, ['id: no-troops', 'id: no-troops\n    sentence: 1.3']],
  [
    'correlation-not-drawn',
    `${TIE}.distance`,
    correlate(`  - { between: [${TIE}.stake, ${TIE}.distance], rho: 0.5, source: desk }\n`),
  ],
  [
    'correlation-not-drawn',
    `${TIE}.steak`,
    correlate(`  - { between: [${TIE}.stake, ${TIE}.steak], rho: 0.5, source: desk }\n`),
  ],
  [
    'out-of-bounds',
    '1.5',
    correlate(`  - { between: [${TIE}.stake, ${TIE}.access], rho: 1.5, source: desk }\n`),
  ],
  [
    'correlation-not-positive-definite',
    '0.7',
    correlate(
      `  - { between: [${TIE}.stake, ${TIE}.access], rho: 0.8, source: desk }\n  - { between: [${TIE}.access, ${TIE}.alignment], rho: 0.7, source: desk }\n`,
    ),
  ],
]

describe('one law broken is one fault, at its place', () => {
  for (const [code, covered, ...edits] of FAULTS) {
    test(`${code} at ${covered}`, () => {
      expect(told(edited(...edits), 'fault')).toEqual([[code, covered]])
    })
  }
})

const WARNINGS: readonly (readonly [string, string, ...Edit[]])[] = [
  [
    'unsourced',
    '[0.4, 0.6, 0.8]',
    ['size: { range: [0.4, 0.6, 0.8], source: desk }', 'size: [0.4, 0.6, 0.8]'],
  ],
  ['assumed-input', 'from', ['    access: 0.5 to 0.9\n', '']],
  ['assumed-input', 'cascadia', [' size: { range: [0.4, 0.6, 0.8], source: desk },', '']],
  [
    'assumed-input',
    'from',
    ['  - { from: cascadia, to: borduria, source: desk, opponentPower: 0.4 to 0.8 }\n', ''],
  ],
  ['unused-source', 'spare', ['sources:\n', 'sources:\n  spare: { kind: unverified, title: Hearsay }\n']],
  [
    'sentence-without-claim',
    'Or so they say.',
    withProse,
    ['id: no-troops', 'id: no-troops\n    sentence: 1.1\n    reading: as the desk reads it'],
  ],
  [
    'word-not-in-sentence',
    'very likely',
    withProse,
    ['id: no-troops', 'id: no-troops\n    sentence: 1.1'],
    ['claims:\n', 'untested: [{ sentence: 1.2, because: nobody knows }]\nclaims:\n'],
  ],
  [
    'both-sides',
    'stake',
    [
      'opponentPower: 0.4 to 0.8 }',
      'opponentPower: 0.4 to 0.8, stake: 0.1, distance: 900 km, alignment: 0.1, access: 0.2, thirdPartyCost: 0.1, domesticConstraint: 0.1 }',
    ],
    ['    domesticConstraint: 0.2 to 0.6\n', '    domesticConstraint: 0.2 to 0.6\n    opponentPower: 0.5\n'],
    ['nuclear: true }', `nuclear: true, ${SIGHT} }`],
  ],
  ['assumed-input', 'avalon', ['ownIntelligence: { range: 0.2 to 0.5, source: desk }, ', '']],
  [
    'promise-never-binds',
    'casusFoederis',
    ['    stake:', '    casusFoederis: { trigger: [siege] }\n    stake:'],
  ],
  ['expired-tie', '2019-12-31', ['    to: avalon\n', '    to: avalon\n    until: 2019-12-31\n']],
  ['tie-not-yet', '2020-01-02', ['    to: avalon\n', '    to: avalon\n    since: 2020-01-02\n']],
  [
    'group-not-supporter',
    'stake',
    ['actors:\n', 'actors:\n  militia: { kind: nonstate, patron: avalon }\n'],
    ['crisis:', '  - { from: militia, to: avalon, source: desk, stake: 0.9 }\ncrisis:'],
  ],
]

describe('what is odd but allowed is a warning, and the scenario stands', () => {
  for (const [code, covered, ...edits] of WARNINGS) {
    test(`${code} at ${covered}`, () => {
      const text = edited(...edits)
      expect(told(text, 'warning')).toEqual([[code, covered]])
      expect(checkText(text).value).toBeDefined()
    })
  }
})

test('a valid scenario has neither fault nor warning', () => {
  expect(checkText(BRIDGE).faults).toEqual([])
  expect(told(edited(withCouncil), 'fault')).toEqual([])
})

test('a fault in one entry hides none in another, nor in the same', () => {
  const text = edited(
    ['kind: state, nuclear: true }', 'kind: stat, nuclear: 7 }'],
    ['to: borduria', 'to: bordura'],
    ['"== 0"', '"= 0"'],
  )
  expect(told(text, 'fault').map(([code]) => code)).toEqual([
    'unknown-word',
    'wrong-type',
    'unknown-actor',
    'bad-test',
  ])
})

test('after a slip of indentation, what stands before it is still judged, and nothing behind it', () => {
  const text = edited(
    ['kind: judgement', 'kind: judgment'],
    ['    stake: 0.3', '   stake: 0.3'],
    ['very likely', 'fairly likely'],
  )
  expect(told(text, 'fault')).toEqual([
    ['unknown-word', 'judgment'],
    ['yaml-syntax', 'stake'],
  ])
})
