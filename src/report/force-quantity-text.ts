/** Quantities of arsenals, coalitions, injects and seats in the council in plain words. */
import { WEAPON_LABELS } from '../mechanisms/axes.ts'
import type { Scenario, Weapon } from '../scenario/scenario.ts'
import { injectName, WEAPON_WORDS } from './force-metric-text.ts'
import { actorName, possessive, spaced } from './names.ts'

type Words = Readonly<Record<string, (name: string) => string>>

const ARSENALS: Words = {
  interceptors: (name) => `the interceptors of ${name}`,
  interceptorProduction: (name) => `how fast ${name} gets new interceptors`,
  stopsMissile: (name) => `the share of missiles that ${name} stops`,
  stopsDrone: (name) => `the share of drones that ${name} stops`,
  stopsStrike: (name) => `the share of strikes that ${name} stops`,
  threshold: (name) => `the hits that ${name} can bear before it would rather stop`,
}

/** `name` is whose, `kind` what is fired. */
const WEAPONS: Readonly<Record<string, (name: string, kind: string, weapon: Weapon) => string>> = {
  stock: (name, kind, weapon) =>
    weapon === 'strike' ? `the munitions of ${name} for strikes` : `the ${kind} of ${name} at the start`,
  launchers: (name, kind, weapon) =>
    weapon === 'strike'
      ? `the aircraft and tubes of ${name} for strikes`
      : `the launchers of ${name} for ${kind}`,
  production: (name, kind, weapon) =>
    weapon === 'strike' ? `how fast ${name} gets new munitions` : `how fast ${name} builds ${kind}`,
  cycles: (name, kind) => `how often a day a launcher of ${name} fires ${kind}`,
  ration: (name, kind) => `the most ${kind} a day that ${name} allows itself`,
  launcherLoss: (name, kind) => `how fast ${name} loses its launchers for ${kind} under full attack`,
  outside: (name, kind) => `how far the building of ${kind} in ${name} hangs on goods from abroad`,
}

interface Pair {
  readonly of: string
  readonly leader: string
}

const CANDIDATES: Readonly<Record<string, (pair: Pair) => string>> = {
  alignment: ({ of, leader }) => `${possessive(of)} alignment with ${leader}, as one that may join it`,
  dependence: ({ of, leader }) => `how far ${of} depends on ${leader}`,
  harm: ({ of }) => `what ${of} has suffered, or fears, from the other side`,
  cost: ({ of, leader }) => `what it would cost ${of} to join ${leader}`,
  domesticConstraint: ({ of, leader }) => `${possessive(of)} constraint at home against joining ${leader}`,
  pressure: ({ of, leader }) => `how hard ${leader} presses ${of} to join`,
}

/** Undefined for what is none of them. */
export function forceQuantityText(id: string, scenario: Scenario): string | undefined {
  const [kind = '', of = '', ...path] = id.split('.')
  switch (kind) {
    case 'arsenals':
      return scenario.arsenals.has(of) ? arsenalText(actorName(of, scenario), path) : undefined
    case 'coalitions':
      return scenario.coalitions.has(of) ? coalitionText(actorName(of, scenario), path, scenario) : undefined
    case 'injects':
      return path[0] === 'chance' && scenario.injects.has(of)
        ? `the chance of ${injectName(of, scenario)}`
        : undefined
    case 'council':
      return of === 'members' ? memberText(path, scenario) : undefined
    default:
      return undefined
  }
}

function arsenalText(name: string, [field = '', ofWeapon]: readonly string[]): string {
  const weapon = WEAPON_LABELS.find((label) => label === field)
  if (weapon === undefined) return ARSENALS[field]?.(name) ?? `${possessive(name)} ${spaced(field)}`
  const kind = WEAPON_WORDS[weapon]
  return WEAPONS[ofWeapon ?? '']?.(name, kind, weapon) ?? `${spaced(ofWeapon ?? '')} of ${kind} of ${name}`
}

function coalitionText(leader: string, path: readonly string[], scenario: Scenario): string {
  const [first = '', candidate = '', field = ''] = path
  if (first === 'regionalMandate') return `how far a regional body backs ${leader}`
  if (first !== 'candidates') return `${spaced(first)} of those who may join ${leader}`
  const of = actorName(candidate, scenario)
  return CANDIDATES[field]?.({ of, leader }) ?? `${possessive(of)} ${spaced(field)} beside ${leader}`
}

function memberText([member = '', field = '']: readonly string[], scenario: Scenario): string {
  const name = actorName(member, scenario)
  return field === 'restraint'
    ? `how averse ${name} is to strong measures of the council`
    : `${possessive(name)} ${spaced(field)} in the council`
}
