/**
 * How good a view of a table was: penalties against the rate of the other conflicts, the rank of supporters within
 * their conflict, and intervals over conflicts, since rows of one conflict are not independent.
 */
import { log } from '../../base/elementary.ts'
import { keyOf, uniformAt } from '../../base/stream.ts'
import { chanceOf, fitLogit } from './logit.ts'

/** The sums of one conflict, from which every score is made. */
export interface ConflictSums {
  readonly rows: number
  readonly brier: number
  readonly logLoss: number
  readonly baseBrier: number
  /** Pairs of a supporter and one who is none, and how many of them are ranked right, ties by half. */
  readonly pairs: number
  readonly right: number
}

/** Chances are held this far from 0 and 1 in the logarithmic penalty. */
const LEAST_CHANCE = 1e-9

export interface Viewed {
  readonly chance: Float64Array
  readonly rate: Float64Array
  readonly outcome: Uint8Array
}

/** By conflict, in the order of `conflicts`. */
export function sumsOf(viewed: Viewed, conflicts: readonly (readonly number[])[]): readonly ConflictSums[] {
  const { chance, rate, outcome } = viewed
  return conflicts.map((rows) => {
    const sum = (of: (row: number) => number): number => rows.reduce((all, row) => all + of(row), 0)
    const square = (x: number): number => x * x
    const ranking = rankingOf(rows.map((row) => ({ score: chance[row]!, is: outcome[row] === 1 })))
    return {
      rows: rows.length,
      brier: sum((row) => square(chance[row]! - outcome[row]!)),
      logLoss: sum(
        (row) => -log(Math.max(LEAST_CHANCE, outcome[row] === 1 ? chance[row]! : 1 - chance[row]!)),
      ),
      baseBrier: sum((row) => square(rate[row]! - outcome[row]!)),
      ...ranking,
    }
  })
}

/** Pairs ranked right, by ranks. */
export function rankingOf(marked: readonly { readonly score: number; readonly is: boolean }[]): {
  readonly pairs: number
  readonly right: number
} {
  const sorted = [...marked].sort((a, b) => a.score - b.score)
  const positives = sorted.filter(({ is }) => is).length
  const negatives = sorted.length - positives
  let ranks = 0
  for (let at = 0; at < sorted.length; ) {
    let end = at
    while (end < sorted.length && sorted[end]!.score === sorted[at]!.score) end += 1
    const rank = (at + 1 + end) / 2
    for (let one = at; one < end; one++) if (sorted[one]!.is) ranks += rank
    at = end
  }
  return { pairs: positives * negatives, right: ranks - (positives * (positives + 1)) / 2 }
}

export const SCORES = ['brier', 'logLoss', 'skill', 'auc'] as const
export type ScoreId = (typeof SCORES)[number]

export interface Scored {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** How often each conflict is drawn. */
type Counts = readonly number[]

export function scoreOf(id: ScoreId, sums: readonly ConflictSums[], counts?: Counts): number {
  let above = 0
  let below = 0
  sums.forEach(({ rows, brier, logLoss, baseBrier, pairs, right }, at) => {
    const times = counts?.[at] ?? 1
    if (id === 'auc') {
      above += times * right
      below += times * pairs
      return
    }
    above += times * (id === 'logLoss' ? logLoss : brier)
    below += times * (id === 'skill' ? baseBrier : rows)
  })
  return id === 'skill' ? 1 - above / below : above / below
}

const RESAMPLES = 1000

/** Conflicts drawn with replacement, the same for all that is compared. */
export function resamples(conflicts: number, seed: number): readonly Counts[] {
  const key = keyOf({ seed, owner: 'history', actor: '', purpose: 'table-conflicts' })
  return Array.from({ length: RESAMPLES }, (_, draw) => {
    const counts = Array<number>(conflicts).fill(0)
    for (let index = 0; index < conflicts; index++)
      counts[Math.floor(uniformAt(key, draw, 0, 0, index) * conflicts)]! += 1
    return counts
  })
}

/** The value and the middle share of its resamples; resamples without any value are passed over. */
export function intervalOf(of: (counts?: Counts) => number, draws: readonly Counts[], share: number): Scored {
  const all = draws
    .map((counts) => of(counts))
    .filter((one) => Number.isFinite(one))
    .sort((a, b) => a - b)
  const at = (quantile: number): number => all[Math.round(quantile * (all.length - 1))] ?? Number.NaN
  return { value: of(), low: at((1 - share) / 2), high: at((1 + share) / 2) }
}

/** The slope of the outcome on the view's own log-odds: 1 is right, less is too sure of itself. */
export function calibrationSlope(logOdds: Float64Array, outcome: Uint8Array): number {
  return fitLogit({ rows: logOdds.length, values: logOdds, variables: 1, outcome }, () => true)[1]!
}

export function chancesOf(logOdds: Float64Array): Float64Array {
  return logOdds.map(chanceOf)
}
