/** The events of a playout as sentences. What happened to the same thing on one day is told in one. */
import type { TraceEvent } from '../engine/trace.ts'
import type { Votes } from '../engine/votes.ts'
import type { ChannelId, Scenario } from '../scenario/scenario.ts'
import { flowSays } from './flow-trace-text.ts'
import { FORCE, forceSays } from './force-trace-text.ts'
import { plain } from './number-text.ts'
import { listed } from './phrase.ts'
import { actorName, channelSupport, possessive } from './quantity-text.ts'
import { rungWithKahn } from './rung-text.ts'

/** A line of the course: what happened, and the event whose reasons stand behind it. */
export interface Line {
  readonly day: number
  readonly event: TraceEvent
  readonly says: string
}

const ENDINGS: Readonly<Record<string, string>> = {
  ceasefire: 'in a ceasefire',
  concession: 'by a concession of the attacked',
  withdrawal: 'by withdrawal of the attackers',
  regimeChange: 'with the fall of the government attacked',
  frozen: 'by dying down, without an agreement',
}
export function endingText(ending: string): string {
  return ENDINGS[ending] ?? ending
}

/** What only says how a vote or the fighting ended: told with the vote and with the end. */
const TOLD_WITH: Readonly<Record<string, string>> = {
  'council.yes': 'council.voted',
  'council.adopted': 'council.voted',
  'council.short': 'council.voted',
  'council.vetoed': 'council.voted',
}

/** Of a whole course, the events that are asked for; the others tell what goes with them. */
export function linesOf(
  events: readonly TraceEvent[],
  scenario: Scenario,
  isAsked: (event: TraceEvent) => boolean,
): Line[] {
  return events.filter(isAsked).flatMap((event) => {
    const sameDay = events.filter(({ day }) => day === event.day)
    const says = FORCE.includes(event.metric.split('.')[0] ?? '')
      ? forceSays(event, scenario, events)
      : saysOf(event, sameDay, scenario)
    return says === undefined
      ? []
      : [{ day: event.day, event, says: says.slice(0, 1).toUpperCase() + says.slice(1) }]
  })
}

function saysOf(event: TraceEvent, sameDay: readonly TraceEvent[], scenario: Scenario): string | undefined {
  const [mechanism = '', name = ''] = event.metric.split('.')
  const also = (metric: string): TraceEvent | undefined =>
    sameDay.find((other) => other.metric === metric && other.of === event.of)
  const leader = TOLD_WITH[event.metric]
  if (leader !== undefined && also(leader) !== undefined) return undefined
  switch (mechanism) {
    case 'support':
      return supportText(event, sameDay, scenario)
    case 'council':
      return councilText(event, also, scenario)
    case 'proxies':
      return groupText(event, name, scenario)
    case 'escalation':
      return ladderText(event, sameDay, scenario)
    case 'termination':
      if (name !== 'ended') return `The fighting ends ${endingText(name)}`
      return Object.keys(ENDINGS).some((ending) => also(`termination.${ending}`))
        ? undefined
        : 'The fighting ends'
    case 'arms':
    case 'routes':
    case 'lifeline':
    case 'intelligence':
      return flowSays(event, sameDay, scenario)
    default:
      return `${event.metric} ${event.of}: ${plain(event.from)} → ${plain(event.to)}`
  }
}

function supportText(
  event: TraceEvent,
  sameDay: readonly TraceEvent[],
  scenario: Scenario,
): string | undefined {
  const { from, to, stage } = event
  const channel = event.metric.slice('support.'.length)
  const [giver, taker] = [actorName(event.of, scenario), actorName(event.for ?? '', scenario)]
  const what = `${channelSupport(channel)} for ${taker}`
  const anchor = scenario.channels.get(channel as ChannelId)?.anchors[to] ?? ''
  const level = anchor === '' ? `level ${to}` : `level ${to} (${anchor})`
  if (stage === 'decided') {
    if (to === 0) return from === 0 ? `${giver} resolves on no ${what}` : `${giver} gives up its ${what}`
    return to > from ? `${giver} resolves on ${what} at ${level}` : `${giver} cuts its ${what} to ${level}`
  }
  const twin = (at: TraceEvent['stage']): boolean =>
    sameDay.some(
      (other) =>
        other.stage === at &&
        other.metric === event.metric &&
        other.of === event.of &&
        other.for === event.for &&
        other.to === to,
    )
  const whose = `${possessive(giver)} ${what}`
  if (stage === 'observed') {
    if (twin('delivered')) return undefined
    return `${whose} is credibly reported: level ${to}`
  }
  const seen = twin('observed') ? '' : ', unseen'
  if (to === 0) return `${whose} ends${seen}`
  return to > from ? `${whose} takes effect: level ${to}${seen}` : `${whose} falls to level ${to}${seen}`
}

