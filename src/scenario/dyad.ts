/**
 * Who might support whom, and what the decision reads: every dyad of the crisis
 * gets all its quantities here, vague or neutral ones where nothing was given,
 * so that the engine never has to ask what stands in.
 */
import { INTELLIGENCE, SIZE, UTILISATION } from './actor.ts'
import type { ActorText } from './actor.ts'
import type { Context } from './context.ts'
import type { Entry } from './entry.ts'
import { isBad } from './entry.ts'
import { byText, fault, warning } from './fault-list.ts'
import { child, keySpan } from './node.ts'
import { assumedQuantity } from './quantity.ts'
import type { Field } from './quantity.ts'
import type { Actor, Crisis, Dyad, Quantity, Tie } from './scenario.ts'
import type { TieText } from './tie.ts'
import { OPPONENT_FIELDS, statesStake, SUPPORT_FIELDS } from './tie.ts'

export interface World {
  readonly actors: ReadonlyMap<string, Actor>
  readonly ties: ReadonlyMap<string, Tie>
}

interface Written {
  readonly crisis: Crisis
  readonly dyads: readonly Dyad[]
  readonly tieEntries: ReadonlyMap<string, Entry<TieText>>
  readonly actorEntries: ReadonlyMap<string, Entry<ActorText>>
}

/** Third parties with a stake in a belligerent, by supporter, then recipient. */
export function findDyads(
  context: Context,
  crisis: Crisis,
  ties: ReadonlyMap<string, Entry<TieText>>,
): Dyad[] {
  const belligerents = [...crisis.attackers, ...crisis.targets]
  const dyads: Dyad[] = []
  for (const entry of ties.values()) {
    const { from, to } = entry.value
    if (from === undefined || to === undefined || !statesStake(entry)) continue
    if (belligerents.includes(from) || !belligerents.includes(to)) continue
    const kind = context.actors.get(from)?.value.kind
    if (kind === 'nonstate') {
      const says = `"${from}" is no state: groups do not decide as states do, so it is not counted as a supporter of "${to}"`
      context.faults.push(warning('group-not-supporter', keySpan(entry.node, 'stake') ?? entry.at, says))
    } else if (kind !== undefined) dyads.push({ supporter: from, recipient: to })
  }
  warnBothSides(context, dyads, { crisis, ties })
  return dyads.sort((a, b) => byText(a.supporter, b.supporter) || byText(a.recipient, b.recipient))
}

/** One state may arm both sides, as some have; that it should fight itself is more likely a slip. */
function warnBothSides(
  context: Context,
  dyads: readonly Dyad[],
  { crisis, ties }: { crisis: Crisis; ties: ReadonlyMap<string, Entry<TieText>> },
): void {
  const attackers = new Set(crisis.attackers)
  for (const { supporter, recipient } of dyads) {
    const other = dyads.find((dyad) => dyad.supporter === supporter && !attackers.has(dyad.recipient))
    const entry = ties.get(`${supporter}-${recipient}`)
    if (!attackers.has(recipient) || !other || !entry) continue
    const says = `"${supporter}" has a stake in both sides, ${recipient} and ${other.recipient}: it decides on each apart`
    context.faults.push(warning('both-sides', keySpan(entry.node, 'stake') ?? entry.at, says))
  }
}

/** The world with everything filled in that a dyad reads. */
export function fillDyads(context: Context, world: World, written: Written): World {
  const actors = new Map(world.actors)
  const ties = new Map(world.ties)
  const { crisis, dyads } = written
  for (const { supporter, recipient } of dyads) {
    const id = `${supporter}-${recipient}`
    const tie = ties.get(id)
    const entry = written.tieEntries.get(id)
    if (!tie || !entry) continue
    const filled = withFields(context, tie, { fields: SUPPORT_FIELDS, entry, at: entry })
    const utilised = checkCapacity(context, entry, written)
    ties.set(id, utilised ? expectingFree(filled) : filled)
    const { actorEntries } = written
    const fields = utilised ? [SIZE, UTILISATION] : [SIZE]
    fillActor(context, actors, { id: supporter, entry: actorEntries.get(supporter), fields })
    fillActor(context, actors, { id: recipient, entry: actorEntries.get(recipient), fields: INTELLIGENCE })
    const others = crisis.attackers.includes(recipient) ? crisis.targets : crisis.attackers
    for (const opponent of others) {
      const other = `${supporter}-${opponent}`
      const found = ties.get(other) ?? emptyTie(supporter, opponent)
      const armed = actors.get(supporter)?.nuclear === true && actors.get(opponent)?.nuclear === true
      const fields = OPPONENT_FIELDS.map((field) =>
        field.name === 'nuclearRisk' ? { ...field, absent: armed ? 1 : 0 } : field,
      )
      ties.set(other, withFields(context, found, { fields, entry: written.tieEntries.get(other), at: entry }))
    }
  }
  return { actors: sorted(actors), ties: sorted(ties) }
}

