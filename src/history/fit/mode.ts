/** The likeliest parameters given the records and a prior, and how sharply they are known there. */
import { CholeskyDecomposition, inverse, Matrix } from 'ml-matrix'
import { climb, type Surface } from './climb.ts'
import type { Likelihood } from './likelihood.ts'
import { type Prior, symmetric } from './prior.ts'

export interface Mode {
  readonly point: Float64Array
  /** Curvature of the log-likelihood alone, negative: what the records add to the precision of the prior. */
  readonly information: Matrix
}

/** Half a step of the differences by which the gradient gives its own slope. */
const STEP = 1e-4

/** Logarithm of prior times likelihood, but for a constant. `without`: the case left out, -1 for none. */
export function posteriorSurface(likelihood: Likelihood, prior: Prior, without: number): Surface {
  const precision = Float64Array.from(prior.precision.to1DArray())
  const { mean } = prior
  const size = mean.length
  return (point, gradient) => {
    if (gradient) gradient.fill(0)
    const value = likelihood.at(point, without, gradient)
    let quadratic = 0
    for (let row = 0; row < size; row++) {
      let sum = 0
      for (let column = 0; column < size; column++)
        sum += precision[row * size + column]! * (point[column]! - mean[column]!)
      quadratic += (point[row]! - mean[row]!) * sum
      if (gradient) gradient[row]! -= sum
    }
    return value - quadratic / 2
  }
}

/** `from`: where to begin, and the information there; the prior's mean unless a nearer start is known. */
export function modeOf(likelihood: Likelihood, prior: Prior, from?: Mode): Mode {
  const start = from ?? { point: prior.mean, information: informationAt(likelihood, prior.mean) }
  const surface = posteriorSurface(likelihood, prior, -1)
  const { point } = climb(surface, start.point, spreadOf(start, prior))
  return { point, information: informationAt(likelihood, point) }
}

/** The covariance of the Gaussian about the mode; where the curvature is no valley, the prior's. */
export function spreadOf({ information }: Mode, prior: Prior): Matrix {
  const precision = Matrix.add(prior.precision, information)
  return new CholeskyDecomposition(precision).isPositiveDefinite()
    ? symmetric(inverse(precision))
    : prior.covariance
}

function informationAt(likelihood: Likelihood, point: Float64Array): Matrix {
  const size = point.length
  const result = Matrix.zeros(size, size)
  const moved = point.slice()
  const [above, below] = [new Float64Array(size), new Float64Array(size)]
  for (let row = 0; row < size; row++) {
    moved[row] = point[row]! + STEP
    likelihood.at(moved, -1, above.fill(0))
    moved[row] = point[row]! - STEP
    likelihood.at(moved, -1, below.fill(0))
    moved[row] = point[row]!
    for (let column = 0; column < size; column++)
      result.set(row, column, (below[column]! - above[column]!) / (2 * STEP))
  }
  return symmetric(result)
}
