/** A value that names actors or places, as it stands in a change, with their names in the place of their ids. */
import type { Scenario } from '../scenario/scenario.ts'
import { listed } from './phrase.ts'

/** Fields that hold ids of actors or of places. */
const NAMING = new Set(
  'attackers targets theatre from to by for in of ally patron sponsor carrier outlet sea air land legal reach'.split(
    ' ',
  ),
)
const NOBODY = 'nobody'

/** Undefined where the field at the path holds no ids; a list may stand in brackets, as it is written in a file. */
export function namesText(path: string, value: string, scenario: Scenario): string | undefined {
  if (!NAMING.has(path.slice(path.lastIndexOf('.') + 1))) return undefined
  const ids = value.match(/[\p{L}\p{N}_-]+/gu) ?? []
  return ids.length === 0
    ? NOBODY
    : listed(
        ids.map((id) => nameOf(id, scenario)),
        'and',
      )
}

function nameOf(id: string, { actors, places, shipments }: Scenario): string {
  return (actors.get(id) ?? places.get(id) ?? shipments.get(id))?.name ?? id
}
