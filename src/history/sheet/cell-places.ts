/**
 * The place of every cell of a CSV text whose records a parser has read, so that a fault can point at the very cell: a
 * parser tells lines at best.
 */

export interface CsvCell {
  /** Without its quotes. */
  readonly text: string
  /** Offsets in the file, quotes included. */
  readonly start: number
  readonly end: number
}

const MARK = '\uFEFF'

/** `records`: all that the text holds, in order, but for empty lines. Spaces around quotes would be a fault of the parser's. */
export function cellPlaces(text: string, records: readonly (readonly string[])[]): CsvCell[][] {
  let at = text.startsWith(MARK) ? MARK.length : 0
  return records.map((record) => {
    while (text[at] === '\r' || text[at] === '\n') at += 1
    return record.map((cell) => {
      const start = at
      const end = start + (text[start] === '"' ? quotedLength(cell) : cell.length)
      // Over the comma or the end of the line.
      at = end + 1
      return { text: cell, start, end }
    })
  })
}

/** Each of its own quotes stands twice, and one more at either end. */
function quotedLength(cell: string): number {
  return cell.length + cell.split('"').length + 1
}
