/**
 * Replicated Latin hypercubes (McKay, Beckman & Conover 1979): in every batch each
 * uncertain quantity visits each of the equal slices of [0, 1] once. The order is keyed
 * by (seed, batch, quantity), so adding a quantity or a batch moves nothing else.
 */
import { CholeskyDecomposition, Matrix } from 'ml-matrix'
import { keyOf, uniformAt } from '../base/stream.ts'
import { type Common, knownAs, nothingDrawn } from './common.ts'
import { probit } from './normal.ts'

/** Streams of one quantity: one index for the order of the slices, another for the place inside a slice. */
const ORDER_DAY = 0
const INSIDE_DAY = 1
/** The largest double below 1: the top of the last slice may round up, and its score would be infinite. */
const BELOW_ONE = 1 - 2.220446049250313e-16

export interface Hypercube {
  readonly seed: number
  readonly draws: number
  readonly quantities: readonly string[]
  /**
   * Quantities that are certain here and stand in a correlation: their scores are made but not handed out, so
   * that the quantities correlated with them keep theirs to the bit where a what-if makes one certain.
   */
  readonly unseen: readonly string[]
  /** Groups of positions in `quantities`, then `unseen`, whose normal scores are correlated. */
  readonly correlations: readonly {
    readonly members: readonly number[]
    readonly matrix: readonly (readonly number[])[]
  }[]
}

/** Normal scores of one batch: scores[quantity][draw]. */
export function normalScores(
  cube: Hypercube,
  batch: number,
  common: Common = nothingDrawn(),
): readonly Float64Array[] {
  const scores = [...cube.quantities, ...cube.unseen].map((id) =>
    knownAs(common.scores, id, () => stratified(cube, id, batch)),
  )
  for (const { members, matrix } of cube.correlations) reorder(scores, members, matrix)
  return scores.slice(0, cube.quantities.length)
}

function stratified(cube: Hypercube, id: string, batch: number): Float64Array {
  const key = keyOf({ seed: cube.seed, owner: 'quantity', actor: '', purpose: id })
  const { draws } = cube
  const ticket = Array.from({ length: draws }, (_, draw) => uniformAt(key, batch, 0, ORDER_DAY, draw))
  const slices = ranks(ticket)
  return Float64Array.from({ length: draws }, (_, draw) => {
    const inside = uniformAt(key, batch, 0, INSIDE_DAY, draw)
    return probit(Math.min((slices[draw]! + inside) / draws, BELOW_ONE))
  })
}

/** Position of each value when sorted upward; equal values keep their order. */
function ranks(values: ArrayLike<number>): number[] {
  const order = Array.from({ length: values.length }, (_, at) => at).sort(
    (a, b) => values[a]! - values[b]! || a - b,
  )
  const rank = Array.from({ length: values.length }, () => 0)
  order.forEach((at, place) => {
    rank[at] = place
  })
  return rank
}

/**
 * Gives the members' scores the rank order of a Gaussian copula (Iman & Conover 1982):
 * each keeps exactly its own values, only their pairing changes. The first member keeps
 * its order; the others follow.
 */
function reorder(
  scores: Float64Array[],
  members: readonly number[],
  matrix: readonly (readonly number[])[],
): void {
  const lower = new CholeskyDecomposition(new Matrix(matrix.map((row) => [...row]))).lowerTriangularMatrix
  const independent = members.map((member) => scores[member]!)
  members.forEach((member, row) => {
    if (row === 0) return
    const own = independent[row]!
    const wanted = own.map((_, draw) => {
      let sum = 0
      for (let column = 0; column <= row; column++)
        sum += lower.get(row, column) * independent[column]![draw]!
      return sum
    })
    const sorted = own.slice().sort()
    scores[member] = Float64Array.from(ranks(wanted), (rank) => sorted[rank]!)
  })
}
