/**
 * Exact draws of a posterior by elliptical slice sampling (Murray, Adams & MacKay 2010), about the Gaussian at the mode
 * with the heavier tails of a t law (Nishihara, Murray & Adams 2014): the Gaussian only guides, and what it has wrong is
 * put right by the slice. No step size has to be tuned, and none can be tuned wrongly.
 */
import { CholeskyDecomposition, type Matrix } from 'ml-matrix'
import { log } from '../../base/elementary.ts'
import { type Key, keyOf, uniformAt } from '../../base/stream.ts'
import { probit } from '../../engine/normal.ts'
import { circle } from './circle.ts'

/** Rounds before the first draw is kept. */
const BURN_IN = 128
/** Degrees of freedom of the t law: an even number for an even number of axes, so that whole exponentials make its scale. */
const DEGREES = 8
const TURN = 2 * Math.PI
/** Where in a round's stream each kind of number stands. */
const AXES = 0
const SCALE = 1
const ANGLE = 2

export interface SliceOptions {
  /** Logarithm of the density, but for a constant. */
  readonly density: (point: Float64Array) => number
  readonly centre: Float64Array
  readonly spread: Matrix
  readonly seed: number
  /** Names the stream. */
  readonly purpose: string
  readonly draws: number
  /** Rounds from one draw to the next. */
  readonly thin: number
  readonly onDraw?: (done: number) => void
}

interface State {
  /** The point on axes on which the Gaussian is standard. */
  readonly z: Float64Array
  readonly point: Float64Array
  readonly axis: Float64Array
  /** Logarithm of the density over the t law. */
  weight: number
}

export function sliceDraws(options: SliceOptions): Float64Array[] {
  const { centre, spread, seed, purpose, draws, thin, onDraw } = options
  const size = centre.length
  if (size % 2 !== 0) throw new Error(`an odd number of axes: ${size}`)
  const lower = Float64Array.from(new CholeskyDecomposition(spread).lowerTriangularMatrix.to1DArray())
  const key = keyOf({ seed, owner: 'history', actor: '', purpose })
  const [z, point] = [new Float64Array(size), centre.slice()]
  const state: State = { z, point, axis: new Float64Array(size), weight: options.density(point) }
  const kept: Float64Array[] = []
  for (let round = 1; kept.length < draws; round++) {
    advance({ ...options, lower, key }, state, round)
    if (round <= BURN_IN || (round - BURN_IN) % thin !== 0) continue
    kept.push(state.point.slice())
    onDraw?.(kept.length)
  }
  return kept
}

interface Walk extends SliceOptions {
  readonly lower: Float64Array
  readonly key: Key
}

/** One round: a scale, an ellipse, and the arc of it that lies under the slice. */
function advance({ density, centre, lower, key }: Walk, state: State, round: number): void {
  const { z, point, axis } = state
  const size = z.length
  const root = Math.sqrt(scaleOf(z, key, round))
  for (let at = 0; at < size; at++) axis[at] = root * probit(uniformAt(key, round, 0, AXES, at))
  const level = state.weight + log(uniformAt(key, round, 0, ANGLE, 0))
  let angle = TURN * uniformAt(key, round, 0, ANGLE, 1)
  let [low, high] = [angle - TURN, angle]
  const moved = new Float64Array(size)
  for (let attempt = 2; ; attempt++) {
    const [cosine, sine] = circle(angle)
    let square = 0
    for (let at = 0; at < size; at++) {
      moved[at] = z[at]! * cosine + axis[at]! * sine
      square += moved[at]! * moved[at]!
    }
    place(moved, { centre, lower, point })
    const weight = density(point) + ((size + DEGREES) / 2) * log(1 + square / DEGREES)
    if (weight > level || high - low < Number.EPSILON) {
      z.set(moved)
      state.weight = weight
      return
    }
    if (angle < 0) low = angle
    else high = angle
    angle = low + (high - low) * uniformAt(key, round, 0, ANGLE, attempt)
  }
}

/** The t law is a Gaussian of a random scale; given the point, the scale is inverse gamma, here of a whole shape. */
function scaleOf(z: Float64Array, key: Key, round: number): number {
  const square = z.reduce((sum, value) => sum + value * value, 0)
  let gamma = 0
  for (let at = 0; at < (z.length + DEGREES) / 2; at++) gamma -= log(uniformAt(key, round, 0, SCALE, at))
  return (DEGREES + square) / 2 / gamma
}

function place(
  z: Float64Array,
  { centre, lower, point }: { centre: Float64Array; lower: Float64Array; point: Float64Array },
): void {
  const size = z.length
  for (let row = 0; row < size; row++) {
    let sum = centre[row]!
    for (let column = 0; column <= row; column++) sum += lower[row * size + column]! * z[column]!
    point[row] = sum
  }
}
