/** The printer: a page says what runs, no more and no fewer parentheses than the meaning needs. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Formula } from '../../src/formula/formula.ts'
import { parseEquations } from '../../src/formula/parse.ts'
import { equationText, formulaText, solveText } from '../../src/formula/print.ts'
import { DAY } from '../../src/mechanisms/mechanisms.ts'
import { GRAMMAR } from './small.ts'

function read(text: string): Formula {
  return parseEquations(`x = ${text}`, GRAMMAR)[0]!.value
}

test.each([
  ['a - (b - c)', 'a − (b − c)'],
  ['(a - b) - c', 'a − b − c'],
  ['a / (b * c)', 'a / (b·c)'],
  ['a * (b / c)', 'a·(b / c)'],
  ['(a + b) * -c', '(a + b)·(−c)'],
  ['-(a + b)', '−(a + b)'],
  ['exp(-(a / w.scale))', 'e^(−a / w_scale)'],
  ['log(a)', 'ln(a)'],
  ['min(a, floor(b))', 'min(a, floor(b))'],
  ['a < b && !(c >= d2) || e2', 'a < b and not (c ≥ d2) or e2'],
  ['(a || b) && c', '(a or b) and c'],
  ['a != b', 'a ≠ b'],
  ['h == i', 'h = i'],
  ['c != red', 'c ≠ red'],
  ['street[h] == s', 'street(h) = s'],
  ['sum(h, a[h] * b[h])', 'Σ_h a[h]·b[h]'],
  ['sum(h, a[h] + b[h])', 'Σ_h (a[h] + b[h])'],
  ['sum(h, a[h]) * b', '(Σ_h a[h])·b'],
  ['sum(h, a[h]) + b', 'Σ_h a[h] + b'],
  ['largest(c, argmax(h, m[h, c]))', 'max_c (argmax_h m[h, c])'],
  ['last(a[h, red])', 'a[h, red, t−1]'],
  ['last(a)', 'a[t−1]'],
  ['a ? b : c', 'b if a, else c'],
  ['a ? b : c ? d2 : e2', 'b if a, else d2 if c, else e2'],
  ['(a ? b : c) + 1', '(b if a, else c) + 1'],
  ['a ? (b ? c : d2) : e2', '(c if b, else d2) if a, else e2'],
  ['toll[street[h]]', 'toll[street(h)]'],
])('%s is printed as %s', (text, printed) => {
  expect(formulaText(read(text))).toBe(printed)
})

/** Formulas of numbers without choices, written with every parenthesis. */
const written = fc.letrec<{ readonly number: string; readonly flag: string }>((tie) => {
  const pair = (ops: readonly string[], of: 'number' | 'flag'): fc.Arbitrary<string> =>
    fc.tuple(tie(of), fc.constantFrom(...ops), tie(of)).map(([left, op, right]) => `(${left} ${op} ${right})`)
  return {
    number: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('a', 'b', '2', '0.5'),
      pair(['+', '-', '*', '/'], 'number'),
      tie('number').map((of) => `(-${of})`),
      fc.tuple(tie('number'), tie('number')).map(([one, other]) => `min(${one}, ${other})`),
      tie('number').map((of) => `floor(${of})`),
    ),
    flag: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('p', 'q'),
      pair(['&&', '||'], 'flag'),
      tie('flag').map((of) => `(!${of})`),
      pair(['<', '<=', '>', '>=', '==', '!='], 'number'),
    ),
  }
})

/** The printed text in the grammar of the equations again. */
function ascii(printed: string): string {
  const signs = {
    '·': '*',
    '−': '-',
    '≤': '<=',
    '≥': '>=',
    ' = ': ' == ',
    '≠': '!=',
    ' and ': ' && ',
    ' or ': ' || ',
    'not ': '! ',
  }
  return Object.entries(signs).reduce((text, [sign, plain]) => text.replaceAll(sign, plain), printed)
}

const VALUES: Readonly<Record<string, number>> = { a: 0.3, b: -1.7, p: 1, q: 0 }

/** A plain reading of the nodes; flags are 0 and 1. */
function value(node: Formula): number {
  switch (node.kind) {
    case 'number':
      return node.value
    case 'name':
      return VALUES[node.name]!
    case 'negate':
      return -value(node.of)
    case 'not':
      return 1 - value(node.of)
    case 'call':
      return node.name === 'min'
        ? Math.min(value(node.of[0]!), value(node.of[1]!))
        : Math.floor(value(node.of[0]!))
    case 'binary':
      return OPERATIONS[node.op]!(value(node.left), value(node.right))
    default:
      throw new Error(`not in this language: ${node.kind}`)
  }
}

const OPERATIONS: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '<': (a, b) => Number(a < b),
  '<=': (a, b) => Number(a <= b),
  '>': (a, b) => Number(a > b),
  '>=': (a, b) => Number(a >= b),
  '==': (a, b) => Number(a === b),
  '!=': (a, b) => Number(a !== b),
  '&&': (a, b) => a * b,
  '||': (a, b) => Math.max(a, b),
}

describe('printing', () => {
  test.each(['number', 'flag'] as const)('and reading again keeps the meaning of a %s', (type) => {
    fc.assert(
      fc.property(written[type], (text) => {
        const node = read(text)
        const again = read(ascii(formulaText(node)))
        expect(value(again)).toBe(value(node))
      }),
      { seed: 1, numRuns: 1000 },
    )
  })

  test('does not depend on spaces, line breaks or needless parentheses', () => {
    const one = parseEquations('x[h]=((a[h])+(b*(c2)))', GRAMMAR)[0]!
    const other = parseEquations('x[h] =\n  a[h]\n  + b * c2', GRAMMAR)[0]!
    expect(equationText(one)).toBe(equationText(other))
  })

  test('every equation of every mechanism prints', async () => {
    const pages = DAY.flatMap(({ mechanisms }) => mechanisms).map((mechanism) => {
      const lines = mechanism.blocks.flatMap(({ rounds, equations, solve }) => {
        if (solve) return [`  ${solveText(solve)}`]
        const texts = equations.map((equation) => `  ${equationText(equation)}`)
        return rounds > 1 ? [`  ${rounds} rounds:`, ...texts.map((text) => `  ${text}`)] : texts
      })
      return [`${mechanism.name}. ${mechanism.about}`, ...lines].join('\n')
    })
    const text = `${pages.join('\n\n')}\n`
    expect(
      text
        .split('\n')
        .filter((line) => line.startsWith('  '))
        .join('\n'),
    ).not.toMatch(/undefined|NaN|object|[*&|!]/)
    await expect(text).toMatchFileSnapshot('__golden__/equations.txt')
  })
})
