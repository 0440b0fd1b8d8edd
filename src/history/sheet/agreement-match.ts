/**
 * Sheets of several coders held against the first: only what all were asked can be compared. A row too many or too few
 * is a fault; a cell left empty is not.
 */
import type { Fault, Span } from '../../base/fault.ts'
import { nearest } from '../../base/nearest.ts'
import { fault, listed, sortFaults } from '../../scenario/fault-list.ts'
import { type MissingWords, type NamedSheet, tooFew } from './missing-rows.ts'
import { type Coding, keyOfCoding } from './sheet.ts'

export type { NamedSheet } from './missing-rows.ts'

export function matchFaults(sheets: readonly NamedSheet[]): readonly Fault[] {
  const [first, ...others] = sheets
  if (!first) return []
  return sortFaults(
    others.flatMap((sheet) => [...tooMany(first, sheet), ...tooFew(first, sheet, wordsFor(first, sheet))]),
  )
}

/** Rows of a sheet that the first one does not have. */
export function tooMany(first: NamedSheet, sheet: NamedSheet): Fault[] {
  const keys = new Set(first.codings.map(keyOfCoding))
  const cases = new Set(first.codings.map(({ of }) => of))
  const told = new Set<string>()
  return sheet.codings.flatMap((coding): Fault[] => {
    const { of, supporter, recipient } = coding
    const span = spanOf(sheet, coding)
    if (!cases.has(of)) {
      if (told.has(of)) return []
      told.add(of)
      const says = `${first.name} has no case ${of}`
      return [fault('unknown-case', span, { says, suggestion: nearest(of, cases) })]
    }
    if (keys.has(keyOfCoding(coding))) return []
    const beside = first.codings.filter((one) => one.of === of)
    return [
      fault('unknown-row', span, {
        says: `${first.name} has no row for ${supporter} and ${recipient} in ${of}`,
        expected: listed(beside.map((one) => `${one.supporter} and ${one.recipient}`)),
      }),
    ]
  })
}

function wordsFor(first: NamedSheet, { name }: NamedSheet): MissingWords {
  return {
    says: (lacking) => `${name} has no ${lacking}, as ${first.name} has`,
    ofWhole: (cases) =>
      `compare only cases that all have coded (foedus history sheet --case ${cases.join(' ')})`,
  }
}

function spanOf({ name }: NamedSheet, { span }: Coding): Span {
  return span ?? { file: name, start: 0, end: 1 }
}
