/** Laws of a formula split into terms: what is written out, what stays whole, and what each term is called. */
import { describe, expect, test } from 'vitest'
import { parseEquations } from '../../src/formula/parse.ts'
import { type Names, type Term, termsOf } from '../../src/formula/terms.ts'
import { formulaText } from '../../src/formula/print.ts'
import { GRAMMAR } from './small.ts'

/** The terms of the last equation; those before it may be written out. */
function split(text: string, names: Partial<Names> = {}): Term[] {
  const equations = parseEquations(text, GRAMMAR)
  const known = new Map(equations.slice(0, -1).map((equation) => [equation.target, equation]))
  return termsOf(equations.at(-1)!, {
    equation: (name) => known.get(name),
    isWeight: (name) => name.startsWith('w.'),
    isIdle: () => false,
    ...names,
  })
}

/** `−w_pace·share[h] | if open[h]`: sign, factors, tests. */
function told({ sign, factors }: Term): string {
  const text = (role: string): string[] =>
    factors.filter((factor) => factor.role === role).map(({ node }) => formulaText(node))
  const over = text('over').map((divisor) => `/${divisor}`)
  const tests = [...text('if').map((one) => `if ${one}`), ...text('unless').map((one) => `unless ${one}`)]
  return [`${sign < 0 ? '−' : ''}${text('times').join('·')}${over.join('')}`, ...tests].join(' | ')
}

const shown = (text: string, names: Partial<Names> = {}): string[] => split(text, names).map(told)

describe('a sum', () => {
  test('is split at every + and −, and a minus before a bracket turns all in it', () => {
    expect(shown('x[h] = share[h] - (mood[h, red] - -toll)')).toEqual(['share[h]', '−mood[h, red]', '−toll'])
  })

  test('is distributed over by products, on both sides', () => {
    expect(shown('x[h] = (a - b) * (c + d)')).toEqual(['a·c', 'a·d', '−b·c', '−b·d'])
  })

  test('is divided term by term; a divisor is never split', () => {
    expect(shown('x[h] = (a + b) / (c + d)')).toEqual(['a/c + d', 'b/c + d'])
  })

  test('keeps both branches of a choice, each behind its test', () => {
    expect(shown('x[h] = w.pace * (open[h] ? a : b - c)')).toEqual([
      'w_pace·a | if open[h]',
      'w_pace·b | unless open[h]',
      '−w_pace·c | unless open[h]',
    ])
  })

  test('has no term for a written 0', () => {
    expect(shown('x[h] = open[h] ? a : 0')).toEqual(['a | if open[h]'])
  })
})

describe('a name', () => {
  test('that is arithmetic is written out, with its letters in place', () => {
    const terms = split('y[i, c] = share[i] + mood[i, c]\nx[h] = w.pace * y[h, red]')
    expect(terms.map(told)).toEqual(['w_pace·share[i]', 'w_pace·mood[i, c]'])
    const [, factor] = terms[1]!.factors
    expect(factor!.letters.get('i')).toEqual({ kind: 'letter', letter: 'h' })
    expect(factor!.letters.get('c')).toMatchObject({ kind: 'label', label: 'red' })
  })

  test('of yesterday, a call and a reduction stay whole', () => {
    expect(shown('y[h] = a + b\nx[h] = last(y[h]) + min(1, a + b) - sum(i, share[i])')).toEqual([
      'y[h, t−1]',
      'min(1, a + b)',
      '−Σ_i share[i]',
    ])
  })
})

describe('the key of a term', () => {
  const keyOf = (text: string, names: Partial<Names> = {}): string =>
    split(`x[h] = ${text}`, names)
      .map(({ key }) => key)
      .join()

  test('is its weights, all of them', () => {
    expect(keyOf('w.pace * share[h]')).toBe('pace')
    expect(keyOf('w.pace * share[h] * w.free * toll')).toBe('pace*free')
  })

  test('is the weight inside a call only where none stands outside', () => {
    expect(keyOf('log(w.pace * share[h])')).toBe('pace')
    expect(keyOf('w.free * log(w.pace)')).toBe('free')
  })

  test('is what is left without weights, constants and scales', () => {
    const isIdle = (name: string): boolean => name === 'oneDay' || name === 'w.scale'
    expect(keyOf('w.scale * share[h] * oneDay', { isIdle })).toBe('share')
    expect(keyOf('w.scale * 2', { isIdle })).toBe('constant')
    expect(keyOf('log(oneDay / toll)', { isIdle })).toBe('toll')
  })

  test('does not hang on a test', () => {
    expect(keyOf('w.stop > 0 ? share[h] : 0')).toBe('share')
  })
})
