/** What a state lives on: what it sells abroad, to whom, what it must buy, and how long it can pay. */
import type * as z from 'zod'
import type { BuyerText } from './buyer.ts'
import { buyerShape, readBuyer } from './buyer.ts'
import type { Context } from './context.ts'
import { resolveActor } from './context.ts'
import type { Entry, Noun } from './entry.ts'
import { byId } from './entry.ts'
import { byText } from './fault-list.ts'
import { entrySource, readFilled } from './filled.ts'
import type { Market } from './flow.ts'
import { NEEDED, OTHERS } from './market-field.ts'
import { quantityShape, quantityShapes } from './quantity.ts'
import * as shape from './shape.ts'
import type { ShipmentText } from './shipment.ts'

export interface MarketText {
  readonly goods: string
  readonly source: string
}

const head = {
  goods: shape.text('What it sells; display only.'),
  source: shape
    .reference('Source of its quantities, and of those of its buyers, unless they name their own.')
    .optional(),
  ...Object.fromEntries(NEEDED.map((field) => [field.name, quantityShape(field)])),
  ...quantityShapes(OTHERS),
}

export const marketShape: z.ZodObject = shape.fields({
  ...head,
  buyers: shape.idMap(buyerShape, 'Who buys, by id: actors, or a name for all the rest.').optional(),
})

/** The buyers are entries of their own, so that one at fault hides none of the others. */
export const MARKETS: Noun<MarketText> = {
  key: 'markets',
  container: 'map',
  called: 'market',
  shape: shape.fields({ ...head, buyers: shape.anything().optional() }),
}

interface Known {
  readonly buyers: readonly Entry<BuyerText>[]
  readonly shipments: ReadonlyMap<string, Entry<ShipmentText>>
}

export function readMarket(context: Context, entry: Entry<MarketText>, known: Known): Market | undefined {
  const { id, value } = entry
  const { goods } = value
  const source = entrySource(context, entry)
  const seller = resolveActor(context, id, entry.at)
  const quantities = readFilled(context, entry, {
    fields: [...NEEDED, ...OTHERS],
    prefix: `markets.${id}`,
    called: id,
    source,
  })
  const buyers = [...byId(known.buyers).values()].map((buyer) =>
    readBuyer(context, buyer, { shipments: known.shipments, market: id, source }),
  )
  if (!seller) entry.bad.push('')
  if (!seller || goods === undefined) return undefined
  return { actor: id, goods, quantities, buyers: buyers.sort((a, b) => byText(a.id, b.id)) }
}
