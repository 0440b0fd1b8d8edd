/** A state, a bloc, an institution, or a group that is no state and may have a patron. */
import type * as z from 'zod'
import type { Context } from './context.ts'
import { resolveActor } from './context.ts'
import type { Entry, Noun } from './entry.ts'
import { isBad } from './entry.ts'
import { byText, fault } from './fault-list.ts'
import { child, spanAt } from './node.ts'
import type { Field } from './quantity.ts'
import { quantityShapes, readQuantity, VAGUE } from './quantity.ts'
import type { Actor, Quantity } from './scenario.ts'
import * as shape from './shape.ts'

export interface ActorText {
  readonly name: string
  readonly kind: Actor['kind']
  readonly nuclear: boolean
  readonly patron: string
}

const KINDS: readonly Actor['kind'][] = ['state', 'nonstate', 'institution', 'bloc']

export const SIZE: Field = {
  name: 'size',
  unit: 'fraction',
  bounds: [0, 1],
  absent: [0.05, 0.3, 0.9],
  about: 'Capability relative to the largest power.',
}
export const UTILISATION: Field = {
  name: 'utilisation',
  unit: 'fraction',
  bounds: [0, 1],
  absent: [0.1, 0.5, 0.9],
  about: 'Share of its force that is committed elsewhere.',
}
/** What one who fights knows without a supporter's share. */
export const INTELLIGENCE: readonly Field[] = [
  {
    name: 'ownIntelligence',
    unit: 'fraction',
    bounds: [0, 1],
    absent: VAGUE,
    about: 'What it sees by itself, of all that it would be worth knowing.',
  },
  {
    name: 'commercialIntelligence',
    unit: 'fraction',
    bounds: [0, 1],
    absent: VAGUE,
    about: 'What it can buy or gather in the open, of all that it would be worth knowing.',
  },
]
const ACTOR_FIELDS: readonly Field[] = [SIZE, UTILISATION, ...INTELLIGENCE]

export const actorShape: z.ZodObject = shape.fields({
  name: shape.text('Shown instead of the id; changes no result.').optional(),
  kind: shape.word(KINDS, 'What kind of actor it is.'),
  nuclear: shape.flag('Has nuclear weapons.').optional(),
  patron: shape.reference('The actor behind a group that is no state.').optional(),
  ...quantityShapes(ACTOR_FIELDS),
})

export const ACTORS: Noun<ActorText> = { key: 'actors', container: 'map', called: 'actor', shape: actorShape }

/** An actor before the vague priors of supporters are filled in. */
export function readActor(context: Context, entry: Entry<ActorText>): Actor | undefined {
  const { name, kind, nuclear, patron } = entry.value
  if (patron !== undefined) {
    const span = spanAt(entry.node, ['patron'], entry.at)
    resolveActor(context, patron, span)
    if (kind !== undefined && kind !== 'nonstate') {
      context.faults.push(
        fault(
          'patron-of-state',
          span,
          `only a group that is no state has a patron; "${entry.id}" is a ${kind}`,
        ),
      )
    }
  }
  const quantities = readFields(context, entry, { fields: ACTOR_FIELDS, prefix: `actors.${entry.id}` })
  if (kind === undefined) return undefined
  return {
    id: entry.id,
    name: name ?? entry.id,
    kind,
    nuclear: nuclear ?? false,
    ...(patron === undefined ? {} : { patron }),
    quantities,
  }
}

/** Every field of the list that the entry states, by name. */
export function readFields<T>(
  context: Context,
  entry: Entry<T>,
  use: {
    fields: readonly Field[]
    prefix: string
    source?: string | undefined
    mayExpect?: readonly string[]
  },
): Record<string, Quantity> {
  const quantities: Record<string, Quantity> = {}
  for (const field of use.fields) {
    const node = child(entry.node, field.name)
    if (!node || isBad(entry, field.name)) continue
    const read = {
      field,
      id: `${use.prefix}.${field.name}`,
      source: use.source,
      mayExpect: use.mayExpect?.includes(field.name) ?? false,
    }
    const quantity = readQuantity(context, node, read)
    if (quantity) quantities[field.name] = quantity
    else entry.bad.push(field.name)
  }
  return quantities
}

/** A chain of patrons must end; each ring is told once, at its first member in order. */
export function checkPatrons(context: Context, actors: ReadonlyMap<string, Entry<ActorText>>): void {
  const walked = new Set<string>()
  for (const id of [...actors.keys()].sort(byText)) {
    const trail = new Set<string>()
    let at: string | undefined = id
    while (at !== undefined && !trail.has(at) && !walked.has(at)) {
      trail.add(at)
      at = actors.get(at)?.value.patron
    }
    for (const member of trail) walked.add(member)
    if (at === undefined || !trail.has(at)) continue
    const chain = [...trail]
    const ring = chain.slice(chain.indexOf(at))
    for (const member of ring) actors.get(member)?.bad.push('patron')
    const entry = actors.get(at)
    if (!entry) continue
    context.faults.push(
      fault(
        'patron-cycle',
        spanAt(entry.node, ['patron'], entry.at),
        `a chain of patrons must end; this one comes back: ${[...ring, at].join(' → ')}`,
      ),
    )
  }
}
