/** Groups that may enter the fight: who can be one, for whom it fights, and what stands in for what nobody said. */
import { describe, expect, test } from 'vitest'
import type { Proxy } from '../../src/scenario/scenario.ts'
import { checkText, edited, told } from './bridge.ts'

type Edit = readonly [string, string]

const GROUP: Edit = ['actors:\n', 'actors:\n  militia: { kind: nonstate, patron: avalon }\n']
const QUANTITIES =
  'source: desk, autonomy: 0.5, request: 0.3 to 0.7, depletion: 0.1, fear: 0.1, hostConstraint: 0.2, strength: 0.4, opposition: 0.3, rate: 5 count/day'
const CONDITION = 'that: { metric: support.combat, of: cascadia, for: avalon, test: "== 0" }'

function proxies(text = `militia: { ${QUANTITIES} }`): Edit {
  return ['claims:\n', `proxies:\n  ${text}\nclaims:\n`]
}

function asked(path: string, test_ = '> 0.2'): Edit {
  return [CONDITION, `that: { fact: ${path}, test: "${test_}" }`]
}

function group(...edits: readonly Edit[]): Proxy | undefined {
  const { value, faults } = checkText(edited(...edits))
  if (!value) throw new Error(JSON.stringify(faults))
  return value.proxies.get('militia')
}

test('a group that states all a decision needs is followed without a fault or a warning', () => {
  expect(checkText(edited(GROUP, proxies())).faults).toEqual([])
})

test('a group fights for its patron unless it says for whom', () => {
  expect(group(GROUP, proxies())?.ally).toBe('avalon')
  expect(group(GROUP, proxies(`militia: { for: borduria, ${QUANTITIES} }`))?.ally).toBe('borduria')
})

test('each quantity bears its path, its unit and the source of its group', () => {
  const quantities = group(GROUP, proxies())?.quantities
  expect(quantities?.['rate']).toMatchObject({
    id: 'proxies.militia.rate',
    unit: 'count/day',
    law: { kind: 'fixed', value: 5 },
    source: 'desk',
    role: 'input',
    assumed: false,
  })
  const weekly = group(GROUP, proxies(`militia: { ${QUANTITIES.replace('5 count/day', '14 count/week')} }`))
  expect(weekly?.quantities['rate']?.law).toEqual({ kind: 'fixed', value: 2 })
})

test('what is not stated is neutral for an event and vague for the rest', () => {
  const quantities = group(GROUP, proxies('militia: {}'))?.quantities ?? {}
  const laws = Object.fromEntries(
    Object.entries(quantities).map(([name, { law, assumed }]) => [name, assumed && law]),
  )
  const none = { kind: 'fixed', value: 0 }
  const vague = { kind: 'quantiles', p05: 0.05, p50: 0.5, p95: 0.95 }
  expect(laws).toEqual({
    autonomy: vague,
    request: vague,
    trigger: none,
    ownTerritory: none,
    depletion: vague,
    fear: vague,
    hostConstraint: vague,
    strength: vague,
    opposition: vague,
    rate: { kind: 'quantiles', p05: 0.5, p50: 3, p95: 15 },
  })
})

/** code, covered text, edits of the valid scenario. */
const FAULTS: readonly (readonly [string, string, ...Edit[]])[] = [
  ['unknown-actor', 'milita', GROUP, proxies(`milita: { ${QUANTITIES} }`)],
  ['unknown-actor', 'avalom', GROUP, proxies(`militia: { for: avalom, ${QUANTITIES} }`)],
  ['unknown-actor', 'nobody', [GROUP[0], GROUP[1].replace('patron: avalon', 'patron: nobody')], proxies()],
  ['proxy-not-nonstate', 'cascadia', proxies(`cascadia: { for: avalon, ${QUANTITIES} }`)],
  ['no-ally', 'militia', [GROUP[0], GROUP[1].replace(', patron: avalon', '')], proxies()],
  ['not-a-belligerent', 'cascadia', GROUP, proxies(`militia: { for: cascadia, ${QUANTITIES} }`)],
  ['proxy-is-belligerent', 'militia', GROUP, proxies(), ['targets: [avalon]', 'targets: [avalon, militia]']],
  ['out-of-bounds', '1.5', GROUP, proxies(`militia: { ${QUANTITIES.replace('fear: 0.1', 'fear: 1.5')} }`)],
  [
    'out-of-bounds',
    '-5 count/day',
    GROUP,
    proxies(`militia: { ${QUANTITIES.replace('rate: 5', 'rate: -5')} }`),
  ],
  ['missing-unit', '5', GROUP, proxies(`militia: { ${QUANTITIES.replace('5 count/day', '5')} }`)],
  ['unit-mismatch', '5 days', GROUP, proxies(`militia: { ${QUANTITIES.replace('5 count/day', '5 days')} }`)],
  ['unknown-key', 'feer', GROUP, proxies(`militia: { ${QUANTITIES}, feer: 0.5 }`)],
  ['unknown-source', 'desc', GROUP, proxies(`militia: { ${QUANTITIES.replace('desk', 'desc')} }`)],
  [
    'anchor-unsolved',
    'anchor',
    GROUP,
    proxies(`militia: { ${QUANTITIES.replace('fear: 0.1', 'fear: { value: 0.1, role: anchor }')} }`),
  ],
  ['duplicate-key', 'militia', GROUP, proxies(`militia: { ${QUANTITIES} }\n  militia: { ${QUANTITIES} }`)],
]

