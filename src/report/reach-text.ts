/** Who can come at a place or a route, where a change makes it otherwise: several alike are told together. */
import { DOMAINS, type Domain } from '../scenario/flow.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { placeName, routeName } from './flow-metric-text.ts'
import { actorName } from './names.ts'
import { listed } from './phrase.ts'

export const BY_DOMAIN: Readonly<Record<Domain, string>> = {
  sea: 'at sea',
  air: 'from the air',
  land: 'on the ground',
  legal: 'by law and finance',
}

/** `if nobody could stop` the western ferry `at sea` */
export interface ReachChange {
  readonly lead: string
  readonly name: string
  readonly how: string
}

/** Undefined for a setting of something else. */
export function reachChange(path: string, value: string, scenario: Scenario): ReachChange | undefined {
  const [noun, id = '', field, domain = ''] = path.split('.')
  const isRoute = noun === 'routes' && (DOMAINS as readonly string[]).includes(domain)
  if (field !== 'reach' || (!isRoute && noun !== 'places')) return undefined
  const ids = value.match(/[\w-]+/gu) ?? []
  const who =
    ids.length === 0
      ? 'nobody'
      : listed(
          ids.map((one) => actorName(one, scenario)),
          'and',
        )
  return {
    lead: `if ${who} could ${isRoute ? 'stop' : 'strike'}`,
    name: isRoute ? routeName(id, scenario) : placeName(id, scenario),
    how: isRoute ? ` ${BY_DOMAIN[domain as Domain]}` : '',
  }
}

/** Of several changes those that differ only in what they are about, as one. */
export function reachText(changes: readonly ReachChange[]): string {
  const [{ lead, how } = { lead: '', how: '' }] = changes
  return `${lead} ${listed(
    changes.map(({ name }) => name),
    'or',
  )}${how}`
}
