/**
 * A formula at fixed positions as a function of the day: the reading of the tracer, which looks
 * at one playout after the fact. It does what the engines do, operation by operation.
 */
import { exp, log } from '../base/elementary.ts'
import type { Formula, Index } from '../formula/formula.ts'
import type { Mechanism } from '../formula/mechanism.ts'
import { isCertain } from './in-force.ts'
import { elementOf, type Lens } from './lens.ts'
import { axisOf } from './builder.ts'
import type { Day } from './replay.ts'

/** Where a formula stands: whose names it uses, and the position of each letter but the day's. */
export interface Standing {
  readonly lens: Lens
  readonly mechanism: Mechanism
  readonly letters: ReadonlyMap<string, number>
}

export type NumberOf = (day: Day) => number
export type FlagOf = (day: Day) => boolean

/** A position, or the running day's. */
type Position = number | 'today'

export function positionOf(index: Index, standing: Standing): number {
  const position = anyPosition(index, standing)
  if (position === 'today') throw new Error('the day is no position here')
  return position
}

function anyPosition(index: Index, { letters, lens, mechanism }: Standing): Position {
  switch (index.kind) {
    case 'label':
      return index.position
    case 'map':
      return lens.space.maps[index.map]![positionOf(index.of, { letters, lens, mechanism })]!
    case 'letter': {
      if (index.letter === 't') return 'today'
      const position = letters.get(index.letter)
      if (position === undefined) throw new Error(`unbound letter: ${index.letter}`)
      return position
    }
  }
}

export function numberOf(node: Formula, standing: Standing): NumberOf {
  const number = (of: Formula): NumberOf => numberOf(of, standing)
  switch (node.kind) {
    case 'number':
      return () => node.value
    case 'letter': {
      const position = anyPosition(node, standing)
      return position === 'today' ? ({ day }) => day : () => position
    }
    case 'name': {
      const found = named(node, standing)
      if (typeof found === 'function') return found
      if (typeof found === 'boolean') throw mixed(node)
      return () => found
    }
    case 'negate': {
      const of = number(node.of)
      return (day) => -of(day)
    }
    case 'choose': {
      const isSure = isCertain(standing.lens, standing.mechanism, node.test)
      if (isSure !== undefined) return number(isSure ? node.yes : node.no)
      const test = flagOf(node.test, standing)
      const [yes, no] = [number(node.yes), number(node.no)]
      return (day) => (test(day) ? yes(day) : no(day))
    }
    case 'ago':
      throw new Error(`a decision does not look back beyond yesterday: ${node.of.name}`)
    case 'call':
      return called(node, standing)
    case 'over':
      return reduced(node, standing)
    case 'binary': {
      const [left, right] = [number(node.left), number(node.right)]
      if (node.op === '+') return (day) => left(day) + right(day)
      if (node.op === '-') return (day) => left(day) - right(day)
      if (node.op === '*') return (day) => left(day) * right(day)
      if (node.op === '/') return (day) => left(day) / right(day)
      throw mixed(node)
    }
    default:
      throw mixed(node)
  }
}

export function flagOf(node: Formula, standing: Standing): FlagOf {
  const flag = (of: Formula): FlagOf => flagOf(of, standing)
  switch (node.kind) {
    case 'name': {
      const found = named(node, standing)
      if (typeof found === 'function') return (day) => found(day) !== 0
      if (typeof found === 'number') throw mixed(node)
      return () => found
    }
    case 'not': {
      const of = flag(node.of)
      return (day) => !of(day)
    }
    case 'same': {
      const same = positionOf(node.left, standing) === positionOf(node.right, standing)
      return () => same !== node.negated
    }
    case 'choose': {
      const [test, yes, no] = [flag(node.test), flag(node.yes), flag(node.no)]
      return (day) => (test(day) ? yes(day) : no(day))
    }
    case 'over': {
      const each = runs(node.letter, standing).map((inner) => flagOf(node.of, inner))
      if (node.how === 'any') return (day) => each.some((one) => one(day))
      if (node.how === 'all') return (day) => each.every((one) => one(day))
      throw mixed(node)
    }
    case 'binary':
      return compared(node, standing)
    default:
      throw mixed(node)
  }
}

function compared(node: Formula & { kind: 'binary' }, standing: Standing): FlagOf {
  if (node.op === '&&' || node.op === '||') {
    const [left, right] = [flagOf(node.left, standing), flagOf(node.right, standing)]
    return node.op === '&&' ? (day) => left(day) && right(day) : (day) => left(day) || right(day)
  }
  const [left, right] = [numberOf(node.left, standing), numberOf(node.right, standing)]
  switch (node.op) {
    case '<':
      return (day) => left(day) < right(day)
    case '<=':
      return (day) => left(day) <= right(day)
    case '>':
      return (day) => left(day) > right(day)
    case '>=':
      return (day) => left(day) >= right(day)
    case '==':
      return (day) => left(day) === right(day)
    case '!=':
      return (day) => left(day) !== right(day)
    default:
      throw mixed(node)
  }
}

/** What a name holds: known already, or read from the day's memory. */
function named(node: Formula & { kind: 'name' }, standing: Standing): number | boolean | NumberOf {
  const meaning = standing.lens.meaning(standing.mechanism, node.name)
  if (typeof meaning !== 'object') return meaning
  const at = node.at.map((index) => anyPosition(index, standing))
  if (at.includes('today')) {
    return ({ day, today, before }) =>
      (node.last ? before : today)[
        elementOf(
          meaning,
          at.map((one) => (one === 'today' ? day : one)),
        )
      ]!
  }
  const element = elementOf(meaning, at as number[])
  return node.last ? ({ before }) => before[element]! : ({ today }) => today[element]!
}

function called({ name, of }: Formula & { kind: 'call' }, standing: Standing): NumberOf {
  const [one, other = one] = of.map((part) => numberOf(part, standing))
  if (one === undefined || other === undefined) throw new Error(`${name} takes a value`)
  switch (name) {
    case 'min':
      return (day) => lesser(one(day), other(day))
    case 'max':
      return (day) => greater(one(day), other(day))
    case 'exp':
      return (day) => exp(one(day))
    case 'log':
      return (day) => log(one(day))
    case 'floor':
      return (day) => Math.floor(one(day))
  }
}

function lesser(a: number, b: number): number {
  return b < a ? b : a
}

function greater(a: number, b: number): number {
  return a < b ? b : a
}

function reduced(node: Formula & { kind: 'over' }, standing: Standing): NumberOf {
  const [first, ...rest] = runs(node.letter, standing).map((inner) => numberOf(node.of, inner))
  if (first === undefined) return () => 0
  switch (node.how) {
    case 'sum':
      return (day) => rest.reduce((sum, one) => sum + one(day), first(day))
    case 'largest':
      return (day) => rest.reduce((most, one) => greater(most, one(day)), first(day))
    case 'argmax':
      return (day) => positionOfLargest([first, ...rest].map((one) => one(day)))
    default:
      throw mixed(node)
  }
}

function runs(letter: string, standing: Standing): Standing[] {
  return Array.from({ length: standing.lens.space.sizes[axisOf(letter)]! }, (_, position) => ({
    ...standing,
    letters: new Map(standing.letters).set(letter, position),
  }))
}

/** The first of the largest, as the engines break ties. */
export function positionOfLargest(values: readonly number[]): number {
  let best = 0
  values.forEach((value, place) => {
    if (value > values[best]!) best = place
  })
  return best
}

function mixed(node: Formula): Error {
  return new Error(`a flag and a number are mixed up: ${node.kind}`)
}