describe('one law of groups broken is one fault, at its place', () => {
  for (const [code, covered, ...edits] of FAULTS) {
    test(`${code} at ${covered}`, () => {
      expect(told(edited(...edits), 'fault')).toEqual([[code, covered]])
    })
  }
})

test('a group whose patron does not fight is left out with a warning, and the scenario stands', () => {
  const edits = [[GROUP[0], GROUP[1].replace('avalon }', 'cascadia }')], proxies()] as const
  expect(told(edited(...edits), 'warning')).toEqual([['group-not-followed', 'militia']])
  expect(group(...edits)).toBeUndefined()
  expect(told(edited(...edits, asked('proxy.militia.fear')), 'fault')).toEqual([
    ['bad-fact-path', 'proxy.militia.fear'],
  ])
})

test('one warning names all that a followed group does not state', () => {
  const text = edited(GROUP, proxies(`militia: { ${QUANTITIES.replace(', fear: 0.1', '')} }`))
  expect(told(text, 'warning')).toEqual([['assumed-input', 'militia']])
  expect(checkText(text).faults[0]?.says).toContain('does not state fear:')
})

test('a claim can ask for what is stated of a group, and a misspelt name is told with the right one', () => {
  const { value } = checkText(edited(GROUP, proxies(), asked('proxy.militia.request')))
  expect(value?.claims[0]?.that).toMatchObject({ value: { id: 'proxies.militia.request' } })
  const faults = checkText(edited(GROUP, proxies(), asked('proxy.milita.request'))).faults
  expect(faults.map(({ code, suggestion }) => [code, suggestion])).toEqual([
    ['bad-fact-path', 'proxy.militia.request'],
  ])
  expect(told(edited(GROUP, proxies(), asked('proxy.militia.reqest')), 'fault')).toEqual([
    ['bad-fact-path', 'proxy.militia.reqest'],
  ])
})

test('a group at fault makes no second fault where it is asked for', () => {
  const bad = proxies(`militia: { ${QUANTITIES.replace('fear: 0.1', 'fear: 1.5')} }`)
  expect(told(edited(GROUP, bad, asked('proxy.militia.fear')), 'fault')).toEqual([['out-of-bounds', '1.5']])
})

test('an actor at fault makes no second fault where its group is asked for', () => {
  const enters = [CONDITION, 'that: { metric: proxies.entered, of: militia, test: "== true" }'] as const
  const cases = [
    [GROUP[1].replace('nonstate', 'nonstat'), [['unknown-word', 'nonstat']]],
    [GROUP[1].replace('patron: avalon', 'patron: nobody'), [['unknown-actor', 'nobody']]],
    [GROUP[1].replace('patron: avalon', 'patron: militia'), [['patron-cycle', 'militia']]],
    [GROUP[1].replace('patron: avalon', 'patron: [avalon]'), [['wrong-type', '[avalon]']]],
    [GROUP[1].replace('patron: avalon', 'patrn: avalon'), [['unknown-key', 'patrn']]],
    [
      GROUP[1].replace('nonstate', 'state'),
      [
        ['patron-of-state', 'avalon'],
        ['proxy-not-nonstate', 'militia'],
      ],
    ],
  ] as const
  for (const [actor, faults] of cases) {
    for (const claim of [enters, asked('proxy.militia.fear')]) {
      expect(told(edited([GROUP[0], actor], proxies(), claim), 'fault')).toEqual(faults)
    }
    expect(told(edited([GROUP[0], actor], proxies()), 'warning')).toEqual([])
  }
})

test('of a state it is not asked whether it enters as a group, and no hint makes a group of it', () => {
  const text = edited(GROUP, proxies(), [
    CONDITION,
    'that: { metric: proxies.entered, of: cascadia, test: "== true" }',
  ])
  expect(told(text, 'fault')).toEqual([['unknown-group', 'cascadia']])
  const [found] = checkText(text).faults
  expect([found?.expected, found?.suggestion]).toEqual([
    'one of militia',
    'of a state or a bloc ask what it gives, as support.combat, or whether it joins a coalition',
  ])
})

test('quantities of a group can move together', () => {
  const second: Edit = [
    'claims:\n',
    'correlations:\n  - { between: [proxies.militia.request, crisis.regimeThreat], rho: 0.5, source: desk }\nclaims:\n',
  ]
  expect(checkText(edited(GROUP, proxies(), second)).faults).toEqual([])
})