function councilText(
  event: TraceEvent,
  also: (metric: string) => TraceEvent | undefined,
  scenario: Scenario,
): string {
  const draft = scenario.council?.drafts.find(({ id }) => id === event.of)
  const title = `“${draft?.title ?? event.of}”`
  switch (event.metric) {
    case 'council.tabled':
      return `${title} is tabled`
    case 'council.withdrawn':
      return `${title} is withdrawn before a vote`
    case 'council.assembly':
      return `${title}, blocked in the council, is adopted by the General Assembly`
    case 'council.voted': {
      const votes = event.votes
      const counted = votes
        ? `: ${votes.yes.length} yes, ${votes.no.length} no, ${votes.abstain.length} abstain`
        : ''
      const needed = scenario.council?.rule.threshold ?? 0
      const ending = also('council.adopted')
        ? 'adopted'
        : also('council.vetoed')
          ? `vetoed by ${vetoes(votes, scenario)}`
          : `short of the ${needed} needed`
      return `${title} is put to the vote${counted}; ${ending}`
    }
    default:
      return `${title}: ${event.metric.slice('council.'.length)} ${plain(event.to)}`
  }
}

function vetoes(votes: Votes | undefined, scenario: Scenario): string {
  const permanent = scenario.council?.members.filter((member) => member.permanent) ?? []
  const against = permanent.filter(({ actor }) => votes?.no.includes(actor))
  return listed(
    against.map(({ actor }) => actorName(actor, scenario)),
    'and',
  )
}

function groupText({ of, to, from }: TraceEvent, name: string, scenario: Scenario): string {
  const group = actorName(of, scenario)
  // Groups are called by a plural or by a name: "the Houthis enter", "Hezbollah enters".
  const does = (verb: string, ending = 's'): string => `${group} ${verb}${group.endsWith('s') ? '' : ending}`
  switch (name) {
    case 'entered':
      return `${does('enter')} the fight`
    case 'launches':
      return to === 0 ? `${does('launch', 'es')} no more` : `${does('launch', 'es')} ${plain(to)} a day`
    case 'depletion':
      return `${possessive(group)} losses: ${plain(from)} → ${plain(to)}`
    default:
      return `${possessive(group)} ${name}: ${plain(from)} → ${plain(to)}`
  }
}

/** From this rung on one climbs by deeds of combat, or without anybody's decision. */
const COMBAT_RUNG = 7
const COMBAT_LEVEL = 2

function ladderText(event: TraceEvent, sameDay: readonly TraceEvent[], scenario: Scenario): string {
  const { attackers, targets } = scenario.crisis
  const others = attackers.includes(event.for ?? '') ? targets : attackers
  const other = listed(
    others.map((id) => actorName(id, scenario)),
    'and',
  )
  const giver = actorName(event.of, scenario)
  if (event.metric === 'escalation.incident')
    return `People of ${giver} and of ${other} die in a clash between them`
  const byDeed = sameDay.some(
    ({ metric, stage, of, for: recipient, to }) =>
      metric === 'support.combat' &&
      stage === 'delivered' &&
      of === event.of &&
      recipient === event.for &&
      to >= COMBAT_LEVEL,
  )
  const climbs = event.to > event.from
  const how = !climbs
    ? '; it calms down'
    : event.to >= COMBAT_RUNG && !byDeed
      ? '; it climbs without a decision'
      : ''
  return `${giver} against ${other}: ${rungWithKahn(event.to)}${how}`
}
