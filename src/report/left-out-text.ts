/**
 * What a change leaves out, in words: an actor, a mechanism with the neutral values that stand in its place, or the
 * attack itself.
 */
import { MECHANISMS } from '../mechanisms/mechanisms.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { listed } from './phrase.ts'
import { actorName } from './quantity-text.ts'

/** `without North Korea: it gives nothing, enters nothing and casts no vote` */
export function withoutTexts(before: Scenario, after: Scenario): readonly string[] {
  const fresh = (kind: 'actors' | 'mechanisms'): readonly string[] =>
    after.without[kind].filter((id) => !before.without[kind].includes(id))
  return [
    ...(before.attack && !after.attack ? [NO_ATTACK] : []),
    ...fresh('actors').map(
      (id) => `without ${actorName(id, after)}: it ${listed(idleness(id, before), 'and')}`,
    ),
    ...fresh('mechanisms').map((id) => mechanismText(id, before)),
  ]
}

/** What one who is left out does not do any more. */
function idleness(id: string, { coalitions }: Scenario): readonly string[] {
  const mayJoin = [...coalitions.values()].some(({ candidates }) => candidates.has(id))
  return ['gives nothing', 'enters nothing', ...(mayJoin ? ['joins no coalition'] : []), 'casts no vote']
}

const NO_ATTACK =
  'without the attack: nobody fights, and only what waits for no war goes on: arms, routes, livelihoods'

/** What a mechanism works on, where a scenario may have none of it; in plain words. */
const MATTER: Readonly<Record<string, { readonly none: string; readonly has: (of: Scenario) => boolean }>> = {
  council: { none: 'no council', has: ({ council }) => council !== undefined },
  proxies: { none: 'no group that could enter', has: ({ proxies }) => proxies.size > 0 },
  arms: { none: 'no arms on their way', has: ({ arms }) => arms.size > 0 },
  routes: {
    none: 'no routes, no shipments and nobody who stops them',
    has: ({ places, routes, shipments, interdiction }) =>
      places.size + routes.size + shipments.size + interdiction.size > 0,
  },
  lifeline: { none: 'no market', has: ({ markets }) => markets.size > 0 },
  coalition: { none: 'nobody who may join a coalition', has: ({ coalitions }) => coalitions.size > 0 },
  arsenal: { none: 'no arsenal', has: ({ arsenals }) => arsenals.size > 0 },
}

/** Whether a mechanism has nothing to work on here, so that to leave it out leaves out nothing. */
export function isIdle(mechanism: string, scenario: Scenario): boolean {
  return MATTER[mechanism]?.has(scenario) === false
}

/** What the others take to be so where a mechanism does not run: its neutral value, in words. */
const NEUTRAL: Readonly<Record<string, string>> = {
  'obligation.required': 'no clause requires anything',
  'obligation.barred': 'no clause bars anything',
  'capacity.free': 'all strength is free and within reach',
  'council.authorised': 'nothing is authorised',
  'council.backing': 'no vote backs anybody',
  'legitimacy.level': 'no vote makes a cause stand better or worse',
  'coalition.role': 'nobody joins a coalition',
  'arsenal.launched': 'no arsenal fires',
  'arsenal.pain': 'nobody is worn down by what is fired',
  'arsenal.exhaustion': 'no arsenal runs out',
  'arms.effective': 'no arms on order shield anybody',
  'proxies.launches': 'no group fires',
  'intelligence.blame': 'nobody is blamed for sharing it',
  'intelligence.gain': 'shared intelligence adds nothing to strikes',
  'termination.need': 'the need for help stays whole',
  'termination.ended': 'the fighting does not end',
  'routes.stopped': 'no shipment is stopped',
  'routes.shipped': 'what is sold gets through as before',
  'routes.usual': 'what is sold gets through as before',
}

/** `without the mechanism capacity: it does not run, and the others take it that all strength is free` */
function mechanismText(id: string, before: Scenario): string {
  const start = `without the mechanism ${id}: `
  if (isIdle(id, before)) return `${start}this scenario has ${MATTER[id]?.none}, so nothing is left out`
  const words = neutralsOf(id)
  if (words.length === 0) return `${start}it does not run, and no other reads of it`
  return `${start}it does not run, and the others take it that ${listed(words, 'and')}`
}

/** Each neutral value that stands in for the mechanism, once. */
export function neutralsOf(id: string): readonly string[] {
  const names = MECHANISMS.flatMap(({ reads }) =>
    Object.entries(reads).flatMap(([name, { from, otherwise }]) =>
      from === 'mechanism' && otherwise !== undefined && name.startsWith(`${id}.`) ? [name] : [],
    ),
  )
  // The ledger reads what it tells of; nobody acts on that.
  return [...new Set(names.flatMap((name) => NEUTRAL[name] ?? []))]
}
