/** Who buys from a market: how much before the crisis, at what discount, and by which shipment it is supplied. */
import type * as z from 'zod'
import type { Context } from './context.ts'
import { resolve } from './context.ts'
import type { Entry, Noun } from './entry.ts'
import { fault } from './fault-list.ts'
import { entrySource, readFilled } from './filled.ts'
import type { Buyer } from './flow.ts'
import { spanAt } from './node.ts'
import type { Field } from './quantity.ts'
import { quantityShape, quantityShapes } from './quantity.ts'
import type { ShipmentText } from './shipment.ts'
import * as shape from './shape.ts'

export interface BuyerText {
  readonly outlet: string
  readonly source: string
}

const CONTRACTED: Field = {
  name: 'contracted',
  unit: 'bbl/day',
  bounds: [0, Number.POSITIVE_INFINITY],
  about: 'What it took in a day before the crisis.',
}
const OTHERS: readonly Field[] = [
  {
    name: 'discount',
    unit: 'USD/bbl',
    bounds: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    absent: 0,
    about: 'What it pays less than the price; below 0 it pays more.',
  },
  {
    name: 'willing',
    unit: 'fraction',
    bounds: [0, 2],
    absent: 1,
    about: 'What it would take under attack, of what it took before.',
  },
  {
    name: 'exposureRise',
    unit: 'fraction',
    bounds: [0, 1],
    absent: 0,
    about: 'How much more than before sanctions and war threaten it for buying.',
  },
]

export const buyerShape: z.ZodObject = shape.fields({
  outlet: shape.reference('The shipment by which it is supplied; not stated, no route limits it.').optional(),
  source: shape.reference('Source of its quantities unless they name their own.').optional(),
  contracted: quantityShape(CONTRACTED),
  ...quantityShapes(OTHERS),
})

/** Collected from within each market, so that one buyer at fault hides none of the others. */
export const BUYERS: Noun<BuyerText> = {
  key: 'buyers',
  container: 'map',
  called: 'buyer',
  shape: buyerShape,
}

interface Known {
  readonly shipments: ReadonlyMap<string, Entry<ShipmentText>>
  /** The seller, and the source of its figures. */
  readonly market: string
  readonly source: string | undefined
}

export function readBuyer(context: Context, entry: Entry<BuyerText>, known: Known): Buyer {
  const { id, value } = entry
  const { outlet } = value
  const source = entrySource(context, entry) ?? known.source
  if (outlet !== undefined) {
    const name = { code: 'unknown-shipment', called: 'shipment', known: known.shipments }
    resolve(context, outlet, { span: spanAt(entry.node, ['outlet'], entry.at), name })
  }
  if (id === known.market) {
    context.faults.push(fault('self-market', entry.at, `"${id}" sells here and cannot buy from itself`))
  }
  const prefix = `markets.${known.market}.buyers.${id}`
  const called = `the buyer ${id} of ${known.market}`
  const quantities = readFilled(context, entry, {
    fields: [CONTRACTED, ...OTHERS],
    prefix,
    called,
    source,
  })
  return { id, ...(outlet === undefined ? {} : { outlet }), quantities }
}
