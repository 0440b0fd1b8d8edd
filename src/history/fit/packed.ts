/**
 * Rows as flat arrays for the likelihood, in an order that depends on nothing but their numbers: who is called what, and
 * which row or case stands first, moves no bit of a fit.
 */
import { CHANNELS } from '../../scenario/scenario.ts'
import type { Form } from '../form.ts'
import { FEATURES, type Row } from '../row.ts'

/** A cell is one channel of one row with a level on record. */
export interface Packed {
  readonly cases: number
  /** By case, and one more: its first row. */
  readonly firstRow: Int32Array
  /** By row, and one more: its first cell. */
  readonly firstCell: Int32Array
  /** By row: the sum of the recorded levels above 0. */
  readonly total: Int32Array
  /** By cell. */
  readonly channel: Int32Array
  readonly level: Int32Array
  readonly owed: Float64Array
  /** P(recorded as it was) of the recorded level. */
  readonly seen: Float64Array
  /** By cell and feature. */
  readonly pull: Float64Array
  /** By cell and level: P(recorded as 0), where 0 is recorded and a higher level may have passed for it; else all 0. */
  readonly missed: Float64Array
  /** By cell: 1 where `missed` has anything. */
  readonly mixed: Uint8Array
  /** The number of each case here, by its id; a case with nothing on record has none. */
  readonly placeOf: ReadonlyMap<string, number>
}

interface Cell {
  readonly row: Row
  readonly at: number
  readonly level: number
}

export function packed(rows: readonly Row[], form: Form): Packed {
  const cases = sortedCases(rows)
  const order = cases.flatMap(({ cellsByRow }) => cellsByRow)
  const cells = order.flat()
  const missed = cells.map(({ at, level }) =>
    form.observation[at]!.map((chance, of) => (level === 0 && of > 0 ? 1 - chance : 0)),
  )
  return {
    cases: cases.length,
    firstRow: starts(cases.map(({ cellsByRow }) => cellsByRow.length)),
    firstCell: starts(order.map((own) => own.length)),
    total: Int32Array.from(order, (own) => own.reduce((sum, { level }) => sum + level, 0)),
    channel: Int32Array.from(cells, ({ at }) => at),
    level: Int32Array.from(cells, ({ level }) => level),
    owed: Float64Array.from(cells, ({ row, at }) => row.owed[at]!),
    seen: Float64Array.from(cells, ({ at, level }) => (level > 0 ? form.observation[at]![level]! : 1)),
    pull: Float64Array.from(
      cells.flatMap(({ row, at }) => FEATURES.map((_, feature) => row.pull[at]![feature]!)),
    ),
    missed: Float64Array.from(missed.flat()),
    mixed: Uint8Array.from(missed, (chances) => Number(chances.some((chance) => chance > 0))),
    placeOf: new Map(cases.map(({ of }, place) => [of, place])),
  }
}

function sortedCases(rows: readonly Row[]): { of: string; cellsByRow: Cell[][] }[] {
  const byCase = new Map<string, Row[]>()
  for (const row of rows) byCase.set(row.of, [...(byCase.get(row.of) ?? []), row])
  return [...byCase]
    .map(([of, own]) => {
      const kept = own
        .map((row) => ({ key: keyOf(row), cells: cellsOf(row) }))
        .filter(({ cells }) => cells.length > 0)
        .sort(byKey)
      return { of, key: kept.map(({ key }) => key).join(' '), cellsByRow: kept.map(({ cells }) => cells) }
    })
    .filter(({ cellsByRow }) => cellsByRow.length > 0)
    .sort(byKey)
}

function cellsOf(row: Row): Cell[] {
  return CHANNELS.flatMap((_, at) => {
    const level = row.recorded[at]
    return level === undefined || row.closed[at] === true ? [] : [{ row, at, level }]
  })
}

/** What the row says in the cells that count; a name is no part of it. */
function keyOf(row: Row): string {
  return JSON.stringify(cellsOf(row).map(({ at, level }) => [at, level, row.owed[at], row.pull[at]]))
}

function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key < b.key ? -1 : Number(a.key > b.key)
}

function starts(lengths: readonly number[]): Int32Array {
  let sum = 0
  return Int32Array.from([0, ...lengths.map((length) => (sum += length))])
}
