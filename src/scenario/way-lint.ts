/** Shipments that no chain of routes carries to their end, and places at which no route begins or ends. */
import type { Context } from './context.ts'
import { byText, warning } from './fault-list.ts'
import type { Route, Shipment } from './flow.ts'
import type { Linted } from './flow-lint.ts'
import { spanAt } from './node.ts'

type Routes = ReadonlyMap<string, Route>

export function warnWays(context: Context, { entries, flows }: Linted): void {
  const { routes, shipments, places } = flows
  for (const shipment of shipments.values()) {
    const entry = entries.shipments.get(shipment.id)
    const reached = reachedFrom(routes, shipment.from)
    if (!entry || reached.has(shipment.to)) continue
    const says = `no chain of routes leads to ${shipment.to} from ${shipment.from.join(' or ')}, so nothing of ${shipment.id} ever arrives`
    const suggestion = wayOut(routes, shipment, reached)
    const span = spanAt(entry.node, ['to'], entry.at)
    context.faults.push(warning('no-way', span, { says, suggestion }))
  }
  const used = new Set([...routes.values()].flatMap(({ from, to }) => [from, to]))
  for (const { id } of places.values()) {
    const entry = entries.places.get(id)
    if (!entry || used.has(id)) continue
    const says = `no route begins or ends at ${id}, so it changes nothing`
    context.faults.push(
      warning('idle-place', entry.at, { says, suggestion: 'add the route that uses it, or leave it out' }),
    )
  }
}

/** All places to which routes lead from these, themselves included. */
function reachedFrom(routes: Routes, origins: readonly string[]): Set<string> {
  const reached = new Set(origins)
  // A set that grows while it is walked is walked to its end.
  for (const at of reached) {
    for (const { from, to } of routes.values()) if (from === at) reached.add(to)
  }
  return reached
}

function wayOut(routes: Routes, { from, to }: Shipment, reached: ReadonlySet<string>): string {
  const back = reachedFrom(routes, [to])
  if (from.some((origin) => back.has(origin))) {
    return 'a route runs one way; another is needed for the way back'
  }
  const led = [...reached].filter((place) => !from.includes(place)).sort(byText)
  return led.length === 0
    ? `add a route that begins at ${from.join(' or ')}`
    : `routes lead from there to ${led.join(', ')}; add the one that is missing`
}
