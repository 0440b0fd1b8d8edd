/** A coding sheet from the cells of a file: every one is held against what may stand in it, and all faults are told at once. */
import type { Checked, Fault, Span } from '../../base/fault.ts'
import { nearest } from '../../base/nearest.ts'
import { allOf, fault, isFull, sortFaults } from '../../scenario/fault-list.ts'
import type { ChannelId } from '../../scenario/scenario.ts'
import { CHANNELS } from '../../scenario/scenario.ts'
import { CONFIDENCES } from '../coded.ts'
import type { CsvCell } from './cell-places.ts'
import { checkColumns } from './columns.ts'
import { type Coding, keyOfCoding, NAMES, VARIABLES } from './sheet.ts'
import { readValue } from './value.ts'

/** What spreadsheets of some countries write between cells. */
const OTHER_SIGNS = [';', '\t']

export function readCodings(file: string, rows: readonly (readonly CsvCell[])[]): Checked<readonly Coding[]> {
  const [head, ...body] = rows.filter((cells) => cells.some(({ text }) => text.trim() !== ''))
  if (!head) return { faults: [empty(file)] }
  const other = OTHER_SIGNS.find((sign) => head.length === 1 && head[0]!.text.includes(sign))
  if (other !== undefined) return { faults: [notCommas(file, head[0]!)] }
  const faults: Fault[] = []
  const columns = checkColumns(file, head, faults)
  const reading = { file, columns, width: head.length, faults }
  const codings = body.flatMap((row) => (isFull(faults) ? [] : readRow(reading, row)))
  if (body.length === 0) faults.push(empty(file))
  checkOnce(codings, faults)
  return faults.length > 0 ? { faults: sortFaults(faults) } : { value: codings, faults }
}

interface Reading {
  readonly file: string
  /** Column → its place in a row. */
  readonly columns: ReadonlyMap<string, number>
  readonly width: number
  readonly faults: Fault[]
}

function readRow({ file, columns, width, faults }: Reading, row: readonly CsvCell[]): Coding[] {
  const span = { file, start: row[0]!.start, end: row.at(-1)!.end }
  if (row.length !== width) {
    const says = `a row has as many cells as the first line, ${width}; this one has ${row.length}`
    faults.push(
      fault('row-length', span, {
        says,
        suggestion: 'write decimals with a point, and put a cell that holds a comma into quotes',
      }),
    )
    return []
  }
  const cellOf = (column: string): CsvCell | undefined => row[columns.get(column) ?? -1]
  const textOf = (column: string): string => cellOf(column)?.text.trim() ?? ''
  const spanOf = (column: string): Span => placed(file, cellOf(column)) ?? span
  for (const name of NAMES)
    if (columns.has(name) && textOf(name) === '')
      faults.push(fault('name-missing', spanOf(name), `every row names its ${name}; here stands nothing`))
  const values = VARIABLES.flatMap((variable): [string, number][] => {
    const value = readValue(textOf(variable.id), variable, { span: spanOf(variable.id), faults })
    return value === undefined ? [] : [[variable.id, value]]
  })
  const said = textOf('confidence')
  const confidence = CONFIDENCES.find((word) => word === said)
  if (said !== '' && confidence === undefined)
    faults.push(unknownWord(said, CONFIDENCES, { span: spanOf('confidence'), called: 'confidence' }))
  const note = textOf('note')
  return [
    {
      of: textOf('case'),
      supporter: textOf('supporter'),
      recipient: textOf('recipient'),
      values: new Map(values),
      unsure: readUnsure(textOf('unsure'), spanOf('unsure'), faults),
      ...(confidence === undefined ? {} : { confidence }),
      ...(note === '' ? {} : { note }),
      span: spanOf('case'),
    },
  ]
}

function placed(file: string, cell: CsvCell | undefined): Span | undefined {
  return cell && { file, start: cell.start, end: Math.max(cell.end, cell.start + 1) }
}

/** Channels, separated by spaces. */
function readUnsure(text: string, span: Span, faults: Fault[]): ReadonlySet<ChannelId> {
  const found = new Set<ChannelId>()
  for (const word of text.split(/[\s,;]+/).filter((part) => part !== '')) {
    const channel = CHANNELS.find((id) => id === word)
    if (channel) found.add(channel)
    else faults.push(unknownWord(word, CHANNELS, { span, called: 'channel' }))
  }
  return found
}

function unknownWord(
  word: string,
  known: readonly string[],
  { span, called }: { readonly span: Span; readonly called: string },
): Fault {
  return fault('unknown-word', span, {
    says: `no ${called} is called "${word}"`,
    expected: allOf(known),
    suggestion: nearest(word, known),
  })
}

/** Two rows about the same thing would leave open which one counts. */
function checkOnce(codings: readonly Coding[], faults: Fault[]): void {
  const seen = new Set<string>()
  for (const coding of codings) {
    const key = keyOfCoding(coding)
    const { of, supporter, recipient, span } = coding
    if (seen.has(key) && span)
      faults.push(fault('row-twice', span, `a sheet has one row for ${supporter} and ${recipient} in ${of}`))
    seen.add(key)
  }
}

function notCommas(file: string, { start, end }: CsvCell): Fault {
  return fault(
    'not-commas',
    { file, start, end },
    {
      says: 'commas stand between the cells of a sheet; here stands another sign',
      suggestion: 'save the sheet as CSV with commas between the cells and points in the numbers',
    },
  )
}

function empty(file: string): Fault {
  return fault(
    'no-rows',
    { file, start: 0, end: 1 },
    {
      says: 'a sheet has one line for each supporter and side; this one has none',
      suggestion: 'foedus history sheet --blank sheet.csv',
    },
  )
}
