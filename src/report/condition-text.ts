/**
 * A condition in plain words, so that a reader sees which proposition was tested
 * without reading the scenario.
 */
import { formatDate } from '../base/date.ts'
import type { Condition, Scenario, Test } from '../scenario/scenario.ts'
import { plain } from './number-text.ts'
import { actorName } from './quantity-text.ts'

type MetricCondition = Extract<Condition, { kind: 'metric' }>
type FactCondition = Extract<Condition, { kind: 'fact' }>

export function conditionText(condition: Condition, scenario: Scenario): string {
  const { subject, says, window } = phraseOf(condition, scenario)
  return [subject === '' ? says : `${subject}: ${says}`, window].filter((part) => part !== '').join(', ')
}

/** Ids of the sources of the facts that a condition states, each once; '' where a fact has none. */
export function factSources(condition: Condition, scenario: Scenario): readonly string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return [...new Set(condition.of.flatMap((part) => factSources(part, scenario)))]
    case 'not':
      return factSources(condition.of, scenario)
    case 'metric':
      return []
    case 'fact':
      return [sourceOf(condition, scenario) ?? '']
  }
}

/** A condition in three parts, so that neighbours need not repeat a subject or a window. */
interface Phrase {
  readonly subject: string
  readonly says: string
  readonly window: string
  /** Of a subject `giver → recipient`, its ends: givers who do the same are named together. */
  readonly ends?: readonly [giver: string, recipient: string]
}

function phraseOf(condition: Condition, scenario: Scenario): Phrase {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return jointPhrase(condition.of, { joint: condition.kind === 'all' ? '; and ' : '; or ', scenario })
    case 'not': {
      const { subject, says, window } = phraseOf(condition.of, scenario)
      return { subject, says: `not so: ${says}`, window }
    }
    case 'metric':
      return metricPhrase(condition, scenario)
    case 'fact':
      return { subject: '', says: factText(condition, scenario), window: '' }
  }
}

function jointPhrase(
  of: readonly Condition[],
  { joint, scenario }: { readonly joint: string; readonly scenario: Scenario },
): Phrase {
  const each = of.map((part) => ({
    ...phraseOf(part, scenario),
    nested: part.kind === 'all' || part.kind === 'any',
  }))
  const phrases = together(each, joint === '; and ' ? 'and' : 'or')
  const shared = (key: 'subject' | 'window'): string => {
    const [first = ''] = phrases.map((phrase) => phrase[key])
    return phrases.every((phrase) => phrase[key] === first) ? first : ''
  }
  const [subject, window] = [shared('subject'), shared('window')]
  const texts = phrases.map((phrase, index) => {
    const repeated = subject !== '' || (index > 0 && phrases[index - 1]?.subject === phrase.subject)
    const lead = phrase.subject === '' || repeated ? '' : `${phrase.subject}: `
    const body = phrase.nested && phrase.says.includes('; ') ? `(${phrase.says})` : phrase.says
    return `${lead}${body}${window !== '' || phrase.window === '' ? '' : `, ${phrase.window}`}`
  })
  return { subject, says: texts.join(joint), window }
}

/** Neighbours that say the same of several givers become one: `Russia, China or Belarus → Iran`. */
function together<T extends Phrase>(phrases: readonly T[], word: string): T[] {
  const groups: T[][] = []
  for (const phrase of phrases) {
    const open = groups.at(-1)
    const before = open?.[0]
    const alike = before?.says === phrase.says && before.window === phrase.window
    const shared = before?.ends !== undefined && before.ends[1] === phrase.ends?.[1]
    if (open !== undefined && alike && shared) open.push(phrase)
    else groups.push([phrase])
  }
  return groups.map((group) => {
    const first = group[0]!
    if (group.length === 1 || first.ends === undefined) return first
    const givers = group.map(({ ends, subject }) => ends?.[0] ?? subject)
    const named = `${givers.slice(0, -1).join(', ')} ${word} ${givers.at(-1)}`
    return { ...first, subject: `${named} → ${first.ends[1]}` }
  })
}

function metricPhrase(condition: MetricCondition, scenario: Scenario): Phrase {
  const [mechanism = '', name = ''] = condition.metric.split('.')
  const window = windowText(condition)
  if (mechanism === 'council') {
    return { subject: `“${draftTitle(condition.of, scenario)}”`, says: councilText(name, condition), window }
  }
  const ends = [actorName(condition.of, scenario), actorName(condition.for ?? '', scenario)] as const
  const subject = ends.join(' → ')
  if (condition.metric === 'obligation.combat') {
    return { subject, ends, says: `combat owed by treaty is ${boundText(condition.test)}`, window: '' }
  }
  if (condition.metric === 'capacity.free') {
    return { subject, ends, says: `force to spare is ${boundText(condition.test)}`, window: '' }
  }
  const what = mechanism === 'support' ? `${name} ${condition.take}` : condition.metric
  return { subject, ends, says: `${what} ${courseText(condition)}`, window }
}

