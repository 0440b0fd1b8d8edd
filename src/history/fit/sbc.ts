/**
 * Simulation-based calibration (Talts, Betancourt, Simpson, Vehtari & Gelman 2018): parameters drawn from the prior make
 * records, the records make a posterior, and where the parameters rank among its draws must be anybody's guess. If not,
 * the likelihood, the prior or the sampler is wrong.
 */
import { keyOf, uniformAt } from '../../base/stream.ts'
import { probit } from '../../engine/normal.ts'
import { drawsAt } from './fit.ts'
import type { Form } from '../form.ts'
import { likelihoodOf, toNatural } from './likelihood.ts'
import { modeOf } from './mode.ts'
import { type Hyper, PARAMETERS } from '../parameter.ts'
import { priorOf } from './prior.ts'
import type { Row } from '../row.ts'
import { simulated } from './simulate.ts'
import { uniformity } from './uniformity.ts'

/** 63 ranks, nine bins of seven. */
const DRAWS = 62
/** Rounds from one draw to the next: ranks need draws that hang together less than an average does. */
const RANK_THIN = 12
/** Below this chance, times the number of parameters, the ranks are called uneven. */
const ALARM = 0.01

export interface CalibrateOptions {
  readonly form: Form
  readonly hyper: Hyper
  readonly seed: number
  /** Number of the first data set, and of the one after the last: parts can be made apart and put together. */
  readonly from?: number
  readonly sets: number
  /** Rounds from one draw to the next. */
  readonly thin?: number
  readonly onDataset?: (done: number, of: number) => void
  /** What is done to the draws before they are ranked; a test shows here that wrong draws are found out. */
  readonly bend?: (draws: readonly Float64Array[]) => readonly Float64Array[]
}

/** By data set, then by parameter: how many of the draws lie below the truth. */
export function ranksOf(rows: readonly Row[], options: CalibrateOptions): number[][] {
  const { form, hyper, seed, from = 0, sets, thin = RANK_THIN, onDataset, bend } = options
  const prior = priorOf(hyper)
  const key = (purpose: string): ReturnType<typeof keyOf> =>
    keyOf({ seed, owner: 'history', actor: '', purpose })
  const [truths, records] = [key('calibration truth'), key('calibration records')]
  return Array.from({ length: Math.max(0, sets - from) }, (_, done) => {
    const set = from + done
    const scores = PARAMETERS.map((_, at) => probit(uniformAt(truths, set, 0, 0, at)))
    const fitted = prior.mean.map((mean, row) =>
      scores.reduce((sum, score, column) => sum + prior.lower.get(row, column) * score, mean),
    )
    const draw = toNatural(fitted, new Float64Array(fitted.length))
    const likelihood = likelihoodOf(simulated(rows, { draw, form, key: records, set }), form)
    const mode = modeOf(likelihood, prior)
    const purpose = `calibration ${set}`
    const draws = drawsAt({ likelihood, hyper, mode, seed, purpose, draws: DRAWS, thin })
    const ranked = bend?.(draws) ?? draws
    onDataset?.(done + 1, sets - from)
    return PARAMETERS.map((_, at) => ranked.filter((other) => other[at]! < draw[at]!).length)
  })
}

export interface Evenness {
  readonly sets: number
  readonly parameters: readonly {
    readonly id: string
    readonly bins: readonly number[]
    readonly chiSquare: number
    readonly p: number
  }[]
  /** Of the parameters, the least chance, times their number (Bonferroni), at most 1. */
  readonly least: number
  readonly even: boolean
}

export function evenness(ranks: readonly (readonly number[])[]): Evenness {
  const parameters = PARAMETERS.map((id, at) => ({
    id,
    ...uniformity(
      ranks.map((own) => own[at]!),
      DRAWS,
    ),
  }))
  const least = Math.min(1, PARAMETERS.length * Math.min(...parameters.map(({ p }) => p)))
  return { sets: ranks.length, parameters, least, even: least >= ALARM }
}
