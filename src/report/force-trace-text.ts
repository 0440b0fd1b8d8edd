/** What happens to arsenals, coalitions, standing and by injects in a playout, as sentences. */
import type { TraceEvent } from '../engine/trace.ts'
import { METRICS } from '../mechanisms/metrics.ts'
import { WEAPON_LABELS } from '../mechanisms/axes.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { amountText } from './amount-text.ts'
import { candidateName, FORCE_MEASURES, injectName, WEAPON_WORDS } from './force-metric-text.ts'
import { injectText } from './inject-text.ts'
import { actorName } from './names.ts'
import { roleDeed } from './role-text.ts'

/** The mechanisms whose events are told here. */
export const FORCE: readonly string[] = ['arsenal', 'coalition', 'inject', 'legitimacy']

const LAUNCHED = 'arsenal.launched.'

/** What moves a little every day is told only when everything is asked for; undefined for what is told elsewhere. */
export function isForceTurn({ metric, from, to }: TraceEvent): boolean | undefined {
  const [mechanism = ''] = metric.split('.')
  if (!FORCE.includes(mechanism)) return undefined
  switch (metric) {
    case 'coalition.role':
    case 'inject.happened':
    case 'arsenal.exhausted':
      return from !== to
    case 'arsenal.interceptors':
      return from > 0 && to === 0
    case 'arsenal.pain':
      return from < 1 && to === 1
    default:
      // That firing begins and that it ends.
      return metric.startsWith(LAUNCHED) && (from === 0) !== (to === 0)
  }
}

/** Whether an inject sets something of the actor's, or of a tie that it has. */
export function injectConcerns({ metric, of }: TraceEvent, actor: string, { injects }: Scenario): boolean {
  const text = metric === 'inject.happened' ? (injects.get(of)?.change.text ?? '') : ''
  return text.split(/[^\p{L}\p{N}_-]+/u).some((word) => word === actor || isTieOf(word, actor))
}

function isTieOf(word: string, actor: string): boolean {
  return word.startsWith(`${actor}-`) || word.endsWith(`-${actor}`)
}

/** `events` are those of the whole course. */
export function forceSays(
  event: TraceEvent,
  scenario: Scenario,
  events: readonly TraceEvent[],
): string | undefined {
  const { metric, of, for: leader = '', from, to } = event
  const name = actorName(of, scenario)
  switch (metric) {
    case 'coalition.role':
      return roleDeed(to, name, actorName(leader, scenario))
    case 'inject.happened':
      return injectSays(event, scenario)
    case 'arsenal.exhausted':
      return to > 0
        ? `${name} can fire less than a tenth of what it could at the opening`
        : `${name} can fire a tenth or more of what it could at the opening again`
    case 'arsenal.interceptors':
      if (to === 0) return `${name} has no interceptors left`
      break
    case 'arsenal.pain':
      if (to === 1) return `${name} has borne what it can bear`
      break
    default:
      if (metric.startsWith(LAUNCHED)) return launchSays(event, name, events)
  }
  const unit = METRICS.find((one) => one.name === metric)?.unit ?? 'number'
  const whose = leader === '' ? name : candidateName(of, leader, scenario)
  return `${whose}: ${FORCE_MEASURES[metric] ?? metric} ${amountText(from, unit)} → ${amountText(to, unit)}`
}

function injectSays({ of, to, drawn }: TraceEvent, scenario: Scenario): string {
  const inject = scenario.injects.get(of)
  const title = injectName(of, scenario)
  if (to === 0) return `${title} is over`
  return `It comes to pass: ${title}${inject === undefined ? '' : `: ${injectText(inject, scenario, drawn)}`}`
}

/** That fire ends with the fighting goes without saying; else a store is empty, or nothing is left to fire it. */
function launchSays(event: TraceEvent, name: string, events: readonly TraceEvent[]): string | undefined {
  const { metric, from, to, day } = event
  const weapon = WEAPON_LABELS.find((label) => metric === `${LAUNCHED}${label}`)
  const kind = weapon === undefined ? 'munitions' : WEAPON_WORDS[weapon]
  if (to === 0) {
    const isOver = events.some((one) => one.metric === 'termination.ended' && one.to === 1 && one.day <= day)
    if (isOver) return undefined
    return `${name}: ${hasStock(event, weapon, events) ? `nothing left to fire ${kind} with` : `no more ${kind}`}`
  }
  // Of many, no part of one; of less than one a day, the part is all there is.
  const count = amountText(to < 1 ? to : Math.round(to), 'count')
  return `${name}${from === 0 ? ' begins to fire' : ''}: ${count} ${kind} on the day`
}

/** By what the store was last seen to hold. */
function hasStock(
  { of, day }: TraceEvent,
  weapon: string | undefined,
  events: readonly TraceEvent[],
): boolean {
  const seen = events.filter(
    (one) => one.metric === `arsenal.stock.${weapon}` && one.of === of && one.day <= day,
  )
  return (seen.at(-1)?.to ?? 0) >= 1
}
