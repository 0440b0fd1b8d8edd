/** Quantities of places, routes, shipments, interdiction, arms and markets in plain words. */
import type { Scenario } from '../scenario/scenario.ts'
import { buyerName, placeName, routeName, shipmentName } from './flow-metric-text.ts'
import { actorName, possessive, spaced } from './names.ts'

type Words = Readonly<Record<string, (name: string) => string>>

const PLACES: Words = {
  struck: (name) => `how likely a strike on ${name} is in a campaign of 30 days`,
  repair: (name) => `how long damage in ${name} lasts`,
}

const INTERDICTION: Words = {
  blockade: (name) => `the chance of a blockade by ${name} within 30 days`,
  strikes: (name) => `how much of a full campaign ${name} turns on places of transit`,
  air: (name) => `what ${name} stops on routes within reach of its aircraft`,
  land: (name) => `what ${name} stops on routes within reach of its ground forces`,
  legal: (name) => `what ${name} stops on routes by law and finance`,
}

const ARMS: Words = {
  inService: (name) => `${name} in service before the crisis`,
  ordered: (name) => `the size of the order of ${name}`,
  readiness: (name) => `the share of ${name} that is ready`,
  lead: (name) => `the time from contract to the first ${name}`,
  rate: (name) => `how fast ${name} are built`,
  release: (name) => `the chance that ${name} are let go in time`,
  transit: (name) => `how long ${name} are on their way`,
  integration: (name) => `the time until crews can use ${name}`,
  paid: (name) => `the share of ${name} that is paid for`,
  underFire: (name) => `how much the war holds deliveries of ${name} back`,
  loss: (name) => `losses of ${name} a day of fighting`,
  cover: (name) => `the share of strikes that one of ${name} stops`,
}

const MARKETS: Words = {
  price: (of) => `the price of what ${of} sells`,
  friction: (of) => `what ${of} loses of its income on the way`,
  paymentLag: (of) => `how long ${of} waits to be paid`,
  reserves: (of) => `the reserves within reach of ${of}`,
  otherIncome: (of) => `other income of ${of}`,
  essentialImports: (of) => `what ${of} has to import`,
  warSpending: (of) => `what the war costs ${of} in foreign currency`,
  essentialStock: (of) => `stocks of essential goods in ${of}`,
  collapseCover: (of) => `the import cover below which ${of} collapses`,
  storage: (of) => `the room of ${of} for what it cannot sell`,
  stored: (of) => `what ${of} has in store already`,
}

interface Trade {
  readonly buyer: string
  readonly seller: string
}

const BUYERS: Readonly<Record<string, (trade: Trade) => string>> = {
  contracted: ({ buyer, seller }) => `what ${buyer} bought from ${seller} before the crisis`,
  discount: ({ buyer, seller }) => `the discount of ${seller} to ${buyer}`,
  willing: ({ buyer, seller }) => `the willingness of ${buyer} to go on buying from ${seller}`,
  exposureRise: ({ buyer, seller }) => `the risk of sanctions to ${buyer} for buying from ${seller}`,
}

/** Undefined for what is none of them. */
export function flowQuantityText(id: string, scenario: Scenario): string | undefined {
  const [kind = '', of = '', field = '', ...detail] = id.split('.')
  switch (kind) {
    case 'places':
      return field !== 'reach' && scenario.places.has(of)
        ? said(PLACES, field, placeName(of, scenario))
        : undefined
    case 'routes':
      return field === 'capacity' && scenario.routes.has(of)
        ? `the room of ${routeName(of, scenario)}`
        : undefined
    case 'shipments':
      return field === 'demand' && scenario.shipments.has(of)
        ? `the demand for ${shipmentName(of, scenario)}`
        : undefined
    case 'interdiction':
      return scenario.interdiction.has(of) ? said(INTERDICTION, field, actorName(of, scenario)) : undefined
    case 'arms': {
      const item = scenario.arms.get(of)
      return item === undefined
        ? undefined
        : said(ARMS, field, `${item.name} for ${actorName(item.to, scenario)}`)
    }
    case 'markets': {
      if (!scenario.markets.has(of)) return undefined
      const seller = actorName(of, scenario)
      const [buyer = '', what = ''] = detail
      if (field !== 'buyers') return said(MARKETS, field, seller)
      const trade = { buyer: buyerName(buyer, scenario), seller }
      return BUYERS[what]?.(trade) ?? `${spaced(what)} of ${trade.buyer} in ${possessive(seller)} market`
    }
    default:
      return undefined
  }
}

function said(words: Words, field: string, name: string): string {
  return words[field]?.(name) ?? `${possessive(name)} ${spaced(field)}`
}
