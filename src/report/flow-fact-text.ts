/** Statements about places, routes, shipments, arms and markets as the inputs have them, in plain words. */
import type { Domain } from '../scenario/flow.ts'
import type { Condition, Scenario } from '../scenario/scenario.ts'
import { armsName, placeName, routeName } from './flow-metric-text.ts'
import { actorName, quantityText } from './quantity-text.ts'
import { BY_DOMAIN } from './reach-text.ts'
import { boundText, dateText, isYes } from './test-text.ts'

type FactCondition = Extract<Condition, { kind: 'fact' }>

/** By the word with which a fact begins, the noun of the quantities. */
const NOUNS: Readonly<Record<string, string>> = {
  place: 'places',
  route: 'routes',
  shipment: 'shipments',
  interdiction: 'interdiction',
  arms: 'arms',
  market: 'markets',
}

/** Undefined for a fact about something else. */
export function flowFactText({ path, test, value }: FactCondition, scenario: Scenario): string | undefined {
  const [kind = '', id = '', field = '', ...detail] = path.split('.')
  const noun = NOUNS[kind]
  if (noun === undefined) return undefined
  const yes = isYes(test)
  if (kind === 'route' && field === 'reach') {
    const [domain = 'sea', actor = ''] = detail
    const how = BY_DOMAIN[domain as Domain] ?? domain
    return `${routeName(id, scenario)}: ${actorName(actor, scenario)} ${yes ? 'can' : 'cannot'} stop it ${how}`
  }
  if (kind === 'place' && field === 'reach') {
    const actor = actorName(detail[0] ?? '', scenario)
    return `${placeName(id, scenario)}: ${actor} ${yes ? 'can' : 'cannot'} strike it`
  }
  if (kind === 'arms') {
    const name = armsName(id, scenario)
    if (field === 'contracted') return `${name}: ${yes ? 'under contract' : 'not under contract'}`
    if (field === 'contract') return `${name}: contract of ${dateText(test)}`
    if (field === 'releaseBy') return `${name}: release is judged by ${dateText(test)}`
  }
  const name = quantityText([noun, id, field, ...detail].join('.'), scenario)
  return `${name} is ${boundText(test, typeof value === 'number' ? undefined : value.unit)}`
}

/** Id of the source that the thing names for what is no number: who can reach it, what is signed. */
export function flowSourceOf({ path }: FactCondition, scenario: Scenario): string | undefined {
  const [kind = '', id = ''] = path.split('.')
  const holders: Readonly<Record<string, { readonly source?: string } | undefined>> = {
    place: scenario.places.get(id),
    route: scenario.routes.get(id),
    arms: scenario.arms.get(id),
  }
  return holders[kind]?.source
}
