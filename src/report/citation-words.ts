/** What every form of a citation says alike: the program's own entry, and what rests on a source. */
import type { Citation } from './citation.ts'

export const PROGRAM = { key: 'foedus', title: 'Foedus', by: 'the Foedus authors' } as const

/** Beside a source that took the name. */
export function keyOfProgram(cited: readonly Citation[]): string {
  const taken = new Set(cited.map(({ source }) => source.id))
  let key: string = PROGRAM.key
  while (taken.has(key)) key += '-software'
  return key
}

/** `12 quantities`; '' for none. */
export function countOf({ quantities }: Pick<Citation, 'quantities'>): string {
  const { length } = quantities
  return length === 0 ? '' : length === 1 ? '1 quantity' : `${length} quantities`
}

/** `unverified; Admiralty grade B2; beneath it: 12 quantities, the votes on “…”` */
export function noteOf(citation: Citation): string {
  const { kind, grade } = citation.source
  const beneath = [countOf(citation), ...citation.statements].filter((text) => text !== '')
  return [
    kind,
    ...(grade === undefined ? [] : [`Admiralty grade ${grade}`]),
    `it bears ${beneath.join(', ')}`,
  ].join('; ')
}
