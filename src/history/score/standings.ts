/** Scores of several forecasters on the same cells, each with its interval, and what the model saves against each other. */
import {
  type Estimate,
  estimate,
  meanOf,
  type Resamples,
  type Statistic,
  type Sums,
  sumsOf,
} from './bootstrap.ts'
import type { Cell, Forecaster } from '../prediction.ts'
import type { Measure } from './score.ts'

/** The cells in order with their cases by number, and the draws on which all is read. */
export interface Ground {
  readonly cells: readonly Cell[]
  /** Ids, sorted. */
  readonly cases: readonly string[]
  /** By cell: the number of its case. */
  readonly of: readonly number[]
  readonly resamples: Resamples
}

export function groundOf(cells: readonly Cell[], draws: (cases: number) => Resamples): Ground {
  const cases = [...new Set(cells.map(({ of }) => of))].sort()
  return { cells, cases, of: cells.map(({ of }) => cases.indexOf(of)), resamples: draws(cases.length) }
}

export interface Scored {
  readonly id: string
  /** Absent where no cell counts. */
  readonly score?: Estimate
  /** Model less this one: below 0 the model is better. Absent for the model itself. */
  readonly difference?: Estimate
}

/** Which cells are looked at. */
export type Chosen = (cell: Cell, at: number) => boolean

const ALL: Chosen = () => true

/** The first is the one that the others are compared with. */
export function scoresOf(
  ground: Ground,
  forecasters: readonly Forecaster[],
  { measure, chosen = ALL }: { readonly measure: Measure; readonly chosen?: Chosen },
): readonly Scored[] {
  const sums = forecasters.map(({ odds }) =>
    summed(ground, (cell, at) =>
      measure.counts(cell) && chosen(cell, at) ? measure.of(odds[at]!, cell) : undefined,
    ),
  )
  return forecasters.map(({ id }, at) => {
    const score = told(ground, meanOf(sums[at]!))
    if (at === 0) return { id, ...score }
    const difference = read(ground, meanOf(apart(sums[0]!, sums[at]!)))
    return { id, ...score, ...(difference === undefined ? {} : { difference }) }
  })
}

/** A mean over cells; those for which it is undefined are left out. */
export function summed(ground: Ground, value: (cell: Cell, at: number) => number | undefined): Sums {
  const sums = sumsOf(ground.cases.length)
  ground.cells.forEach((cell, at) => {
    const one = value(cell, at)
    if (one === undefined) return
    sums.sum[ground.of[at]!]! += one
    sums.count[ground.of[at]!]! += 1
  })
  return sums
}

export function read({ cases, resamples }: Ground, statistic: Statistic): Estimate | undefined {
  return estimate(statistic, cases.length, resamples)
}

/** The difference of two means over the same cells. */
export function apart(one: Sums, other: Sums): Sums {
  return { sum: one.sum.map((sum, at) => sum - other.sum[at]!), count: one.count }
}

function told(ground: Ground, statistic: Statistic): { readonly score?: Estimate } {
  const score = read(ground, statistic)
  return score === undefined ? {} : { score }
}