function windowText({ from, to }: MetricCondition): string {
  return from === to ? `day ${from}` : `days ${from}-${to}`
}

/** How a value that changes from day to day meets its test. */
function courseText({ over, test, reaches }: MetricCondition): string {
  switch (over) {
    case 'max':
      return peakText(test)
    case 'min':
      return `at its lowest is ${boundText(test)}`
    case 'last':
      return `ends at ${boundText(test)}`
    case 'sum':
      return `adds up to ${boundText(test)}`
    case 'firstDay':
      return `first reaches ${plain(reaches)} ${whenText(test)}`
  }
}

function peakText({ op, value }: Test): string {
  switch (op) {
    case '>=':
      return `reaches ${plain(value)} or more`
    case '>':
      return `goes above ${plain(value)}`
    case '<=':
      return value === 0 ? 'stays at 0' : `stays at ${plain(value)} or less`
    case '<':
      return value === 1 ? 'stays at 0' : `stays below ${plain(value)}`
    case '==':
      return value === 0 ? 'stays at 0' : `peaks at ${plain(value)}`
    case '!=':
      return value === 0 ? 'does not stay at 0' : `does not peak at ${plain(value)}`
  }
}

function boundText({ op, value }: Test): string {
  return `${BOUNDS[op][0]}${plain(value)}${BOUNDS[op][1]}`
}

const BOUNDS: Readonly<Record<Test['op'], readonly [string, string]>> = {
  '>=': ['', ' or more'],
  '>': ['above ', ''],
  '<=': ['', ' or less'],
  '<': ['below ', ''],
  '==': ['', ''],
  '!=': ['not ', ''],
}

function whenText({ op, value }: Test): string {
  switch (op) {
    case '<=':
      return `by day ${value}`
    case '<':
      return `before day ${value}`
    case '>=':
      return `on day ${value} or later, or never`
    case '>':
      return `after day ${value}, or never`
    case '==':
      return `on day ${value}`
    case '!=':
      return `on another day than ${value}, or never`
  }
}

const OUTCOMES: Readonly<Record<string, string>> = {
  tabled: 'tabled',
  voted: 'put to the vote',
  adopted: 'adopted',
  vetoed: 'vetoed',
  short: 'short of the votes it needs',
}

function councilText(name: string, condition: MetricCondition): string {
  const outcome = OUTCOMES[name]
  if (outcome === undefined) return `${boundText(condition.test)} ${name} votes`
  if (condition.over === 'firstDay') return `${outcome} ${whenText(condition.test)}`
  return `${isYes(condition.test) ? '' : 'not '}${outcome}`
}

function draftTitle(id: string, scenario: Scenario): string {
  return scenario.council?.drafts.find((draft) => draft.id === id)?.title ?? id
}

/** True when the test asks a flag to be 1. */
function isYes({ op, value }: Test): boolean {
  switch (op) {
    case '==':
    case '>=':
      return value > 0
    case '>':
      return value >= 0
    case '!=':
      return value === 0
    case '<':
    case '<=':
      return false
  }
}

function factText({ path, test }: FactCondition, scenario: Scenario): string {
  const [kind = '', id = '', field = '', detail = ''] = path.split('.')
  const yes = isYes(test)
  if (kind === 'tie') {
    const tie = scenario.ties.get(id)
    const pair = tie === undefined ? id : `${actorName(tie.from, scenario)} → ${actorName(tie.to, scenario)}`
    if (field === 'clauses')
      return `${pair}: ${yes ? `a ${detail} clause in force` : `no ${detail} clause in force`}`
    if (field === 'contiguous') return `${pair}: ${yes ? '' : 'not '}neighbours`
    if (field === 'since' || field === 'until') return `${pair}: in force ${field} ${dateText(test)}`
    return `${pair}: ${detail === '' ? field : `${field} in ${detail}`} is ${boundText(test)}`
  }
  if (kind === 'actor') {
    const name = actorName(id, scenario)
    return field === 'nuclear'
      ? `${name}: ${yes ? '' : 'not '}nuclear-armed`
      : `${name}: ${field} is ${boundText(test)}`
  }
  if (path === 'council.rule.veto') return yes ? 'a permanent member can veto' : 'nobody can veto'
  if (path === 'council.rule.threshold') return `votes needed in the council: ${boundText(test)}`
  if (field !== '' && kind === 'council')
    return `${actorName(field, scenario)}: ${yes ? '' : 'not '}a permanent member`
  return `${path} is ${boundText(test)}`
}

function dateText({ op, value }: Test): string {
  return `${BOUNDS[op][0]}${formatDate(value)}${op === '>=' ? ' or later' : op === '<=' ? ' or earlier' : ''}`
}

function sourceOf({ path, value }: FactCondition, scenario: Scenario): string | undefined {
  const [kind = '', id = ''] = path.split('.')
  if (typeof value !== 'number') return value.source
  if (kind === 'tie') return scenario.ties.get(id)?.source
  return kind === 'council' ? scenario.council?.rule.source : undefined
}