function emptyTie(from: string, to: string): Tie {
  return {
    id: `${from}-${to}`,
    from,
    to,
    clauses: { defence: false, offence: false, neutrality: false, nonaggression: false, consultation: false },
    casusFoederis: { trigger: [], scope: [], exclusions: [], requiredLevel: 2, discretion: false },
    contiguous: false,
    quantities: {},
    dependence: new Map(),
  }
}

/** `entry` is the tie as written, if it is; `at` the tie that makes the engine read it. */
function withFields(
  context: Context,
  tie: Tie,
  fill: { fields: readonly Field[]; entry: Entry<TieText> | undefined; at: Entry<TieText> },
): Tie {
  const quantities: Record<string, Quantity> = { ...tie.quantities }
  const vague: string[] = []
  for (const field of fill.fields) {
    if (quantities[field.name] || (fill.entry && isBad(fill.entry, field.name))) continue
    quantities[field.name] = assumedQuantity(field, `ties.${tie.id}.${field.name}`)
    if (Array.isArray(field.absent)) vague.push(field.name)
  }
  if (vague.length > 0) {
    const says = `the tie from ${tie.from} to ${tie.to} does not state ${vague.join(', ')}: a vague range stands in`
    context.faults.push(
      warning('assumed-input', (fill.entry ?? fill.at).at, {
        says,
        suggestion: 'state what is known, even if it is a wide range',
      }),
    )
  }
  return { ...tie, quantities }
}

/** What is free, where the decision reads the actor's utilisation, can only be expected. */
function expectingFree(tie: Tie): Tie {
  const { freeCapacity } = tie.quantities
  if (!freeCapacity) return tie
  return { ...tie, quantities: { ...tie.quantities, freeCapacity: { ...freeCapacity, role: 'expectation' } } }
}

/** True when the decision reads the actor's utilisation. Of two figures for one thing, that of a change counts. */
function checkCapacity(context: Context, entry: Entry<TieText>, written: Written): boolean {
  const { node } = entry
  const role = isBad(entry, 'freeCapacity') ? undefined : roleOf(entry)
  const free = keySpan(node, 'freeCapacity')
  const stated = free !== undefined && role !== 'expectation'
  const actor = written.actorEntries.get(entry.value.from ?? '')
  const used = child(actor?.node, 'utilisation')
  const freed = child(node, 'freeCapacity')?.change !== undefined
  if (stated && (freed || used?.change === undefined)) {
    if (actor && used && !freed) {
      const says = `capacity would count twice: ${entry.id} states what is free, and ${actor.id} states its utilisation`
      context.faults.push(
        fault('capacity-twice', free, {
          says,
          suggestion: 'keep one, or give freeCapacity the role expectation',
        }),
      )
    }
    return false
  }
  const near =
    entry.value.contiguous === true ||
    keySpan(node, 'distance') !== undefined ||
    isBad(entry, 'contiguous') ||
    isBad(entry, 'distance')
  if (!near) {
    const says = `nothing says how far ${entry.value.from ?? ''} is from the fight for ${entry.value.to ?? ''}`
    context.faults.push(
      fault('missing-input', entry.at, { says, expected: 'distance, contiguous: true, or freeCapacity' }),
    )
  }
  return true
}

function roleOf(entry: Entry<TieText>): string | undefined {
  const node = entry.node.kind === 'map' ? entry.node.entries.get('freeCapacity')?.node : undefined
  const role = node?.kind === 'map' ? node.entries.get('role')?.node : undefined
  return role?.kind === 'scalar' ? role.text : undefined
}

/** The actor with these quantities, vague where it does not state them. */
export function fillActor(
  context: Context,
  actors: Map<string, Actor>,
  fill: { id: string; entry: Entry<ActorText> | undefined; fields: readonly Field[] },
): void {
  const actor = actors.get(fill.id)
  if (!actor || !fill.entry) return
  const quantities: Record<string, Quantity> = { ...actor.quantities }
  const vague: string[] = []
  for (const field of fill.fields) {
    if (quantities[field.name] || isBad(fill.entry, field.name)) continue
    quantities[field.name] = assumedQuantity(field, `actors.${fill.id}.${field.name}`)
    vague.push(field.name)
  }
  if (vague.length > 0) {
    const says = `${fill.id} does not state its ${vague.join(' and ')}: a vague range stands in`
    context.faults.push(
      warning('assumed-input', fill.entry.at, {
        says,
        suggestion: 'state what is known, even if it is a wide range',
      }),
    )
  }
  actors.set(fill.id, { ...actor, quantities })
}

function sorted<T>(map: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...map].sort((a, b) => byText(a[0], b[0])))
}
