/** Who could stop what and is not said to, and what is said to be struck where nobody who fights can reach it. */
import type { Span } from '../base/fault.ts'
import type { Context } from './context.ts'
import { warning } from './fault-list.ts'
import type { Domain } from './flow.ts'
import { DOMAINS } from './flow.ts'
import type { Linted } from './flow-lint.ts'
import { child, keySpan, spanAt } from './node.ts'

/** What a belligerent does in each domain in which it reaches a route. */
const MEANS: Readonly<Record<Domain, string>> = {
  sea: 'blockade',
  air: 'air',
  land: 'land',
  legal: 'legal',
}
/** And to a place within its reach. */
const STRIKES = 'strikes'

export function warnReach(context: Context, linted: Linted): void {
  for (const id of linted.parties.belligerents ?? []) warnIdle(context, linted, id)
  warnSafe(context, linted)
}

/** One warning a belligerent: where it has an entry there, else where it is first named. */
function warnIdle(context: Context, { entries, flows }: Linted, id: string): void {
  const named = new Map<string, Span>()
  for (const place of flows.places.values()) {
    const entry = entries.places.get(place.id)
    if (!entry || !place.reach.includes(id) || named.has(STRIKES)) continue
    named.set(STRIKES, spanAt(entry.node, ['reach'], entry.at))
  }
  for (const route of flows.routes.values()) {
    const entry = entries.routes.get(route.id)
    for (const domain of DOMAINS) {
      if (!entry || !route.reach[domain].includes(id) || named.has(MEANS[domain])) continue
      named.set(MEANS[domain], spanAt(entry.node, ['reach', domain], entry.at))
    }
  }
  const entry = entries.interdiction.get(id)
  const missing = [...named].filter(([means]) => child(entry?.node, means) === undefined)
  const [first] = missing
  if (!first) return
  const list = missing.map(([means]) => means).join(', ')
  const says = entry
    ? `${id} can reach what the routes name and states no ${list}: by that it stops nothing`
    : `${id} can reach places or routes and has no entry under interdiction: it stops nothing`
  const suggestion = entry
    ? `state ${list} under interdiction.${id}, or 0 where it holds back`
    : `add ${id} under interdiction with ${list}`
  context.faults.push(warning('stops-nothing', entry?.at ?? first[1], { says, suggestion }))
}

/** A place that nobody who fights can reach is never struck, whatever is stated of it. */
function warnSafe(context: Context, { entries, flows, parties }: Linted): void {
  const { belligerents } = parties
  if (!belligerents) return
  for (const place of flows.places.values()) {
    const entry = entries.places.get(place.id)
    const stated = keySpan(entry?.node, 'struck')
    const supposed = child(entry?.node, 'reach')?.change !== undefined
    if (!stated || supposed || place.reach.some((actor) => belligerents.includes(actor))) continue
    const says = `nobody who fights can reach ${place.id}, so it is never struck`
    const suggestion = 'name who can reach it under reach, or leave struck out'
    context.faults.push(warning('struck-out-of-reach', stated, { says, suggestion }))
  }
}
