/**
 * The error of a counted probability: a 95 % interval from the spread between
 * batches, never from a binomial formula, because playouts that share their
 * parameters are not independent (docs/theory.md 8).
 */
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile'
import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import type { Design, OutcomeTally } from '../engine/summary.ts'

export interface Interval {
  readonly low: number
  readonly high: number
  /** Half the width before it is cut to 0-1: what stands after ±. */
  readonly half: number
  /**
   * batches: Student's t over batches. draws: over parameter draws, where batches show no spread.
   * few events: widened by an exact bound, since a handful of events says little of its own spread.
   */
  readonly basis: 'batches' | 'draws' | 'few events' | 'no event' | 'every playout'
}

/** Upper tail of a two-sided 95 % interval (docs/theory.md 8: C is a 95 % interval). */
const TAIL = 0.975
/** Rule of three: with no event in n trials, 3/n bounds the chance at 95 % (docs/theory.md 8). */
export const RULE_OF_THREE = 3
/** Under so many events, or non-events, the spread between batches is not to be trusted (docs/theory.md 8). */
const FEW_EVENTS = 20
const ONE_SIDED = 0.95

/** The interval C. It always contains the mean and never has a width of 0. */
export function intervalOf(tally: OutcomeTally, design: Design): Interval {
  const total = playoutsOf(design)
  if (tally.count === 0 || tally.count === total) {
    const half = Math.min(1, RULE_OF_THREE / effective(design))
    return tally.count === 0
      ? { low: 0, high: half, half, basis: 'no event' }
      : { low: 1 - half, high: 1, half, basis: 'every playout' }
  }
  const p = tally.count / total
  const between = betweenBatches(tally, design)
  const half = between > 0 ? between : betweenDraws(tally, design)
  const basis = between > 0 ? 'batches' : 'draws'
  const plain: Interval = { low: Math.max(0, p - half), high: Math.min(1, p + half), half, basis }
  return Math.min(tally.count, total - tally.count) < FEW_EVENTS ? widened(plain, p, design) : plain
}

/**
 * Below FEW_EVENTS the far end is at least the exact one-sided 95 % bound of a binomial with n_eff
 * trials (Clopper & Pearson 1934), which meets the rule of three as the events go to none.
 */
function widened({ low, high, half }: Interval, p: number, design: Design): Interval {
  const n = effective(design)
  const rare = Math.min(p, 1 - p)
  const bound = betaQuantile(ONE_SIDED, rare * n + 1, n - rare * n)
  return {
    low: p < 0.5 ? low : Math.min(low, 1 - bound),
    high: p < 0.5 ? Math.max(high, bound) : high,
    half: Math.max(half, bound - rare),
    basis: 'few events',
  }
}

/** Playouts in all. */
export function playoutsOf(design: Design): number {
  return design.batches * design.draws * design.playouts
}

/**
 * n_eff: parameter draws in all. Playouts within a draw share their parameters
 * and nothing is known of how their chances cluster, so a draw counts once.
 */
export function effective(design: Design): number {
  return design.batches * design.draws
}

/** Half width from the spread of the batch means; 0 where there is no spread to read. */
function betweenBatches(tally: OutcomeTally, design: Design): number {
  const { batches } = design
  if (batches < 2) return 0
  const perBatch = design.draws * design.playouts
  const sumOfSquares = Math.max(0, tally.squares - (tally.count * tally.count) / batches)
  const variance = sumOfSquares / (batches - 1) / batches
  return (tQuantile(TAIL, batches - 1) * Math.sqrt(variance)) / perBatch
}

/**
 * Half width over parameter draws: for one batch, or batches that happen to
 * agree exactly. Latin hypercubes make the mean less noisy than this says, so it
 * errs to the wide side. Draws without any spread are read as single trials.
 */
function betweenDraws(tally: OutcomeTally, design: Design): number {
  const draws = effective(design)
  const p = tally.count / playoutsOf(design)
  let sumOfSquares = 0
  tally.histogram.forEach((draw, successes) => {
    const distance = successes / design.playouts - p
    sumOfSquares += draw * distance * distance
  })
  const spread = draws > 1 ? sumOfSquares / (draws - 1) : 0
  const variance = spread > 0 ? spread : p * (1 - p)
  return tQuantile(TAIL, Math.max(1, draws - 1)) * Math.sqrt(variance / draws)
}
