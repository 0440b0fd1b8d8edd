/** Facts about casus foederis, rules of the theory and the rule of a council; and what an unknown fact is told. */
import { expect, test } from 'vitest'
import type { Fault } from '../../src/base/fault.ts'
import { forces, forcesOf } from './forces.ts'
import { checkText } from './bridge.ts'
import { claim, changed, read } from './small.ts'
import { stating } from './strait.ts'

const fact = (path: string, literal: string): string => `that: { fact: ${path}, test: "${literal}" }`

test.each([
  ['tie.cascadia-avalon.casusFoederis.discretion', '== false', 0],
  ['tie.cascadia-avalon.casusFoederis.requiredLevel', '>= 2', 2],
  ['council.rule.bypass', '== false', 0],
  ['rule.obligation.weight', '== 1', 1],
  ['rule.obligation.reputation', '> 0', 0],
])('%s %s comes to %d', (path, literal, value) => {
  expect(read(fact(path, literal)).that).toMatchObject({ kind: 'fact', value })
})

test('the credence of a form is a fact', () => {
  expect(forcesOf(stating('rule.deterrence.graded', '> 0.4')).claims[0]?.that).toMatchObject({ value: 0.5 })
})

function toldOf(path: string): Fault {
  const [first] = changed({ base: claim(fact(path, '== true')) }).faults
  return first!
}

test('an unknown fact is told with all that there are, and the one that was meant', () => {
  const label = toldOf('tie.cascadia-avalon.label')
  expect([label.code, label.says]).toEqual(['bad-fact-path', 'tie.cascadia-avalon has no fact "label"'])
  for (const name of ['casusFoederis.discretion', 'clauses.defence', 'contiguous', 'stake', 'trust'].slice(
    0,
    4,
  ))
    expect(label.expected).toContain(name)
  expect(toldOf('tie.cascadia-avalon.discretion').suggestion).toBe(
    'tie.cascadia-avalon.casusFoederis.discretion',
  )
  expect(toldOf('tie.cascadia-avalon.casusFoederis.discretoin').suggestion).toBe(
    'tie.cascadia-avalon.casusFoederis.discretion',
  )
  expect(toldOf('rule.obligtion.weight').suggestion).toBe('rule.obligation.weight')
  expect(toldOf('rule.obligation.wieght').suggestion).toBe('rule.obligation.weight')
})

test('of what a fact begins with none is left out', () => {
  const { says } = toldOf('treaty.cascadia-avalon')
  for (const noun of ['actor', 'arsenal', 'coalition', 'council', 'rule', 'shipment', 'tie'])
    expect(says).toContain(noun)
  expect(says).not.toContain('more')
})

test('a rule that is at fault makes no second fault where it is asked for', () => {
  const text = forces(['graded: 50 %', 'graded: 60 %'], stating('rule.deterrence.graded', '> 0'))
  expect(checkText(text).faults.map(({ code }) => code)).toEqual(['shares-not-one'])
})
