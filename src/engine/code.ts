/**
 * A lowered equation: no names and no running sums left, only loads from numbered
 * places, arithmetic, and loops over fixed sizes. Both engines run exactly this, in
 * this order of operations, and so give the same bits.
 */

import type { Network } from '../base/flow.ts'

/** When a value is known: with a parameter draw, with a playout, or only with the day. */
export const BINDINGS = ['draw', 'playout', 'day'] as const
export type Binding = (typeof BINDINGS)[number]

/** A place in memory, in elements; an element holds one double for every lane of the block. */
export interface Slot {
  /** `support.delivered` */
  readonly name: string
  readonly offset: number
  readonly size: number
  /** Sizes of its axes, outermost first. */
  readonly shape: readonly number[]
  readonly flag: boolean
}

/** Counter number of the day; the other counters are loops, numbered from the outside in. */
export const DAY_COUNTER = -1

/** `stride · counter`, or `stride · map[counter]`. */
export interface Term {
  readonly counter: number
  readonly stride: number
  readonly map?: readonly number[]
}

/** `base + Σ terms`, in elements. */
export interface Address {
  readonly base: number
  readonly terms: readonly Term[]
}

export type NumberPair = 'add' | 'subtract' | 'multiply' | 'divide' | 'min' | 'max'
export type Compare = 'less' | 'lessEqual' | 'equal'

/** Codes that give a number in every lane. */
export type NumberCode =
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: 'load'; readonly at: Address }
  /** The value of a counter, the same in every lane. */
  | { readonly op: 'counter'; readonly counter: number }
  | { readonly op: 'negate' | 'exp' | 'log' | 'floor'; readonly of: NumberCode }
  | { readonly op: NumberPair; readonly left: NumberCode; readonly right: NumberCode }
  | { readonly op: 'select'; readonly test: FlagCode; readonly yes: NumberCode; readonly no: NumberCode }
  /** What a history holds of `lag` whole days ago; `before`, where that is before the first day. */
  | {
      readonly op: 'ago'
      readonly history: number
      /** Within the part of one day. */
      readonly at: Address
      readonly lag: NumberCode
      readonly before: NumberCode
    }
  /** Position of the first largest term. */
  | { readonly op: 'argmax'; readonly of: readonly NumberCode[] }

/** Codes that give true or false in every lane. */
export type FlagCode =
  | { readonly op: 'truth'; readonly value: boolean }
  | { readonly op: 'loadFlag'; readonly at: Address }
  | { readonly op: 'not'; readonly of: FlagCode }
  | { readonly op: 'and' | 'or'; readonly left: FlagCode; readonly right: FlagCode }
  | { readonly op: Compare; readonly left: NumberCode; readonly right: NumberCode }
  | { readonly op: 'selectFlag'; readonly test: FlagCode; readonly yes: FlagCode; readonly no: FlagCode }
  /** Whether two positions are the same; the same in every lane. */
  | { readonly op: 'same'; readonly left: Address; readonly right: Address }

export type Code = NumberCode | FlagCode

/** `for each counter: slot[counters] = value`. */
export interface Assign {
  readonly slot: Slot
  /** Sizes of the loops, outermost first; they run over the whole slot in order. */
  readonly loops: readonly number[]
  /** In place of the slot, today's part of this history is written. */
  readonly keep?: number
  readonly value:
    | { readonly flag: false; readonly code: NumberCode }
    | { readonly flag: true; readonly code: FlagCode }
  /** The equation, for the reader of emitted code and of traces. */
  readonly text: string
}

/** Greatest flow by priority over the scenario's network: where it reads, and where it writes. */
export interface FlowSolve {
  readonly network: Network
  readonly room: Slot
  readonly demand: Slot
  readonly shipped: Slot
  readonly used: Slot
  readonly tight: Slot
  readonly open: Slot
}

/** Assignments in order, the whole list `rounds` times over; or one algorithm. */
export interface Step {
  readonly rounds: number
  readonly assigns: readonly Assign[]
  /** Of the day: runs on after the horizon as well. */
  readonly slow?: true
  /** Of the day: what it writes hangs, within a playout, on these flags alone (`gate.ts`). */
  readonly on?: Slot
  /** In place of assignments: what is run outside the equations, on the same memory. */
  readonly solve?: FlowSolve
}

/** A variable kept day by day: where day 0 stands in memory, and the elements of a day. */
export interface History {
  readonly name: string
  readonly offset: number
  readonly perDay: number
}

/** What both engines run. */
export interface Program {
  /** Elements of memory; bytes are 8 · lanes times as many. */
  readonly size: number
  readonly phases: Readonly<Record<Binding, readonly Step[]>>
  /** They stand behind everything else: how many days are kept is a matter of what is asked. */
  readonly histories?: readonly History[]
}

/** When an engine is run: a day after the horizon runs the slow steps of a day alone. */
export const MOMENTS = ['draw', 'playout', 'day', 'late'] as const
export type Moment = (typeof MOMENTS)[number]

/** The steps of a moment, cut where something is solved outside the equations or hangs on flags: in pieces that run in one go. */
export function piecesOf({ phases }: Program, moment: Moment): (readonly Step[] | FlowSolve)[] {
  const steps = moment === 'late' ? phases.day.filter(({ slow }) => slow) : phases[moment]
  if (moment === 'late' && steps.length === 0) return []
  const pieces: (readonly Step[] | FlowSolve)[] = []
  let piece: Step[] = []
  for (const step of steps) {
    if (step.solve) {
      pieces.push(piece, step.solve)
      piece = []
    } else if (piece.length > 0 && piece[0]!.on !== step.on) {
      pieces.push(piece)
      piece = [step]
    } else piece.push(step)
  }
  return [...pieces, piece]
}
