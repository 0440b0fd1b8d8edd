/**
 * What is measured of whom, in plain words: a metric against its test, an event as something that comes first or
 * later, a quantity as part of another.
 */
import type { Condition, Look, Onset, Scenario } from '../scenario/scenario.ts'
import { METRICS } from '../mechanisms/metrics.ts'
import { plain } from './number-text.ts'
import { listed, type Phrase } from './phrase.ts'
import { actorName } from './quantity-text.ts'
import { boundText, courseText, isYes, whenText } from './test-text.ts'

type MetricCondition = Extract<Condition, { kind: 'metric' }>

/** An event, as it is said to come, not to come, and to come before something else. */
interface EventWords {
  readonly yes: string
  readonly no: string
  readonly name: string
}

const COUNCIL: Readonly<Record<string, string>> = {
  tabled: 'tabled',
  voted: 'put to the vote',
  adopted: 'adopted',
  vetoed: 'vetoed',
  short: 'short of the votes it needs',
}

const ENDINGS: Readonly<Record<string, EventWords>> = {
  ended: { yes: 'the fighting ends', no: 'the fighting does not end', name: 'the end of the fighting' },
  ceasefire: ending('by a ceasefire', 'a ceasefire'),
  concession: ending('by a concession of the attacked', 'a concession of the attacked'),
  withdrawal: ending('by withdrawal of the attackers', 'withdrawal of the attackers'),
  regimeChange: ending('by the fall of the government attacked', 'the fall of the government attacked'),
  frozen: ending('by dying down without an agreement', 'dying down without an agreement'),
}

function ending(how: string, name: string): EventWords {
  return { yes: `the fighting ends ${how}`, no: `the fighting does not end ${how}`, name }
}

const GROUPS: Readonly<Record<string, string>> = {
  launches: 'launches a day',
  fear: 'fear of what would follow',
  depletion: 'share worn down',
}

/** A metric against its test. */
export function metricPhrase(condition: MetricCondition, scenario: Scenario): Phrase {
  const subject = subjectOf(condition, scenario)
  const fact = METRICS.find(({ name }) => name === condition.metric)?.kind === 'fact'
  const says = fact
    ? `${FACTS[condition.metric] ?? condition.metric} is ${boundText(condition.test)}`
    : playedText(condition, scenario)
  return { ...subject, says, window: fact ? '' : windowText(condition) }
}

const FACTS: Readonly<Record<string, string>> = {
  'obligation.combat': 'combat owed by treaty',
  'capacity.free': 'force to spare',
}

function playedText(condition: MetricCondition, scenario: Scenario): string {
  const { metric, over, test } = condition
  const words = eventWords(condition, scenario)
  // Of an event, what is first, highest or last says whether and when it came; of a sum, for how long.
  if (words === undefined || over === 'sum' || over === 'min') {
    if (metric === 'council.yes') return `${boundText(test)} yes votes`
    return `${measureText(condition, scenario)} ${courseText(condition)}`
  }
  return over === 'firstDay' ? `${words.yes} ${whenText(test)}` : isYes(test) ? words.yes : words.no
}

/** Nothing for a metric that is no event. */
function eventWords({ metric }: Look, scenario: Scenario): EventWords | undefined {
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
  return undefined
}

/** What a metric measures, without its subject. */
function measureText({ metric, take }: Look, scenario: Scenario): string {
  const [mechanism = '', name = ''] = metric.split('.')
  if (mechanism === 'support') return `${name} ${take}`
  if (metric === 'escalation.rung') return `rung reached with ${others(scenario)}`
  if (mechanism === 'proxies') return GROUPS[name] ?? name
  return metric
}

/** A supporter clashes with the side that its friend is fighting; with supporters of both sides, that side is named so. */
function others({ dyads, crisis }: Scenario): string {
  const attacked = dyads.every(({ recipient }) => crisis.targets.includes(recipient))
  return attacked ? 'the attackers' : 'the other side'
}

/** Whose metric it is; '' for the crisis as a whole. */
export function subjectOf(look: Look, scenario: Scenario): Pick<Phrase, 'subject' | 'ends'> {
  const metric = METRICS.find(({ name }) => name === look.metric)
  switch (metric?.of) {
    case 'draft':
      return { subject: `“${draftTitle(look.of, scenario)}”` }
    case 'crisis':
      return { subject: '' }
    case 'group': {
      const name = actorName(look.of, scenario)
      return { subject: name, ends: [name, ''] }
    }
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
  const words = eventWords(onset, scenario)
  const says =
    words === undefined ? `${measureText(onset, scenario)} at ${plain(onset.reaches)} or more` : words.name
  return { ...subjectOf(onset, scenario), says, window: windowText(onset) }
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

export function windowText({ from, to }: Pick<Look, 'from' | 'to'>): string {
  return from === to ? `day ${from}` : `days ${from}-${to}`
}
