/** Who might join a belligerent's side, and what a regional body has allowed it. */
import type * as z from 'zod'
import type { CandidateText } from './candidate.ts'
import { candidateShape, readCandidate } from './candidate.ts'
import type { Context } from './context.ts'
import type { Entry, Noun } from './entry.ts'
import { byId, readEach } from './entry.ts'
import { resolveFighter } from './fighter.ts'
import { entrySource, readFilled } from './filled.ts'
import type { Coalition } from './force.ts'
import type { Field } from './quantity.ts'
import { quantityShapes } from './quantity.ts'
import type { Crisis, Dyad } from './scenario.ts'
import * as shape from './shape.ts'

export interface CoalitionText {
  readonly source: string
}

const FIELDS: readonly Field[] = [
  {
    name: 'regionalMandate',
    unit: 'fraction',
    bounds: [0, 1],
    absent: 0,
    about: 'How far a regional body has given its leave.',
  },
]

const head = {
  source: shape
    .reference('Source of its quantities, and of those of its candidates, unless they name their own.')
    .optional(),
  ...quantityShapes(FIELDS),
}

export const coalitionShape: z.ZodObject = shape.fields({
  ...head,
  candidates: shape
    .idMap(candidateShape, 'Who might join, by actor id: states and blocs that do not fight.')
    .optional(),
})

/** The candidates are entries of their own, so that one at fault hides none of the others. */
export const COALITIONS: Noun<CoalitionText> = {
  key: 'coalitions',
  container: 'map',
  called: 'coalition',
  shape: shape.fields({ ...head, candidates: shape.anything().optional() }),
}

interface Known {
  readonly candidates: readonly Entry<CandidateText>[]
  /** By candidate, the leaders before this one that have it. */
  readonly taken: ReadonlyMap<string, readonly string[]>
  /** Both absent when the crisis is at fault. */
  readonly crisis: Crisis | undefined
  readonly dyads: readonly Dyad[] | undefined
}

/** Nothing when its leader is not known to fight. */
export function readCoalition(
  context: Context,
  entry: Entry<CoalitionText>,
  known: Known,
): Coalition | undefined {
  const { id } = entry
  const { crisis, dyads } = known
  const source = entrySource(context, entry)
  const quantities = readFilled(context, entry, {
    fields: FIELDS,
    prefix: `coalitions.${id}`,
    called: id,
    source,
  })
  const belligerents = crisis && dyads && [...crisis.attackers, ...crisis.targets]
  const named = { id, span: entry.at, so: 'nobody can join it' }
  const fights = resolveFighter(context, named, { belligerents })
  // Without a side nobody can be held against it.
  const side = fights ? { crisis, dyads } : { crisis: undefined, dyads: undefined }
  const candidates = readEach(byId(known.candidates), (candidate) =>
    readCandidate(context, candidate, {
      leader: id,
      elsewhere: known.taken.get(candidate.id) ?? [],
      source,
      ...side,
    }),
  )
  if (fights) return { leader: id, quantities, candidates }
  entry.bad.push('')
  return undefined
}
