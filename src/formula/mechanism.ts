/**
 * A mechanism: what it reads, what it draws, what it remembers, its equations and
 * what can be asked of it. Everything is checked once, when the module is loaded.
 */
import { checkEquation, type Kind, kindOf } from './check.ts'
import { type Decision, decisionsOf, type DecisionText } from './decision.ts'
import { type Equation, FormulaFault } from './formula.ts'
import { type Grammar, parseEquations } from './parse.ts'
import { kindsGiven, type Solve } from './solve.ts'

/** Something a mechanism is given. */
export interface Read {
  /** Letters of the axes it stands on: `dk`; empty for one value. */
  readonly of: string
  /** A unit of `dimension.ts`, or `flag`. */
  readonly unit: string
  /** Who supplies it: a noun of the scenario (`tie`, `channel`, …) or `mechanism`. */
  readonly from: string
  /** What stands in when another mechanism, the supplier, is left out. */
  readonly otherwise?: number
}

/** A random number drawn once a playout for each position; `law` is the standard form. */
export interface Draw {
  readonly of: string
  readonly law: 'uniform' | 'normal' | 'gumbel' | 'exponential' | 'beta-2-3'
  /** `supporter`: one draw for all dyads of a supporter; else each dyad has its own. */
  readonly whose?: 'supporter'
}

/** A number of the theory that no scenario sets, with its source. */
export interface Constant {
  readonly value: number
  readonly unit: string
  readonly source: string
}

/** Equations that are solved by a fixed number of rounds; inside, `last` is the round before. */
export interface Rounds {
  readonly rounds: number
  readonly text: string
}

export function rounds(count: number, text: string): Rounds {
  return { rounds: count, text }
}

export interface MechanismText {
  /** One sentence: what it computes, and after whom. */
  readonly about: string
  /** What it cannot do, in one or two sentences. */
  readonly limits: string
  /** A flow that waits for no war: it runs without an attack too, and on after the horizon to the date of a claim. */
  readonly slow?: boolean
  readonly reads: Readonly<Record<string, Read>>
  readonly constants?: Readonly<Record<string, Constant>>
  readonly draws?: Readonly<Record<string, Draw>>
  /** Units of the equations' own variables where they are not pure numbers; `flag` is inferred but where one rests on its own yesterday. */
  readonly units?: Readonly<Record<string, string>>
  /** Values before the first day of what is remembered from day to day; 0 unless stated. */
  readonly before?: Readonly<Record<string, number>>
  readonly equations: readonly (string | Rounds | Solve)[]
  /** By variable: how the decisions behind it can be told (`decision.ts`). */
  readonly decisions?: Readonly<Record<string, DecisionText>>
}

/** Equations that stand together, or one algorithm; `rounds` is 1 outside a fixpoint. */
export interface Block {
  readonly rounds: number
  readonly equations: readonly Equation[]
  /** In place of equations: an algorithm that gives the variables. */
  readonly solve?: Solve
}

export interface Mechanism extends MechanismText {
  readonly name: string
  readonly blocks: readonly Block[]
  /** Kind of each variable that the equations define. */
  readonly kinds: ReadonlyMap<string, Kind>
  /** The decisions, read and split into terms. */
  readonly told: ReadonlyMap<string, Decision>
}

/** The maker of mechanisms over one set of axes. */
export function mechanismsOver(grammar: Grammar): (name: string, text: MechanismText) => Mechanism {
  return (name, text) => {
    const blocks = text.equations.map((part) => blockOf(part, grammar))
    const kinds = new Map<string, Kind>()
    const given = (known: string): Kind | undefined => kinds.get(known) ?? givenKind(text, known)
    const around = { grammar, given, own: (known: string) => kinds.has(known) }
    for (const { solve, equations } of blocks) {
      if (solve) declareGiven(kinds, solve)
      for (const equation of equations) declareLetters(kinds, text, equation)
    }
    for (const block of blocks) {
      for (const equation of block.equations) {
        const kind = checkEquation(equation, around)
        const declared = kinds.get(equation.target)
        if (declared?.type === 'unknown') kinds.set(equation.target, { ...kind, letters: declared.letters })
      }
    }
    return { ...text, name, blocks, kinds, told: decisionsOf({ ...around, text, blocks }) }
  }
}

function blockOf(part: MechanismText['equations'][number], grammar: Grammar): Block {
  if (typeof part === 'string') return { rounds: 1, equations: parseEquations(part, grammar) }
  if ('solve' in part) return { rounds: 1, equations: [], solve: part }
  return { rounds: part.rounds, equations: parseEquations(part.text, grammar) }
}

function declareGiven(kinds: Map<string, Kind>, solve: Solve): void {
  for (const [name, kind] of kindsGiven(solve, (known) => kinds.get(known))) {
    if (kinds.has(name)) throw definedTwice(name, name)
    kinds.set(name, kind)
  }
}

/** Before its equation is checked a variable has its letters and, unless a unit is stated, an open kind. */
function declareLetters(kinds: Map<string, Kind>, text: MechanismText, equation: Equation): void {
  if (kinds.has(equation.target)) throw definedTwice(equation.target, equation.text)
  const unit = text.units?.[equation.target]
  kinds.set(equation.target, kindOf(unit ?? 'unknown', equation.letters))
}

function definedTwice(name: string, text: string): FormulaFault {
  return new FormulaFault('defined-twice', `${name} has two equations`, {
    text,
    stretch: { start: 0, end: name.length },
  })
}

function givenKind(text: MechanismText, name: string): Kind | undefined {
  const read = own(text.reads, name)
  if (read) return kindOf(read.unit, [...read.of])
  const constant = own(text.constants, name)
  if (constant) return kindOf(constant.unit, [])
  const draw = own(text.draws, name)
  return draw && kindOf('number', [...draw.of])
}

/** What was written under the name; a plain look-up would also find what every object has, such as `constructor`. */
function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined
}
