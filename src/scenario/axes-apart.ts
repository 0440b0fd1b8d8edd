/**
 * Who and what there is in a scenario, and how it hangs together: what an inject leaves as it is, since the memory of a
 * playout is laid out by it before the first day.
 */
import type { Scenario } from './scenario.ts'

/** What stands on each axis, each with what ties it to others. */
function axesOf(scenario: Scenario): Readonly<Record<string, readonly string[]>> {
  const { crisis, council, dyads, proxies, arms, markets, coalitions } = scenario
  return {
    days: [`${crisis.horizon} days from ${crisis.start}`],
    attackers: crisis.attackers,
    targets: crisis.targets,
    supporters: dyads.map(({ supporter, recipient }) => `${supporter} for ${recipient}`),
    members: council?.members.map(({ actor }) => actor) ?? [],
    drafts: council?.drafts.map(({ id }) => id) ?? [],
    groups: [...proxies.values()].map(({ actor, ally }) => `${actor} for ${ally}`),
    arms: [...arms.values()].map(({ id, from, to }) => `${id} from ${from} to ${to}`),
    markets: [...markets.keys()],
    buyers: [...markets.values()].flatMap(({ actor, buyers }) =>
      buyers.map(({ id, outlet }) => `${id} of ${actor}${outlet === undefined ? '' : ` by ${outlet}`}`),
    ),
    candidates: [...coalitions.values()].flatMap(({ leader, candidates }) =>
      [...candidates.keys()].map((actor) => `${actor} for ${leader}`),
    ),
    ...waysOf(scenario),
  }
}

function waysOf({ places, routes, shipments }: Scenario): Readonly<Record<string, readonly string[]>> {
  return {
    places: [...places.values()].map(({ id, consent }) =>
      consent ? `${id} by leave of ${consent.of} for ${consent.for}` : id,
    ),
    routes: [...routes.values()].map(({ id, mode, from, to }) => `${id} by ${mode} from ${from} to ${to}`),
    shipments: [...shipments.values()].map(
      ({ id, cargo, from, to, by = '', for: recipient = '' }) =>
        `${id} of ${cargo} from ${from.join(' or ')} to ${to}${by && ` by ${by}`}${recipient && ` for ${recipient}`}`,
    ),
  }
}

/** `supporters: 1 more (cascadia for borduria)`, axis by axis; nothing where the two worlds have the same. */
export function apart(base: Scenario, changed: Scenario): string | undefined {
  const after = axesOf(changed)
  const parts = Object.entries(axesOf(base)).flatMap(([axis, before]) => {
    const now = after[axis] ?? []
    const more = now.filter((one) => !before.includes(one))
    const gone = before.filter((one) => !now.includes(one))
    const texts = [...more.map((one) => `now ${one}`), ...gone.map((one) => `no longer ${one}`)]
    return texts.length === 0 ? [] : [`${axis}: ${texts.slice(0, SHOWN).join(', ')}`]
  })
  return parts.length === 0 ? undefined : parts.join('; ')
}

/** How many differences of one axis a fault names. */
const SHOWN = 4
