/**
 * Nodes → plain text as a book would print it: `free[d] = (1 − utilisation[d])·e^(−distance[d] / lossOfStrength)`.
 * The printer reads the very nodes that run, so the documentation cannot drift from the code.
 */
import type { Equation, Formula, Index, NameNode } from './formula.ts'
import type { Solve } from './solve.ts'

const SIGNS: Readonly<Record<string, string>> = {
  '*': '·',
  '-': ' − ',
  '+': ' + ',
  '/': ' / ',
  '<': ' < ',
  '<=': ' ≤ ',
  '>': ' > ',
  '>=': ' ≥ ',
  '==': ' = ',
  '!=': ' ≠ ',
  '&&': ' and ',
  '||': ' or ',
}
/** How tightly an operator binds; a weaker operand gets parentheses. */
export const STRENGTH: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
}
const REDUCTIONS = { sum: 'Σ', largest: 'max', argmax: 'argmax', any: 'any', all: 'all' } as const

export function equationText(equation: Equation): string {
  const target = equation.letters.length
    ? `${equation.target}[${equation.letters.join(', ')}]`
    : equation.target
  return `${target} = ${formulaText(equation.value)}`
}

/** `shipped, used, tight, open = maxflow(room, demand)` */
export function solveText({ solve, room, demand, gives }: Solve): string {
  return `${gives.shipped}, ${gives.used}, ${gives.tight}, ${gives.open} = ${solve}(${room}, ${demand})`
}

export function formulaText(node: Formula): string {
  return text(node, 0)
}

function text(node: Formula, around: number): string {
  switch (node.kind) {
    case 'number':
      return String(node.value)
    case 'letter':
      return node.letter
    case 'name':
      return nameText(node)
    case 'negate':
      return wrap(`−${text(node.of, 5)}`, 4, around)
    case 'not':
      return `not ${text(node.of, 6)}`
    case 'same':
      return wrap(`${indexText(node.left)}${node.negated ? ' ≠ ' : ' = '}${indexText(node.right)}`, 3, around)
    case 'choose':
      return wrap(`${text(node.yes, 1)} if ${text(node.test, 1)}, else ${text(node.no, 0)}`, 0.5, around)
    case 'ago': {
      const then = nameText(node.of, `t−⌊${text(node.lag, 0)}⌋`)
      return `${then} (before the first day: ${text(node.before, 0)})`
    }
    case 'call':
      if (node.name === 'exp') return `e^(${text(node.of[0]!, 0)})`
      return `${node.name === 'log' ? 'ln' : node.name}(${node.of.map((part) => text(part, 0)).join(', ')})`
    case 'over':
      return wrap(`${REDUCTIONS[node.how]}_${node.letter} ${text(node.of, 5)}`, 4.5, around)
    case 'binary': {
      const strength = STRENGTH[node.op]!
      const right = node.op === '-' || node.op === '/' ? strength + 0.6 : strength + 0.1
      return wrap(`${text(node.left, strength)}${SIGNS[node.op]}${text(node.right, right)}`, strength, around)
    }
  }
}

function wrap(inner: string, strength: number, around: number): string {
  return strength < around ? `(${inner})` : inner
}

function nameText(node: NameNode, day = node.last ? 't−1' : undefined): string {
  const bare = node.name.startsWith('w.') ? `w_${node.name.slice(2)}` : node.name
  const letters = node.at.map(indexText)
  if (day !== undefined) letters.push(day)
  return letters.length ? `${bare}[${letters.join(', ')}]` : bare
}

function indexText(index: Index): string {
  switch (index.kind) {
    case 'letter':
      return index.letter
    case 'label':
      return index.label
    case 'map':
      return `${index.map}(${indexText(index.of)})`
  }
}
