/** What one belligerent does to the traffic of the other side: a blockade, strikes, pressure on the ways themselves. */
import type * as z from 'zod'
import type { Context } from './context.ts'
import type { Entry, Noun } from './entry.ts'
import { resolveFighter } from './fighter.ts'
import { entrySource, readFilled } from './filled.ts'
import type { Interdiction } from './flow.ts'
import type { Parties } from './named-party.ts'
import type { Field } from './quantity.ts'
import { quantityShapes, share } from './quantity.ts'
import * as shape from './shape.ts'

export interface InterdictionText {
  readonly source: string
}

const FIELDS: readonly Field[] = [
  {
    ...share('blockade', 'Probability that it blockades the sea, if the fighting lasts 30 days.', 0),
    anchor: true,
  },
  share('strikes', 'Share of a full campaign that it turns on places within its reach.', 0),
  share('air', 'Share of what a route holds that it stops from the air, within its reach.', 0),
  share('land', 'Share of what a route holds that it stops on the ground, within its reach.', 0),
  share('legal', 'Share of what a route holds that it stops by law and finance, within its reach.', 0),
]

export const interdictionShape: z.ZodObject = shape.fields({
  source: shape.reference('Source of its quantities unless they name their own.').optional(),
  ...quantityShapes(FIELDS),
})

export const INTERDICTION: Noun<InterdictionText> = {
  key: 'interdiction',
  container: 'map',
  called: 'interdiction',
  shape: interdictionShape,
}

/** Nothing when it is not known to fight. */
export function readInterdiction(
  context: Context,
  entry: Entry<InterdictionText>,
  parties: Parties,
): Interdiction | undefined {
  const { id } = entry
  const source = entrySource(context, entry)
  const quantities = readFilled(context, entry, {
    fields: FIELDS,
    prefix: `interdiction.${id}`,
    called: id,
    source,
  })
  const named = { id, span: entry.at, so: "it stops nobody's traffic" }
  if (resolveFighter(context, named, parties)) return { actor: id, quantities }
  entry.bad.push('')
  return undefined
}
