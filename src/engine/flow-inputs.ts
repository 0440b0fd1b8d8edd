/**
 * Where the flows take their inputs from: places, routes, shipments, arms and markets at their positions
 * (`space.ts`). What the scenario does not state stands at the value that changes nothing.
 */
import type { Arms, Buyer, Domain, Place, Route } from '../scenario/flow.ts'
import type { Quantity, Scenario } from '../scenario/scenario.ts'
import type { Space } from './space.ts'

type Input = number | Quantity

interface Context {
  readonly scenario: Scenario
  readonly space: Space
}

/** Given the field and the whole name of a read (`given.paid`). */
type Supplier = (context: Context, field: string, name: string) => Input[]

/** Days in which damage is halved where nobody does any: any number above 0 would do. */
const UNUSED_REPAIR = 1

const REACH: Readonly<Record<string, Domain>> = {
  seaReach: 'sea',
  airReach: 'air',
  landReach: 'land',
  legalReach: 'legal',
}

export const FLOW_SOURCES: Readonly<Record<string, Supplier>> = {
  place: ({ scenario, space }, field) => {
    const places = space.places.map((id) => known(scenario.places, id))
    if (field === 'strikeReach')
      return places.flatMap(({ reach }) => space.belligerents.map((id) => Number(reach.includes(id))))
    return places.map((place) => placeInput(scenario, place, field))
  },
  route: ({ scenario, space }, field) => {
    const routes = space.routes.map((id) => known(scenario.routes, id))
    const domain = REACH[field]
    if (domain)
      return routes.flatMap(({ reach }) => space.belligerents.map((id) => Number(reach[domain].includes(id))))
    return routes.map((route) => routeInput(scenario, route, field))
  },
  shipment: ({ scenario, space }, field) =>
    space.shipments.map((id) => {
      const shipment = known(scenario.shipments, id)
      if (field !== 'own') return shipment.quantities[field] ?? 0
      return Number(shipment.by !== undefined && shipment.for !== undefined)
    }),
  interdiction: ({ scenario, space }, field) =>
    space.belligerents.map((id) => scenario.interdiction.get(id)?.quantities[field] ?? 0),
  arms: ({ scenario, space }, field, name) =>
    space.items.map((id) => {
      const item = known(scenario.arms, id)
      return name.startsWith('given.') ? givenOf(item, field) : armsInput(scenario, item, field)
    }),
  market: ({ scenario, space }, field) =>
    space.markets.map((id) => known(scenario.markets, id).quantities[MARKET_FIELDS[field] ?? field] ?? 0),
  buyer: (context, field) =>
    buyersOf(context).map(({ outlet, quantities }) => {
      if (field === 'shippedOut') return Number(outlet !== undefined)
      return quantities[field] ?? Number(field === 'willing')
    }),
  belligerent: ({ scenario, space }, field) =>
    space.belligerents.map((id) => scenario.actors.get(id)?.quantities[field] ?? 0),
}

export const FLOW_SITUATION: Readonly<Record<string, (context: Context) => Input[]>> = {
  attack: ({ scenario }) => [Number(scenario.attack)],
  absentBuyer: (context) =>
    buyersOf(context).map(({ id }) => Number(context.scenario.without.actors.includes(id))),
}

/** What the market calls by a plainer name than the equations, which keep that for what changes from day to day. */
const MARKET_FIELDS: Readonly<Record<string, string>> = {
  startReserves: 'reserves',
  startStored: 'stored',
}

function known<T>(all: ReadonlyMap<string, T>, id: string): T {
  const found = all.get(id)
  if (found === undefined) throw new Error(`missing: ${id}`)
  return found
}

function placeInput(scenario: Scenario, place: Place, field: string): Input {
  switch (field) {
    case 'spared':
      return spared(scenario, place.in)
    case 'needsConsent':
      return Number(place.consent !== undefined)
    case 'consentLevel':
      return place.consent?.level ?? 0
    default:
      return place.quantities[field] ?? (field === 'repair' ? UNUSED_REPAIR : 0)
  }
}

function routeInput(scenario: Scenario, route: Route, field: string): Input {
  return field === 'sheltered' ? spared(scenario, route.carrier) : (route.quantities[field] ?? 0)
}

/** A nuclear power that does not fight is left alone, as far as restraint goes; one that is taken out cannot deter. */
function spared({ actors, crisis, without }: Scenario, id: string | undefined): number {
  if (
    id === undefined ||
    without.actors.includes(id) ||
    crisis.attackers.includes(id) ||
    crisis.targets.includes(id)
  )
    return 0
  return Number(actors.get(id)?.nuclear ?? false)
}

function givenOf(item: Arms, field: string): number {
  return item.releaseGiven?.[field as keyof NonNullable<Arms['releaseGiven']>] ?? 0
}

function armsInput(scenario: Scenario, item: Arms, field: string): Input {
  const { start } = scenario.crisis
  switch (field) {
    case 'contracted':
      return Number(item.contract !== undefined)
    case 'contract':
      return item.contract === undefined ? 0 : item.contract - start
    case 'gated':
      return Number(item.releaseBy !== undefined)
    case 'releaseBy':
      return item.releaseBy === undefined ? 0 : item.releaseBy - start
    case 'utilisation':
      // Where it is not stated, nothing says that it differs from what the release was judged at.
      return scenario.actors.get(item.from)?.quantities[field] ?? givenOf(item, field)
    case 'readiness':
    case 'paid':
      return item.quantities[field] ?? 1
    default:
      return item.quantities[field] ?? 0
  }
}

function buyersOf({ scenario, space }: Context): Buyer[] {
  return space.buyers.map(({ market, buyer }) => {
    const found = known(scenario.markets, market).buyers.find(({ id }) => id === buyer)
    if (!found) throw new Error(`missing: ${market}.${buyer}`)
    return found
  })
}
