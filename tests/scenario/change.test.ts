/** A change over a scenario: what merges, what is replaced, and where its faults are told. */
import { describe, expect, test } from 'vitest'
import { checkScenario } from '../../src/scenario/check.ts'
import { type Changed, changed, SMALL, toldOf, world } from './small.ts'
import { shippedTheory } from './theory.ts'

const STAKE = 'ties.cascadia-avalon.stake'

test('the small scenario itself has neither fault nor warning', () => {
  expect(toldOf({})).toEqual([])
})

test('a value set at a path takes the place of the whole quantity, and rests on no source', () => {
  const { ties } = world({ set: { [STAKE]: '[0.1, 0.2, 0.9]' } })
  const stake = ties.get('cascadia-avalon')?.quantities['stake']
  expect(stake).toMatchObject({
    id: STAKE,
    law: { kind: 'quantiles', p05: 0.1, p50: 0.2, p95: 0.9 },
    role: 'input',
  })
  expect(stake).not.toHaveProperty('source')
  expect(toldOf({ set: { [STAKE]: '0.9' } })).toEqual([])
})

test('a patch merges maps key by key and keeps what it does not name', () => {
  const { ties, actors } = world({
    patch: `foedus: 1
ties:
  - { from: cascadia, to: avalon, clauses: { defence: true }, stake: 25 %, dependence: { grain: 0.4 } }
actors:
  cascadia: { nuclear: false }
`,
  })
  const tie = ties.get('cascadia-avalon')
  expect(tie?.clauses).toMatchObject({ defence: true, consultation: true, offence: false })
  expect(tie?.quantities['stake']?.law).toEqual({ kind: 'fixed', value: 0.25 })
  expect(tie?.quantities['access']?.law).toEqual({ kind: 'quantiles', p05: 0.5, p50: 0.7, p95: 0.9 })
  expect(tie?.dependence.get('grain')?.law).toEqual({ kind: 'fixed', value: 0.4 })
  expect(actors.get('cascadia')).toMatchObject({ nuclear: false, kind: 'state' })
  expect(actors.get('cascadia')?.quantities['size']?.law).toMatchObject({ p50: 0.6 })
})

test('the head of a scenario is said once: a patch puts its own in the place of it', () => {
  const { title, asOf } = world({ patch: 'title: A siege\nasOf: 2020-01-02\n' })
  expect(title).toBe('A siege')
  expect(asOf).toBe(world().asOf + 1)
})

test('a patch finds an entry in whichever file it stands, and in the theory', () => {
  const [head = '', claims = ''] = SMALL.split('claims:\n')
  const bytes = { 'a.yaml': head, 'b.yaml': `foedus: 1\nclaims:\n${claims}` }
  const files = Object.entries(bytes).map(([path, text]) => ({ path, bytes: text }))
  const rate = [...world().baseRates.values()][0]!
  const patch = `claims: [{ id: no-troops, says: unlikely }]
baseRates: { ${rate.id}: { title: Otherwise } }
channels: { combat: { source: desk, alpha: -1 } }
`
  const { value, faults } = checkScenario({
    files,
    theory: shippedTheory(),
    change: { patches: [{ path: 'patch.yaml', bytes: patch }], set: [], without: [] },
  })
  expect(faults).toEqual([])
  expect(value?.claims[0]).toMatchObject({ id: 'no-troops', says: 'unlikely', kind: 'probability' })
  expect(value?.baseRates.get(rate.id)).toEqual({ ...rate, title: 'Otherwise' })
  expect(value?.channels.get('combat')?.quantities['alpha']?.law).toEqual({ kind: 'fixed', value: -1 })
})

test('what the scenario puts in the place of the theory is what a path changes', () => {
  const weight = (base: string): unknown =>
    world({ base, set: { 'channels.combat.kappa': '-3' } }).channels.get('combat')
  const over = 'channels: { combat: { source: desk, kappa: -2 } }\nclaims:\n'
  expect(weight(SMALL.replace('claims:\n', over))).toMatchObject({
    quantities: { kappa: { law: { value: -3 } } },
  })
})

