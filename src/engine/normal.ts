/** The normal distribution, from a library in pure arithmetic (same bits everywhere). */
import cdf from '@stdlib/stats-base-dists-normal-cdf'
import quantile from '@stdlib/stats-base-dists-normal-quantile'

/** P(Z ≤ z) of the standard normal. */
export function normalCdf(z: number): number {
  return cdf(z, 0, 1)
}

/** The z with P(Z ≤ z) = p, 0 < p < 1. */
export function probit(p: number): number {
  return quantile(p, 0, 1)
}
