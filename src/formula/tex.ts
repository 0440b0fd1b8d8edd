/**
 * Nodes → LaTeX, for pages on which formulas are set: one aligned block for equations that stand together. Reads the
 * very nodes that run. Only commands that every common renderer knows: no packages, no `\operatorname`.
 */
import type { Equation, Formula, Index, NameNode } from './formula.ts'
import { STRENGTH } from './print.ts'
import type { Solve } from './solve.ts'
import { isStacked, widthOf } from './tex-width.ts'
import { nodesIn } from './walk.ts'

/** An equation, and whether it gives a flag: those are joined by "if and only if". */
export interface Shown {
  readonly equation: Equation
  readonly isFlag: boolean
}

export interface TexOptions {
  /** Rounds of a fixpoint, in which `last` is the round before and not yesterday; 1 outside. */
  readonly rounds?: number
}

const YESTERDAY = 't-1'
const ROUND_BEFORE = '\\text{before}'
/** Wider than this many characters, a sum or a chain of conditions is broken; within parentheses or cases sooner. */
const WIDEST = 76
const WIDEST_WITHIN = 56
/** A condition this short stands under its sum; an exponent this short stands above its e. */
const SHORT = 30

const SIGNS: Readonly<Record<string, string>> = {
  '*': ' \\cdot ',
  '-': ' - ',
  '+': ' + ',
  '<': ' < ',
  '<=': ' \\le ',
  '>': ' > ',
  '>=': ' \\ge ',
  '==': ' = ',
  '!=': ' \\ne ',
  '&&': '\\ \\text{and}\\ ',
  '||': '\\ \\text{or}\\ ',
}
/** As on a line of text, but that a fraction bar needs no parentheses. */
const BINDS: Readonly<Record<string, number>> = { ...STRENGTH, '/': 6 }
const GREEK: readonly string[] = ['alpha', 'gamma', 'kappa']

/** Longer formulas than this, in characters, are refused by renderers that guard themselves (MathJax: 5,120). */
const LONGEST = 3600

/** Equations under each other, aligned at their signs: one formula, or several where one would grow too long. */
export function equationsTex(equations: readonly Shown[], options: TexOptions = {}): readonly string[] {
  const groups: string[][] = []
  let length = 0
  for (const row of equations.map((one) => equationTex(one, options))) {
    const last = groups.at(-1)
    length += row.length
    if (last === undefined || length > LONGEST) {
      groups.push([row])
      length = row.length
    } else last.push(row)
  }
  return groups.map((rows) => `\\begin{aligned}\n${rows.join(' \\\\[4pt]\n')}\n\\end{aligned}`)
}

/** `\left(shipped, used, tight, open\right) = maxflow(room, demand)` */
export function solveTex({ solve, room, demand, gives }: Solve): string {
  const names = [gives.shipped, gives.used, gives.tight, gives.open].map(word)
  return `\\left(${names.join(',\\ ')}\\right) = ${word(solve)}\\left(${word(room)},\\ ${word(demand)}\\right)`
}

/** One row, or more where the value is wide: `left &= right \\ &\quad + more`. */
function equationTex({ equation, isFlag }: Shown, options: TexOptions): string {
  const setter = new Setter(options)
  const left = subscripted(word(equation.target), equation.letters)
  const rows = setter.rows(equation.value)
  return `${left} ${isFlag ? '\\ &\\Leftrightarrow\\ ' : '&= '}${rows.join(' \\\\\n&\\quad ')}`
}

class Setter {
  readonly #before: string

  constructor({ rounds = 1 }: TexOptions) {
    this.#before = rounds > 1 ? ROUND_BEFORE : YESTERDAY
  }

  /** A wide sum or chain of conditions, part by part; anything else in one row. */
  rows(node: Formula, widest = WIDEST): string[] {
    if (widthOf(node) <= widest) return [this.set(node, 0)]
    const rows: { tex: string; width: number }[] = []
    for (const { sign, part, around } of partsOf(node)) {
      const width = widthOf(part) + sign.length / 2
      const tex = sign + this.set(part, around)
      const row = rows.at(-1)
      if (row && row.width + width <= widest) {
        row.tex += tex
        row.width += width
      } else rows.push({ tex: rows.length === 0 ? tex : `{}${tex}`, width })
    }
    return rows.map(({ tex }) => tex)
  }

  /** `around`: how tightly what stands around it binds. */
  set(node: Formula, around: number): string {
    switch (node.kind) {
      case 'number':
        return String(node.value)
      case 'letter':
        return node.letter
      case 'name':
        return this.#name(node)
      case 'negate':
        return wrapped(`-${this.set(node.of, 5)}`, around > 4)
      case 'not':
        return `\\text{not}\\ ${this.set(node.of, 6)}`
      case 'same':
        return wrapped(
          `${indexTex(node.left)} ${node.negated ? '\\ne' : '='} ${indexTex(node.right)}`,
          around > 3,
        )
      case 'choose':
        return wrapped(this.#cases(node), around > 0)
      case 'ago': {
        const then = this.#name(node.of, `t-\\lfloor ${this.set(node.lag, 0)} \\rfloor`)
        return `${then}\\ \\left(\\text{before the first day: } ${this.set(node.before, 0)}\\right)`
      }
      case 'call':
        return this.#call(node)
      case 'over':
        return this.#over(node, around)
      case 'binary':
        return this.#binary(node, around)
    }
  }

  #name({ name, at, last }: NameNode, day = last ? this.#before : undefined): string {
    const below = [...at.map(indexTex), ...(day === undefined ? [] : [`\\,${day}`])]
    if (name.startsWith('w.')) return subscripted('w', [word(name.slice(2)), ...below])
    return subscripted(GREEK.includes(name) ? `\\${name}` : word(name), below)
  }

