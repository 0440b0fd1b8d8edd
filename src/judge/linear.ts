/**
 * A weighted sum of counts of the same playouts, such as those of the changed world less those of the unchanged:
 * its total, its spread between batches, and its spread between draws with and without the noise inside them.
 */
import type { Design, VectorTally } from '../engine/summary.ts'
import { cellsOf, productOf } from '../engine/vector.ts'
import type { Spread } from './band.ts'
import { contains, type Region } from './ladder.ts'

/** One weight for each count. */
export type Weights = readonly number[]

/** Sum of the counts, weighted, over all playouts. */
export function totalOf(vector: VectorTally, weights: Weights): number {
  return weights.reduce((sum, weight, at) => sum + weight * vector.sums[at]!, 0)
}

/** Sum over batches of the squared weighted sum of the batch. */
export function squaresOf(vector: VectorTally, weights: Weights): number {
  let sum = 0
  weights.forEach((one, row) =>
    weights.forEach((other, column) => {
      if (one !== 0 && other !== 0) sum += one * other * productOf(vector, row, column)
    }),
  )
  return sum
}

/** Standard error of the weighted sum per playout, by batches; 0 where they show no spread. */
export function batchError(vector: VectorTally, weights: Weights, design: Design): number {
  const { batches, draws, playouts } = design
  if (batches < 2) return 0
  const total = totalOf(vector, weights)
  const spread = squaresOf(vector, weights) - (total * total) / batches
  if (spread <= roundingOf(vector, weights)) return 0
  return Math.sqrt(spread / (batches - 1) / batches) / (draws * playouts)
}

/** What is left of a sum of squares by rounding alone, where batches agree and weights are no whole numbers. */
export function roundingOf(vector: VectorTally, weights: Weights): number {
  return ROUNDING * squaresOf(vector, weights.map(Math.abs))
}

const ROUNDING = 1e-12

/** How a weighted sum per playout moves with the assumptions: a spread on 0 to 1, and the stretch it stands for. */
export interface Scaled {
  readonly low: number
  readonly high: number
  readonly unit: Spread
  /** Between draws, without the noise inside them, in the sum's own unit. */
  readonly variance: number
  /** Between draws, that noise included. */
  readonly observed: number
}

/** What one draw adds: the weighted sum per playout, and the mean of its square. */
type Moments = (counts: readonly number[]) => { readonly mean: number; readonly square: number }

/**
 * Fits a beta by moments to the sums of the draws, on the stretch that they showed: what chance adds inside a draw,
 * Var/(playouts), is estimated draw by draw and taken off the variance first.
 */
export function scaledSpread(vector: VectorTally, design: Design, moments: Moments): Scaled {
  const { playouts } = design
  if (playouts < 2) throw new Error(`playouts per draw must be at least 2: ${playouts}`)
  const seen = cellsOf(vector).map((cell) => ({ ...moments(cell.counts), draws: cell.draws }))
  const draws = seen.reduce((sum, cell) => sum + cell.draws, 0)
  const mean = seen.reduce((sum, cell) => sum + cell.draws * cell.mean, 0) / draws
  let squares = 0
  let noise = 0
  for (const cell of seen) {
    squares += cell.draws * (cell.mean - mean) * (cell.mean - mean)
    noise += (cell.draws * (cell.square - cell.mean * cell.mean)) / (playouts - 1)
  }
  const observed = draws > 1 ? squares / (draws - 1) : 0
  const variance = Math.max(0, observed - noise / draws)
  const low = Math.min(...seen.map((cell) => cell.mean))
  const high = Math.max(...seen.map((cell) => cell.mean))
  return { low, high, unit: fitted(mean, variance, { low, high }), variance, observed }
}

function fitted(mean: number, variance: number, { low, high }: { low: number; high: number }): Spread {
  const width = high - low
  if (variance <= 0 || width <= 0)
    return { kind: 'point', at: width > 0 ? (mean - low) / width : 0, variance: 0 }
  const at = (mean - low) / width
  const share = variance / (width * width)
  const size = (at * (1 - at)) / share - 1
  return size > 0
    ? { kind: 'beta', alpha: at * size, beta: (1 - at) * size, variance: share }
    : { kind: 'ends', chance: at, variance: at * (1 - at) }
}

/** The region on the scale of the fitted spread. */
export function onUnit({ low, high }: Scaled, region: Region): Region {
  const width = high - low
  // A spread of no width is a point at 0 of the unit: where it stands is all that counts.
  const toUnit = (value: number): number => (width > 0 ? (value - low) / width : 0)
  if (width > 0) return { ...region, low: toUnit(region.low), high: toUnit(region.high) }
  const inside = contains(region, low)
  return { low: inside ? 0 : 1, high: 1, lowOpen: false, highOpen: false }
}
