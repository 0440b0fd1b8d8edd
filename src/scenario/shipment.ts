/** A flow of goods that is wanted: what it is, from which places, to which place, how much a day. */
import type * as z from 'zod'
import type { Context } from './context.ts'
import { resolve } from './context.ts'
import type { Entry, Noun } from './entry.ts'
import { fault } from './fault-list.ts'
import { entrySource, readFilled } from './filled.ts'
import type { Cargo, Shipment } from './flow.ts'
import { CARGOES } from './flow.ts'
import type { HaulText } from './haul.ts'
import { haulShapes, readHaul } from './haul.ts'
import type { Parties } from './named-party.ts'
import { readNames } from './named-party.ts'
import { spanAt } from './node.ts'
import type { Field } from './quantity.ts'
import { quantityShape } from './quantity.ts'
import type { Places } from './route.ts'
import { placeName } from './route.ts'
import * as shape from './shape.ts'

export interface ShipmentText extends HaulText {
  readonly name: string
  readonly cargo: Cargo
  readonly from: readonly (string | undefined)[]
  readonly to: string
  readonly source: string
}

const DEMAND: Field = {
  name: 'demand',
  unit: 't/day',
  bounds: [0, Number.POSITIVE_INFINITY],
  about: 'What is wanted in a day.',
}

export const shipmentShape: z.ZodObject = shape.fields({
  name: shape.text('Shown instead of the id; changes no result.').optional(),
  cargo: shape.word(CARGOES, 'What it is; where there is not room for all, the first of these goes first.'),
  from: shape.someReferences('Places; what leaves any of them counts.'),
  to: shape.reference('The place where it is wanted.'),
  ...haulShapes,
  source: shape.reference('Source of its quantities unless they name their own.').optional(),
  demand: quantityShape(DEMAND),
})

export const SHIPMENTS: Noun<ShipmentText> = {
  key: 'shipments',
  container: 'map',
  called: 'shipment',
  shape: shipmentShape,
}

interface Known extends Parties {
  readonly places: Places
}

/** Nothing when an end or the cargo is at fault. */
export function readShipment(
  context: Context,
  entry: Entry<ShipmentText>,
  known: Known,
): Shipment | undefined {
  const { id, value } = entry
  const { to, cargo } = value
  const source = entrySource(context, entry)
  const name = placeName(known.places)
  const from = readNames(context, entry, { names: value.from, path: ['from'], name })
  const comes = to !== undefined && checkEnd(context, entry, { to, known })
  const haul = readHaul(context, entry, known)
  const quantities = readFilled(context, entry, {
    fields: [DEMAND],
    prefix: `shipments.${id}`,
    called: id,
    source,
  })
  if (!comes || from.length === 0) entry.bad.push('to')
  if (!comes || from.length === 0 || cargo === undefined) return undefined
  return { id, name: value.name ?? id, cargo, from, to, ...haul, quantities }
}

function checkEnd(context: Context, entry: Entry<ShipmentText>, end: { to: string; known: Known }): boolean {
  const { to, known } = end
  const span = spanAt(entry.node, ['to'], entry.at)
  if (!resolve(context, to, { span, name: placeName(known.places) })) return false
  if (entry.value.from?.includes(to) !== true) return true
  const says = `"${entry.id}" goes to "${to}", from which it comes: it would not have to be shipped`
  context.faults.push(fault('self-shipment', span, says))
  return false
}
