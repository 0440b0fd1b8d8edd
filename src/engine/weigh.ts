/**
 * A decision on a day of a playout, weighed anew: what each option was worth and what each
 * term contributed. The engine has decided already; this tells why.
 */
import type { Decision, ThresholdText } from '../formula/decision.ts'
import type { Mechanism } from '../formula/mechanism.ts'
import type { Factor, Term } from '../formula/terms.ts'
import {
  flagOf,
  type FlagOf,
  numberOf,
  type NumberOf,
  positionOf,
  positionOfLargest,
  type Standing,
} from './evaluate.ts'
import { isCertain } from './in-force.ts'
import { elementOf, type Lens } from './lens.ts'
import { axisOf } from './builder.ts'
import type { Day } from './replay.ts'

/** One thing that could be chosen, the one hazard of an event, or the one score of a threshold. */
export interface Option {
  /** Utility, the logarithm of the day's hazard, or the score. */
  readonly whole: number
  /** By term, in the order of the keys. */
  readonly sizes: readonly number[]
}

export interface Weighing {
  readonly keys: readonly string[]
  readonly options: readonly Option[]
  /** True where everything but the first option was barred, or the score did not count. */
  readonly closed: boolean
  /** The first of the best options. */
  readonly best: number
}

/** A decision of a mechanism at one position of its variable: who, in which channel, about which group. */
export interface Decider {
  readonly mechanism: Mechanism
  readonly decision: Decision
  readonly at: readonly number[]
}

/** A decider with its formulas found in memory. */
export interface Scale {
  readonly keys: readonly string[]
  readonly weigh: (day: Day) => Weighing
  /** The options' wholes alone, for those who look at every day. */
  readonly wholes: (day: Day) => readonly number[]
  readonly isClosed: FlagOf
  /** Of a hazard: what has added up, and what it has to pass. */
  readonly exposure: NumberOf
  readonly patience: NumberOf
  /** Of a threshold: what each position above 0 asks for. */
  readonly cuts: readonly number[]
}

export function scaleOf(lens: Lens, { mechanism, decision, at }: Decider): Scale {
  const { letters, value } = decision.equation
  const own = new Map(letters.slice(0, at.length).map((letter, place) => [letter, at[place]!]))
  const over = decision.kind === 'choice' ? letters.at(-1)! : undefined
  const count = over === undefined ? 1 : lens.space.sizes[axisOf(over)]!
  const standings = Array.from(
    { length: count },
    (_, position): Standing => ({
      lens,
      mechanism,
      letters: over === undefined ? own : new Map(own).set(over, position),
    }),
  )
  const keys = [...new Set(decision.terms.map(({ key }) => key))]
  const wholes = standings.map((standing) => numberOf(value, standing))
  const terms = standings.map((standing) => decision.terms.map((term) => termAt(term, standing)))
  const beside = (name: string): NumberOf => {
    const meaning = lens.meaning(mechanism, name)
    if (typeof meaning !== 'object') return () => Number(meaning)
    const element = elementOf(meaning, at)
    return ({ today }) => today[element]!
  }
  const none: NumberOf = () => 0
  const isClosed = closedBy(decision, beside)
  const weigh = (day: Day): Weighing => {
    const options = wholes.map((whole, option): Option => {
      const sizes = keys.map(() => 0)
      decision.terms.forEach(({ key }, place) => {
        sizes[keys.indexOf(key)]! += terms[option]![place]!(day)
      })
      return { whole: whole(day), sizes }
    })
    const best = positionOfLargest(options.map(({ whole }) => whole))
    return { keys, options, best, closed: isClosed(day) }
  }
  return {
    keys,
    weigh,
    wholes: (day) => wholes.map((whole) => whole(day)),
    isClosed,
    exposure: decision.kind === 'hazard' ? beside(decision.exposure) : none,
    patience: decision.kind === 'hazard' ? beside(decision.patience) : none,
    cuts: decision.kind === 'threshold' ? cutsOf(decision, mechanism) : [],
  }
}

function closedBy(decision: Decision, beside: (name: string) => NumberOf): FlagOf {
  switch (decision.kind) {
    case 'choice': {
      const closed = beside(decision.closed)
      return (day) => closed(day) !== 0
    }
    case 'threshold': {
      const open = beside(decision.open)
      return (day) => open(day) === 0
    }
    case 'hazard':
      return () => false
  }
}

function cutsOf({ cuts }: ThresholdText, { constants }: Mechanism): readonly number[] {
  return cuts.map((cut) => (typeof cut === 'number' ? cut : constants![cut]!.value))
}

function termAt({ sign, factors }: Term, outer: Standing): NumberOf {
  // What belongs to a form that is not in force is not even in memory.
  if (factors.some((factor) => isSettled(factor, outer) === 'out')) return () => 0
  const tests = factors.flatMap((factor): FlagOf[] => {
    if (factor.role !== 'if' && factor.role !== 'unless') return []
    if (isSettled(factor, outer)) return []
    const test = flagOf(factor.node, innerOf(factor, outer))
    return [factor.role === 'if' ? test : (day) => !test(day)]
  })
  const parts = factors
    .filter(({ role }) => role === 'times' || role === 'over')
    .map((factor) => ({ over: factor.role === 'over', value: numberOf(factor.node, innerOf(factor, outer)) }))
  return (day) => {
    if (!tests.every((test) => test(day))) return 0
    let product: number = sign
    for (const { over, value } of parts) product = over ? product / value(day) : product * value(day)
    return product
  }
}

/** A test that asks for a form which is certain: always passed, or never. */
function isSettled({ node, role }: Factor, { lens, mechanism }: Standing): 'in' | 'out' | undefined {
  if (role !== 'if' && role !== 'unless') return undefined
  const holds = isCertain(lens, mechanism, node)
  return holds === undefined ? undefined : holds === (role === 'if') ? 'in' : 'out'
}

function innerOf({ letters }: Factor, outer: Standing): Standing {
  const inner = [...letters].map(([letter, index]): [string, number] => [letter, positionOf(index, outer)])
  return { ...outer, letters: new Map(inner) }
}
