/**
 * A group that is no state and may enter the fight for a belligerent. States never
 * stand here, and groups never among the supporters: the two decide by different rules.
 */
import type * as z from 'zod'
import { nearest } from '../base/nearest.ts'
import type { ActorText } from './actor.ts'
import { readFields } from './actor.ts'
import type { Context } from './context.ts'
import { resolveActor } from './context.ts'
import type { Entry, Noun } from './entry.ts'
import { isBad } from './entry.ts'
import { byText, fault, oneOf, warning } from './fault-list.ts'
import { entrySource, fillIn } from './filled.ts'
import { spanAt } from './node.ts'
import type { Field } from './quantity.ts'
import { quantityShapes, share, VAGUE } from './quantity.ts'
import type { Crisis, Proxy } from './scenario.ts'
import * as shape from './shape.ts'

export interface ProxyText {
  readonly for: string
  readonly source: string
}

const FIELDS: readonly Field[] = [
  share('autonomy', 'How far the group decides for itself; 1 ignores every request of its patron.', VAGUE),
  share('request', 'How hard the patron presses it to fight.', VAGUE),
  share('trigger', 'A wrong of its own that calls for an answer, such as a leader killed.', 0),
  share('ownTerritory', 'How far its own ground is under attack.', 0),
  share('depletion', 'Share of the group that is worn down on the eve.', VAGUE),
  share('fear', 'How far it fears, on the eve, what the other side would do to it.', VAGUE),
  share('hostConstraint', 'How far the country in which it lives holds it back.', VAGUE),
  share('strength', 'Its strength, relative to the strongest group of its kind.', VAGUE),
  share('opposition', 'Effort that the other side spends on it, on the same scale as its strength.', VAGUE),
  {
    name: 'rate',
    unit: 'count/day',
    bounds: [0, Number.POSITIVE_INFINITY],
    absent: [0.5, 3, 15],
    about: 'Missiles, rockets and drones that it launches in a day at full strength.',
  },
]

export const proxyShape: z.ZodObject = shape.fields({
  for: shape.reference('The belligerent for which it would fight; its patron unless stated.').optional(),
  source: shape.reference("Source of the group's quantities unless they name their own.").optional(),
  ...quantityShapes(FIELDS),
})

export const PROXIES: Noun<ProxyText> = {
  key: 'proxies',
  container: 'map',
  called: 'proxy',
  shape: proxyShape,
}

interface Known {
  readonly actors: ReadonlyMap<string, Entry<ActorText>>
  /** Absent when the crisis is at fault: then nobody knows who fights. */
  readonly crisis: Crisis | undefined
}

/** The group with all that its decision reads; nothing when it is at fault or has nobody to fight for. */
export function readProxy(context: Context, entry: Entry<ProxyText>, known: Known): Proxy | undefined {
  const source = entrySource(context, entry)
  const use = { fields: FIELDS, prefix: `proxies.${entry.id}`, called: entry.id, source }
  const stated = readFields(context, entry, use)
  const isGroup = checkGroup(context, entry, known)
  const ally = readAlly(context, entry, known)
  // Whoever asks for the group is told nothing more: its fault, or its actor's, has been told.
  if (!isGroup || ally === undefined) entry.bad.push('for')
  if (!isGroup || ally === undefined || ally === NOBODY) return undefined
  return { actor: entry.id, ally, quantities: fillIn(context, entry, { ...use, stated }) }
}

function checkGroup(context: Context, entry: Entry<ProxyText>, { actors, crisis }: Known): boolean {
  if (!resolveActor(context, entry.id, entry.at)) return false
  const kind = actors.get(entry.id)?.value.kind
  if (kind === undefined) return false
  if (kind !== 'nonstate') {
    context.faults.push(
      fault('proxy-not-nonstate', entry.at, {
        says: `only a group that is no state can be a proxy; "${entry.id}" is a ${kind}`,
        expected: 'an actor of the kind nonstate',
        suggestion: 'a state that might help stands among the ties, with its stake',
      }),
    )
    return false
  }
  if (!crisis || !sidesOf(crisis).includes(entry.id)) return true
  const says = `"${entry.id}" is a belligerent of this crisis: it need not enter the fight`
  context.faults.push(fault('proxy-is-belligerent', entry.at, says))
  return false
}

/** For whom a group would fight that is left out, which is no fault. */
const NOBODY = ''

/** The belligerent that is stated, else the patron, or nobody where it does not fight; nothing where one of them is at fault. */
function readAlly(context: Context, entry: Entry<ProxyText>, known: Known): string | undefined {
  if (isBad(entry, 'for')) return undefined
  const sides = known.crisis && sidesOf(known.crisis)
  const stated = entry.value.for
  if (stated !== undefined) {
    const span = spanAt(entry.node, ['for'], entry.at)
    if (!resolveActor(context, stated, span) || !sides) return undefined
    if (sides.includes(stated)) return stated
    context.faults.push(
      fault('not-a-belligerent', span, {
        says: `"${stated}" does not fight in this crisis, so "${entry.id}" cannot enter for it`,
        expected: oneOf(sides),
        suggestion: nearest(stated, sides),
      }),
    )
    return undefined
  }
  const actor = known.actors.get(entry.id)
  if (!actor || actor.value.kind !== 'nonstate' || isBad(actor, 'patron')) return undefined
  const { patron } = actor.value
  if (patron === undefined) {
    context.faults.push(
      fault('no-ally', entry.at, {
        says: `nothing says for whom "${entry.id}" would fight: it has no patron, and "for" is not stated`,
        ...(sides ? { expected: oneOf(sides) } : {}),
        suggestion: 'state it as for: under the group',
      }),
    )
    return undefined
  }
  if (!sides || !known.actors.has(patron)) return undefined
  if (sides.includes(patron)) return patron
  context.faults.push(
    warning('group-not-followed', entry.at, {
      says: `"${patron}", the patron of "${entry.id}", does not fight in this crisis: the group is left out`,
      expected: oneOf(sides),
      suggestion: 'say for whom it would fight as for:, or take the group out',
    }),
  )
  return NOBODY
}

function sidesOf({ attackers, targets }: Crisis): string[] {
  return [...attackers, ...targets].sort(byText)
}
