/** The rows that a sheet lacks beside another: one fault that lists them all, where they can be added. */
import type { Fault } from '../../base/fault.ts'
import { nearest } from '../../base/nearest.ts'
import { fault } from '../../scenario/fault-list.ts'
import { type Coding, keyOfCoding } from './sheet.ts'

export interface NamedSheet {
  /** Its file. */
  readonly name: string
  readonly codings: readonly Coding[]
}

export interface MissingWords {
  readonly says: (lacking: string) => string
  /** The way out where whole crises lack; `cases`: those that the sheet has. */
  readonly ofWhole: (cases: readonly string[]) => string
}

const ADD = 'add the row, and leave empty what cannot be told'
/** More than these are counted. */
const SHOWN = 20

/** Told at the last row of the crisis, where only one has gaps, or else at the last of the sheet. */
export function tooFew(first: NamedSheet, { name, codings }: NamedSheet, words: MissingWords): Fault[] {
  const keys = new Set(codings.map(keyOfCoding))
  const lacking = first.codings.filter((coding) => !keys.has(keyOfCoding(coding)))
  if (lacking.length === 0) return []
  const cases = new Set(codings.map(({ of }) => of))
  const rows = lacking.filter(({ of }) => cases.has(of))
  const whole = [...new Set(lacking.map(({ of }) => of))].filter((of) => !cases.has(of))
  const torn = new Set(rows.map(({ of }) => of))
  const parts = [
    ...(rows.length === 0 ? [] : [`row for ${cut(rows.map(nameOf))}`]),
    ...(whole.length === 0 ? [] : [`row of the ${whole.length === 1 ? 'crisis' : 'crises'} ${cut(whole)}`]),
  ]
  const beside = whole.length === 0 && torn.size === 1 ? codings.filter(({ of }) => torn.has(of)) : codings
  const span = beside.at(-1)?.span ?? { file: name, start: 0, end: 1 }
  const near = whole.length === 1 ? nearest(whole[0]!, cases) : undefined
  const suggestion = near ?? (whole.length > 0 ? words.ofWhole([...cases]) : ADD)
  return [fault('missing-row', span, { says: words.says(parts.join(', and no ')), suggestion })]
}

function nameOf({ of, supporter, recipient }: Coding): string {
  return `${supporter} and ${recipient} in ${of}`
}

function cut(names: readonly string[]): string {
  const rest = names.length - SHOWN
  return [...names.slice(0, SHOWN), ...(rest > 0 ? [`${rest} more`] : [])].join(', ')
}
