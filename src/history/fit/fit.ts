/**
 * The fit: how far the priors reach is chosen by leaving out one case after the other, then the posterior is drawn. It
 * reads the rows it is given and nothing else, no shipped weight among them.
 */
import type { Form } from '../form.ts'
import { type Likelihood, likelihoodOf, toNatural } from './likelihood.ts'
import { climb } from './climb.ts'
import { type Mode, modeOf, posteriorSurface, spreadOf } from './mode.ts'
import type { Hyper, Posterior } from '../parameter.ts'
import { priorOf } from './prior.ts'
import type { Row } from '../row.ts'
import { sliceDraws } from './slice.ts'

/** Tried in this order; of two that predict alike the first is taken: the smaller pooling, then the smaller spread. */
export const GRID: readonly Hyper[] = [0.5, 1, 2].flatMap((pooling) =>
  [0.5, 1].map((spread) => ({ spread, pooling })),
)
export const DRAWS = 256
/** Rounds of the sampler from one draw to the next. */
const THIN = 12
/** Draws after which progress is told. */
const CHUNK = 32

export interface FitOptions {
  readonly form: Form
  readonly seed: number
  readonly draws?: number
  /** How far the priors reach, where it was chosen elsewhere; then nothing is tried. */
  readonly hyper?: Hyper
  readonly onStep?: (done: number, of: number) => void
}

export interface Fitted extends Posterior {
  /** In the order of GRID: the log-likelihood of the inner cases, each predicted from the others; none where the hyper was given. */
  readonly scores: readonly { readonly hyper: Hyper; readonly score: number }[]
}

export function fit(rows: readonly Row[], { form, seed, draws = DRAWS, hyper, onStep }: FitOptions): Fitted {
  const likelihood = likelihoodOf(rows, form)
  const trials = hyper === undefined ? GRID.length * (likelihood.data.cases + 1) : 1
  const steps = trials + Math.ceil(draws / CHUNK)
  let done = 0
  const step = (): void => onStep?.(++done, steps)
  const tried = hyper === undefined ? tryAll(likelihood, step) : []
  const best = hyper === undefined ? bestOf(tried) : { hyper, mode: modeOf(likelihood, priorOf(hyper)) }
  if (hyper !== undefined) step()
  const kept = drawsAt({
    likelihood,
    hyper: best.hyper,
    mode: best.mode,
    seed,
    draws,
    purpose: 'posterior',
    thin: THIN,
    onDraw: (count) => (count % CHUNK === 0 || count === draws) && step(),
  })
  return {
    hyper: best.hyper,
    draws: kept,
    scores: tried.map((one) => ({ hyper: one.hyper, score: one.score })),
  }
}

interface Tried {
  readonly hyper: Hyper
  readonly score: number
  readonly mode: Mode
}

/** Each begins where the one before it ended. */
function tryAll(likelihood: Likelihood, step: () => void): readonly Tried[] {
  const tried: Tried[] = []
  for (const hyper of GRID) {
    const mode = modeOf(likelihood, priorOf(hyper), tried.at(-1)?.mode)
    step()
    tried.push({ hyper, mode, score: innerScore({ likelihood, hyper, mode, step }) })
  }
  return tried
}

function bestOf(tried: readonly Tried[]): Tried {
  return tried.reduce((most, one) => (one.score > most.score ? one : most))
}

interface Inner {
  readonly likelihood: Likelihood
  readonly hyper: Hyper
  readonly mode: Mode
  readonly step: () => void
}

/** How well each case is predicted at the likeliest parameters of the others. */
function innerScore({ likelihood, hyper, mode, step }: Inner): number {
  const prior = priorOf(hyper)
  const spread = spreadOf(mode, prior)
  let score = 0
  for (let of = 0; of < likelihood.data.cases; of++) {
    const { point } = climb(posteriorSurface(likelihood, prior, of), mode.point, spread)
    score += likelihood.ofCase(point, of)
    step()
  }
  return score
}

export interface DrawsOptions {
  readonly likelihood: Likelihood
  readonly hyper: Hyper
  readonly mode: Mode
  readonly seed: number
  /** Names the stream. */
  readonly purpose: string
  readonly draws: number
  readonly thin: number
  readonly onDraw?: (done: number) => void
}

/** Draws of the posterior at one hyper, on the scale of the equation. */
export function drawsAt({ likelihood, hyper, mode, ...options }: DrawsOptions): Float64Array[] {
  const prior = priorOf(hyper)
  const density = posteriorSurface(likelihood, prior, -1)
  return sliceDraws({ ...options, density, centre: mode.point, spread: spreadOf(mode, prior) }).map((point) =>
    toNatural(point, new Float64Array(point.length)),
  )
}
