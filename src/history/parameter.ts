/**
 * What is fitted: the parameters of a support decision, in a fixed order. Weights and spreads are fitted as logarithms,
 * so that theory's signs hold whatever the data say.
 */
import { CHANNELS } from '../scenario/scenario.ts'
import { FEATURES } from './row.ts'

/** Under which a scenario knows it: `weights.stake`, `channels.combat.alpha`. */
export const PARAMETERS: readonly string[] = [
  ...FEATURES.map((feature) => `weights.${feature}`),
  'weights.obligation',
  'weights.leaning',
  'weights.salience',
  ...['alpha', 'gamma', 'kappa'].flatMap((name) => CHANNELS.map((channel) => `channels.${channel}.${name}`)),
]

/** How many of them, from the first on, are fitted as logarithms. */
export const LOGARITHMS: number = FEATURES.length + 3

/** What nested folds choose. */
export interface Hyper {
  /** Standard deviation, in the logarithm, of a weight about the outside estimate. */
  readonly spread: number
  /** Standard deviation of a channel's intercept, curvature or first step about the mean of all channels. */
  readonly pooling: number
}

/** Draws of a posterior: by draw, then by parameter in the order of PARAMETERS, on the scale of the equation (weights, not their logarithms). */
export interface Posterior {
  readonly hyper: Hyper
  readonly draws: readonly Float64Array[]
}
