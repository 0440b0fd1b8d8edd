/** A statement about the inputs in plain words, with the source that it rests on. */
import type { Condition, Scenario, Test } from '../scenario/scenario.ts'
import { flowFactText, flowSourceOf } from './flow-fact-text.ts'
import { withArticle } from './phrase.ts'
import { actorName, quantityText } from './quantity-text.ts'
import { boundText, dateText, isYes } from './test-text.ts'

type FactCondition = Extract<Condition, { kind: 'fact' }>

export function factText(fact: FactCondition, scenario: Scenario): string {
  const { path, test } = fact
  const [kind = '', id = '', field = '', detail = ''] = path.split('.')
  const yes = isYes(test)
  if (kind === 'tie') {
    const tie = scenario.ties.get(id)
    const pair = tie === undefined ? id : `${actorName(tie.from, scenario)} → ${actorName(tie.to, scenario)}`
    if (field === 'clauses')
      return `${pair}: ${yes ? `${withArticle(detail)} clause in force` : `no ${detail} clause in force`}`
    if (field === 'contiguous') return `${pair}: ${yes ? '' : 'not '}neighbours`
    if (field === 'since' || field === 'until') return `${pair}: ${forceText(field, test)}`
    return `${pair}: ${detail === '' ? field : `${field} in ${detail}`} is ${boundText(test)}`
  }
  if (kind === 'actor') {
    const name = actorName(id, scenario)
    return field === 'nuclear'
      ? `${name}: ${yes ? '' : 'not '}nuclear-armed`
      : `${name}: ${field} is ${boundText(test)}`
  }
  if (kind === 'proxy') return `${quantityText(`proxies.${id}.${field}`, scenario)} is ${boundText(test)}`
  if (path === 'crisis.start') return `the crisis begins ${dateText(test)}`
  if (kind === 'crisis') return `${quantityText(path, scenario)} is ${boundText(test)}`
  if (path === 'council.rule.veto') return yes ? 'a permanent member can veto' : 'nobody can veto'
  if (path === 'council.rule.threshold') return `votes needed in the council: ${boundText(test)}`
  if (field !== '' && kind === 'council')
    return `${actorName(field, scenario)}: ${yes ? '' : 'not '}a permanent member`
  const { value } = fact
  const other =
    typeof value === 'number'
      ? `${path} is ${boundText(test)}`
      : `${quantityText(value.id, scenario)} is ${boundText(test, value.unit)}`
  return flowFactText(fact, scenario) ?? other
}

/** `in force only after 2025-06-13`: what begins after a day was not yet there on it. */
function forceText(field: 'since' | 'until', test: Test): string {
  return `in force ${field === 'since' && test.op === '>' ? 'only' : field} ${dateText(test)}`
}

/** Id of the source; nothing where the fact has none. */
export function sourceOf(fact: FactCondition, scenario: Scenario): string | undefined {
  const { path, value } = fact
  const [kind = '', id = ''] = path.split('.')
  if (typeof value !== 'number') return value.source
  if (kind === 'tie') return scenario.ties.get(id)?.source
  return kind === 'council' ? scenario.council?.rule.source : flowSourceOf(fact, scenario)
}
