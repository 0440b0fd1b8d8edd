/** A formula is settled by what is known: what cannot come about is gone, and what is left has the same value. */
import { expect, test } from 'vitest'
import type { Formula } from '../../src/formula/formula.ts'
import { parseEquations } from '../../src/formula/parse.ts'
import { formulaText } from '../../src/formula/print.ts'
import { settled, truthOf } from '../../src/formula/settle.ts'
import { GRAMMAR } from './small.ts'

const KNOWN: Readonly<Record<string, number>> = { form: 1, one: 1, two: 2 }
const known = (name: string): number | undefined => KNOWN[name]

function read(text: string): Formula {
  return parseEquations(`x = ${text}`, GRAMMAR)[0]!.value
}

test.each([
  ['form == one ? a : b', 'a'],
  ['form == two ? a : b', 'b'],
  ['form != two ? a : b', 'a'],
  ['!(form == two) ? a : b', 'a'],
  ['other == two ? a : b', 'a if other = two, else b'],
  ['form == one && c > 0 ? a : b', 'a if c > 0, else b'],
  ['form == two && c > 0 ? a : b', 'b'],
  ['form == one || c > 0 ? a : b', 'a'],
  ['form == two || c > 0 ? a : b', 'a if c > 0, else b'],
  ['a + (form == one ? b : c) * 2', 'a + b·2'],
  ['a - (form == two ? b : 0)', 'a'],
  ['sum(h, form == two ? a[h] : b[h])', 'Σ_h b[h]'],
  ['exp(form == one ? -a : b)', 'e^(−a)'],
  ['1 == 1 ? a : b', 'a if 1 = 1, else b'],
  ['a - 0', 'a − 0'],
])('%s is settled as %s', (text, printed) => {
  expect(formulaText(settled(read(text), known))).toBe(printed)
})

test('a flag that is always the same is written as one', () => {
  expect(formulaText(settled(read('form == two && c > 0'), known))).toBe('0 < 0')
  expect(formulaText(settled(read('form == one || c > 0'), known))).toBe('0 = 0')
})

test('what nobody knows stays open', () => {
  expect(truthOf(read('form == other'), known)).toBeUndefined()
  expect(truthOf(read('form == one && other == one'), known)).toBeUndefined()
  expect(truthOf(read('form == two && other == one'), known)).toBe(false)
  expect(truthOf(read('last(form) == one'), known)).toBeUndefined()
})
