/** Coding sheets from the disk: each read by itself, then all held against the first. */
import { join } from 'node:path'
import type { Checked, Fault } from '../base/fault.ts'
import { matchFaults, type NamedSheet } from '../history/sheet/agreement-match.ts'
import { cellPlaces } from '../history/sheet/cell-places.ts'
import { SECOND_SHEET } from '../history/score/second-coder.ts'
import type { Coding } from '../history/sheet/sheet.ts'
import { readCodings } from '../history/sheet/read.ts'
import { decodeFile } from '../scenario/text-file.ts'
import { readCsv } from './csv.ts'
import { packageRoot } from './package-files.ts'
import { readWhole } from './whole-file.ts'

export interface Sheets extends Checked<readonly NamedSheet[]> {
  /** Path → text, for showing faults in place. */
  readonly texts: ReadonlyMap<string, string>
}

/** `placeOf`: where on the disk a path that was typed lies. */
export function loadSheets(names: readonly string[], placeOf: (name: string) => string): Sheets {
  const texts = new Map<string, string>()
  const read = names.map((name) => {
    const { text, fault } = textAt(name, placeOf(name))
    if (text === undefined) return { name, faults: fault ? [fault] : [] }
    texts.set(name, text)
    return { name, ...readSheet(name, text) }
  })
  const sheets = read.flatMap(({ name, value }) => (value ? [{ name, codings: value }] : []))
  const alone = read.flatMap(({ faults }) => faults)
  const faults = [...alone, ...matchFaults(sheets)]
  return faults.length > 0 ? { faults, texts } : { value: sheets, faults, texts }
}

/** The second coder's of the shipped crises, as it ships. */
export function shippedSheet(): Sheets {
  const placeOf = (name: string): string => join(packageRoot(), name)
  return loadSheets([SECOND_SHEET], placeOf)
}

/** One sheet by itself. */
export function readSheet(name: string, text: string): Checked<readonly Coding[]> {
  const records: (readonly string[])[] = []
  const torn = readCsv(text, (cells) => records.push(cells))
  if (torn.length > 0) return { faults: torn.map(({ line, says }) => tornFault(name, text, { line, says })) }
  return readCodings(name, cellPlaces(text, records))
}

/** All that is known is the line. */
function tornFault(file: string, text: string, { line, says }: { line: number; says: string }): Fault {
  const start =
    text
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length + (line > 1 ? 1 : 0)
  const end = text.indexOf('\n', start)
  const span = { file, start, end: end < 0 ? text.length : end }
  return {
    code: 'csv-torn',
    severity: 'fault',
    span,
    says: `the cells of this line cannot be told apart: ${says}`,
    suggestion: 'close every quote, and write quotes inside a quoted cell twice',
  }
}

function textAt(name: string, place: string): { readonly text?: string; readonly fault?: Fault } {
  const read = readWhole(place)
  if (read.kind !== 'text') {
    const says = read.kind === 'absent' ? `there is no file ${name}` : `${name} ${read.says}`
    return { fault: { code: 'file-missing', severity: 'fault', says, expected: 'a coding sheet, as CSV' } }
  }
  const decoded = decodeFile({ path: name, bytes: read.text })
  return decoded.kind === 'text' ? { text: decoded.text } : { fault: decoded.fault }
}
