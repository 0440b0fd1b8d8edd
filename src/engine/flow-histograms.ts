/** What is kept of the flows, place by place: when arms came, what got through, how long a livelihood lasted. */
import { ENTRIES } from '../mechanisms/ledger.ts'
import { RACES } from '../mechanisms/race.ts'
import type { Builder } from './builder.ts'
import type { HistogramPlan, MeanPlan } from './plan.ts'

/** More units than this of one kind are not told apart. */
const UNITS_TOLD_APART = 60
/** Came in time, or did not. */
const TWO_WAYS = 2

/** Whole numbers of the flows; `days` bins for a day, the last of which means never. */
export function flowHistograms(builder: Builder, days: number): HistogramPlan[] {
  const { items, markets } = builder.space
  const kept: readonly (readonly [string, string, readonly string[], number])[] = [
    ['arms-released-on', 'arms.gateOn', items, days],
    ['arms-delivered-on', 'arms.deliveredOn', items, days],
    ['arms-delivered', 'arms.delivered', items, UNITS_TOLD_APART + 1],
    ['arms-effect-on', 'arms.effectOn', items, days],
    ['arms-intime', 'arms.inTime', items, TWO_WAYS],
    ['arms-race', 'arms.race', items, RACES],
    ['collapsed-on', 'lifeline.collapsedOn', markets, days],
  ]
  return kept.flatMap(([kind, variable, ids, bins]) =>
    elements(builder, variable, ids).map((at) => ({ name: `${kind}:${at.id}`, element: at.element, bins })),
  )
}

/** By variable on [dyad, channel]: the name of its histogram and the number of its bins. */
export function ledgerHistograms(days: number): readonly (readonly [string, string, number])[] {
  return [
    ['resolved', 'ledger.resolvedOn', days],
    ['seen', 'ledger.seenOn', days],
    ['bound', 'ledger.bound', ENTRIES.length],
    ['intime', 'ledger.inTime', TWO_WAYS],
    ['race', 'ledger.race', RACES],
  ]
}

/** Means over playouts of what stands after the last day. */
export function flowMeans(builder: Builder): MeanPlan[] {
  const { items, places, shipments, routes, markets } = builder.space
  const pairs = builder.scenario.dyads.map(({ supporter, recipient }) => `${supporter}:${recipient}`)
  const ways = shipments.flatMap((shipment) => routes.map((route) => `${shipment}:${route}`))
  const kept: readonly (readonly [string, string, readonly string[]])[] = [
    ['shipped', 'routes.average', shipments],
    ['usual', 'routes.usual', shipments],
    ['uptime', 'routes.uptime', shipments],
    ['carried', 'routes.carried', shipments],
    ['tight', 'routes.tightness', ways],
    ['shut', 'routes.shutness', ways],
    ['unconsented', 'routes.unconsented', places],
    ['arms-delivered-mean', 'arms.delivered', items],
    ['cover', 'lifeline.cover', markets],
    ['reserves', 'lifeline.reserves', markets],
    ['gain', 'intelligence.topGain', pairs],
  ]
  return kept.flatMap(([kind, variable, ids]) =>
    elements(builder, variable, ids).map(({ id, element }) => ({ name: `${kind}:${id}`, element })),
  )
}

/** The element of every position of the variable, row-major; none where no mechanism computes it. */
function elements(
  builder: Builder,
  variable: string,
  ids: readonly string[],
): { readonly id: string; readonly element: number }[] {
  const slot = builder.slots.get(variable)?.slot
  return slot ? ids.map((id, at) => ({ id, element: slot.offset + at })) : []
}
