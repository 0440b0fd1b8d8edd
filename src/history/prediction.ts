/** A prediction about one cell of the record, and what the record says. */
import type { ChannelId } from '../scenario/scenario.ts'

export interface Cell {
  /** Id of the case. */
  readonly of: string
  /** Day number of the eve. */
  readonly asOf: number
  readonly supporter: string
  readonly recipient: string
  readonly channel: ChannelId
  /** The recorded level, 0 to 3. */
  readonly recorded: number
  /** The coder is not certain of it. */
  readonly unsure: boolean
  /** A promise that binds asks for the channel. */
  readonly owed: boolean
}

/** By level 0 to 3: the probability that it is recorded; adds up to 1. */
export type Odds = readonly [number, number, number, number]

/** A rule that shuts a channel predicts nothing given in it, for sure. */
export const SHUT: Odds = [1, 0, 0, 0]

/** Somebody's odds for every cell, in the order of the cells. */
export interface Forecaster {
  /** `model`, `climatology`, `obligation-only`, `same-as-last-time`. */
  readonly id: string
  readonly odds: readonly Odds[]
}
