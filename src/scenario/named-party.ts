/** Names that the flows mention: lists of actors and places, and pairs of a supporter and its recipient. */
import type { Span } from '../base/fault.ts'
import type { Candidacy } from './candidacy.ts'
import type { Context, Name } from './context.ts'
import { resolve, resolveActor } from './context.ts'
import type { Entry } from './entry.ts'
import { isBad } from './entry.ts'
import { byText, fault } from './fault-list.ts'
import type { Path } from './node.ts'
import { spanAt } from './node.ts'
import type { Dyad } from './scenario.ts'

/** What the flows must know of the crisis. */
export interface Parties {
  /** Absent when the crisis is at fault: then nobody knows who fights. */
  readonly belligerents?: readonly string[] | undefined
  readonly dyads?: readonly Dyad[] | undefined
  /** True when some tie has an end at fault: it may be the one that makes the pair. */
  readonly loose: boolean
  /** Whether somebody is named as a candidate of a coalition. */
  readonly candidacy: (leader: string, id: string) => Candidacy
}

export function actorName(context: Context): Name {
  return { code: 'unknown-actor', called: 'actor', known: context.actors }
}

/** The names of a list that exist, sorted, each once; the others are told. */
export function readNames<T>(
  context: Context,
  entry: Entry<T>,
  list: { names: readonly (string | undefined)[] | undefined; path: Path; name: Name },
): string[] {
  const { names = [], path, name } = list
  const known = names.filter((id, index): id is string => {
    const span = spanAt(entry.node, [...path, index], entry.at)
    if (id === undefined || !resolve(context, id, { span, name })) return false
    if (names.indexOf(id) === index) return true
    context.faults.push(fault('duplicate-id', span, `"${id}" stands twice among the ${path.join('.')}`))
    return false
  })
  return known.sort(byText)
}

export interface Pair {
  readonly supporter: string | undefined
  readonly recipient: string | undefined
  /** Where the two are written. */
  readonly at: { readonly supporter: Span; readonly recipient: Span }
}

/** True when the first may support the second in this crisis; else the fault is told, if the crisis is in order. */
export function resolvePair(context: Context, pair: Pair, parties: Parties): boolean {
  const { supporter, recipient, at } = pair
  const giver = supporter !== undefined && resolveActor(context, supporter, at.supporter)
  const taker = recipient !== undefined && resolveActor(context, recipient, at.recipient)
  if (!giver || !taker) return false
  if (!parties.dyads || parties.loose || isKindless(context, supporter)) return false
  if (parties.dyads.some((dyad) => dyad.supporter === supporter && dyad.recipient === recipient)) return true
  context.faults.push(
    fault('not-a-dyad', at.supporter, {
      says: `"${supporter}" is no potential supporter of "${recipient}"`,
      suggestion:
        'a tie with a stake, from a third party that is no group to one of the two sides, makes a supporter',
    }),
  )
  return false
}

/** Whether an actor's own fault keeps it from being counted among the supporters. */
function isKindless(context: Context, id: string): boolean {
  const entry = context.actors.get(id)
  return entry === undefined || isBad(entry, 'kind') || entry.value.kind === undefined
}
