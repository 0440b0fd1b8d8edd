/** A way in one direction between two places: how much it holds, and who can stop it by which means. */
import type * as z from 'zod'
import type { Context, Name } from './context.ts'
import { resolve, resolveActor } from './context.ts'
import type { Entry, Noun } from './entry.ts'
import { fault } from './fault-list.ts'
import { entrySource, readFilled } from './filled.ts'
import type { Mode, Route } from './flow.ts'
import { MODES } from './flow.ts'
import { spanAt } from './node.ts'
import type { PlaceText } from './place.ts'
import type { Field } from './quantity.ts'
import { quantityShape } from './quantity.ts'
import type { ReachText } from './route-reach.ts'
import { reachShape, readReach } from './route-reach.ts'
import * as shape from './shape.ts'

export interface RouteText extends ReachText {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly mode: Mode
  readonly carrier: string
  readonly source: string
}

const CAPACITY: Field = {
  name: 'capacity',
  unit: 't/day',
  bounds: [0, Number.POSITIVE_INFINITY],
  about: 'What it can carry in a day when nobody disturbs it.',
}

export const routeShape: z.ZodObject = shape.fields({
  name: shape.text('Shown instead of the id; changes no result.').optional(),
  from: shape.reference('The place where it begins.'),
  to: shape.reference('The place where it ends.'),
  mode: shape.word(MODES, 'By what it goes; of ways of the same length the cheapest is filled first.'),
  carrier: shape
    .reference(
      'Under whose flag or on whose ground it runs; one with nuclear weapons that does not fight is spared.',
    )
    .optional(),
  reach: reachShape
    .describe('By means, who can stop it; only those that fight count, and nobody unless stated.')
    .optional(),
  source: shape
    .reference('Source of its reach, and of its quantities unless they name their own.')
    .optional(),
  capacity: quantityShape(CAPACITY),
})

export const ROUTES: Noun<RouteText> = { key: 'routes', container: 'map', called: 'route', shape: routeShape }

export type Places = ReadonlyMap<string, Entry<PlaceText>>

export function placeName(known: Places): Name {
  return { code: 'unknown-place', called: 'place', known }
}

/** Nothing when an end or the mode is at fault. */
export function readRoute(context: Context, entry: Entry<RouteText>, places: Places): Route | undefined {
  const { id, value } = entry
  const { from, to, mode, carrier } = value
  const source = entrySource(context, entry)
  const ends = checkEnds(context, entry, places)
  if (carrier !== undefined) resolveActor(context, carrier, spanAt(entry.node, ['carrier'], entry.at))
  const quantities = readFilled(context, entry, {
    fields: [CAPACITY],
    prefix: `routes.${id}`,
    called: id,
    source,
  })
  const reach = readReach(context, entry)
  if (!ends || from === undefined || to === undefined || mode === undefined) return undefined
  return {
    id,
    name: value.name ?? id,
    from,
    to,
    mode,
    ...(carrier === undefined ? {} : { carrier }),
    reach,
    ...(source === undefined ? {} : { source }),
    quantities,
  }
}

function checkEnds(context: Context, entry: Entry<RouteText>, places: Places): boolean {
  const { from, to } = entry.value
  const name = placeName(places)
  const at = { from: spanAt(entry.node, ['from'], entry.at), to: spanAt(entry.node, ['to'], entry.at) }
  const begins = from !== undefined && resolve(context, from, { span: at.from, name })
  if (!begins) entry.bad.push('from')
  if (to !== undefined && to === from) {
    const says = `a route runs between two places; this one runs from "${to}" to itself`
    context.faults.push(fault('self-route', at.to, says))
    entry.bad.push('to')
    return false
  }
  const comes = to !== undefined && resolve(context, to, { span: at.to, name })
  if (!comes) entry.bad.push('to')
  return begins && comes
}
