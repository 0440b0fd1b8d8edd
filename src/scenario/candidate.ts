/** A state that may join a belligerent's side: what draws it in and what holds it back (docs/theory.md 21). */
import type * as z from 'zod'
import type { Context } from './context.ts'
import { resolveActor } from './context.ts'
import type { Entry, Noun } from './entry.ts'
import { fault } from './fault-list.ts'
import { entrySource, readFilled } from './filled.ts'
import type { Candidate } from './force.ts'
import type { Field } from './quantity.ts'
import { quantityShapes, share } from './quantity.ts'
import type { Crisis, Dyad } from './scenario.ts'
import * as shape from './shape.ts'

export interface CandidateText {
  readonly source: string
}

/** Hardly anything is known, and the extremes are rare. */
const UNKNOWN: readonly [number, number, number] = [0.1, 0.5, 0.9]

const FIELDS: readonly Field[] = [
  share('alignment', 'How alike it and the leader want the world.', UNKNOWN),
  share('dependence', 'How far its security hangs on the leader.', UNKNOWN),
  share('harm', 'What the other side has done to it or could do if left alone.', UNKNOWN),
  share('cost', 'What joining would cost it: retaliation, trade, lives.', UNKNOWN),
  share('domesticConstraint', 'What holds it back at home.', UNKNOWN),
  share('pressure', 'How hard the leader leans on it.', UNKNOWN),
]

export const candidateShape: z.ZodObject = shape.fields({
  source: shape.reference('Source of its quantities unless they name their own.').optional(),
  ...quantityShapes(FIELDS),
})

/** Collected from within each coalition, so that one candidate at fault hides none of the others. */
export const CANDIDATES: Noun<CandidateText> = {
  key: 'candidates',
  container: 'map',
  called: 'candidate',
  shape: candidateShape,
}

interface Known {
  readonly leader: string
  /** Of the leaders that come before this one, those whose candidate it is already. */
  readonly elsewhere: readonly string[]
  /** Of the coalition's figures. */
  readonly source: string | undefined
  /** Both absent when the crisis is at fault: then nobody knows who fights and who supports whom. */
  readonly crisis: Crisis | undefined
  readonly dyads: readonly Dyad[] | undefined
}

/** Nothing when it is no state that could still join. */
export function readCandidate(
  context: Context,
  entry: Entry<CandidateText>,
  known: Known,
): Candidate | undefined {
  const { id } = entry
  const source = entrySource(context, entry) ?? known.source
  const quantities = readFilled(context, entry, {
    fields: FIELDS,
    prefix: `coalitions.${known.leader}.candidates.${id}`,
    called: `the candidate ${id} of ${known.leader}`,
    source,
  })
  if (isFree(context, entry, known)) return { actor: id, quantities }
  entry.bad.push('')
  return undefined
}

/** A state or a bloc that neither fights nor decides on support for this side. */
function isFree(context: Context, { id, at }: Entry<CandidateText>, known: Known): boolean {
  // What cannot be an id has been told.
  if (!shape.isId(id) || !resolveActor(context, id, at)) return false
  const kind = context.actors.get(id)?.value.kind
  if (kind === undefined) return false
  if (kind !== 'state' && kind !== 'bloc') {
    context.faults.push(
      fault('candidate-not-state', at, {
        says: `only a state or a bloc joins a coalition; "${id}" is ${kind === 'nonstate' ? 'a group that is no state' : 'an institution'}`,
        expected: 'an actor of the kind state or bloc',
        suggestion:
          kind === 'nonstate' ? 'a group that might enter the fight stands under proxies' : undefined,
      }),
    )
    return false
  }
  const { crisis, dyads, leader } = known
  if (!crisis || !dyads) return false
  if (crisis.attackers.includes(id) || crisis.targets.includes(id)) {
    const says = `"${id}" fights in this crisis: it need not join anybody`
    context.faults.push(fault('candidate-is-belligerent', at, says))
    return false
  }
  const side = crisis.attackers.includes(leader) ? crisis.attackers : crisis.targets
  const twice = known.elsewhere.find((other) => side.includes(other))
  if (twice !== undefined) {
    context.faults.push(
      fault('candidate-twice', at, {
        says: `"${id}" is a candidate of "${twice}" already, which fights on the same side: it would join twice`,
        expected: 'one leader for each side',
        suggestion: `take ${id} out of the candidates of ${leader} or of ${twice}`,
      }),
    )
    return false
  }
  const dyad = dyads.find(({ supporter, recipient }) => supporter === id && side.includes(recipient))
  if (!dyad) return true
  context.faults.push(
    fault('candidate-is-supporter', at, {
      says: `"${id}" is a potential supporter of "${dyad.recipient}": for one side it is either that or a candidate`,
      suggestion: `take the stake out of the tie from ${id} to ${dyad.recipient}, or take ${id} out of the candidates`,
    }),
  )
  return false
}
