/**
 * How far the probability moves with the assumptions: the distribution of p(θ)
 * over parameter draws, after the sampling noise inside a draw is taken out. A
 * beta-binomial fitted by moments gives its band B and its mass in a region
 * (docs/theory.md 8, Verdict arithmetic).
 */
import betaCdf from '@stdlib/stats-base-dists-beta-cdf'
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile'
import type { Design, OutcomeTally } from '../engine/summary.ts'
import { contains, type Region } from './ladder.ts'

/** The fitted distribution of p(θ). */
export type Spread =
  /** No more spread between draws than chance explains. */
  | { readonly kind: 'point'; readonly at: number; readonly variance: 0 }
  | { readonly kind: 'beta'; readonly alpha: number; readonly beta: number; readonly variance: number }
  /** Every p(θ) is 0 or 1; `chance` is the share of ones. */
  | { readonly kind: 'ends'; readonly chance: number; readonly variance: number }

export interface Band {
  readonly low: number
  readonly high: number
}

/** The band B holds nine tenths of p(θ) (docs/theory.md 8: 5-95 %). */
const BAND_LOW = 0.05
const BAND_HIGH = 0.95

/** Fits by moments: what chance adds inside a draw, p(1 − p)/playouts, is taken off the variance first. */
export function spreadOf(tally: OutcomeTally, design: Design): Spread {
  const { playouts } = design
  const draws = design.batches * design.draws
  // One playout a draw cannot tell chance from assumptions.
  if (playouts < 2) throw new Error(`playouts per draw must be at least 2: ${playouts}`)
  const p = tally.count / (draws * playouts)
  if (tally.count === 0 || p === 1) return { kind: 'point', at: p, variance: 0 }
  if (onlyEnds(tally, design)) return { kind: 'ends', chance: p, variance: p * (1 - p) }
  const variance = (playouts * observedVariance(tally, design) - p * (1 - p)) / (playouts - 1)
  if (variance <= 0) return { kind: 'point', at: p, variance: 0 }
  const size = (p * (1 - p)) / variance - 1
  if (size <= 0) return { kind: 'ends', chance: p, variance: p * (1 - p) }
  return { kind: 'beta', alpha: p * size, beta: (1 - p) * size, variance }
}

/** The band B: 5-95 % of p(θ). */
export function bandOf(spread: Spread): Band {
  switch (spread.kind) {
    case 'point':
      return { low: spread.at, high: spread.at }
    case 'ends':
      return { low: spread.chance > BAND_HIGH ? 1 : 0, high: spread.chance < 1 - BAND_HIGH ? 0 : 1 }
    case 'beta':
      return {
        low: betaQuantile(BAND_LOW, spread.alpha, spread.beta),
        high: betaQuantile(BAND_HIGH, spread.alpha, spread.beta),
      }
  }
}

/** The share of p(θ) that lies in a region. */
export function massIn(spread: Spread, region: Region): number {
  switch (spread.kind) {
    case 'point':
      return contains(region, spread.at) ? 1 : 0
    case 'ends':
      return (contains(region, 1) ? spread.chance : 0) + (contains(region, 0) ? 1 - spread.chance : 0)
    case 'beta':
      return upTo(spread, region.high) - upTo(spread, region.low)
  }
}

/** True when every draw came out all one way: the parameters alone settle the claim. */
export function onlyEnds(tally: OutcomeTally, design: Design): boolean {
  return tally.histogram.every(
    (draws, successes) => draws === 0 || successes === 0 || successes === design.playouts,
  )
}

/** Variance over draws of the share of successes, chance included. */
export function observedVariance(tally: OutcomeTally, design: Design): number {
  const draws = design.batches * design.draws
  if (draws < 2) return 0
  const p = tally.count / (draws * design.playouts)
  let sum = 0
  tally.histogram.forEach((count, successes) => {
    const distance = successes / design.playouts - p
    sum += count * distance * distance
  })
  return sum / (draws - 1)
}

function upTo(spread: { readonly alpha: number; readonly beta: number }, edge: number): number {
  if (edge <= 0) return 0
  if (edge >= 1) return 1
  return betaCdf(edge, spread.alpha, spread.beta)
}
