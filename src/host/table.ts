/** Reads a table that the user brings, for one task: every fault at once, each with its line. */
import type { Checked, Fault, Span } from '../base/fault.ts'
import { nearest } from '../base/nearest.ts'
import { type Need, needsOf } from '../history/table/need.ts'
import { rowsOfTask } from '../history/table/study.ts'
import { numbersIn, namesIn, type Table } from '../history/table/table.ts'
import type { Task } from '../history/table/tasks.ts'
import { readCsv } from './csv.ts'
import { readWhole } from './whole-file.ts'

export type ReadTable = Checked<Table> & { readonly texts: ReadonlyMap<string, string> }

/** A table with another layout breaks in every row; the first faults say so. */
const MOST_FAULTS = 20
/** One conflict is held out, and the rest has to hold another. */
const FEWEST_CONFLICTS = 2

/** `shown`: the path as the user wrote it, under which faults speak of the file. */
export function readTable(
  { path: place, shown: path }: { readonly path: string; readonly shown: string },
  task: Task,
): ReadTable {
  const file = readWhole(place)
  if (file.kind !== 'text') {
    const says = file.kind === 'absent' ? `there is no file ${path}` : `${path} ${file.says}`
    return { faults: [fault('file-missing', says)], texts: new Map() }
  }
  const texts = new Map([[path, file.text]])
  const read = readText(file.text, { path, task })
  const found = read.faults.length > 0 ? read.faults : contentFaults(read.value!, task)
  if (found.length === 0) return { value: read.value!, faults: [], texts }
  const rest = found.length - MOST_FAULTS
  const more = rest > 0 ? [fault('more-faults', `${rest} more faults of this table are not shown`)] : []
  return { faults: [...found.slice(0, MOST_FAULTS), ...more], texts }
}

interface Place {
  readonly path: string
  readonly task: Task
}

function readText(text: string, { path, task }: Place): Checked<Table> {
  const needs = needsOf(task)
  const lines = linesOf(text)
  const faults: Fault[] = []
  let header: readonly string[] | undefined
  let at: readonly number[] = []
  const cells: (number | string)[][] = needs.map(() => [])
  const see = (record: readonly string[], line: number): void => {
    if (header === undefined) {
      header = record
      at = needs.map(({ column }) => record.indexOf(column))
      faults.push(...missing(record, needs, { file: path, ...lines(line) }))
      return
    }
    if (record.length !== header.length) {
      const says = `this row has ${record.length} cells, the heading has ${header.length}`
      faults.push(fault('bad-row', says, { file: path, ...lines(line) }))
      return
    }
    needs.forEach((need, index) => {
      const column = at[index]!
      if (column < 0) return
      const value = cellOf(record[column]!, need)
      if (value === undefined)
        faults.push(badCell(record, { need, column, span: { file: path, ...lines(line) }, text }))
      else cells[index]!.push(value)
    })
  }
  for (const { line, says } of readCsv(text, see))
    faults.push(fault('bad-row', `this row cannot be read: ${says}`, { file: path, ...lines(line) }))
  if (header === undefined) faults.push(fault('empty-table', `${path} has no heading`))
  if (faults.length > 0) return { faults }
  const kept = (isName: boolean) =>
    needs.flatMap(({ column, kind }, index) =>
      (kind === 'name') === isName ? [[column, cells[index]!] as const] : [],
    )
  const value: Table = {
    rows: cells[0]!.length,
    numbers: new Map(kept(false).map(([column, all]) => [column, Float64Array.from(all as number[])])),
    names: new Map(kept(true).map(([column, all]) => [column, all as string[]])),
  }
  return { value, faults: [] }
}

/** What a cell holds: not a number where blank; undefined where it breaks the law of its kind. */
function cellOf(cell: string, { kind }: Need): number | string | undefined {
  const trimmed = cell.trim()
  if (kind === 'name') return trimmed === '' ? undefined : trimmed
  if (kind === 'outcome') return trimmed === '0' || trimmed === '1' ? Number(trimmed) : undefined
  if (trimmed === '') return Number.NaN
  const value = Number(trimmed)
  return Number.isFinite(value) ? value : undefined
}

const EXPECTED: Readonly<Record<Need['kind'], string>> = {
  name: 'a name or a code',
  number: 'a number, or nothing',
  outcome: '0 or 1',
}

function badCell(
  record: readonly string[],
  at: { readonly need: Need; readonly column: number; readonly span: Span; readonly text: string },
): Fault {
  const { need, column, span, text } = at
  const held = record[column]!
  // Where quotes or another table's layout put the cell elsewhere, the whole line is shown.
  const start = span.start + record.slice(0, column).reduce((sum, cell) => sum + cell.length + 1, 0)
  const isThere = text.startsWith(held, start) && start + held.length <= span.end
  const place = isThere ? { ...span, start, end: start + Math.max(1, held.length) } : span
  const code = need.kind === 'number' ? 'not-a-number' : `bad-${need.kind}`
  return {
    ...fault(code, `${need.column} is ${held.trim() === '' ? 'blank' : `"${held}"`}`, place),
    expected: EXPECTED[need.kind],
  }
}

function missing(header: readonly string[], needs: readonly Need[], span: Span): readonly Fault[] {
  return needs
    .filter(({ column }) => !header.includes(column))
    .map(({ column, reads }) => {
      const near = nearest(column, header)
      const says = `there is no column ${column}, which is needed for ${reads.join(', ')}`
      const suggestion = near === undefined ? 'is this the table of another task?' : `is it ${near}?`
      return { ...fault('missing-column', says, span), suggestion }
    })
}

/** Rows are sound, yet there is nothing to compare. */
function contentFaults(table: Table, task: Task): readonly Fault[] {
  const kept = rowsOfTask(table, task)
  const helped = numbersIn(kept, task.outcome).reduce((sum, one) => sum + one, 0)
  const conflicts = new Set(namesIn(kept, task.conflict)).size
  return [
    ...(conflicts >= FEWEST_CONFLICTS
      ? []
      : [fault('too-few-conflicts', `${conflicts} conflicts; to leave one out takes ${FEWEST_CONFLICTS}`)]),
    ...(helped > 0 && helped < kept.rows
      ? []
      : [
          fault(
            'nothing-to-rank',
            `${helped} of ${kept.rows} rows have ${task.outcome} 1; some must, and some not`,
          ),
        ]),
  ]
}

/** The stretch of a line, counted from 1. */
function linesOf(text: string): (line: number) => { start: number; end: number } {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (line) => {
    const start = starts[Math.min(line, starts.length) - 1]!
    return { start, end: Math.max(start + 1, (starts[line] ?? text.length + 1) - 1) }
  }
}

function fault(code: string, says: string, span?: Span): Fault {
  return { code, severity: 'fault', says, ...(span ? { span } : {}) }
}
