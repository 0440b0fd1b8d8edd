/** What a question of an explanation is about, in words: a heading, and how its numbers are to be read. */
import type { Question } from '../engine/question.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { armsName, placeName, routeName, shipmentName } from './flow-metric-text.ts'
import { actorName, channelSupport } from './quantity-text.ts'
import { listed } from './phrase.ts'
import { roleText } from './role-text.ts'
import { termText } from './term-text.ts'
import { endingText } from './trace-text.ts'

const MOST_LEVEL = 3
const MOST_ROLE = 4

export function questionTitle(question: Question, scenario: Scenario): string {
  const { of, for: recipient = '', metric } = question
  const name = metric.slice(metric.indexOf('.') + 1)
  switch (question.kind) {
    case 'choice': {
      const level = `level ${question.level}${question.level < MOST_LEVEL ? ' or more' : ''}`
      const pair = `${actorName(of, scenario)} → ${actorName(recipient, scenario)}`
      return `${pair}: ${channelSupport(name)} at ${level}, against the best level below`
    }
    case 'threshold': {
      const pair = `${actorName(of, scenario)} beside ${actorName(recipient, scenario)}`
      return `${pair}: ${roleText(question.level)}${question.level < MOST_ROLE ? ' or more' : ''}`
    }
    case 'ways':
      return `What stands in the way of ${listed(
        question.shipments.map((id) => shipmentName(id, scenario)),
        'and',
      )}`
    case 'votes':
      return `“${scenario.council?.drafts.find(({ id }) => id === of)?.title ?? of}”: how it goes and who votes how`
    case 'hazard': {
      if (metric === 'proxies.entered') return `What brings ${actorName(of, scenario)} into the fight`
      if (metric === 'arms.released') return `What lets them go: ${armsName(of, scenario)}`
      if (metric === 'escalation.incident') {
        const { attackers, targets } = scenario.crisis
        const other = (attackers.includes(recipient) ? targets : attackers).map((id) =>
          actorName(id, scenario),
        )
        return `A clash of ${actorName(of, scenario)} with ${listed(other, 'and')}`
      }
      return `An end of the fighting ${endingText(name)}`
    }
  }
}

export function questionNote(question: Question): string {
  const { from, to } = question
  switch (question.kind) {
    case 'choice': {
      if (question.day === 'last') return `in log-odds, on day ${to}`
      const speaks = question.day === 'largest' ? 'most' : 'least'
      return `in log-odds, on the day of days ${from}-${to} that speaks ${speaks} for it`
    }
    case 'hazard':
      return 'in logarithms: the daily hazard, a mean over the days at risk, times these days, over patience'
    case 'threshold':
      return `in log-odds, on the day of days ${from}-${to} on which it stands highest; a sum from 0 on takes the role`
    case 'ways':
      return `as shares of days ${from}-${to} blockaded or closed, and of the room lost to hits`
    case 'votes':
      return 'as shares of the playouts; votes as they are cast, or would be'
  }
}

/** Words for a key of a question's sizes: a term, what is in the way, or how a member votes. */
export function keyText(key: string, scenario: Scenario): string {
  const [vote = '', member] = key.split('/')
  if (member === undefined) return termText(key)
  switch (vote) {
    case 'blockade':
      return `blockade by ${actorName(member, scenario)}`
    case 'struck':
      return `hits: ${placeName(member, scenario)}`
    case 'closed':
      return `closed: ${routeName(member, scenario)}`
    default:
      return `${actorName(member, scenario)} votes ${vote}`
  }
}
