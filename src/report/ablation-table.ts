/** The cells of an ablation, the same on the screen and on the page, and what has no place in the table. */
import type { Ablation, AblationRow, Contribution } from '../judge/ablation.ts'
import { differenceText } from './effect-text.ts'
import { estimateText } from './number-text.ts'

/** What cannot be told from 0. */
export const NOTHING = '·'
export const UNASKED = 'unasked'

/** `+0.11 ±0.02`, `·` or `unasked`. */
export function cellText(part: Contribution): string {
  if (part.kind === 'unasked') return UNASKED
  return part.told ? differenceText(part.difference) : NOTHING
}

/** The probability with every mechanism. */
export function wholeText({ whole }: AblationRow): string {
  return estimateText(whole.p, whole.interval)
}

export interface Shown {
  /** Places of the mechanisms that have a column: those that some claim tells from nothing, or cannot be asked without. */
  readonly columns: readonly number[]
  /** Claims with something other than `·` in some column. */
  readonly rows: readonly AblationRow[]
  /** Mechanisms without a column. */
  readonly idle: readonly string[]
  /** Ids of the claims without a row. */
  readonly still: readonly string[]
}

export function shownOf({ mechanisms, rows }: Ablation): Shown {
  const says = (part: Contribution | undefined): boolean => part !== undefined && cellText(part) !== NOTHING
  const columns = mechanisms.map((_, at) => at).filter((at) => rows.some(({ parts }) => says(parts[at])))
  return {
    columns,
    rows: rows.filter(({ parts }) => parts.some(says)),
    idle: mechanisms.filter((_, at) => !columns.includes(at)),
    still: rows.filter(({ parts }) => !parts.some(says)).map(({ claim }) => claim.id),
  }
}