  /** A chain of choices is one list of cases. */
  #cases(node: Formula & { kind: 'choose' }): string {
    const stacked = isStacked(node)
    const row = (value: Formula, when: string): string =>
      stacked ? `${when}\\text{:} \\\\ \\quad ${this.#broken(value)}` : `${this.#broken(value)} & ${when}`
    const rows: string[] = []
    let rest: Formula = node
    while (rest.kind === 'choose') {
      rows.push(row(rest.yes, `\\text{if } ${this.#broken(rest.test)}`))
      rest = rest.no
    }
    rows.push(row(rest, '\\text{else}'))
    return `\\begin{cases} ${rows.join(' \\\\ ')} \\end{cases}`
  }

  #call(node: Formula & { kind: 'call' }): string {
    const each = node.of.map((part) => this.#broken(part))
    const isWide = each.length > 1 && widthOf(node) > WIDEST_WITHIN
    const parts = isWide ? lined(each.join(', \\\\ &')) : each.join(',\\ ')
    switch (node.name) {
      case 'exp':
        return isShort(node.of[0]!) ? `e^{${parts}}` : `\\exp\\left(${parts}\\right)`
      case 'log':
        return `\\ln\\left(${parts}\\right)`
      case 'floor':
        return `\\left\\lfloor ${parts} \\right\\rfloor`
      case 'min':
      case 'max':
        return `\\${node.name}\\left(${parts}\\right)`
    }
  }

  #over({ how, letter, of }: Formula & { kind: 'over' }, around: number): string {
    switch (how) {
      case 'any':
      case 'all':
        return wrapped(
          `\\${how === 'any' ? 'exists' : 'forall'}\\, ${letter}:\\ ${this.#broken(of)}`,
          around > 0,
        )
      case 'argmax':
        return wrapped(`\\arg\\max\\limits_{${letter}}\\ ${this.set(of, 5)}`, around > 4.5)
      case 'largest':
        return wrapped(`\\max\\limits_{${letter}}\\ ${this.set(of, 5)}`, around > 4.5)
      case 'sum':
        return wrapped(this.#sum(letter, of), around > 4.5)
    }
  }

  /** What is added only under a condition is added over the positions that meet it. */
  #sum(letter: string, of: Formula): string {
    const only = of.kind === 'choose' && of.no.kind === 'number' && of.no.value === 0 && isShort(of.test)
    if (!only) return `\\sum\\limits_{${letter}} ${this.set(of, 5)}`
    return `\\sum\\limits_{${letter}:\\ ${this.set(of.test, 0)}} ${this.set(of.yes, 5)}`
  }

  #binary(node: Formula & { kind: 'binary' }, around: number): string {
    const { op, left, right } = node
    if (op === '/') return `\\frac{${this.set(left, 0)}}{${this.set(right, 0)}}`
    const strength = BINDS[op]!
    if (strength < around && widthOf(node) > WIDEST_WITHIN) return wrapped(this.#broken(node), true)
    const after = this.set(right, op === '-' ? strength + 0.6 : strength + 0.1)
    // An engine needs the zero so that no minus zero comes out; a reader does not.
    const fromNothing = op === '-' && left.kind === 'number' && left.value === 0
    const both = fromNothing ? `-${after}` : `${this.set(left, strength)}${SIGNS[op]}${after}`
    return wrapped(both, strength < around)
  }

  /** Inside parentheses or cases: what is wide stands in lines of its own. */
  #broken(node: Formula): string {
    const rows = this.rows(node, WIDEST_WITHIN)
    return rows.length === 1 ? rows[0]! : lined(rows.join(' \\\\ &\\quad '))
  }
}

interface Part {
  /** What joins it to the part before it; empty before the first. */
  readonly sign: string
  readonly part: Formula
  readonly around: number
}

/** Terms of a sum, or links of a chain of conditions; a lone formula is its own only part. */
function partsOf(node: Formula): Part[] {
  if (
    node.kind === 'binary' &&
    (node.op === '+' || node.op === '-' || node.op === '&&' || node.op === '||')
  ) {
    const { op } = node
    const strength = BINDS[op]!
    const same = (other: Formula): boolean => other.kind === 'binary' && BINDS[other.op] === strength
    const before = same(node.left) ? partsOf(node.left) : [{ sign: '', part: node.left, around: strength }]
    return [
      ...before,
      { sign: SIGNS[op]!, part: node.right, around: op === '-' ? strength + 0.6 : strength + 0.1 },
    ]
  }
  return [{ sign: '', part: node, around: 0 }]
}

function isShort(node: Formula): boolean {
  return widthOf(node) <= SHORT && !holdsTall(node)
}

/** Whether anything in it is taller than a line. */
function holdsTall(node: Formula): boolean {
  return [...nodesIn(node)].some(
    (part) => part.kind === 'choose' || part.kind === 'over' || (part.kind === 'binary' && part.op === '/'),
  )
}

function lined(rows: string): string {
  return `\\begin{aligned} &${rows} \\end{aligned}`
}

function wrapped(tex: string, isNeeded: boolean): string {
  return isNeeded ? `\\left(${tex}\\right)` : tex
}

/** Several letters are one name, not a product; a dot within is no full stop. */
function word(name: string): string {
  return `\\mathrm{${name.replaceAll('.', '{.}')}}`
}

function subscripted(name: string, below: readonly string[]): string {
  return below.length === 0 ? name : `${name}_{${below.join(',')}}`
}

function indexTex(index: Index): string {
  switch (index.kind) {
    case 'letter':
      return index.letter
    case 'label':
      return word(index.label)
    case 'map':
      return `${word(index.map)}(${indexTex(index.of)})`
  }
}
