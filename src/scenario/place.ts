/** A port, a border crossing, an airfield or a coast: whose it is, who can strike it, and whose consent opens it. */
import type * as z from 'zod'
import type { ConsentText } from './consent.ts'
import { consentShape, readConsent } from './consent.ts'
import type { Context } from './context.ts'
import { resolveActor } from './context.ts'
import type { Entry, Noun } from './entry.ts'
import { isBad } from './entry.ts'
import { entrySource, readFilled } from './filled.ts'
import type { Place } from './flow.ts'
import type { Parties } from './named-party.ts'
import { actorName, readNames } from './named-party.ts'
import { spanAt } from './node.ts'
import type { Field } from './quantity.ts'
import { quantityShapes, VAGUE } from './quantity.ts'
import * as shape from './shape.ts'

export interface PlaceText extends ConsentText {
  readonly name: string
  readonly in: string
  readonly reach: readonly (string | undefined)[]
  readonly source: string
}

const STRUCK: Field = {
  name: 'struck',
  unit: 'fraction',
  bounds: [0, 1],
  absent: VAGUE,
  anchor: true,
  about: 'Probability that it is struck within 30 days of a full campaign against the traffic.',
}
/** The shortest half-life of a damage, in days: what is mended at once was never down. */
const REPAIR_LEAST = 0.1
const REPAIR: Field = {
  name: 'repair',
  unit: 'day',
  bounds: [REPAIR_LEAST, Number.POSITIVE_INFINITY],
  absent: [2, 10, 60],
  about: 'Half-life of the damage that a hit does.',
}
const FIELDS: readonly Field[] = [STRUCK, REPAIR]
/** Nobody strikes it: nothing has to be mended, whatever the half-life. */
const OUT_OF_REACH: readonly Field[] = [
  { ...STRUCK, absent: 0 },
  { ...REPAIR, absent: 1 },
]

export const placeShape: z.ZodObject = shape.fields({
  name: shape.text('Shown instead of the id; changes no result.').optional(),
  in: shape
    .reference('The actor on whose ground it lies; one with nuclear weapons that does not fight is spared.')
    .optional(),
  reach: shape
    .references('Who can strike it from the air; only those that fight count, and nobody unless stated.')
    .optional(),
  consent: consentShape
    .describe('It is open only while this supporter enables this belligerent at this level or above.')
    .optional(),
  source: shape
    .reference('Source of its reach, and of its quantities unless they name their own.')
    .optional(),
  ...quantityShapes(FIELDS),
})

export const PLACES: Noun<PlaceText> = {
  key: 'places',
  container: 'map',
  called: 'place',
  shape: placeShape,
}

export function readPlace(context: Context, entry: Entry<PlaceText>, parties: Parties): Place {
  const { id, value } = entry
  const source = entrySource(context, entry)
  if (value.in !== undefined) resolveActor(context, value.in, spanAt(entry.node, ['in'], entry.at))
  const reach = readNames(context, entry, { names: value.reach, path: ['reach'], name: actorName(context) })
  const consent = readConsent(context, entry, parties)
  const { belligerents = [] } = parties
  const reached = !isBad(entry, 'reach') && reach.some((actor) => belligerents.includes(actor))
  const fields = reached ? FIELDS : OUT_OF_REACH
  return {
    id,
    name: value.name ?? id,
    ...(value.in === undefined ? {} : { in: value.in }),
    reach,
    ...(consent === undefined ? {} : { consent }),
    ...(source === undefined ? {} : { source }),
    quantities: readFilled(context, entry, { fields, prefix: `places.${id}`, called: id, source }),
  }
}
