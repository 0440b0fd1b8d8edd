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
   * exact: of a binomial, for cases of history. nothing: nothing was counted.
   */
  readonly basis: 'batches' | 'draws' | 'few events' | 'no event' | 'every playout' | 'exact' | 'nothing'
}

/** Upper tail of a two-sided 95 % interval (docs/theory.md 8: C is a 95 % interval). */
const TAIL = 0.975
/** Rule of three: with no event in n trials, 3/n bounds the chance at 95 % (docs/theory.md 8). */
export const RULE_OF_THREE = 3
/** Under so many events, or non-events, the spread between batches is not to be trusted (docs/theory.md 8). */
export const FEW_EVENTS = 20
const ONE_SIDED = 0.95

/** A counted share, and what is known of its spread. */
export interface Share {
  readonly count: number
  readonly total: number
  /** n_eff: trials that are known to be independent of each other. */
  readonly n: number
  /** Half width, by the spread between batches or draws. */
  readonly half: number
  readonly basis: 'batches' | 'draws'
}

/** The interval C. It always contains the mean and never has a width of 0. */
export function intervalOf(tally: OutcomeTally, design: Design): Interval {
  const { count } = tally
  const between = betweenBatches(tally, design)
  return shareInterval({
    count,
    total: playoutsOf(design),
    n: effective(design),
    half: between > 0 ? between : betweenDraws(tally, design),
    basis: between > 0 ? 'batches' : 'draws',
  })
}

/** The interval of a share: by its spread, held wide enough where events, or their absence, are few. */
export function shareInterval(share: Share): Interval {
  const { count, total, n, half, basis } = share
  if (count === 0 || count === total) {
    const bound = Math.min(1, RULE_OF_THREE / n)
    return count === 0
      ? { low: 0, high: bound, half: bound, basis: 'no event' }
      : { low: 1 - bound, high: 1, half: bound, basis: 'every playout' }
  }
  const p = count / total
  const plain: Interval = { low: Math.max(0, p - half), high: Math.min(1, p + half), half, basis }
  return Math.min(count, total - count) < FEW_EVENTS ? widened(plain, p, n) : plain
}

/**
 * Below FEW_EVENTS the far end is at least the exact one-sided 95 % bound of a binomial with n_eff
 * trials, which meets the rule of three as the events go to none.
 */
function widened({ low, high, half }: Interval, p: number, n: number): Interval {
  const rare = Math.min(p, 1 - p)
  const bound = atMost(rare, n)
  return {
    low: p < 0.5 ? low : Math.min(low, 1 - bound),
    high: p < 0.5 ? Math.max(high, bound) : high,
    half: Math.max(half, bound - rare),
    basis: 'few events',
  }
}

/** The largest chance that a share of n trials leaves open at 95 %, one-sided (Clopper & Pearson 1934). */
export function atMost(share: number, n: number): number {
  return share >= 1 ? 1 : betaQuantile(ONE_SIDED, share * n + 1, n - share * n)
}

/** The exact 95 % interval of a chance after k of n trials that are each by itself (Clopper & Pearson 1934). */
export function exactInterval(k: number, n: number): { readonly low: number; readonly high: number } {
  return {
    low: k === 0 ? 0 : betaQuantile(1 - TAIL, k, n - k + 1),
    high: k === n ? 1 : betaQuantile(TAIL, k + 1, n - k),
  }
}

/** Factor of the standard error for a two-sided 95 % interval over so many batches, or draws. */
export function student(samples: number): number {
  return tQuantile(TAIL, Math.max(1, samples - 1))
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
  return (student(batches) * Math.sqrt(variance)) / perBatch
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
  return student(draws) * Math.sqrt(variance / draws)
}
