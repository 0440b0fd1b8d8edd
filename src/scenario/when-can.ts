/**
 * Whether a condition can come true on a day, as far as that is plain before anything is played: of what is measured
 * anything is possible; the day, plain numbers and injects that never come are known.
 */
import type { Formula } from '../formula/formula.ts'

interface Known {
  readonly day: number
  /** False of a flag that can never be true. */
  readonly maybe: (name: string) => boolean
}

interface Truth {
  readonly yes: boolean
  readonly no: boolean
}

const EITHER: Truth = { yes: true, no: true }

export function truthOf(node: Formula, known: Known): Truth {
  switch (node.kind) {
    case 'name':
      return { yes: known.maybe(node.name), no: true }
    case 'not': {
      const { yes, no } = truthOf(node.of, known)
      return { yes: no, no: yes }
    }
    case 'choose': {
      const test = truthOf(node.test, known)
      const [one, other] = [truthOf(node.yes, known), truthOf(node.no, known)]
      return {
        yes: (test.yes && one.yes) || (test.no && other.yes),
        no: (test.yes && one.no) || (test.no && other.no),
      }
    }
    case 'binary':
      return binaryTruth(node, known)
    default:
      return EITHER
  }
}

function binaryTruth(node: Formula & { kind: 'binary' }, known: Known): Truth {
  if (node.op === '&&' || node.op === '||') {
    const [one, other] = [truthOf(node.left, known), truthOf(node.right, known)]
    if (node.op === '&&') return { yes: one.yes && other.yes, no: one.no || other.no }
    return { yes: one.yes || other.yes, no: one.no && other.no }
  }
  const [left, right] = [numberOf(node.left, known.day), numberOf(node.right, known.day)]
  if (left === undefined || right === undefined) return EITHER
  const yes = compare(left, node.op, right)
  return { yes, no: !yes }
}

function compare(left: number, op: string, right: number): boolean {
  if (op === '<') return left < right
  if (op === '<=') return left <= right
  if (op === '>') return left > right
  if (op === '>=') return left >= right
  return (left === right) === (op === '==')
}

/** A plain number, the day, or what is made of these; anything else is not known beforehand. */
export function numberOf(node: Formula, day: number | undefined): number | undefined {
  if (node.kind === 'number') return node.value
  if (node.kind === 'letter') return day
  if (node.kind === 'negate') {
    const of = numberOf(node.of, day)
    return of === undefined ? undefined : -of
  }
  if (node.kind !== 'binary') return undefined
  const [left, right] = [numberOf(node.left, day), numberOf(node.right, day)]
  if (left === undefined || right === undefined) return undefined
  if (node.op === '+') return left + right
  if (node.op === '-') return left - right
  if (node.op === '*') return left * right
  return node.op === '/' ? left / right : undefined
}
