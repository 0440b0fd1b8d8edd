/** The one door to the parser of comma-separated text: records by line, and what could not be read. */
import { type CsvError, parse } from 'csv-parse/sync'

export interface CsvFault {
  /** Counted from 1. */
  readonly line: number
  readonly says: string
}

/** Shows every record with the line on which it ends; blank lines are no records. */
export function readCsv(
  text: string,
  see: (cells: readonly string[], line: number) => void,
): readonly CsvFault[] {
  const faults: CsvFault[] = []
  parse(text, {
    bom: true,
    relaxColumnCount: true,
    skipEmptyLines: true,
    skipRecordsWithError: true,
    onRecord: (cells: readonly string[], { lines }) => {
      see(cells, lines)
      return null
    },
    onSkip: (error: CsvError | undefined) => {
      faults.push({ line: Number(error?.['lines'] ?? 1), says: error?.message ?? 'a record is broken' })
      return undefined
    },
  })
  return faults
}
