/**
 * What is measured of whom, in plain words: a metric against its test, an event as something that comes first or
 * later, a quantity as part of another.
 */
import type { Condition, Look, Onset, Scenario } from '../scenario/scenario.ts'
import { formatDate } from '../base/date.ts'
import type { Metric } from '../mechanisms/metric.ts'
import { METRICS } from '../mechanisms/metrics.ts'
import { amountText } from './amount-text.ts'
import { FLOW_FLAGS, FLOW_MEASURES, type FlagWords, flowSubject } from './flow-metric-text.ts'
import { FORCE_FLAGS, FORCE_MEASURES, forceSubject, statesText } from './force-metric-text.ts'
import { listed, type Phrase } from './phrase.ts'
import { actorName } from './quantity-text.ts'
import { boundText, courseText, isYes, whenText } from './test-text.ts'

type MetricCondition = Extract<Condition, { kind: 'metric' }>

const COUNCIL: Readonly<Record<string, string>> = {
  tabled: 'tabled',
  voted: 'put to the vote',
  adopted: 'adopted',
  vetoed: 'vetoed',
  short: 'short of the votes it needs',
  assembly: 'adopted by the General Assembly',
}

const ENDINGS: Readonly<Record<string, FlagWords>> = {
  ended: { yes: 'the fighting ends', no: 'the fighting does not end', name: 'the end of the fighting' },
  ceasefire: ending('by a ceasefire', 'a ceasefire'),
  concession: ending('by a concession of the attacked', 'a concession of the attacked'),
  withdrawal: ending('by withdrawal of the attackers', 'withdrawal of the attackers'),
  regimeChange: ending('by the fall of the government attacked', 'the fall of the government attacked'),
  frozen: ending('by dying down without an agreement', 'dying down without an agreement'),
}

function ending(how: string, name: string): FlagWords {
  return { yes: `the fighting ends ${how}`, no: `the fighting does not end ${how}`, name }
}

const GROUPS: Readonly<Record<string, string>> = {
  launches: 'launches a day',
  fear: 'fear of what would follow',
  depletion: 'share worn down',
}

/** A metric against its test. */
export function metricPhrase(condition: MetricCondition, scenario: Scenario): Phrase {
  const states = statesText(condition, scenario)
  if (states !== undefined)
    return { subject: states, says: wholeCourse(condition), window: windowText(condition, scenario) }
  const subject = subjectOf(condition, scenario)
  const { metric, test } = condition
  const { kind, unit } = metricOf(metric) ?? {}
  const fact = kind === 'fact'
  const says = fact
    ? `${FACTS[metric] ?? FLOW_MEASURES[metric] ?? metric} is ${boundText(test, unit)}`
    : playedText(condition, scenario)
  return { ...subject, says, window: fact ? '' : windowText(condition, scenario) }
}

const FACTS: Readonly<Record<string, string>> = {
  'obligation.combat': 'combat owed by treaty',
  'capacity.free': 'force to spare',
}

function playedText(condition: MetricCondition, scenario: Scenario): string {
  const { metric, over, test } = condition
  const words = flagWords(condition, scenario)
  if (words?.days !== undefined && over !== 'firstDay') return passingText(words, condition)
  // Of an event, what is first, highest or last says whether and when it came; of a sum, for how long.
  if (words === undefined || over === 'sum' || over === 'min') {
    if (metric === 'council.yes' && !isOneDay(condition)) return `${boundText(test)} yes votes`
    return `${measureText(condition, scenario)} ${wholeCourse(condition)}`
  }
  return over === 'firstDay' ? `${words.yes} ${whenText(test)}` : isYes(test) ? words.yes : words.no
}

function isOneDay({ from, to, over }: MetricCondition): boolean {
  return from === to && over !== 'firstDay'
}

/** `reaches 3 or more`; of a single day `is 3 or more`. */
function wholeCourse(condition: MetricCondition): string {
  const unit = metricOf(condition.metric)?.unit
  return isOneDay(condition) ? `is ${boundText(condition.test, unit)}` : courseText(condition, unit)
}

/** What can come and go. */
function passingText(words: FlagWords, { over, test }: MetricCondition): string {
  if (over === 'sum') return `${words.days} add up to ${boundText(test)}`
  const says = isYes(test) ? words.yes : words.no
  if (over === 'last') return `${says} on the last day`
  return over === 'min' ? (isYes(test) ? `${words.yes} throughout` : `not throughout ${words.yes}`) : says
}

function metricOf(metric: string): Metric | undefined {
  return METRICS.find(({ name }) => name === metric)
}

