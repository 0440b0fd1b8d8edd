/** Arms, routes, livelihoods and shared intelligence in plain words: what is measured, and of what. */
import type { Look, Scenario } from '../scenario/scenario.ts'
import type { Phrase } from './phrase.ts'
import { actorName } from './names.ts'

/** Something that is so or not: in a sentence, denied, and as the name of what comes first or later. */
export interface FlagWords {
  readonly yes: string
  readonly no: string
  readonly name: string
  /** Days of it, where it can end again. */
  readonly days?: string
}

export const FLOW_FLAGS: Readonly<Record<string, FlagWords>> = {
  'arms.released': {
    yes: 'let go by the supplier',
    no: 'held back by the supplier',
    name: 'let go by the supplier',
  },
  'routes.blockading': {
    yes: 'a blockade',
    no: 'no blockade',
    name: 'a blockade',
    days: 'days of blockade',
  },
  'routes.stopped': {
    yes: 'no route open to its own shipments',
    no: 'always a route open to its own shipments',
    name: 'no route open to its own shipments',
    days: 'days without a route for its own shipments',
  },
  'lifeline.short': {
    yes: 'essential imports that cannot all be paid',
    no: 'all essential imports paid',
    name: 'essential imports that cannot all be paid',
    days: 'days on which essential imports cannot all be paid',
  },
  'lifeline.collapsed': {
    yes: 'collapse of import cover',
    no: 'no collapse of import cover',
    name: 'collapse of import cover',
  },
  'intelligence.reported': {
    yes: 'sharing of intelligence credibly reported',
    no: 'no credible report that intelligence is shared',
    name: 'sharing of intelligence credibly reported',
  },
}

/** What is measured, without its subject. */
export const FLOW_MEASURES: Readonly<Record<string, string>> = {
  'arms.built': 'units built',
  'arms.inProduction': 'units in production',
  'arms.withheld': 'units built and held back',
  'arms.delivered': 'units delivered',
  'arms.deliveredShare': 'share of the order delivered',
  'arms.integrated': 'units delivered that crews can use in battle',
  'arms.fielded': 'units in service',
  'arms.effective': 'units in service and ready',
  'routes.shipped': 'what gets through',
  'routes.covered': 'share of the demand that gets through',
  'routes.uptime': 'share of the days with 70 % of the usual flow or more',
  'routes.carried': 'what has got through in all',
  'lifeline.exports': 'exports',
  'lifeline.income': 'income from exports',
  'lifeline.reserves': 'reserves within reach',
  'lifeline.cover': 'import cover',
  'lifeline.share': 'share of what was sold before the crisis',
  'lifeline.boughtShare': 'purchases as a share of those before the crisis',
  'intelligence.gain': 'effectiveness of strikes with its intelligence, divided by that without',
}

/** `Su-35, Russia → Iran` */
export function armsName(id: string, scenario: Scenario): string {
  const item = scenario.arms.get(id)
  if (item === undefined) return id
  return `${item.name}, ${actorName(item.from, scenario)} → ${actorName(item.to, scenario)}`
}

export function shipmentName(id: string, scenario: Scenario): string {
  return scenario.shipments.get(id)?.name ?? id
}

export function routeName(id: string, scenario: Scenario): string {
  return scenario.routes.get(id)?.name ?? id
}

export function placeName(id: string, scenario: Scenario): string {
  return scenario.places.get(id)?.name ?? id
}

/** A buyer may be an actor or a name for all the rest. */
export function buyerName(id: string, scenario: Scenario): string {
  return scenario.actors.get(id)?.name ?? id.replaceAll('-', ' ')
}

/** Whose metric it is, by what `of:` names. */
export function flowSubject(
  kind: 'arms' | 'shipment' | 'market' | 'buyer' | 'belligerent',
  { of, for: seller = '' }: Pick<Look, 'of' | 'for'>,
  scenario: Scenario,
): Pick<Phrase, 'subject' | 'ends'> {
  switch (kind) {
    case 'arms':
      return alone(armsName(of, scenario))
    case 'shipment':
      return alone(shipmentName(of, scenario))
    case 'market':
    case 'belligerent':
      return alone(actorName(of, scenario))
    case 'buyer':
      return { subject: `${buyerName(of, scenario)}, buying from ${actorName(seller, scenario)}` }
  }
}

function alone(name: string): Pick<Phrase, 'subject' | 'ends'> {
  return { subject: name, ends: [name, ''] }
}