test('an id that is not there yet is added, by one patch and the next', () => {
  const first = 'actors: { dacia: { kind: state } }\nproxies: { strays: { source: desk, autonomy: 0.1 } }\n'
  const { actors, proxies } = world({ patch: first })
  expect([...actors.keys()]).toContain('dacia')
  expect([...proxies.keys()]).toEqual(['militia', 'strays'])
})

test('later patches lie over earlier ones, and set values over all patches', () => {
  const patches = [0.2, 0.3].map((stake, index) => ({
    path: `${index}.yaml`,
    bytes: `ties: [{ from: cascadia, to: avalon, stake: ${stake} }, { from: avalon, to: cascadia, rivalry: ${stake}, source: desk }]\n`,
  }))
  const check = (set: Changed['set']) => world({ patches, ...(set ? { set } : {}) })
  expect(check(undefined).ties.get('cascadia-avalon')?.quantities['stake']?.law).toMatchObject({ value: 0.3 })
  expect(check(undefined).ties.get('avalon-cascadia')?.quantities['rivalry']?.law).toMatchObject({
    value: 0.3,
  })
  expect(check({ [STAKE]: '0.7' }).ties.get('cascadia-avalon')?.quantities['stake']?.law).toMatchObject({
    value: 0.7,
  })
})

test('every noun has its paths: flags, words, weights, channels, drafts, members, groups, items', () => {
  const scenario = world({
    set: {
      'ties.cascadia-avalon.clauses.defence': 'true',
      'ties.cascadia-avalon.casusFoederis.trigger': '[air campaign, siege]',
      'ties.cascadia-borduria.nuclearRisk': '0.3',
      'ties.avalon-cascadia.rivalry': '0.1',
      'actors.cascadia.nuclear': 'false',
      'actors.cascadia.utilisation': '5 %',
      'weights.obligation': '2.5',
      'channels.combat.kappa': '-1',
      'channels.combat.loadings.capacity': '0.2',
      'channels.intelligence.reported.2': '0.35',
      'crisis.form': 'siege',
      'crisis.horizon': '30 days',
      'crisis.duration': '2 weeks',
      'council.stop.tabled': '1',
      'council.stop.votes.avalon': '[1, 0, 0]',
      'council.members.borduria.permanent': 'false',
      'proxies.militia.fear': '0.9',
    },
  })
  const tie = scenario.ties.get('cascadia-avalon')
  expect(tie?.clauses.defence).toBe(true)
  expect(tie?.casusFoederis.trigger).toEqual(['air campaign', 'siege'])
  expect(scenario.ties.get('cascadia-borduria')?.quantities['nuclearRisk']?.law).toMatchObject({ value: 0.3 })
  expect(scenario.ties.get('avalon-cascadia')?.quantities['rivalry']?.law).toMatchObject({ value: 0.1 })
  expect(scenario.actors.get('cascadia')?.nuclear).toBe(false)
  expect(scenario.weights.get('obligation')?.law).toMatchObject({ value: 2.5 })
  expect(scenario.channels.get('combat')?.quantities).toMatchObject({
    kappa: { law: { value: -1 } },
    capacity: { law: { value: 0.2 } },
  })
  expect(scenario.channels.get('intelligence')?.reported?.[1].law).toMatchObject({ value: 0.35 })
  expect(scenario.crisis).toMatchObject({ form: 'siege', horizon: 30 })
  expect(scenario.crisis.quantities['duration']?.law).toMatchObject({ value: 14 })
  expect(scenario.council?.drafts[0]?.quantities['tabled']?.law).toMatchObject({ value: 1 })
  expect(scenario.council?.drafts[0]?.votes.get('avalon')).toEqual([1, 0, 0, 0])
  expect(scenario.council?.members.find(({ actor }) => actor === 'borduria')?.permanent).toBe(false)
  expect(scenario.proxies.get('militia')?.quantities['fear']?.law).toMatchObject({ value: 0.9 })
})

