/** All that flows, read entry by entry: places, routes, shipments, interdiction, arms and markets. */
import { readArms } from './arms.ts'
import { candidacyOf } from './candidacy.ts'
import type { Context } from './context.ts'
import { readEach } from './entry.ts'
import { warnFlows } from './flow-lint.ts'
import { readInterdiction } from './interdiction.ts'
import { readMarket } from './market.ts'
import type { Parties } from './named-party.ts'
import type { Entries } from './nouns.ts'
import { readPlace } from './place.ts'
import { readRoute } from './route.ts'
import type { Crisis, Dyad, Quantity, Scenario } from './scenario.ts'
import { readShipment } from './shipment.ts'
import { hasLooseEnd } from './tie.ts'

export type Flows = Pick<Scenario, 'places' | 'routes' | 'shipments' | 'interdiction' | 'arms' | 'markets'>

/** The dyads only when the crisis is in order; else nobody knows who fights. */
export function readFlows(
  context: Context,
  entries: Entries,
  known: {
    crisis: Crisis | undefined
    dyads: readonly Dyad[] | undefined
    start: number | undefined
  },
): Flows {
  const { crisis, dyads, start } = known
  const parties: Parties = {
    belligerents: crisis && dyads && [...crisis.attackers, ...crisis.targets],
    dyads,
    loose: hasLooseEnd(entries.ties),
    candidacy: (leader, id) => candidacyOf(entries, leader, id),
  }
  const { places, shipments } = entries
  const flows: Flows = {
    places: readEach(places, (entry) => readPlace(context, entry, parties)),
    routes: readEach(entries.routes, (entry) => readRoute(context, entry, places)),
    shipments: readEach(shipments, (entry) => readShipment(context, entry, { ...parties, places })),
    interdiction: readEach(entries.interdiction, (entry) => readInterdiction(context, entry, parties)),
    arms: readEach(entries.arms, (entry) => readArms(context, entry, { ...parties, start })),
    markets: readEach(entries.markets, (entry) =>
      readMarket(context, entry, { buyers: entries.buyers.get(entry.id) ?? [], shipments }),
    ),
  }
  warnFlows(context, { entries, flows, parties })
  return flows
}

/** Every quantity of the flows, noun by noun. */
export function flowQuantities(flows: Flows): readonly Quantity[] {
  const { places, routes, shipments, interdiction, arms, markets } = flows
  const holders = [
    ...places.values(),
    ...routes.values(),
    ...shipments.values(),
    ...interdiction.values(),
    ...arms.values(),
    ...[...markets.values()].flatMap((market) => [market, ...market.buyers]),
  ]
  return holders.flatMap((holder) => Object.values(holder.quantities))
}
