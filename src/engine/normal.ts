/** The normal distribution, from a library in pure arithmetic (same bits everywhere). */
import cdf from '@stdlib/stats-base-dists-normal-cdf'
import quantile from '@stdlib/stats-base-dists-normal-quantile'

/** 1.6449: the 95 % point of the standard normal, which turns a 5-95 % range into a spread. */
export const PROBIT_95 = 1.6448536269514722

/** P(Z ≤ z) of the standard normal. */
export function normalCdf(z: number): number {
  return cdf(z, 0, 1)
}

/** The z with P(Z ≤ z) = p, 0 < p < 1. */
export function probit(p: number): number {
  return quantile(p, 0, 1)
}