const UNKNOWN: readonly (readonly [string, string | undefined])[] = [
  ['tie.cascadia-avalon.stake', 'ties.cascadia-avalon.stake'],
  ['ties.cascadia-avalo.stake', 'ties.cascadia-avalon.stake'],
  ['ties.cascadia-avalon.steak', 'ties.cascadia-avalon.stake'],
  ['ties.cascadia-avalon.clauses.defense', 'ties.cascadia-avalon.clauses.defence'],
  ['ties.cascadia-avalon.clauses', undefined],
  ['ties.cascadia-avalon.stake.range', undefined],
  ['ties.cascadia-avalon.from', undefined],
  ['ties.cascadia-cascadia.stake', undefined],
  ['actors.cascadai.nuclear', 'actors.cascadia.nuclear'],
  ['actors.cascadia', undefined],
  ['actors', undefined],
  ['weights.obligaton', 'weights.obligation'],
  ['channels.combat.kapa', 'channels.combat.kappa'],
  ['channels.intelligence.reported.4', undefined],
  ['crisis.horizn', 'crisis.horizon'],
  ['council.stpo.tabled', 'council.stop.tabled'],
  ['council.stop.tabld', 'council.stop.tabled'],
  ['council.stop.id', undefined],
  ['council.drafts', undefined],
  ['council.members.cascadai.permanent', 'council.members.cascadia.permanent'],
  ['council.stop.votes.cascadai', 'council.stop.votes.cascadia'],
  ['proxies.milita.fear', 'proxies.militia.fear'],
  ['proxies.militia.feer', 'proxies.militia.fear'],
  ['claims.no-troops', undefined],
  ['title', undefined],
  ['', undefined],
]

describe('a path that leads nowhere is told, with the nearest that leads somewhere', () => {
  for (const [path, suggestion] of UNKNOWN) {
    test(path === '' ? 'no path' : path, () => {
      const { faults } = changed({ set: { [path]: '0.5' } })
      expect(faults.map(({ code }) => code)).toEqual(['unknown-path'])
      expect(faults[0]?.suggestion).toBe(suggestion)
      expect(toldOf({ set: { [path]: '0.5' } })[0]?.[2]).toBe(path)
    })
  }
})

