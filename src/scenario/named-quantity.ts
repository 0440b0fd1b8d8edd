/** The quantities of a scenario by id, and those that are missing only because their own entry is at fault. */
import { CRISIS } from './crisis.ts'
import type { World } from './dyad.ts'
import type { Entry } from './entry.ts'
import type { Flows } from './flows.ts'
import { flowQuantities } from './flows.ts'
import type { Forces } from './forces.ts'
import { forceQuantities } from './forces.ts'
import type { Entries } from './nouns.ts'
import type { Council, Crisis, Proxy, Quantity, Scenario } from './scenario.ts'
import { hasLooseEnd } from './tie.ts'

type Holders = Pick<Scenario, 'channels' | 'weights' | 'rules'> & {
  readonly world: World
  readonly crisis: Crisis | undefined
  readonly proxies: ReadonlyMap<string, Proxy>
  readonly forces: Forces
  readonly flows: Flows
  readonly council: Council | undefined
  readonly injects: Scenario['injects']
}

/** By id, those that a correlation may name. */
export function allQuantities(all: Holders): Map<string, Quantity> {
  const { world, channels, weights, rules, crisis, proxies, forces, flows, council, injects } = all
  const holders = [
    ...world.actors.values(),
    ...world.ties.values(),
    ...channels.values(),
    ...(crisis ? [crisis] : []),
    ...proxies.values(),
    ...(council?.drafts ?? []),
    ...(council?.members ?? []),
  ]
  const quantities = [
    ...holders.flatMap((holder) => Object.values(holder.quantities)),
    ...[...channels.values()].flatMap(({ reported = [], presence = [] }) => [...reported, ...presence]),
    ...weights.values(),
    ...rules.values(),
    ...[...injects.values()].map(({ chance }) => chance),
    ...forceQuantities(forces),
    ...flowQuantities(flows),
  ]
  return new Map(quantities.map((quantity) => [quantity.id, quantity]))
}

/** Entries, and what stands before their ids. */
type Group = readonly [string, Iterable<Entry<unknown>>]

/** Whether a quantity is missing only because its own entry is at fault. */
export function excuse(entries: Entries): (id: string) => boolean {
  const groups: readonly Group[] = [
    ['actors', entries.actors.values()],
    ['ties', entries.ties],
    ['channels', entries.channels],
    ['weights', entries.weights],
    ['rules', entries.ruleForms],
    ['proxies', entries.proxies.values()],
    ['places', entries.places.values()],
    ['routes', entries.routes.values()],
    ['shipments', entries.shipments.values()],
    ['interdiction', entries.interdiction.values()],
    ['arms', entries.arms.values()],
    ['markets', entries.markets.values()],
    ['arsenals', entries.arsenals.values()],
    ['coalitions', entries.coalitions.values()],
    ...[...entries.candidates].map(([leader, all]): Group => [`coalitions.${leader}.candidates`, all]),
    ...[...entries.buyers].map(([market, buyers]): Group => [`markets.${market}.buyers`, buyers]),
    ['council', entries.drafts],
    ['injects', entries.injects.values()],
  ]
  const prefixes = groups.flatMap(([noun, group]) =>
    [...group].filter((entry) => entry.bad.length > 0).map((entry) => `${noun}.${entry.id}`),
  )
  if ((entries.crisis?.bad.length ?? 0) > 0) prefixes.push(CRISIS.key)
  if (entries.council?.bad.some((bad) => bad.startsWith('members'))) prefixes.push('council.members')
  const loose = hasLooseEnd(entries.ties)
  return (id) =>
    (loose && id.startsWith('ties.')) ||
    prefixes.some((prefix) => id === prefix || id.startsWith(`${prefix}.`))
}
