/** Flows too small to be counted: the network is filled by whole tonnes a day. */
import type { Context } from './context.ts'
import { warning } from './fault-list.ts'
import type { Linted } from './flow-lint.ts'
import { topOf } from './median.ts'

/** The least that flows, in tonnes a day. */
const TONNE = 1

export function warnThin(context: Context, { entries, flows }: Linted): void {
  const holders = [
    ...[...flows.routes.values()].map((route) => ({ entry: entries.routes.get(route.id), ...route })),
    ...[...flows.shipments.values()].map((shipment) => ({
      entry: entries.shipments.get(shipment.id),
      ...shipment,
    })),
  ]
  for (const { id, entry, quantities } of holders) {
    for (const [name, quantity] of Object.entries(quantities)) {
      const top = topOf(quantity.law)
      // To set a way to nothing is the plain way of closing it.
      if (!entry || top >= TONNE || (top === 0 && context.changed.has(quantity.id))) continue
      const says = `${name} of ${id} lies below 1 t/day, and flow is counted in whole tonnes a day: nothing flows`
      const suggestion =
        top === 0 ? `leave ${id} out, or state what it carries` : 'check the unit: kt/day is a thousand'
      context.faults.push(warning('below-a-tonne', quantity.span ?? entry.at, { says, suggestion }))
    }
  }
}
