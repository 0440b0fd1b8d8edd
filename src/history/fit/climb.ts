/**
 * Finds the top of a smooth function by the method of Broyden, Fletcher, Goldfarb and Shanno (Nocedal & Wright 2006,
 * algorithm 6.1) with steps halved until they climb enough. Short, without chance, and the same on every machine.
 */
import type { Matrix } from 'ml-matrix'

/** Value at a point; its gradient is written where one is given. */
export type Surface = (point: Float64Array, gradient?: Float64Array) => number

export interface Top {
  readonly point: Float64Array
  readonly value: number
  /** False where the rounds ran out. */
  readonly reached: boolean
}

/** Half the square of the step still to go, by the curvature: the value is nearer than this to its top. */
const TOLERANCE = 1e-8
const ROUNDS = 400
const HALVINGS = 40
/** Share of the promised climb that a step must make. */
const ENOUGH = 1e-4
/** No coordinate moves farther in one step. */
const LONGEST = 2

/** `guess`: an estimate of the inverse of the negative curvature, positive definite. */
export function climb(surface: Surface, start: Float64Array, guess: Matrix): Top {
  const size = start.length
  const inverse = Float64Array.from(guess.to1DArray())
  const point = start.slice()
  const gradient = new Float64Array(size)
  const [next, slope] = [new Float64Array(size), new Float64Array(size)]
  const [step, change, image] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  let value = surface(point, gradient)
  for (let round = 0; round < ROUNDS; round++) {
    multiply(inverse, gradient, step)
    const promise = dot(gradient, step)
    if (promise < 2 * TOLERANCE) return { point, value, reached: true }
    let length = Math.min(1, LONGEST / largest(step))
    let found = value
    for (let halving = 0; ; halving++) {
      for (let at = 0; at < size; at++) next[at] = point[at]! + length * step[at]!
      found = surface(next, slope)
      if (found >= value + ENOUGH * length * promise) break
      // Rounding leaves nothing to climb: this is the top as far as doubles can tell.
      if (halving === HALVINGS) return { point, value, reached: true }
      length /= 2
    }
    for (let at = 0; at < size; at++) {
      step[at] = next[at]! - point[at]!
      change[at] = gradient[at]! - slope[at]!
    }
    update({ inverse, step, change, image })
    point.set(next)
    gradient.set(slope)
    value = found
  }
  return { point, value, reached: false }
}

interface Update {
  readonly inverse: Float64Array
  readonly step: Float64Array
  readonly change: Float64Array
  readonly image: Float64Array
}

/** Takes the curvature seen along a step into the inverse; where it bends the wrong way nothing is learned. */
function update({ inverse, step, change, image }: Update): void {
  const size = step.length
  const bend = dot(step, change)
  if (!(bend > 0)) return
  multiply(inverse, change, image)
  const grow = (1 + dot(change, image) / bend) / bend
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      inverse[row * size + column]! +=
        grow * step[row]! * step[column]! - (image[row]! * step[column]! + step[row]! * image[column]!) / bend
    }
  }
}

function multiply(matrix: Float64Array, vector: Float64Array, into: Float64Array): void {
  const size = vector.length
  for (let row = 0; row < size; row++) {
    let sum = 0
    for (let column = 0; column < size; column++) sum += matrix[row * size + column]! * vector[column]!
    into[row] = sum
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!
  return sum
}

function largest(vector: Float64Array): number {
  return vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
}
