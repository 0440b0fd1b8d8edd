/**
 * Which assumptions move a probability: the share of the variance of p(θ) that
 * each uncertain quantity explains linearly in its normal score. Named so that a
 * reader can go and look at the few inputs on which a verdict hangs.
 */
import type { Design, OutcomeTally } from '../engine/summary.ts'
import { observedVariance, type Spread } from './band.ts'

export interface Driver {
  /** Id of the quantity: `ties.russia-iran.stake`. */
  readonly quantity: string
  /** Whether the probability rises or falls as the quantity rises. */
  readonly sign: 1 | -1
  /** Share of the variance of p(θ) that it explains alone, 0-1. Shares of correlated quantities overlap. */
  readonly share: number
}

/** Slopes are whole numbers of 2^-32 (engine/summary.ts). */
const SLOPE_UNIT = 4_294_967_296
/**
 * Under chance alone, correlation × √draws is close to a standard normal. Beyond
 * 3 lies one in 370, so a hundred idle quantities name a false driver in about
 * one claim of four; at 2 each claim would name five.
 */
const SIGNIFICANT = 3
const MOST = 3

/** At most three drivers, the strongest first; none where chance could have made them. */
export function driversOf(
  tally: OutcomeTally,
  options: {
    readonly design: Design
    readonly parameters: readonly string[]
    readonly scores: readonly bigint[]
    readonly spread: Spread
  },
): readonly Driver[] {
  const { design, parameters, scores, spread } = options
  const draws = design.batches * design.draws
  const observed = observedVariance(tally, design)
  if (spread.variance <= 0 || observed <= 0) return []
  const found: Driver[] = []
  parameters.forEach((quantity, index) => {
    const slope = tally.slopes[index]
    if (slope === undefined) throw new Error(`missing slope: ${quantity}`)
    // Scores have variance 1 but a mean that is only nearly 0, which matters where nearly every playout
    // succeeds. Noise inside a draw does not follow the score, so this is the covariance with p(θ); that
    // noise does widen what chance can do, hence `observed`.
    const covariance = centred(tally, { slope, score: scores[index] ?? 0n, design })
    const strength = (Math.abs(covariance) / Math.sqrt(observed)) * Math.sqrt(draws)
    if (strength <= SIGNIFICANT) return
    const share = Math.min(1, (covariance * covariance) / spread.variance)
    found.push({ quantity, sign: covariance > 0 ? 1 : -1, share })
  })
  found.sort((a, b) => b.share - a.share || (a.quantity < b.quantity ? -1 : 1))
  return found.slice(0, MOST)
}

/** Mean over draws of (score − its mean) × share of successes. */
function centred(
  tally: OutcomeTally,
  { slope, score, design }: { readonly slope: bigint; readonly score: bigint; readonly design: Design },
): number {
  const draws = design.batches * design.draws
  const share = tally.count / (draws * design.playouts)
  return (Number(slope) / design.playouts - share * Number(score)) / SLOPE_UNIT / draws
}