/** code, file, covered text; the change. */
const FAULTS: readonly (readonly [string, string, string | undefined, Changed])[] = [
  ['out-of-bounds', `--set ${STAKE}=1.4`, '1.4', { set: { [STAKE]: '1.4' } }],
  ['wrong-type', `--set ${STAKE}=much`, 'much', { set: { [STAKE]: 'much' } }],
  ['empty', `--set ${STAKE}=`, STAKE, { set: { [STAKE]: '' } }],
  ['yaml-syntax', `--set ${STAKE}=[0.1, 0.2`, '', { set: { [STAKE]: '[0.1, 0.2' } }],
  ['alias', `--set ${STAKE}=*a`, '*a', { set: { [STAKE]: '*a' } }],
  [
    'wrong-type',
    '--set actors.cascadia.nuclear=maybe',
    'maybe',
    { set: { 'actors.cascadia.nuclear': 'maybe' } },
  ],
  ['missing-unit', '--set crisis.horizon=30', '30', { set: { 'crisis.horizon': '30' } }],
  [
    'expectation-read',
    `--set ${STAKE}={ value: 1, role: expectation }`,
    'expectation',
    { set: { [STAKE]: '{ value: 1, role: expectation }' } },
  ],
  [
    'unknown-source',
    `--set ${STAKE}={ value: 1, source: desc }`,
    'desc',
    { set: { [STAKE]: '{ value: 1, source: desc }' } },
  ],
  ['unknown-without', '--without cascadai', 'cascadai', { without: ['cascadai'] }],
  ['unknown-without', '--without ', '', { without: [''] }],
  ['without-belligerent', '--without borduria', 'borduria', { without: ['borduria'] }],
  ['without-needed', '--without support', 'support', { without: ['support'] }],
  ['without-needed', '--without delivery', 'delivery', { without: ['delivery'] }],
  ['unknown-key', 'patch.yaml', 'steak', { patch: 'ties: [{ from: cascadia, to: avalon, steak: 1 }]\n' }],
  ['unknown-key', 'patch.yaml', 'teis', { patch: 'teis: []\n' }],
  ['wrong-type', 'patch.yaml', '5', { patch: 'ties: 5\n' }],
  ['wrong-type', 'patch.yaml', '[', { patch: 'actors: [a]\n' }],
  ['wrong-type', 'patch.yaml', '5', { patch: 'crisis: 5\n' }],
  ['wrong-type', 'patch.yaml', '7', { patch: 'actors: { cascadia: { nuclear: 7 } }\n' }],
  ['wrong-type', 'patch.yaml', '7', { patch: 'actors: { cascadia: 7 }\n' }],
  ['wrong-version', 'patch.yaml', '2', { patch: 'foedus: 2\n' }],
  ['missing-key', 'patch.yaml', 'dacia', { patch: 'actors: { dacia: { nuclear: true } }\n' }],
  ['missing-key', 'patch.yaml', '{', { patch: 'ties: [{ from: cascadia }]\n' }],
  ['bad-id', 'patch.yaml', 'Dacia', { patch: 'actors: { Dacia: { kind: state } }\n' }],
  ['unknown-actor', 'patch.yaml', 'cascadai', { patch: 'crisis: { attackers: [cascadai] }\n' }],
  [
    'duplicate-id',
    'patch.yaml',
    '{',
    {
      patch:
        'ties: [{ from: cascadia, to: avalon, stake: 1, source: desk }, { from: cascadia, to: avalon }]\n',
    },
  ],
  [
    'wrong-type',
    'patch.yaml',
    'clauses',
    { patch: 'ties:\n  - from: cascadia\n    to: avalon\n    clauses:\n' },
  ],
  [
    'duplicate-key',
    'patch.yaml',
    'cascadia',
    { patch: 'actors: { cascadia: { nuclear: true }, cascadia: { nuclear: true } }\n' },
  ],
  ['yaml-syntax', 'patch.yaml', 'stake', { patch: 'ties:\n    - from: a\n   stake: 1\n' }],
  ['empty', 'patch.yaml', '', { patch: '\n' }],
  [
    'source-after-as-of',
    'patch.yaml',
    '2020-02-02',
    { patch: 'ties: [{ from: cascadia, to: avalon, stake: { value: 1, asOf: 2020-02-02 } }]\n' },
  ],
]

describe('a fault in a change points into the change, and hides nothing else', () => {
  for (const [code, file, covered, change] of FAULTS) {
    test(`${code}: ${file} ${covered ?? ''}`, () => {
      expect(toldOf(change)).toEqual([[code, file, covered]])
    })
  }
})

test('several faults of one change are told together', () => {
  const codes = toldOf({
    patch: 'ties: [{ from: cascadia, to: avalon, stake: 9 }]\n',
    set: { 'ties.cascadia-avalon.acess': '1', 'actors.avalon.nuclear': '[1' },
    without: ['avalon'],
  }).map(([code]) => code)
  expect(codes.sort()).toEqual(['out-of-bounds', 'unknown-path', 'without-belligerent', 'yaml-syntax'])
})

test('a number of a patch needs a source like any other; a value that is only set does not', () => {
  const patch = 'actors: { avalon: { size: 0.2 } }\n'
  expect(toldOf({ patch })).toEqual([['unsourced', 'patch.yaml', '0.2']])
  expect(toldOf({ set: { 'actors.avalon.size': '0.2' } })).toEqual([])
})

