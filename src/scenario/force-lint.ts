/** Arsenals and coalitions that cannot be meant so, though each entry by itself is in order. */
import type { Context } from './context.ts'
import { warning } from './fault-list.ts'
import type { Arsenal } from './force.ts'
import type { Forces } from './forces.ts'
import { topOf } from './median.ts'
import { keySpan } from './node.ts'
import type { Entries } from './nouns.ts'
import type { Crisis } from './scenario.ts'

interface Linted {
  readonly entries: Entries
  readonly forces: Forces
  readonly crisis: Crisis
}

/** While anything is at fault, what seems to be missing may be the very thing that could not be read. */
export function warnForces(context: Context, linted: Linted): void {
  if (context.faults.some(({ severity }) => severity === 'fault')) return
  for (const arsenal of linted.forces.arsenals.values()) {
    warnUnanswered(context, linted, arsenal)
    warnInterceptors(context, linted, arsenal)
  }
  warnCoalitions(context, linted)
}

/** What is fired at nobody's arsenal stops nobody, and nobody fires back. */
function warnUnanswered(context: Context, { entries, forces, crisis }: Linted, arsenal: Arsenal): void {
  const { belligerent: id } = arsenal
  const entry = entries.arsenals.get(id)
  const others = crisis.attackers.includes(id) ? crisis.targets : crisis.attackers
  if (!entry || others.some((other) => forces.arsenals.has(other))) return
  const says = `${id} has an arsenal and nobody on the other side has one: what gets through to ${others.join(' or ')} is not counted, and nobody fires back`
  const suggestion = `add ${others[0] ?? ''} under arsenals, if only with what it stops and can bear`
  context.faults.push(warning('one-sided-arsenal', entry.at, { says, suggestion }))
}

/** Missiles are stopped by interceptors, and interceptors stop missiles. */
function warnInterceptors(
  context: Context,
  { entries }: Linted,
  { belligerent: id, quantities }: Arsenal,
): void {
  const entry = entries.arsenals.get(id)
  if (!entry) return
  const some = (name: string): boolean => {
    const quantity = quantities[name]
    return quantity !== undefined && topOf(quantity.law) > 0
  }
  const stops = some('stopsMissile') ? 'stopsMissile' : undefined
  const has = ['interceptors', 'interceptorProduction'].find(some)
  if (stops !== undefined && has === undefined) {
    const says = `${id} stops missiles only while interceptors last, and has none: ${stops} does nothing`
    const suggestion = 'state interceptors, or leave out what it stops'
    context.faults.push(
      warning('no-interceptors', keySpan(entry.node, stops) ?? entry.at, { says, suggestion }),
    )
  }
  if (has !== undefined && stops === undefined) {
    const says = `${id} has interceptors and nothing says what they stop`
    const suggestion = 'state stopsMissile'
    context.faults.push(
      warning('idle-interceptors', keySpan(entry.node, has) ?? entry.at, { says, suggestion }),
    )
  }
}

function warnCoalitions(context: Context, { entries, forces }: Linted): void {
  /** By candidate, the leader under whom it was named first. */
  const named = new Map<string, string>()
  for (const { leader, candidates } of forces.coalitions.values()) {
    const entry = entries.coalitions.get(leader)
    if (entry && candidates.size === 0) {
      const says = `the coalition of ${leader} names no candidate, so nobody can join it`
      const suggestion = 'name who might join under candidates, or leave the coalition out'
      context.faults.push(warning('no-candidate', entry.at, { says, suggestion }))
    }
    for (const id of candidates.keys()) {
      const before = named.get(id)
      const at = entries.candidates.get(leader)?.find((candidate) => candidate.id === id)?.at
      if (before === undefined) named.set(id, leader)
      else if (at) {
        const says = `"${id}" may join ${before} and ${leader} both: it decides on each apart, and counts for each`
        const suggestion = 'name it under one of the two, unless that is meant'
        context.faults.push(warning('two-coalitions', at, { says, suggestion }))
      }
    }
  }
}
