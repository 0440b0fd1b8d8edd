/** Which form of a disputed rule is in force: for certain, or by shares of credence, the theory's unless stated. */
import { describe, expect, test } from 'vitest'
import { valueAt } from '../../src/engine/law.ts'
import { RULE_NAMES, RULES } from '../../src/mechanisms/rules.ts'
import { medianOf, topOf } from '../../src/scenario/median.ts'
import { BRIDGE, checkText, coveredBy } from './bridge.ts'
import { forces, forcesOf, warningsOf } from './forces.ts'
import { changed, toldOf } from './small.ts'

const rules = forcesOf().rules

test('a scenario that says nothing has the first-named standard form of every rule, for certain and with a reason', () => {
  const { value } = checkText(BRIDGE)
  const standard = { capacity: 'share', deterrence: 'graded', obligation: 'weight', secrecy: 'seen' }
  expect([...value!.rules.keys()]).toEqual(Object.keys(standard))
  for (const name of RULE_NAMES) {
    const quantity = value!.rules.get(name)!
    const at = (RULES[name] as readonly string[]).indexOf(standard[name])
    expect(quantity).toMatchObject({ id: `rules.${name}`, unit: 'number', law: { kind: 'fixed', value: at } })
    expect(quantity.source).toBeDefined()
    expect(quantity.why).toBeDefined()
    expect(value!.sources.has(quantity.source!)).toBe(true)
  }
})

describe('a scenario', () => {
  test('spreads its credence over the forms, in the order of the theory', () => {
    expect(rules.get('deterrence')).toMatchObject({
      law: { kind: 'choice', shares: [0.3, 0.5, 0.2] },
      bounds: [0, 2],
      source: 'desk',
      why: 'the literature disagrees',
      assumed: false,
    })
  })

  test('that gives one form all credence holds it for certain', () => {
    expect(rules.get('obligation')?.law).toEqual({ kind: 'fixed', value: 1 })
    expect(rules.get('secrecy')?.law).toEqual({ kind: 'fixed', value: 0 })
  })

  test('may write a form alone, which rests on no source, and that is told', () => {
    const bare = ['{ reputation: 1, source: desk }', 'fulfilment'] as const
    expect(forcesOf(bare).rules.get('obligation')?.law).toEqual({ kind: 'fixed', value: 2 })
    expect(warningsOf(bare)).toEqual([['unsourced', 'fulfilment']])
  })

  test('may set the form of any rule, whether it states the rule itself or not', () => {
    const at = (path: string, value: string) =>
      changed({ base: forces(), set: { [path]: value } }).value?.rules
    expect(at('rules.deterrence', 'none')?.get('deterrence')).toMatchObject({
      law: { kind: 'fixed', value: 0 },
    })
    expect(at('rules.secrecy', 'unseen')?.get('secrecy')?.law).toEqual({ kind: 'fixed', value: 1 })
    expect(at('rules.secrecy', '{ seen: 0.5, unseen: 0.5 }')?.get('secrecy')?.law).toEqual({
      kind: 'choice',
      shares: [0.5, 0.5],
    })
  })

  test('may set it in a world that a claim makes', () => {
    const claim = 'very likely\n    do: { set: { rules.deterrence: none } }'
    const [asked] = forcesOf(['very likely', claim]).claims
    expect(asked?.do?.world.rules.get('deterrence')?.law).toEqual({ kind: 'fixed', value: 0 })
  })

  test('names a form where a change sets it, not a path to it', () => {
    const base = forces()
    const told = toldOf({ base, set: { 'rules.deterrence.none': '1' } })
    expect(told).toEqual([['unknown-path', '--set rules.deterrence.none=1', 'rules.deterrence.none']])
    expect(toldOf({ base, set: { 'rules.deterrence': 'nune' } })).toEqual([
      ['unknown-word', '--set rules.deterrence=nune', 'nune'],
    ])
  })
})

test('a misspelt form is told with the right one', () => {
  const { faults } = checkText(forces(['{ reputation: 1, source: desk }', 'fulfilled']))
  expect(faults.filter(({ severity }) => severity === 'fault').map(({ suggestion }) => suggestion)).toEqual([
    'fulfilment',
  ])
})

test('over equally likely draws a form is in force as often as it is believed in, and its middle is the likeliest', () => {
  const quantity = rules.get('deterrence')!
  expect([medianOf(quantity.law), topOf(quantity.law)]).toEqual([1, 2])
  expect([-1, 0, 1.5].map((score) => valueAt(quantity, score))).toEqual([0, 1, 2])
})

test('a rule may be correlated with what else is drawn, where it is drawn itself', () => {
  const correlated = (id: string) =>
    [
      'claims:\n',
      `correlations:\n  - { between: [${id}, ties.cascadia-avalon.stake], rho: 0.5, source: desk }\nclaims:\n`,
    ] as const
  expect(forcesOf(correlated('rules.deterrence')).correlations.flatMap(({ between }) => between)).toContain(
    'rules.deterrence',
  )
  const text = forces(correlated('rules.obligation'))
  const { faults } = checkText(text)
  expect(faults.map((fault) => [fault.code, coveredBy(fault, new Map([['bridge.yaml', text]]))])).toEqual([
    ['correlation-not-drawn', 'rules.obligation'],
  ])
})
