/**
 * Which assumptions move a probability: the share of the variance of p(θ) that
 * each uncertain quantity explains linearly in its normal score. Named so that a
 * reader can go and look at the few inputs on which a verdict hangs.
 */
import { probit } from '../engine/normal.ts'
import { SCORE_UNIT } from '../engine/slope.ts'
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

/** Share of the claims in which chance alone may name a driver. */
const FALSE_DRIVERS = 0.05
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
  const covariances = parameters.map((quantity, index) => {
    const slope = tally.slopes[index]
    if (slope === undefined) throw new Error(`missing slope: ${quantity}`)
    // Scores have variance 1 but a mean that is only nearly 0, which matters where nearly every playout
    // succeeds. Noise inside a draw does not follow the score, so this is the covariance with p(θ); that
    // noise does widen what chance can do, hence `observed`.
    return centred(Number(slope), { sum: tally.count, score: scores[index] ?? 0n, design })
  })
  return strongest({
    parameters,
    covariances,
    chance: Math.sqrt(observed / draws),
    variance: spread.variance,
  })
}

/** The strongest few of linear explanations of a share that moves from draw to draw. */
export function strongest(explained: {
  readonly parameters: readonly string[]
  /** Of the share with each quantity's normal score. */
  readonly covariances: readonly number[]
  /** Standard deviation of a covariance that chance alone makes. */
  readonly chance: number
  /** Of the share between draws, without the noise inside them. */
  readonly variance: number
}): readonly Driver[] {
  const { parameters, covariances, chance, variance } = explained
  const bar = barOver(parameters.length) * chance
  const found = parameters.flatMap((quantity, index): Driver[] => {
    const covariance = covariances[index] ?? 0
    if (!(Math.abs(covariance) > bar) || variance <= 0) return []
    const share = Math.min(1, (covariance * covariance) / variance)
    return [{ quantity, sign: covariance > 0 ? 1 : -1, share }]
  })
  found.sort((a, b) => b.share - a.share || (a.quantity < b.quantity ? -1 : 1))
  return found.slice(0, MOST)
}

/**
 * Under chance alone, correlation × √draws is close to a standard normal. With so many quantities asked at once, one of
 * them comes far by chance, and so the bar rises with their number (Bonferroni's bound).
 */
function barOver(quantities: number): number {
  return probit(1 - FALSE_DRIVERS / (2 * Math.max(1, quantities)))
}

/** Mean over draws of (score − its mean) × share, from Σ score × count and Σ count. */
export function centred(
  slope: number,
  { sum, score, design }: { readonly sum: number; readonly score: bigint; readonly design: Design },
): number {
  const draws = design.batches * design.draws
  const share = sum / (draws * design.playouts)
  return (slope / design.playouts - share * Number(score)) / SCORE_UNIT / draws
}
