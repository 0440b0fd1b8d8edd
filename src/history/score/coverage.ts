/** Whether the record falls where nine tenths, or half, of the odds lie, and how wide that is. */
import type { Statistic } from './bootstrap.ts'
import { meanOf, sumsOf } from './bootstrap.ts'
import type { Odds } from '../prediction.ts'
import { LEVELS } from './score.ts'

export const MASSES: readonly number[] = [0.9, 0.5]

/** So little short of the mass still is the mass: odds are added up in floating point. */
const SLACK = 1e-12

/** The fewest levels that hold the mass, likeliest first; of two alike the lower one. */
export function smallestSet(
  odds: Odds,
  mass: number,
): { readonly levels: ReadonlySet<number>; readonly held: number } {
  const order = odds.map((_, level) => level).sort((a, b) => odds[b]! - odds[a]! || a - b)
  const levels = new Set<number>()
  let held = 0
  for (let at = 0; at < LEVELS && held < mass - SLACK; at++) {
    levels.add(order[at]!)
    held += odds[order[at]!]!
  }
  return { levels, held }
}

export interface Covered {
  /** Number of the case. */
  readonly of: number
  readonly odds: Odds
  readonly recorded: number
}

/** Shares of cells in the set, mass that the sets were said to hold, and number of levels in them: means over cells. */
export function coverageOf(
  cells: readonly Covered[],
  cases: number,
  mass: number,
): { readonly inside: Statistic; readonly stated: Statistic; readonly width: Statistic } {
  const [inside, stated, width] = [sumsOf(cases), sumsOf(cases), sumsOf(cases)]
  for (const { of, odds, recorded } of cells) {
    const { levels, held } = smallestSet(odds, mass)
    inside.sum[of]! += Number(levels.has(recorded))
    stated.sum[of]! += held
    width.sum[of]! += levels.size
    for (const { count } of [inside, stated, width]) count[of]! += 1
  }
  return { inside: meanOf(inside), stated: meanOf(stated), width: meanOf(width) }
}
