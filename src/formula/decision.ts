/**
 * Decisions of a mechanism, declared beside its equations so that a trace can tell how each
 * came about: a choice by its utilities, an event by its hazard, a step up by its score. They are
 * read and checked like equations, and never run with the days.
 */
import { checkEquation, type Kind } from './check.ts'
import { NONE, sameDimension } from './dimension.ts'
import { type Equation, type Formula, FormulaFault } from './formula.ts'
import { type Grammar, parseEquations } from './parse.ts'
import { type Term, termsOf } from './terms.ts'
import { namesIn, nodesIn } from './walk.ts'

/** The largest utility wins; the variable holds the position that won. */
export interface ChoiceText {
  readonly kind: 'choice'
  /** `utility[d, k, l] = …`: the letters of the variable, then the letter that is chosen over. */
  readonly utility: string
  /** A flag on the letters of the variable: where it is up, only position 0 can be chosen. */
  readonly closed: string
  /** Factors that scale every term alike and give none its name. */
  readonly scale: readonly string[]
}

/** The event comes when the exposure, a sum of hazards, passes the patience that was drawn. */
export interface HazardText {
  readonly kind: 'hazard'
  /** `logHazard[g] = …`: the logarithm of the day's hazard, on the letters of the variable. */
  readonly log: string
  /** Variables or draws on the same letters. */
  readonly exposure: string
  readonly patience: string
}

/** A score is held against cuts; the variable holds the highest position reached so far, and never falls. */
export interface ThresholdText {
  readonly kind: 'threshold'
  /** `score[f] = …`: on the letters of the variable. */
  readonly score: string
  /** What positions 1, 2, … ask for, each more than the one before: numbers, or constants of the mechanism. */
  readonly cuts: readonly (number | string)[]
  /** A flag on the same letters: only where it is up does the score count that day. */
  readonly open: string
}

export type DecisionText = ChoiceText | HazardText | ThresholdText

export type Decision = DecisionText & {
  /** The variable that changes with it. */
  readonly variable: string
  readonly equation: Equation
  readonly terms: readonly Term[]
}

/** The mechanism around its decisions, as far as they look at it. */
export interface Around {
  readonly text: {
    readonly decisions?: Readonly<Record<string, DecisionText>>
    readonly reads: Readonly<Record<string, { readonly from: string }>>
    readonly constants?: Readonly<Record<string, { readonly value: number }>>
  }
  readonly grammar: Grammar
  readonly blocks: readonly { readonly rounds: number; readonly equations: readonly Equation[] }[]
  readonly given: (name: string) => Kind | undefined
  readonly own: (name: string) => boolean
}

/** Throws FormulaFault when a decision is none: a name that is not known, a wrong unit, other letters. */
export function decisionsOf(around: Around): ReadonlyMap<string, Decision> {
  const entries = Object.entries(around.text.decisions ?? {})
  return new Map(entries.map(([variable, written]) => [variable, decision(variable, written, around)]))
}

function decision(variable: string, written: DecisionText, around: Around): Decision {
  const { text, beside, scale = [] } = partsOf(written)
  const [equation, more] = parseEquations(text, around.grammar)
  if (equation === undefined || more !== undefined) {
    throw new FormulaFault('formula-syntax', 'a decision is told by one equation', {
      text,
      stretch: { start: 0, end: text.length },
    })
  }
  if (looksBack(equation))
    throw fault(equation, 'formula-syntax', `${variable} is weighed by what is known today and yesterday`)
  const { type, dimension } = checkEquation(equation, around)
  if (type !== 'number') throw fault(equation, 'flag-as-number', `${variable} is weighed by a number`)
  if (!sameDimension(dimension, NONE))
    throw fault(equation, 'unit-mismatch', `${variable} is weighed by a pure number`)
  const letters = around.given(variable)?.letters.join()
  const own = written.kind === 'choice' ? equation.letters.slice(0, -1) : equation.letters
  if (own.join() !== letters)
    throw fault(equation, 'axis-mismatch', `${variable} stands on [${letters ?? 'nothing'}]`)
  for (const name of beside) {
    const known = around.given(name)
    if (known === undefined) throw fault(equation, 'unknown-name', `nothing is called ${name}`)
    if (known.letters.join() !== letters)
      throw fault(equation, 'axis-mismatch', `${name} stands on [${known.letters.join()}]`)
  }
  if (written.kind === 'threshold') checkCuts(written, equation, around)
  return { ...written, variable, equation, terms: termsOf(equation, namesFor(around, scale)) }
}

/** What is read in each kind: its equation, what stands beside it, and the factors that name no term. */
function partsOf(written: DecisionText): {
  readonly text: string
  readonly beside: readonly string[]
  readonly scale?: readonly string[]
} {
  switch (written.kind) {
    case 'choice':
      return { text: written.utility, beside: [written.closed], scale: written.scale }
    case 'hazard':
      return { text: written.log, beside: [written.exposure, written.patience] }
    case 'threshold':
      return { text: written.score, beside: [written.open] }
  }
}

/** A cut that moved, or lay below the one before it, would leave open which position a score has reached. */
function checkCuts({ cuts }: ThresholdText, equation: Equation, { text }: Around): void {
  let below = -Infinity
  for (const cut of cuts) {
    const height = typeof cut === 'number' ? cut : text.constants?.[cut]?.value
    if (height === undefined) throw fault(equation, 'unknown-name', `no constant is called ${cut}`)
    if (!(height > below)) throw fault(equation, 'cut-order', `the cut ${cut} is not above the one before it`)
    below = height
  }
}

function fault(equation: Equation, code: string, says: string): FormulaFault {
  return new FormulaFault(code, says, {
    text: equation.within,
    stretch: { start: 0, end: equation.target.length },
  })
}

function namesFor({ text, blocks, given }: Around, scale: readonly string[]): Parameters<typeof termsOf>[1] {
  const equations = new Map<string, Equation>()
  /** What cannot be written out, since it needs another day than today. */
  const remembered = new Set<string>()
  for (const { rounds, equations: all } of blocks) {
    for (const equation of all) {
      if (rounds === 1) equations.set(equation.target, equation)
      for (const { name, last } of namesIn(equation.value)) if (last) remembered.add(name)
      if (looksBack(equation)) remembered.add(equation.target)
    }
  }
  return {
    equation: (name) => {
      const equation = equations.get(name)
      const writeOut =
        equation !== undefined &&
        !remembered.has(name) &&
        given(name)?.type === 'number' &&
        isArithmetic(equation.value)
      return writeOut ? equation : undefined
    },
    isWeight: (name) => text.reads[name]?.from === 'weight',
    isIdle: (name) => scale.includes(name) || text.constants?.[name] !== undefined,
  }
}

function looksBack({ value }: Equation): boolean {
  return [...nodesIn(value)].some(({ kind }) => kind === 'ago')
}

const SPLIT: ReadonlySet<string> = new Set(['+', '-', '*', '/'])

/** Something that the splitter can split: not a reduction, a call or a bare name. */
function isArithmetic(node: Formula): boolean {
  const [top] = nodesIn(node)
  if (top === undefined) return false
  if (top.kind === 'binary') return SPLIT.has(top.op)
  return top.kind === 'negate' || top.kind === 'choose'
}
