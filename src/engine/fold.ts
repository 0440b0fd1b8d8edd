/**
 * Builders of codes that settle at once what is already known: a choice whose test is
 * constant, a choice between two alike, a comparison or a sum of two constants. They never
 * change the order of operations.
 */
import type { Comparison } from '../formula/formula.ts'
import type { Address, Code, Compare, FlagCode, NumberCode, NumberPair } from './code.ts'

export const TRUE: FlagCode = { op: 'truth', value: true }
export const FALSE: FlagCode = { op: 'truth', value: false }

const FLAG_OPS: ReadonlySet<Code['op']> = new Set([
  'truth',
  'loadFlag',
  'not',
  'and',
  'or',
  'less',
  'lessEqual',
  'equal',
  'selectFlag',
  'same',
])

function isFlag(code: Code): code is FlagCode {
  return FLAG_OPS.has(code.op)
}

export function asNumber(code: Code): NumberCode {
  if (isFlag(code)) throw new Error(`a flag stands where a number should: ${code.op}`)
  return code
}

export function asFlag(code: Code): FlagCode {
  if (!isFlag(code)) throw new Error(`a number stands where a flag should: ${code.op}`)
  return code
}

export function number(value: number): NumberCode {
  return { op: 'number', value }
}

export function pair(op: NumberPair, left: NumberCode, right: NumberCode): NumberCode {
  if (op === 'add' && left.op === 'number' && right.op === 'number') return number(left.value + right.value)
  return { op, left, right }
}

export function not(of: FlagCode): FlagCode {
  return of.op === 'truth' ? { op: 'truth', value: !of.value } : { op: 'not', of }
}

export function and(left: FlagCode, right: FlagCode): FlagCode {
  if (left.op === 'truth') return left.value ? right : FALSE
  if (right.op === 'truth') return right.value ? left : FALSE
  return { op: 'and', left, right }
}

export function or(left: FlagCode, right: FlagCode): FlagCode {
  if (left.op === 'truth') return left.value ? TRUE : right
  if (right.op === 'truth') return right.value ? TRUE : left
  return { op: 'or', left, right }
}

function compare(op: Compare, left: NumberCode, right: NumberCode): FlagCode {
  if (left.op === 'number' && right.op === 'number') {
    const holds = {
      less: left.value < right.value,
      lessEqual: left.value <= right.value,
      equal: left.value === right.value,
    }
    return { op: 'truth', value: holds[op] }
  }
  return { op, left, right }
}

/** A comparison as it is written, from the two that the engines know. */
export function compareBy(op: Comparison, left: NumberCode, right: NumberCode): FlagCode {
  switch (op) {
    case '<':
      return compare('less', left, right)
    case '>':
      return compare('less', right, left)
    case '<=':
      return compare('lessEqual', left, right)
    case '>=':
      return compare('lessEqual', right, left)
    case '==':
      return compare('equal', left, right)
    case '!=':
      return not(compare('equal', left, right))
  }
}

export function same(left: Address, right: Address): FlagCode {
  if (left.terms.length === 0 && right.terms.length === 0)
    return { op: 'truth', value: left.base === right.base }
  return { op: 'same', left, right }
}

export function choose(test: FlagCode, yes: Code, no: Code): Code {
  if (test.op === 'truth') return test.value ? yes : no
  if (yes.op === 'number' && no.op === 'number' && Object.is(yes.value, no.value)) return yes
  if (isFlag(yes)) return { op: 'selectFlag', test, yes, no: asFlag(no) }
  return { op: 'select', test, yes, no: asNumber(no) }
}

/** A left-leaning chain: ((a ∘ b) ∘ c) ∘ d, so that the order of a sum is the order of its axis. */
export function chain<T>(parts: readonly T[], empty: T, join: (left: T, right: T) => T): T {
  const [first, ...rest] = parts
  return first === undefined ? empty : rest.reduce(join, first)
}
