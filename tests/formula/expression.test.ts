/** One expression outside a mechanism: its own names, ids in brackets, and bare numbers of any unit. */
import { describe, expect, test } from 'vitest'
import { checkExpression, kindOf } from '../../src/formula/check.ts'
import { FormulaFault } from '../../src/formula/formula.ts'
import type { Formula } from '../../src/formula/formula.ts'
import type { Spelled } from '../../src/formula/parse.ts'
import { parseExpression } from '../../src/formula/parse.ts'
import { GRAMMAR } from './small.ts'

function read(text: string): { formula: Formula; names: Spelled[] } {
  const names: Spelled[] = []
  const formula = parseExpression(text, GRAMMAR, (spelled) => `n${names.push(spelled) - 1}`)
  return { formula, names }
}

const UNITS: Readonly<Record<string, string>> = { n0: 'km', n1: 'day', n2: 'flag' }

/** Code of the fault, and the characters that it points at. */
function faultOf(text: string): readonly [string, string] | undefined {
  try {
    const { formula } = read(text)
    const given = (name: string) => kindOf(UNITS[name] ?? 'number', [])
    checkExpression(formula, text, { grammar: GRAMMAR, given, own: () => false, bare: true })
    return undefined
  } catch (error) {
    if (!(error instanceof FormulaFault)) throw error
    return [error.code, text.slice(error.stretch.start, error.stretch.end)]
  }
}

test('a name is told with its dots, its ids as they are written, and the places of all', () => {
  const text = 'a.b[new-land,  for-2b] > 1 || f'
  const [first, second] = read(text).names
  expect(first).toMatchObject({ name: 'a.b', start: 0, end: 22, bare: { start: 0, end: 3 } })
  expect(first?.ids.map((id) => [id.text, text.slice(id.start, id.end)])).toEqual([
    ['new-land', 'new-land'],
    ['for-2b', 'for-2b'],
  ])
  expect(second).toMatchObject({ name: 'f', ids: [] })
})

test('names stand in the formula under what they were given, and t is the day', () => {
  expect(read('a[x] >= 2 && t < 9').formula).toMatchObject({
    kind: 'binary',
    op: '&&',
    left: { op: '>=', left: { kind: 'name', name: 'n0', at: [], last: false }, right: { value: 2 } },
    right: { op: '<', left: { kind: 'letter', letter: 't' }, right: { value: 9 } },
  })
})

describe('what is no expression is a fault at its place', () => {
  test.each([
    ['a = 1', 'a = 1'],
    ['a > 1; b > 2', 'b > 2'],
    ['a >', ''],
    ['a >== 1', '='],
    ['{ a }', '{ a }'],
    ['a[x', ''],
    ['a[] > 1', ']'],
    ['a[x,] > 1', '[x,]'],
    ['a[x][y] > 1', 'a[x]'],
    ['a[x].b > 1', 'a[x]'],
    ['a === 1', 'a === 1'],
    ['a == true', 'true'],
    ['last(a) > 1', 'last(a)'],
    ['ago(a, 1, 2) > 1', 'ago(a, 1, 2)'],
    ['sum(t, a) > 1', 'sum(t, a)'],
    ['alert(1) > 1', 'alert(1)'],
    ['a.b() > 1', 'a.b()'],
  ])('%s', (text, at) => {
    expect(faultOf(text)).toEqual(['formula-syntax', at])
  })
})

describe('a bare number has the unit of what it stands beside', () => {
  test.each([
    'a > 3',
    '3 < a',
    'a + 2 > 1 * 3',
    't >= 10',
    'min(3, t) < 5',
    '(n > 0 ? 2 : n) > 0',
    'a / 2 > 1',
    '-1 < a',
  ])('%s', (text) => {
    expect(faultOf(text)).toBeUndefined()
  })

  test.each([
    ['a > t', 'unit-mismatch', 't'],
    ['a > b', 'unit-mismatch', 'b'],
    ['2 * a > t', 'unit-mismatch', 't'],
    ['a > 0 && b', 'number-as-flag', 'b'],
    ['a > 0 && b > 0 && f > 0', 'flag-as-number', 'f'],
    ['a && b', 'number-as-flag', 'a'],
    ['!3', 'number-as-flag', '3'],
  ])('but %s: %s', (text, code, at) => {
    expect(faultOf(text)).toEqual([code, at])
  })
})
