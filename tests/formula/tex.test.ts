/** The typesetter: what is printed is what runs, every formula can be set, and what is wide is broken. */
import { describe, expect, test } from 'vitest'
import { parseEquations } from '../../src/formula/parse.ts'
import { equationsTex, solveTex } from '../../src/formula/tex.ts'
import { MECHANISMS } from '../../src/mechanisms/mechanisms.ts'
import { mathFaults } from '../house/math.ts'
import { GRAMMAR } from './small.ts'

/** The right side of `x = …`, as it is set. */
function set(text: string, options: { isFlag?: boolean; rounds?: number } = {}): string {
  const { isFlag = false, rounds = 1 } = options
  const equations = parseEquations(`x = ${text}`, GRAMMAR).map((equation) => ({ equation, isFlag }))
  return equationsTex(equations, { rounds })
    .join('\n')
    .split('\n')
    .slice(1, -1)
    .join('\n')
    .replace('\\mathrm{x} &= ', '')
}

test.each([
  ['free', '\\mathrm{free}'],
  ['alpha[c]', '\\alpha_{c}'],
  ['w.pull * a', 'w_{\\mathrm{pull}} \\cdot \\mathrm{a}'],
  ['loading.cost[c]', '\\mathrm{loading{.}cost}_{c}'],
  ['a - (b - c2)', '\\mathrm{a} - \\left(\\mathrm{b} - \\mathrm{c2}\\right)'],
  ['0 - log(a)', '-\\ln\\left(\\mathrm{a}\\right)'],
  ['a / (b * 2)', '\\frac{\\mathrm{a}}{\\mathrm{b} \\cdot 2}'],
  ['exp(-a)', 'e^{-\\mathrm{a}}'],
  ['exp(a / b)', '\\exp\\left(\\frac{\\mathrm{a}}{\\mathrm{b}}\\right)'],
  ['floor(a)', '\\left\\lfloor \\mathrm{a} \\right\\rfloor'],
  ['min(a, 1)', '\\min\\left(\\mathrm{a},\\ 1\\right)'],
  ['toll[street[h]]', '\\mathrm{toll}_{\\mathrm{street}(h)}'],
  ['mood[h, red]', '\\mathrm{mood}_{h,\\mathrm{red}}'],
  ['last(a[h])', '\\mathrm{a}_{h,\\,t-1}'],
  ['sum(h, a[h])', '\\sum\\limits_{h} \\mathrm{a}_{h}'],
  ['sum(h, h == i ? a[h] : 0)', '\\sum\\limits_{h:\\ h = i} \\mathrm{a}_{h}'],
  ['largest(h, a[h])', '\\max\\limits_{h}\\ \\mathrm{a}_{h}'],
  ['argmax(h, a[h])', '\\arg\\max\\limits_{h}\\ \\mathrm{a}_{h}'],
  ['a ? 1 : 0', '\\begin{cases} 1 & \\text{if } \\mathrm{a} \\\\ 0 & \\text{else} \\end{cases}'],
])('%s is set as %s', (text, tex) => {
  expect(set(text)).toBe(tex)
})

test('a chain of choices is one list of cases', () => {
  const tex = set('a ? 1 : b ? 2 : 3')
  expect(tex.match(/begin\{cases\}/g)).toHaveLength(1)
  expect(tex.match(/\\text\{if \}/g)).toHaveLength(2)
})

test('a flag is joined by if and only if, and its parts by words', () => {
  expect(set('a && !(b > 1) || c2', { isFlag: true })).toBe(
    '\\mathrm{x} \\ &\\Leftrightarrow\\ \\mathrm{a}\\ \\text{and}\\ \\text{not}\\ \\left(\\mathrm{b} > 1\\right)\\ \\text{or}\\ \\mathrm{c2}',
  )
  expect(set('any(h, a[h])', { isFlag: true })).toContain('\\exists\\, h:\\ \\mathrm{a}_{h}')
})

test('within rounds, last is the round before and not yesterday', () => {
  expect(set('last(a)', { rounds: 8 })).toBe('\\mathrm{a}_{\\,\\text{before}}')
})

test('what is wide is broken before its signs, and nothing of it is lost', () => {
  const terms = Array.from({ length: 12 }, (_, at) => `somethingLong${at}`)
  const tex = set(terms.join(' - '))
  expect(tex.split('\n').length).toBeGreaterThan(1)
  for (const term of terms) expect(tex).toContain(`\\mathrm{${term}}`)
  expect(tex.match(/ - /g)).toHaveLength(terms.length - 1)
})

describe.each(MECHANISMS)('$name', ({ blocks, kinds }) => {
  test('every equation can be set, each by itself and all together', () => {
    for (const { equations, rounds, solve } of blocks) {
      const shown = equations.map((equation) => ({
        equation,
        isFlag: kinds.get(equation.target)?.type === 'flag',
      }))
      for (const one of [...shown.map((alone) => [alone]), shown]) {
        const formulas = equationsTex(one, { rounds })
        expect(formulas.flatMap(mathFaults)).toEqual([])
        // Renderers that guard themselves refuse longer ones.
        expect(Math.max(0, ...formulas.map((tex) => tex.length))).toBeLessThan(5120)
      }
      if (solve) expect(mathFaults(solveTex(solve))).toEqual([])
    }
  })

  test('no line is so wide that a page would cut it', () => {
    const rows = blocks.flatMap(({ equations: all }) =>
      equationsTex(all.map((equation) => ({ equation, isFlag: false }))).flatMap((tex) => tex.split('\\\\')),
    )
    expect(rows.filter((row) => inked(row) > WIDEST)).toEqual([])
  })
})

/** Of a row, subscripts and signs among them. */
const WIDEST = 130

/** Characters that leave ink, roughly: commands and braces leave none. */
function inked(line: string): number {
  return line.replace(/\\[a-z]+/gi, '').replace(/[{}\\&\s]/g, '').length
}