/** Nothing for a metric that is no event. */
function flagWords({ metric }: Look, scenario: Scenario): FlagWords | undefined {
  const [mechanism = '', name = ''] = metric.split('.')
  if (mechanism === 'council' && COUNCIL[name] !== undefined)
    return { yes: COUNCIL[name], no: `not ${COUNCIL[name]}`, name: COUNCIL[name] }
  if (mechanism === 'termination') return ENDINGS[name]
  if (metric === 'proxies.entered')
    return { yes: 'entry into the fight', no: 'no entry into the fight', name: 'in the fight' }
  if (metric === 'escalation.incident') {
    const clash = `lethal clash with ${others(scenario)}`
    return { yes: `a ${clash}`, no: `no ${clash}`, name: `a ${clash}` }
  }
  return FLOW_FLAGS[metric] ?? FORCE_FLAGS[metric]
}

/** What a metric measures, without its subject. */
function measureText({ metric, take }: Look, scenario: Scenario): string {
  const [mechanism = '', name = ''] = metric.split('.')
  if (mechanism === 'support') return `${name} ${take}`
  if (metric === 'escalation.rung') return `rung with ${others(scenario)}`
  if (mechanism === 'proxies') return GROUPS[name] ?? name
  return FLOW_MEASURES[metric] ?? FORCE_MEASURES[metric] ?? metric
}

/** A supporter clashes with the side that its friend is fighting; with supporters of both sides, that side is named so. */
function others({ dyads, crisis }: Scenario): string {
  const attacked = dyads.every(({ recipient }) => crisis.targets.includes(recipient))
  return attacked ? 'the attackers' : 'the other side'
}

/** Whose metric it is; '' for the crisis as a whole. */
export function subjectOf(
  look: Pick<Look, 'metric' | 'of' | 'for'>,
  scenario: Scenario,
): Pick<Phrase, 'subject' | 'ends'> {
  const kind = metricOf(look.metric)?.of
  switch (kind) {
    case 'draft':
      return { subject: `“${draftTitle(look.of, scenario)}”` }
    case 'crisis':
      return { subject: '' }
    case 'group': {
      const name = actorName(look.of, scenario)
      return { subject: name, ends: [name, ''] }
    }
    case 'arms':
    case 'shipment':
    case 'market':
    case 'buyer':
    case 'belligerent':
      return flowSubject(kind, look, scenario)
    case 'candidate':
    case 'inject':
      return forceSubject(kind, look, scenario)
    default: {
      const ends = [actorName(look.of, scenario), actorName(look.for ?? '', scenario)] as const
      return { subject: ends.join(' → '), ends }
    }
  }
}

function draftTitle(id: string, scenario: Scenario): string {
  return scenario.council?.drafts.find((draft) => draft.id === id)?.title ?? id
}

/** Something that comes on some day, or never. */
export function onsetPhrase(onset: Onset, scenario: Scenario): Phrase {
  const words = flagWords(onset, scenario)
  const reached = amountText(onset.reaches, metricOf(onset.metric)?.unit ?? 'level')
  const states = statesText(onset, scenario)
  if (states !== undefined)
    return { subject: states, says: `at ${reached} or more`, window: windowText(onset, scenario) }
  const says = words === undefined ? `${measureText(onset, scenario)} at ${reached} or more` : words.name
  return { ...subjectOf(onset, scenario), says, window: windowText(onset, scenario) }
}

/** Several sums as one: `launches a day of Hezbollah and the Houthis`. */
export function sumText(looks: readonly Look[], scenario: Scenario): string {
  const measures = [...new Set(looks.map((look) => measureText(look, scenario)))]
  const of = (measure: string): string =>
    listed(
      looks
        .filter((look) => measureText(look, scenario) === measure)
        .map((look) => subjectOf(look, scenario).subject),
      'and',
    )
  return measures.map((measure) => `${measure} of ${of(measure)}`).join(' and ')
}

/** The one measure of all, or nothing. */
export function measureOfAll(looks: readonly Look[], scenario: Scenario): string | undefined {
  const [first, ...rest] = new Set(looks.map((look) => measureText(look, scenario)))
  return rest.length === 0 ? first : undefined
}

/** `days 0-60`; beyond the crisis also the date, which nobody counts in days. */
export function windowText({ from, to }: Pick<Look, 'from' | 'to'>, { crisis }: Scenario): string {
  const days = from === to ? `day ${from}` : `days ${from}-${to}`
  return to > crisis.horizon ? `${days} (${formatDate(crisis.start + to)})` : days
}
