/** What two coders have both coded, where the one knows crises that the other does not. */
import type { CodedCase } from '../coded.ts'
import { type Coding, keyOfCoding } from './sheet.ts'
import { codingsOf } from './sheet-of.ts'

/** Rows of the crises that a sheet does not have. */
export function lackingRows(cases: readonly CodedCase[], codings: readonly Coding[]): number {
  const known = keysOf(codings)
  return codingsOf(cases).filter((coding) => !known.has(keyOfCoding(coding))).length
}

/** Both in full where they have the same rows; else what they share. */
export function shared(
  one: readonly Coding[],
  other: readonly Coding[],
): readonly [readonly Coding[], readonly Coding[]] {
  const [ones, others] = [keysOf(one), keysOf(other)]
  return [
    one.filter((coding) => others.has(keyOfCoding(coding))),
    other.filter((coding) => ones.has(keyOfCoding(coding))),
  ]
}

/** The crises with the rows of a sheet alone; one of which it has none stays, without a row. */
export function onSheet(cases: readonly CodedCase[], codings: readonly Coding[]): CodedCase[] {
  const known = keysOf(codings)
  return cases.map((one) => ({
    ...one,
    eve: {
      ...one.eve,
      dyads: one.eve.dyads.filter((dyad) => known.has(keyOfCoding({ of: one.id, ...dyad }))),
    },
  }))
}

function keysOf(codings: readonly Coding[]): ReadonlySet<string> {
  return new Set(codings.map(keyOfCoding))
}
