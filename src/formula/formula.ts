/**
 * An equation as data: about twenty kinds of node over named axes. The same nodes are
 * read as numbers (interpreter), as machine code (WebAssembly) and as text (printer).
 */

/** Offsets into the text of the equations. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A named set of positions; each letter runs over all of them. */
export interface Axis {
  readonly name: string
  readonly letters: readonly string[]
  /** Positions known to the theory itself, such as the seven channels; others come with the scenario. */
  readonly labels?: readonly string[]
}

/** A position on an axis: a running letter, a fixed label, or another axis reached through a map (`recipient[d]`). */
export type Index =
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'label'; readonly axis: string; readonly position: number; readonly label: string }
  | { readonly kind: 'map'; readonly map: string; readonly of: Index }

export type Arithmetic = '+' | '-' | '*' | '/'
export type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!='
export type Logic = '&&' | '||'
export type Reduction = 'sum' | 'largest' | 'argmax' | 'any' | 'all'
export type FunctionName = 'min' | 'max' | 'exp' | 'log' | 'floor'

/** What a variable holds; with `last`, what it held on the day before. */
export type NameNode = Stretch & {
  readonly kind: 'name'
  readonly name: string
  readonly at: readonly Index[]
  readonly last: boolean
}

export type Formula = Stretch &
  (
    | { readonly kind: 'number'; readonly value: number }
    /** The position of a running letter as a number: levels count 0-3, `t` counts days. */
    | { readonly kind: 'letter'; readonly letter: string }
    | NameNode
    | { readonly kind: 'negate' | 'not'; readonly of: Formula }
    | {
        readonly kind: 'binary'
        readonly op: Arithmetic | Comparison | Logic
        readonly left: Formula
        readonly right: Formula
      }
    /** Whether two positions of one axis are the same. */
    | { readonly kind: 'same'; readonly left: Index; readonly right: Index; readonly negated: boolean }
    | { readonly kind: 'choose'; readonly test: Formula; readonly yes: Formula; readonly no: Formula }
    /** What a variable held so many whole days ago (0 is today); for days before the first, `before`. */
    | { readonly kind: 'ago'; readonly of: NameNode; readonly lag: Formula; readonly before: Formula }
    | { readonly kind: 'call'; readonly name: FunctionName; readonly of: readonly Formula[] }
    | { readonly kind: 'over'; readonly how: Reduction; readonly letter: string; readonly of: Formula }
  )

export interface Equation {
  readonly target: string
  /** Letters of the target, in order. */
  readonly letters: readonly string[]
  readonly value: Formula
  /** The equation as it was written. */
  readonly text: string
  /** The text that the offsets count in. */
  readonly within: string
}

/** A law of the language that a formula breaks; programmers' faults, found when a mechanism is loaded. */
export class FormulaFault extends Error {
  readonly code: string
  /** The sentence alone, for whoever shows the place in a way of his own. */
  readonly says: string
  readonly stretch: Stretch
  constructor(code: string, says: string, at: { readonly text: string; readonly stretch: Stretch }) {
    const before = at.text.slice(0, at.stretch.start)
    const line = before.split('\n').length
    const column = at.stretch.start - before.lastIndexOf('\n') - 1
    const shown = at.text.split('\n')[line - 1] ?? ''
    const width = Math.max(1, Math.min(at.stretch.end - at.stretch.start, shown.length - column))
    super(`${code}: ${says}\n  ${shown}\n  ${' '.repeat(column)}${'^'.repeat(width)}`)
    this.name = 'FormulaFault'
    this.code = code
    this.says = says
    this.stretch = at.stretch
  }
}
