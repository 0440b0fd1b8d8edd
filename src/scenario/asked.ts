/** All that a claim or a condition may ask about: what was read, beside what was written. */
import type { World } from './dyad.ts'
import type { Context } from './context.ts'
import { byId } from './entry.ts'
import { flowBook } from './flow-book.ts'
import type { Flows } from './flows.ts'
import { forceBook } from './force-book.ts'
import type { Forces } from './forces.ts'
import type { Asked } from './look.ts'
import type { Entries } from './nouns.ts'
import type { Council, Crisis, Dyad, Proxy, Scenario } from './scenario.ts'
import { hasLooseEnd } from './tie.ts'

/** Who and what is in play. */
export interface Play {
  readonly world: World
  readonly crisis: Crisis | undefined
  /** First day of the crisis. */
  readonly start: number | undefined
  /** Only when the crisis is in order. */
  readonly dyads: readonly Dyad[] | undefined
  readonly proxies: ReadonlyMap<string, Proxy>
  readonly forces: Forces
  readonly flows: Flows
}

export function askedOf(
  context: Context,
  entries: Entries,
  {
    world,
    crisis,
    dyads,
    proxies,
    forces,
    flows,
    council,
    rules,
  }: Play & {
    readonly council: Council | undefined
    readonly rules: Scenario['rules']
  },
): Asked {
  const facts = {
    ...world,
    tieEntries: byId(entries.ties),
    actorEntries: entries.actors,
    proxies,
    proxyEntries: entries.proxies,
    crisis,
    crisisEntry: entries.crisis,
    council,
    councilStated: entries.council !== undefined,
    rules,
    filled: dyads !== undefined,
    loose: hasLooseEnd(entries.ties),
    flows: flowBook(entries, flows),
    forces: forceBook(entries, forces),
  }
  const { injects } = entries
  return { context, crisis, dyads, drafts: byId(entries.drafts), facts, flows: facts.flows, injects }
}
