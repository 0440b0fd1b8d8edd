/**
 * What is believed before the crises are read: Gaussian on the fitted scale. The size of every weight is that of the
 * one estimate from outside, and the channels are drawn together about a mean of their own (partial pooling).
 */
import { CholeskyDecomposition, inverse, Matrix } from 'ml-matrix'
import { exp } from '../../base/elementary.ts'
import { PROBIT_95 } from '../../engine/normal.ts'
import { CHANNELS } from '../../scenario/scenario.ts'
import { type Hyper, LOGARITHMS, PARAMETERS } from '../parameter.ts'
import type { Marginal } from './posterior.ts'
import { FEATURES } from '../row.ts'

/**
 * Logarithm of .823 and its spread: the lognormal with the mean .92 and the standard error .46 of the logit of joining
 * on a defence pact, GML disputes 1816-2010 with ATOP 5.
 */
const OUTSIDE_MIDDLE = -0.1947990783050673
const OUTSIDE_SPREAD = 0.472
/** Judgement: leaning about .5 (5-95 % .31 to .82), salience about .4 (.21 to .75). */
const LEANING = { middle: -0.6931471805599453, spread: 0.298 }
const SALIENCE = { middle: -0.916290731874155, spread: 0.381 }
/** Standard deviation of the mean of all channels; judgement: wide against any log-odds that could matter. */
const COMMON_SPREAD = 2

/** Where each part of the prior comes from, for whoever reads a fit. */
export const PRIOR_SOURCES: readonly { readonly of: string; readonly says: string }[] = [
  {
    of: 'the ten weights of inputs',
    says: 'signs by theory; size and doubt of the one estimate from outside, a logit of joining on defence pacts (GML disputes 1816-2010 with ATOP 5: 0.92, standard error 0.46), their spread chosen by the inner folds',
  },
  { of: 'weights.obligation', says: 'that estimate itself, with its own error' },
  {
    of: 'weights.leaning, weights.salience',
    says: 'judgement: about 0.5 and 0.4, with a factor of 1.6 and 1.9 either way',
  },
  {
    of: 'alpha, gamma, kappa',
    says: 'channels drawn together about a mean of their own, which is wide (0, spread 2); how near to it, the pooling, is chosen by the inner folds',
  },
]

export interface Prior {
  readonly mean: Float64Array
  readonly covariance: Matrix
  readonly precision: Matrix
  /** Lower triangle whose product with its own transpose is the covariance. */
  readonly lower: Matrix
}

export function priorOf({ spread, pooling }: Hyper): Prior {
  const size = PARAMETERS.length
  const mean = new Float64Array(size)
  const covariance = Matrix.zeros(size, size)
  const set = (at: number, middle: number, own: number): void => {
    mean[at] = middle
    covariance.set(at, at, own * own)
  }
  for (const at of FEATURES.keys()) set(at, OUTSIDE_MIDDLE, spread)
  set(FEATURES.length, OUTSIDE_MIDDLE, OUTSIDE_SPREAD)
  set(FEATURES.length + 1, LEANING.middle, LEANING.spread)
  set(FEATURES.length + 2, SALIENCE.middle, SALIENCE.spread)
  for (let first = LOGARITHMS; first < size; first += CHANNELS.length) {
    for (const a of CHANNELS.keys())
      for (const b of CHANNELS.keys())
        covariance.set(
          first + a,
          first + b,
          COMMON_SPREAD * COMMON_SPREAD + (a === b ? pooling * pooling : 0),
        )
  }
  const lower = new CholeskyDecomposition(covariance).lowerTriangularMatrix
  return { mean, covariance, precision: symmetric(inverse(covariance)), lower }
}

/** The prior of each parameter on the scale of the equation. */
export function priorMarginals(hyper: Hyper): Marginal[] {
  const { mean, covariance } = priorOf(hyper)
  return PARAMETERS.map((id, at) => {
    const own = (score: number): number => {
      const fitted = mean[at]! + score * Math.sqrt(covariance.get(at, at))
      return at < LOGARITHMS ? exp(fitted) : fitted
    }
    return { id, p05: own(-PROBIT_95), p50: own(0), p95: own(PROBIT_95) }
  })
}

/** A matrix that is symmetric but for rounding, made so to the bit. */
export function symmetric(matrix: Matrix): Matrix {
  return Matrix.add(matrix, matrix.transpose()).mul(1 / 2)
}
