/**
 * Whether the world of an inject is the same to every mechanism: the values are those in force already, or nothing
 * rests on them. Names, titles and sources are read by nobody; a form of attack only where a promise asks for it.
 */
import { sameData } from '../base/same-data.ts'
import type { Actor, Crisis, Quantity, Scenario, Tie } from './scenario.ts'

/** True when no mechanism would see a difference. */
export function isIdle(base: Scenario, changed: Scenario): boolean {
  return sameData(readOf(base), readOf(changed))
}

/** Of any part: where it stands, where it comes from, what it is called. */
const IDLE: ReadonlySet<string> = new Set('span source asOf why name title assumed'.split(' '))

/** All that mechanisms read. Claims, sources and words of probability are no part of a playout. */
function readOf(scenario: Scenario): unknown {
  const { actors, ties, crisis, channels, weights, proxies, rules, council, dyads, without, attack } =
    scenario
  const { places, routes, shipments, interdiction, arms, markets, arsenals, coalitions } = scenario
  const spared = new Set([
    ...[...places.values()].map((place) => place.in),
    ...[...routes.values()].map((route) => route.carrier),
  ])
  const { form: _form, theatre: _theatre, aims: _aims, ...course } = crisis
  return bare({
    actors: [...actors.values()].map((actor) => actorRead(actor, spared)),
    ties: [...ties.values()].map((tie) => tieRead(tie, crisis)),
    course,
    played: { channels, weights, proxies, rules, council, dyads, without, attack },
    flows: { places, routes, shipments, interdiction, arms, markets },
    forces: { arsenals, coalitions },
  })
}

/** That it is nuclear moves what stands in for a nuclear risk, and spares its own places and ships. */
function actorRead({ nuclear, ...actor }: Actor, spared: ReadonlySet<string | undefined>): object {
  return { ...actor, nuclear: spared.has(actor.id) && nuclear }
}

/** Its dates count by the clauses that are in force on the first day; its sectors no mechanism reads yet. */
function tieRead(stated: Tie, { form, theatre = '' }: Crisis): object {
  const { casusFoederis, label: _label, since: _since, until: _until, dependence: _none, ...tie } = stated
  const { trigger, scope, ...casus } = casusFoederis
  const triggered = trigger.length === 0 || trigger.includes(form)
  const covered = scope.length === 0 || scope.includes(theatre)
  return { ...tie, casus: { ...casus, triggered, covered } }
}

/** The same without what is idle; a number that is certain counts as that number, whoever states it. */
function bare(value: unknown): unknown {
  if (value instanceof Map)
    return [...(value as Map<string, unknown>)].map(([key, part]) => [key, bare(part)])
  if (Array.isArray(value)) return value.map(bare)
  if (typeof value !== 'object' || value === null) return value
  if (isQuantity(value)) {
    const { id, law, bounds, role } = value
    return law.kind === 'fixed' ? { value: law.value, role } : { id, law, bounds, role }
  }
  const fields = Object.entries(value).filter(([key, part]) => !IDLE.has(key) && part !== undefined)
  return Object.fromEntries(fields.map(([key, part]) => [key, bare(part)]))
}

function isQuantity(value: object): value is Quantity {
  return 'law' in value && 'bounds' in value
}
