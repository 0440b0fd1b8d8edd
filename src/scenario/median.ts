/** The middle and the top of what a quantity may be, for advice before anything is played. */
import type { Law } from './scenario.ts'

/** The median of a beta distribution lies close to (a - 1/3) / (a + b - 2/3). */
const THIRD = 1 / 3

export function medianOf(law: Law): number {
  switch (law.kind) {
    case 'fixed':
      return law.value
    case 'quantiles':
      return law.p50
    case 'lognormal':
      return Math.sqrt(law.p05 * law.p95)
    case 'uniform':
      return (law.low + law.high) / 2
    case 'beta':
      return law.alpha > THIRD && law.beta > THIRD
        ? (law.alpha - THIRD) / (law.alpha + law.beta - 2 * THIRD)
        : law.alpha / (law.alpha + law.beta)
    case 'choice':
      return likeliest(law.shares)
  }
}

/** The upper end of the range as it is stated. */
export function topOf(law: Law): number {
  switch (law.kind) {
    case 'fixed':
      return law.value
    case 'quantiles':
    case 'lognormal':
      return law.p95
    case 'uniform':
      return law.high
    case 'beta':
      return 1
    case 'choice':
      return law.shares.findLastIndex((share) => share > 0)
  }
}

function likeliest(shares: readonly number[]): number {
  return shares.indexOf(Math.max(...shares))
}
