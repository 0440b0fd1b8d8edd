/** What stands in the way of a shipment: the blockades, hits and closures on all ways that it could take. */
import type { Look, Route, Scenario, Shipment } from '../scenario/scenario.ts'
import type { Lens } from './lens.ts'
import { type Watched, watchedIn } from './watch.ts'

/** The shipments on whose ways the metric turns; none where it turns on none. */
export function shipmentsBehind(look: Look, { shipments, markets }: Scenario): readonly Shipment[] {
  const all = [...shipments.values()]
  const { metric, of, for: other } = look
  if (metric === 'routes.stopped' || (metric === 'support.materiel' && look.take !== 'decided'))
    return all.filter((one) => one.by === of && one.for === other)
  if (metric.startsWith('lifeline.')) {
    const outlets = (markets.get(of) ?? markets.get(other ?? ''))?.buyers.map(({ outlet }) => outlet) ?? []
    return all.filter(({ id }) => outlets.includes(id))
  }
  return metric.startsWith('routes.') ? all.filter(({ id }) => id === of) : []
}

/** Places, routes, belligerents and the shipments themselves, in the order in which a trace has them. */
export function inTheWayOf(lens: Lens, shipments: readonly Shipment[]): readonly Watched[] {
  const { scenario } = lens
  const routes = shipments.flatMap((shipment) => routesOf(shipment, scenario))
  const subjects: Readonly<Record<string, ReadonlySet<string>>> = {
    'routes.blockading': new Set(routes.flatMap(({ reach }) => reach.sea)),
    'routes.struck': new Set(routes.flatMap(({ from, to }) => [from, to])),
    'routes.closed': new Set(routes.map(({ id }) => id)),
  }
  return watchedIn(lens).filter(({ metric, of }) => subjects[metric.name]?.has(of) === true)
}

/** Every route on some way from one of the places of departure to the end. */
function routesOf({ from, to }: Shipment, { routes }: Scenario): readonly Route[] {
  const all = [...routes.values()]
  const ahead = reachable(
    from,
    all.map((route) => [route.from, route.to] as const),
  )
  const behind = reachable(
    [to],
    all.map((route) => [route.to, route.from] as const),
  )
  return all.filter((route) => ahead.has(route.from) && behind.has(route.to))
}

function reachable(
  starts: readonly string[],
  steps: readonly (readonly [string, string])[],
): ReadonlySet<string> {
  const seen = new Set(starts)
  // A set tells what is added to it while it is read.
  for (const place of seen) for (const [from, to] of steps) if (from === place) seen.add(to)
  return seen
}
