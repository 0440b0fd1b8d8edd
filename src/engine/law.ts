/** Laws as functions of a normal score: z with P(Z ≤ z) = p gives the p-quantile. */
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile'
import { exp, log } from '../base/elementary.ts'
import type { Quantity } from '../scenario/scenario.ts'
import { normalCdf, PROBIT_95 } from './normal.ts'

/**
 * The value of a quantity at a normal score, in its unit and within its bounds. Three
 * quantiles mean a straight line in the score on either side of the median (docs/theory.md 7).
 */
export function valueAt(quantity: Quantity, z: number): number {
  const { law, bounds } = quantity
  const value = unbounded(law, z)
  return value < bounds[0] ? bounds[0] : bounds[1] < value ? bounds[1] : value
}

function unbounded(law: Quantity['law'], z: number): number {
  switch (law.kind) {
    case 'fixed':
      return law.value
    case 'quantiles':
      return law.p50 + (z / PROBIT_95) * (z < 0 ? law.p50 - law.p05 : law.p95 - law.p50)
    case 'lognormal': {
      const low = log(law.p05)
      const high = log(law.p95)
      return exp((low + high) / 2 + (z / PROBIT_95) * ((high - low) / 2))
    }
    case 'uniform':
      return law.low + (law.high - law.low) * normalCdf(z)
    case 'beta':
      return betaQuantile(normalCdf(z), law.alpha, law.beta)
    case 'choice':
      return formAt(law.shares, normalCdf(z))
  }
}

/** The form whose stretch of credence holds the point u of [0, 1]. */
function formAt(shares: readonly number[], u: number): number {
  let upTo = 0
  const found = shares.findIndex((share) => {
    upTo += share
    return u < upTo
  })
  return found < 0 ? shares.findLastIndex((share) => share > 0) : found
}
