/** One task on one table: the mechanism with signs only, the outside view, and both joined, each scored by conflict. */
import type { Channel, ChannelId } from '../../scenario/scenario.ts'
import { type Table, namesIn, numbersIn, rowsWhere } from './table.ts'
import { type Design, standardised } from './logit.ts'
import { indexOf, loadingsOf } from './mechanism.ts'
import { variableIn } from './measure.ts'
import {
  calibrationSlope,
  chancesOf,
  type ConflictSums,
  intervalOf,
  resamples,
  type Scored,
  SCORES,
  type ScoreId,
  scoreOf,
  sumsOf,
} from './score.ts'
import type { Task } from './tasks.ts'
import { views } from './views.ts'

/** Skill above this is rarer than a column that knows the outcome: look for the leak. */
const SUSPICIOUS = 0.1
/** What a ranking within conflicts is asked to reach. */
export const RANKS_WELL = 0.8

/** A fit ends this near its top: a difference in a penalty that is smaller is rounding. */
const ROUNDING = 1e-9

export type Scores = Readonly<Record<ScoreId, Scored>>

export interface Study {
  readonly task: string
  readonly asks: string
  readonly rows: number
  readonly positives: number
  readonly conflicts: number
  /** Conflicts with at least one supporter: only they have a ranking. */
  readonly ranked: number
  /** Rows that a promise shuts out. */
  readonly shut: number
  readonly baseBrier: number
  /** The mechanism ranks; its level is not fitted, so that only its ranking is scored. */
  readonly mechanism: Scored
  readonly logit: Scores & { readonly slope: number }
  readonly joined: Scores & { readonly slope: number }
  /** Joined less logit, with 90 % intervals: below 0 is better for penalties, above 0 for skill and ranks. */
  readonly difference: Scores
  /** How far the index moves the log-odds: least, middle and most over blocks of conflicts. */
  readonly moves: readonly [number, number, number]
  readonly verdict: {
    readonly mechanismRanks: boolean
    readonly logitRanks: boolean
    /** The 90 % intervals of the differences in Brier and logarithmic penalty do not lie wholly above 0. */
    readonly joinedNotWorse: boolean
    /** That of the Brier score lies wholly below 0. */
    readonly joinedBetter: boolean
    readonly suspicious: boolean
  }
}

export interface StudyOptions {
  readonly seed: number
  readonly channels: ReadonlyMap<ChannelId, Channel>
  readonly onStep?: (done: number, of: number) => void
}

export function rowsOfTask(table: Table, { only }: Task): Table {
  if (!only) return table
  const names = namesIn(table, only.column)
  return rowsWhere(table, (row) =>
    only.is === undefined ? names[row] !== only.isNot : names[row] === only.is,
  )
}

export function study(whole: Table, task: Task, { seed, channels, onStep }: StudyOptions): Study {
  const table = rowsOfTask(whole, task)
  const conflicts = groups(namesIn(table, task.conflict))
  const outcome = Uint8Array.from(numbersIn(table, task.outcome), (value) => Number(value === 1))
  const columns = task.outside.map((variable) => variableIn(table, variable))
  const design: Design = { rows: table.rows, outcome, ...standardised(columns) }
  const { logOdds: index, shut } = indexOf(table, task, loadingsOf(channels))
  const count = Math.min(task.folds ?? conflicts.length, conflicts.length)
  const folds = new Int32Array(table.rows)
  conflicts.forEach((rows, at) => {
    for (const row of rows) folds[row] = at % count
  })
  const seen = views(design, { folds, count, index, seed, ...(onStep ? { onStep } : {}) })
  const draws = resamples(conflicts.length, seed)
  const sums = (logOdds: Float64Array): readonly ConflictSums[] =>
    sumsOf({ chance: chancesOf(logOdds), rate: seen.rate, outcome }, conflicts)
  const [byIndex, byLogit, byBoth] = [sums(index), sums(seen.logit), sums(seen.joined)]
  const mechanism = intervalOf((counts) => scoreOf('auc', byIndex, counts), draws, 0.95)
  const each = (of: (id: ScoreId) => Scored): Scores =>
    Object.fromEntries(SCORES.map((id) => [id, of(id)])) as Record<ScoreId, Scored>
  const scores = (of: readonly ConflictSums[]): Scores =>
    each((id) => intervalOf((counts) => scoreOf(id, of, counts), draws, 0.95))
  const difference = each((id) =>
    intervalOf((counts) => scoreOf(id, byBoth, counts) - scoreOf(id, byLogit, counts), draws, 0.9),
  )
  const logit = { ...scores(byLogit), slope: calibrationSlope(seen.logit, outcome) }
  const joined = { ...scores(byBoth), slope: calibrationSlope(seen.joined, outcome) }
  const moves = [...seen.moves].sort((a, b) => a - b)
  return {
    task: task.id,
    asks: task.asks,
    rows: table.rows,
    positives: outcome.reduce((sum, one) => sum + one, 0),
    conflicts: conflicts.length,
    ranked: byIndex.filter(({ pairs }) => pairs > 0).length,
    shut,
    baseBrier: byLogit.reduce((sum, { baseBrier }) => sum + baseBrier, 0) / table.rows,
    mechanism,
    logit,
    joined,
    difference,
    moves: [moves[0]!, moves[Math.floor(moves.length / 2)]!, moves.at(-1)!],
    verdict: {
      mechanismRanks: mechanism.value >= RANKS_WELL,
      logitRanks: logit.auc.value >= RANKS_WELL,
      joinedNotWorse: !isWorse(difference),
      joinedBetter: difference.brier.high < -ROUNDING,
      suspicious: Math.max(logit.skill.value, joined.skill.value) > SUSPICIOUS,
    },
  }
}

/** A whole interval above 0 in a penalty, by more than rounding. */
export function isWorse({ brier, logLoss }: Pick<Scores, 'brier' | 'logLoss'>): boolean {
  return brier.low > ROUNDING || logLoss.low > ROUNDING
}

/** The rows of each conflict, conflicts in the order in which they first come. */
function groups(names: readonly string[]): readonly (readonly number[])[] {
  const found = new Map<string, number[]>()
  names.forEach((name, row) => {
    const rows = found.get(name)
    if (rows) rows.push(row)
    else found.set(name, [row])
  })
  return [...found.values()]
}
