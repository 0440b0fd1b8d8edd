/** The reader of equations: what is no equation is a fault at its place, and nothing is ever evaluated. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FormulaFault } from '../../src/formula/formula.ts'
import { parseEquations } from '../../src/formula/parse.ts'
import { faultOf, GRAMMAR } from './small.ts'

describe('what is no equation is a fault at its place', () => {
  test.each([
    ['x[h] = alert(1)', 'alert(1)'],
    ['x[h] = Math.exp(share[h])', 'Math.exp(share[h])'],
    ['x[h] = constructor(1)', 'constructor(1)'],
    ['x[h] = toString()', 'toString()'],
    ['x[h] = `1`', '`1`'],
    ['x[h] = `${share[h]}`', '`${share[h]}`'],
    ['x[h] = (() => 1)()', '(() => 1)()'],
    ['x[h] = h => 1', 'h => 1'],
    ['x[h] = function () {}', 'function () {}'],
    ['x[h] = new Date()', 'new Date()'],
    ['x[h] = (y = 3)', 'y = 3'],
    ['x[h] = (1, 2)', '1, 2'],
    ['x[h] = {}', '{}'],
    ['x[h] = [1]', '[1]'],
    ['x[h] = this', 'this'],
    ["x[h] = 'one'", "'one'"],
    ['x[h] = true', 'true'],
    ['x[h] = null', 'null'],
    ['x[h] = 10n', '10n'],
    ['x[h] = /a/', '/a/'],
    ['x[h] = +share[h]', '+share[h]'],
    ['x[h] = typeof share[h]', 'typeof share[h]'],
    ['x[h] = share[h] ** 2', 'share[h] ** 2'],
    ['x[h] = share[h] % 2', 'share[h] % 2'],
    ['x[h] = share[h] === 2', 'share[h] === 2'],
    ['x[h] = share[h] ?? 2', 'share[h] ?? 2'],
    ['x[h] = share?.[h]', 'share?.[h]'],
    ['x[h] = import("fs")', 'import("fs")'],
    ['x[h] = share[0]', '0'],
    ['x[h] = share[h + 1]', 'h + 1'],
    ['x[h] = share[blue]', 'blue'],
    ['x[h] = share[toString[h]]', 'toString[h]'],
    ['x[h] = sum(share[h])', 'sum(share[h])'],
    ['x[h] = sum(width, share[h])', 'sum(width, share[h])'],
    ['x[h] = exp(1, 2)', 'exp(1, 2)'],
    ['x[h] = last(1)', 'last(1)'],
    ['x[h] = min(...share)', 'min(...share)'],
    ['x[h] += 1', 'x[h] += 1'],
    ['x[red] = 1', 'x[red]'],
    ['let x = 1', 'let x = 1'],
    ['if (share) {}', 'if (share) {}'],
    ['share[h]', 'share[h]'],
    ['a.b().c = 1', 'a.b()'],
  ])('%s', (text, at) => {
    expect(faultOf(text)).toMatchObject({ code: 'formula-syntax', at })
  })

  test.each(['x[h] = ', 'x = (1', 'x = 1 +', '= 3', 'x = 1 2', '"', '\u0000'])('broken text %j', (text) => {
    expect(faultOf(text)).toMatchObject({ code: 'formula-syntax' })
  })
})

test('whatever the text, it is equations or a fault, and nothing has run', () => {
  const piece = fc.constantFrom(
    'x',
    '[h]',
    '=',
    ' = ',
    'share[h]',
    '1',
    '(',
    ')',
    '+',
    '*',
    'sum(h,',
    'last(',
    '?',
    ':',
    '`',
    '=>',
    '{',
    '}',
    '"',
    '\n',
    'globalThis.touched = 1',
    '(() => { globalThis.touched = 1 })()',
    ';',
    '.',
    ',',
    'new ',
    'this',
    '!',
    '&&',
    'constructor',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      try {
        parseEquations(pieces.join(''), GRAMMAR)
      } catch (error) {
        expect(error).toBeInstanceOf(FormulaFault)
      }
      expect('touched' in globalThis).toBe(false)
    }),
    { seed: 1, numRuns: 2000 },
  )
})

test('a label is a position only beside its own axis', () => {
  const [one] = parseEquations('x[h, c] = c == green ? 1 : 0', GRAMMAR)
  expect(one!.value).toMatchObject({
    kind: 'choose',
    test: { kind: 'same', right: { kind: 'label', position: 1 } },
  })
  const [other] = parseEquations('x[h] = share[h] == green ? 1 : 0', GRAMMAR)
  expect(other!.value).toMatchObject({ test: { kind: 'binary', right: { kind: 'name', name: 'green' } } })
})

test('an equation keeps its own text and its place in the whole', () => {
  const text = 'x[h] = share[h]\ny[h] = x[h] * 2'
  const [, second] = parseEquations(text, GRAMMAR)
  expect(second).toMatchObject({ target: 'y', letters: ['h'], text: 'y[h] = x[h] * 2', within: text })
  expect(text.slice(second!.value.start, second!.value.end)).toBe('x[h] * 2')
})
