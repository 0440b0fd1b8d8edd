/** A posterior told in numbers that a scenario can hold: the range of every parameter, and what moves together. */
import { CholeskyDecomposition, Matrix } from 'ml-matrix'
import { probit } from '../../engine/normal.ts'
import { PARAMETERS, type Posterior } from '../parameter.ts'

export interface Marginal {
  readonly id: string
  readonly p05: number
  readonly p50: number
  readonly p95: number
}

export interface Paired {
  readonly between: readonly [string, string]
  /** Correlation of the normal scores. */
  readonly rho: number
}

/** A correlation nearer to 0 than two standard errors of 256 draws, 2/√256, is noise and left out. */
const NOISE = 0.125
/** Decimals of a correlation: more would only tell the draws apart. */
const THOUSAND = 1000

type Draws = Pick<Posterior, 'draws'>

export function marginals({ draws }: Draws): Marginal[] {
  return PARAMETERS.map((id, at) => {
    const sorted = Float64Array.from(draws, (draw) => draw[at]!).sort()
    return { id, p05: quantile(sorted, 0.05), p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) }
  })
}

/** Linear between the values in order (Hyndman & Fan 1996, type 7). */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const low = sorted[below]!
  return low + (place - below) * ((sorted[below + 1] ?? low) - low)
}

/** The strongest first; one that cannot hold beside those before it is left out. */
export function correlations({ draws }: Draws): Paired[] {
  const scores = PARAMETERS.map((_, at) => normalScores(draws.map((draw) => draw[at]!)))
  const found = PARAMETERS.flatMap((first, row) =>
    PARAMETERS.slice(row + 1).map((second, after) => ({
      between: [first, second] as const,
      ends: [row, row + 1 + after] as const,
      rho: Math.round(correlation(scores[row]!, scores[row + 1 + after]!) * THOUSAND) / THOUSAND,
    })),
  )
  const strong = found
    .filter(({ rho }) => Math.abs(rho) >= NOISE)
    .sort((a, b) => Math.abs(b.rho) - Math.abs(a.rho))
  const held = Matrix.eye(PARAMETERS.length, PARAMETERS.length)
  const kept = strong.filter(({ ends: [row, column], rho }) => {
    held.set(row, column, rho).set(column, row, rho)
    if (new CholeskyDecomposition(held).isPositiveDefinite()) return true
    held.set(row, column, 0).set(column, row, 0)
    return false
  })
  return kept.map(({ between, rho }) => ({ between, rho }))
}

function normalScores(values: readonly number[]): Float64Array {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]! || a - b)
  const scores = new Float64Array(values.length)
  order.forEach((at, rank) => (scores[at] = probit((rank + 0.5) / values.length)))
  return scores
}

/** Scores have the mean 0 and all the same spread. */
function correlation(a: Float64Array, b: Float64Array): number {
  let [across, along] = [0, 0]
  for (let at = 0; at < a.length; at++) {
    across += a[at]! * b[at]!
    along += a[at]! * a[at]!
  }
  return across / along
}
