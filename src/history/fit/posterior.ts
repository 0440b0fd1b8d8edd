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

/** By how much all correlations are drawn towards 0 at a time. */
const SHRINKING = 0.98
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

/**
 * All of them, the strongest first. Parameters of one channel hang together so closely that none can be left out: where
 * fewer draws than parameters give a matrix that cannot hold, all are drawn towards 0 by one factor until it can.
 */
export function correlations({ draws }: Draws): Paired[] {
  const scores = PARAMETERS.map((_, at) => normalScores(draws.map((draw) => draw[at]!)))
  const found = PARAMETERS.flatMap((first, row) =>
    PARAMETERS.slice(row + 1).map((second, after) => ({
      between: [first, second] as const,
      ends: [row, row + 1 + after] as const,
      rho: correlation(scores[row]!, scores[row + 1 + after]!),
    })),
  )
  let factor = 1
  const held = (): typeof found =>
    found.map((pair) => ({ ...pair, rho: Math.round(pair.rho * factor * THOUSAND) / THOUSAND }))
  while (!canHold(held())) factor *= SHRINKING
  return held()
    .filter(({ rho }) => rho !== 0)
    .sort((a, b) => Math.abs(b.rho) - Math.abs(a.rho))
    .map(({ between, rho }) => ({ between, rho }))
}

function canHold(
  pairs: readonly { readonly ends: readonly [number, number]; readonly rho: number }[],
): boolean {
  const matrix = Matrix.eye(PARAMETERS.length, PARAMETERS.length)
  for (const { ends, rho } of pairs) matrix.set(ends[0], ends[1], rho).set(ends[1], ends[0], rho)
  return new CholeskyDecomposition(matrix).isPositiveDefinite()
}

function normalScores(values: readonly number[]): Float64Array {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]! || a - b)
  const scores = new Float64Array(values.length)
  order.forEach((at, rank) => (scores[at] = probit((rank + 0.5) / values.length)))
  return scores
}

/** Scores have the mean 0 and all the same spread; with one draw there is none, and nothing moves together. */
function correlation(a: Float64Array, b: Float64Array): number {
  let [across, along] = [0, 0]
  for (let at = 0; at < a.length; at++) {
    across += a[at]! * b[at]!
    along += a[at]! * a[at]!
  }
  return along === 0 ? 0 : across / along
}
