/**
 * A table of terms: what each contributed, the largest first, with a bar of `+` for what spoke
 * for the outcome and `−` for what spoke against it. The numbers add up to the sum beneath.
 */
import type { Told } from '../engine/trace.ts'
import { termText } from './term-text.ts'
import {
  type Parts,
  thousandths,
  type Thousandths,
  thousandthsText,
  twoInThousandths,
} from './thousandths.ts'
import { cut, lengthOf, pad } from './wrap.ts'

export interface TableSize {
  readonly width: number
  readonly indent: number
}

const NAME_WIDTH = 35
const NUMBER_WIDTH = 11
const BAR_MOST = 20

/** Of a choice, the level chosen beside the best of the others; of a hazard, its logarithm; of a threshold, its score. */
export function termTable(told: Told, size: TableSize): string[] {
  return table(
    told.keys,
    told.kind === 'choice'
      ? columnsOf(
          [told.chosen, told.runnerUp].map((level) => ({ head: `level ${level}`, ...told.options[level]! })),
        )
      : columnsOf([{ head: '', sizes: told.sizes, whole: told.whole }]),
    size,
  )
}

export interface Column {
  readonly head: string
  readonly shown: Thousandths
  readonly sizes: readonly number[]
}

/** Rounded so that each adds up, and that what is equal in the first two looks equal. */
export function columnsOf(parts: readonly (Parts & { readonly head: string })[]): Column[] {
  const [one, other] = parts
  const pair = one && other ? twoInThousandths(one, other) : []
  return parts.map(({ head, sizes, whole }, at) => ({
    head,
    sizes,
    shown: pair[at] ?? thousandths(sizes, whole),
  }))
}

export interface TableOptions extends TableSize {
  /** Words for a key; those of a decision's terms unless stated. */
  readonly wordsOf?: (key: string) => string
  /** Leave out the sum, where the sizes are no parts of one. */
  readonly noSum?: boolean
  /** At most so many rows. */
  readonly most?: number
  /** What is the same in the first two columns stands in one row, under this name. */
  readonly same?: string
}

/** Rows by how far the first column stands above the second; a second that is missing counts as 0. */
export function table(
  keys: readonly string[],
  columns: readonly Column[],
  { wordsOf = termText, noSum = false, most = Infinity, same, ...size }: TableOptions,
): string[] {
  const [first, second] = columns
  const gaps = keys.map((_, term) => first!.sizes[term]! - (second?.sizes[term] ?? 0))
  const isSame = (term: number): boolean => first!.sizes[term] === second?.sizes[term]
  const shown = keys
    .map((_, term) => term)
    .filter((term) => columns.some((column) => column.shown.terms[term] !== 0))
  const alike = same === undefined ? [] : shown.filter(isSame)
  const order = shown
    .filter((term) => !alike.includes(term))
    .sort((a, b) => Math.abs(gaps[b]!) - Math.abs(gaps[a]!) || a - b)
  const left = ' '.repeat(size.indent)
  const row = (name: string, cells: readonly string[], bar = ''): string =>
    `${left}${pad(cut(name, NAME_WIDTH - 1), NAME_WIDTH)}${cells.map(right).join('')}  ${bar}`.trimEnd()
  const room = size.width - size.indent - NAME_WIDTH - NUMBER_WIDTH * columns.length - 2
  const bars = barsOf(gaps, Math.max(0, room))
  const heads = columns.map(({ head }) => head)
  const cells = (of: (shown: Thousandths) => number): string[] =>
    columns.map((column) => thousandthsText(of(column.shown)))
  return [
    ...(heads.some((head) => head !== '') ? [row('', heads)] : []),
    ...order.slice(0, most).map((term) =>
      row(
        wordsOf(keys[term]!),
        cells(({ terms }) => terms[term]!),
        bars[term],
      ),
    ),
    ...(order.length > most ? [`${left}and ${order.length - most} that differ less`] : []),
    ...(alike.length === 0
      ? []
      : [
          row(
            same ?? '',
            cells(({ terms }) => alike.reduce((sum, term) => sum + terms[term]!, 0)),
          ),
        ]),
    ...(noSum
      ? []
      : [
          row(
            'sum',
            cells(({ sum }) => sum),
          ),
        ]),
  ]
}

function right(text: string): string {
  return ' '.repeat(Math.max(0, NUMBER_WIDTH - lengthOf(text))) + text
}

function barsOf(gaps: readonly number[], room: number): string[] {
  const largest = Math.max(...gaps.map(Math.abs))
  const most = Math.min(BAR_MOST, room)
  return gaps.map((gap) => {
    const length = largest === 0 ? 0 : Math.round((Math.abs(gap) / largest) * most)
    return (gap < 0 ? '−' : '+').repeat(length)
  })
}
