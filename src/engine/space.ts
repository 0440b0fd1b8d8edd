/**
 * The axes of a scenario: who stands where, and the maps between them. Positions are
 * sorted by id, so the order of the file changes nothing.
 */
import {
  CHANNEL_LABELS,
  CONSTRAINTS,
  ENDINGS,
  HITS,
  LEVELS,
  RUNGS,
  WEAPON_LABELS,
} from '../mechanisms/axes.ts'
import type { Network } from '../base/flow.ts'
import { CARGOES, MODES } from '../scenario/flow.ts'
import type { Scenario } from '../scenario/scenario.ts'

export interface Space {
  /** Axis name → its size. */
  readonly sizes: Readonly<Record<string, number>>
  /** Map name → position on the one axis for each position on the other. */
  readonly maps: Readonly<Record<string, readonly number[]>>
  readonly belligerents: readonly string[]
  readonly members: readonly string[]
  readonly drafts: readonly string[]
  readonly groups: readonly string[]
  readonly places: readonly string[]
  readonly routes: readonly string[]
  /** In the order in which they are shipped: by cargo, then by id. */
  readonly shipments: readonly string[]
  readonly items: readonly string[]
  readonly markets: readonly string[]
  /** By seller, then by id. */
  readonly buyers: readonly { readonly market: string; readonly buyer: string }[]
  /** By leader, then by actor. */
  readonly candidates: readonly { readonly leader: string; readonly actor: string }[]
  readonly injects: readonly string[]
  /** Places, routes and shipments by their positions. */
  readonly network: Network
}

export function spaceOf(scenario: Scenario): Space {
  const markets = [...scenario.markets.keys()].sort()
  const named: Named = {
    belligerents: [...scenario.crisis.attackers, ...scenario.crisis.targets].sort(),
    members: scenario.council?.members.map((member) => member.actor).sort() ?? [],
    drafts: scenario.council?.drafts.map((draft) => draft.id).sort() ?? [],
    groups: [...scenario.proxies.keys()].sort(),
    places: [...scenario.places.keys()].sort(),
    routes: [...scenario.routes.keys()].sort(),
    shipments: shipmentsOf(scenario),
    items: [...scenario.arms.keys()].sort(),
    markets,
    buyers: markets.flatMap((market) =>
      scenario.markets
        .get(market)!
        .buyers.map(({ id }) => id)
        .sort()
        .map((buyer) => ({ market, buyer })),
    ),
    candidates: [...scenario.coalitions.values()].flatMap(({ leader, candidates }) =>
      [...candidates.keys()].sort().map((actor) => ({ leader, actor })),
    ),
    injects: [...scenario.injects.keys()].sort(),
  }
  return {
    ...named,
    sizes: sizesOf(scenario, named),
    maps: { ...mapsOf(scenario, named), ...flowMaps(scenario, named) },
    network: networkOf(scenario, named),
  }
}

/** Who and what stands on the axes, in order. */
type Named = Omit<Space, 'sizes' | 'maps' | 'network'>

function sizesOf({ dyads, crisis }: Scenario, named: Named): Space['sizes'] {
  return {
    dyad: dyads.length,
    belligerent: named.belligerents.length,
    channel: CHANNEL_LABELS.length,
    level: LEVELS,
    draft: named.drafts.length,
    member: named.members.length,
    group: named.groups.length,
    rung: RUNGS.length,
    ending: ENDINGS.length,
    place: named.places.length,
    route: named.routes.length,
    shipment: named.shipments.length,
    hit: HITS.length,
    item: named.items.length,
    market: named.markets.length,
    buyer: named.buyers.length,
    constraint: CONSTRAINTS.length,
    candidate: named.candidates.length,
    weapon: WEAPON_LABELS.length,
    day: crisis.horizon + 1,
  }
}

function mapsOf(scenario: Scenario, { belligerents, members, groups, candidates }: Named): Space['maps'] {
  return {
    recipient: scenario.dyads.map((dyad) => belligerents.indexOf(dyad.recipient)),
    // A supporter without a seat points at member 0; the flag `seated` keeps that unread.
    seat: scenario.dyads.map((dyad) => Math.max(0, members.indexOf(dyad.supporter))),
    leader: candidates.map(({ leader }) => belligerents.indexOf(leader)),
    ally: groups.map((group) => belligerents.indexOf(scenario.proxies.get(group)!.ally)),
  }
}

function flowMaps(scenario: Scenario, named: Named): Space['maps'] {
  const { places, routes, shipments, items, markets, buyers, candidates } = named
  /** Where the pair stands among the dyads; 0 for none, which a flag keeps unread. */
  const dyadOf = (supporter?: string, recipient?: string): number =>
    Math.max(
      0,
      scenario.dyads.findIndex((dyad) => dyad.supporter === supporter && dyad.recipient === recipient),
    )
  return {
    tail: routes.map((id) => places.indexOf(scenario.routes.get(id)!.from)),
    head: routes.map((id) => places.indexOf(scenario.routes.get(id)!.to)),
    host: places.map((id) => {
      const consent = scenario.places.get(id)!.consent
      return dyadOf(consent?.of, consent?.for)
    }),
    // A place that no candidate lends points at candidate 0; the flag `lent` keeps that unread.
    lender: places.map((id) => {
      const consent = scenario.places.get(id)!.consent
      return Math.max(
        0,
        candidates.findIndex(({ actor, leader }) => actor === consent?.of && leader === consent.for),
      )
    }),
    haul: shipments.map((id) => {
      const shipment = scenario.shipments.get(id)!
      return dyadOf(shipment.by, shipment.for)
    }),
    deal: items.map((id) => {
      const { from, to } = scenario.arms.get(id)!
      return dyadOf(from, to)
    }),
    seller: buyers.map(({ market }) => markets.indexOf(market)),
    // A buyer without an outlet points at shipment 0; the flag `shippedOut` keeps that unread.
    outlet: buyers.map(({ market, buyer }) => {
      const found = scenario.markets.get(market)!.buyers.find(({ id }) => id === buyer)
      return Math.max(0, shipments.indexOf(found?.outlet ?? ''))
    }),
  }
}

function networkOf(scenario: Scenario, { places, routes, shipments }: Named): Network {
  const rank = (route: number): number => MODES.indexOf(scenario.routes.get(routes[route]!)!.mode)
  return {
    places: places.length,
    tails: routes.map((id) => places.indexOf(scenario.routes.get(id)!.from)),
    heads: routes.map((id) => places.indexOf(scenario.routes.get(id)!.to)),
    order: routes.map((_, route) => route).sort((a, b) => rank(a) - rank(b)),
    shipments: shipments.map((id) => {
      const { from, to } = scenario.shipments.get(id)!
      return {
        sources: from.map((place) => places.indexOf(place)).sort((a, b) => a - b),
        sink: places.indexOf(to),
      }
    }),
  }
}

function shipmentsOf({ shipments }: Scenario): string[] {
  const rank = (id: string): number => CARGOES.indexOf(shipments.get(id)!.cargo)
  return [...shipments.keys()].sort().sort((a, b) => rank(a) - rank(b))
}
