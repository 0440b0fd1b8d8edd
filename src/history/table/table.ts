/**
 * A table of who might have helped and who did, as columns: rows are pairs of a conflict and an outsider. It holds
 * what the mapping and the outside view look at, and nothing of where it came from.
 */

export interface Table {
  readonly rows: number
  /** Not a number where the cell is blank. */
  readonly numbers: ReadonlyMap<string, Float64Array>
  /** Columns that name something: a conflict, a side. */
  readonly names: ReadonlyMap<string, readonly string[]>
}

export function numbersIn(table: Table, column: string): Float64Array {
  const found = table.numbers.get(column)
  if (!found) throw new Error(`the table was read without its column ${column}`)
  return found
}

export function namesIn(table: Table, column: string): readonly string[] {
  const found = table.names.get(column)
  if (!found) throw new Error(`the table was read without its column ${column}`)
  return found
}

/** The rows for which the law holds, in their order. */
export function rowsWhere(table: Table, holds: (row: number) => boolean): Table {
  const kept = Array.from({ length: table.rows }, (_, row) => row).filter(holds)
  return {
    rows: kept.length,
    numbers: new Map(
      [...table.numbers].map(([column, all]) => [column, Float64Array.from(kept, (row) => all[row]!)]),
    ),
    names: new Map([...table.names].map(([column, all]) => [column, kept.map((row) => all[row]!)])),
  }
}
