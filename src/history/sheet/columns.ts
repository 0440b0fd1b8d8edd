/** The first line of a coding sheet: every column is there, once, and no other. */
import type { Fault } from '../../base/fault.ts'
import { nearest } from '../../base/nearest.ts'
import { fault } from '../../scenario/fault-list.ts'
import type { CsvCell } from './cell-places.ts'
import { COLUMNS } from './sheet.ts'

/** Column → its place in a row, in whatever order they stand. */
export function checkColumns(
  file: string,
  head: readonly CsvCell[],
  faults: Fault[],
): ReadonlyMap<string, number> {
  const columns = new Map<string, number>()
  const meant = new Set<string>()
  for (const [place, { text, start, end }] of head.entries()) {
    const name = text.trim()
    const span = { file, start, end: Math.max(end, start + 1) }
    if (columns.has(name)) faults.push(fault('column-twice', span, `the column ${name} stands there twice`))
    else if (COLUMNS.includes(name)) columns.set(name, place)
    else {
      const suggestion = nearest(name, COLUMNS)
      if (suggestion !== undefined) meant.add(suggestion)
      faults.push(
        fault('unknown-column', span, {
          says:
            name === '' ? 'every column has a name; here stands nothing' : `no column is called "${name}"`,
          suggestion,
        }),
      )
    }
  }
  const lacking = COLUMNS.filter((name) => !columns.has(name) && !meant.has(name))
  if (lacking.length > 0) {
    faults.push(
      fault(
        'missing-column',
        { file, start: head[0]!.start, end: head.at(-1)!.end },
        {
          says: `the first line lacks ${lacking.join(', ')}`,
          suggestion: 'leave the cells of a column empty rather than the column out',
        },
      ),
    )
  }
  return columns
}