test('a source that a change leaves without use is not called unused', () => {
  const base = SMALL.replace('sources:\n', 'sources:\n  map: { kind: judgement, title: The map }\n').replace(
    '[0.4, 0.6, 0.8], source: desk }',
    '[0.4, 0.6, 0.8], source: map }',
  )
  expect(toldOf({ base })).toEqual([])
  expect(toldOf({ base, set: { 'actors.cascadia.size': '0.2' } })).toEqual([])
})

test('free capacity that is set is read, whatever the scenario says of utilisation or expects', () => {
  const free = { 'ties.cascadia-avalon.freeCapacity': '0.4' }
  const role = (change: Changed): string | undefined =>
    world(change).ties.get('cascadia-avalon')?.quantities['freeCapacity']?.role
  expect(role({ set: free })).toBe('input')
  const expected = '{ from: cascadia, to: avalon, freeCapacity: { value: 0.1, role: expectation } }'
  expect(role({ patch: `ties: [${expected}]\n` })).toBe('expectation')
  expect(role({ patch: `ties: [${expected}]\n`, set: free })).toBe('input')
})

test('utilisation that is set is read, and the free capacity of the scenario is only expected then', () => {
  const base = SMALL.replace(', utilisation: { range: [55 %, 70 %, 85 %], source: desk }', '').replace(
    '    distance: 1_200 km\n',
    '    distance: 1_200 km\n    freeCapacity: 0.3\n',
  )
  const free = (change: Changed): string | undefined =>
    world({ base, ...change }).ties.get('cascadia-avalon')?.quantities['freeCapacity']?.role
  expect(free({})).toBe('input')
  expect(free({ set: { 'actors.cascadia.utilisation': '0.5' } })).toBe('expectation')
})

test('what a change makes certain keeps its correlations without a fault', () => {
  const correlations = `correlations:
  - { between: [${STAKE}, ties.cascadia-avalon.access], rho: 0.5, source: desk }
`
  const patch = { patch: correlations }
  expect(world(patch).correlations).toHaveLength(world().correlations.length + 1)
  expect(toldOf({ ...patch, set: { [STAKE]: '0.9' } })).toEqual([])
})

test('an absent actor casts no vote, and what it alone sponsors is never tabled', () => {
  const { without, council, dyads } = world({ without: ['cascadia', 'proxies', 'cascadia'] })
  expect(without).toEqual({ actors: ['cascadia'], mechanisms: ['proxies'] })
  expect(council?.drafts[0]?.votes.get('cascadia')).toEqual([0, 0, 0, 1])
  expect(council?.drafts[0]?.votes.get('avalon')).toEqual([0.8, 0.1, 0.1, 0])
  expect(council?.drafts[0]?.quantities['tabled']?.law).toEqual({ kind: 'fixed', value: 0 })
  expect(dyads).toEqual(world().dyads)
})

const TWO_CLAIMS = SMALL.replace(
  'claims:\n',
  () => `claims:
  - id: odd-form
    do: { set: { crisis.form: a; without militia } }
    that: { metric: termination.ended, test: "== 1" }
    effect: { ratio: ">= 0.5" }
  - id: no-militia
    do: { set: { crisis.form: a }, without: militia }
    that: { metric: termination.ended, test: "== 1" }
    effect: { ratio: ">= 0.5" }
`,
)

test('two changes never read the same, whatever their words are', () => {
  const { claims } = world({ base: TWO_CLAIMS })
  const texts = ['odd-form', 'no-militia'].map((id) => claims.find((claim) => claim.id === id)!.do!)
  expect(texts[0]!.text).not.toBe(texts[1]!.text)
  expect(texts.map(({ world: made }) => made.without.actors)).toEqual([[], ['militia']])
})

test('an effect is stated anew by a patch, not mixed with the old one', () => {
  const { claims } = world({
    base: TWO_CLAIMS,
    patch: 'claims:\n  - { id: no-militia, effect: { difference: "> 0" } }\n',
  })
  expect(claims.find(({ id }) => id === 'no-militia')?.effect).toEqual({
    as: 'difference',
    tests: [{ op: '>', value: 0 }],
  })
})
