/** Whether somebody is named as a candidate of a coalition, as it was written: whoever is at fault is named as well. */
import type { Entry } from './entry.ts'
import { child } from './node.ts'

interface Written {
  readonly coalitions: ReadonlyMap<string, Entry<unknown>>
  /** By leader. */
  readonly candidates: ReadonlyMap<string, readonly { readonly id: string }[]>
}

/** unknown: the list itself is at fault, so that anybody may have stood there. */
export type Candidacy = 'named' | 'unknown' | 'none'

export function candidacyOf({ coalitions, candidates }: Written, leader: string, id: string): Candidacy {
  if (candidates.get(leader)?.some((candidate) => candidate.id === id) === true) return 'named'
  const entry = coalitions.get(leader)
  const list = child(entry?.node, 'candidates')
  const lost = list !== undefined && (list.kind !== 'map' || list.partial)
  return lost || (entry !== undefined && entry.node.kind !== 'map') ? 'unknown' : 'none'
}
