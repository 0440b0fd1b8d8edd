/**
 * One supporter of one side as the fit sees it: numbers only, read off the engine at the medians of the eve, so that
 * the fit and the engine cannot disagree about what an input means.
 */

/** The inputs of a support decision that have a weight each, in this order (docs/theory.md 4). */
export const FEATURES = [
  'alignment',
  'stake',
  'rivalry',
  'precommitment',
  'freeCapacity',
  'access',
  'nuclear',
  'opponentPower',
  'thirdPartyCost',
  'domesticConstraint',
] as const
export type Feature = (typeof FEATURES)[number]

export interface Row {
  /** Id of the case. */
  readonly of: string
  readonly supporter: string
  readonly recipient: string
  /** By channel, then by feature: what the weight is multiplied with, sign and loading included. */
  readonly pull: readonly (readonly number[])[]
  /** By channel: 1 where a promise that binds asks for the channel, else 0; the coding by labels puts other shares here. */
  readonly owed: readonly number[]
  /** By channel: the channel is shut, so that the level is 0 for sure. */
  readonly closed: readonly boolean[]
  /** By channel: the recorded level 0 to 3; absent: void. */
  readonly recorded: readonly (number | undefined)[]
}
