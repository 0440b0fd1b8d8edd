/**
 * A condition in plain words, so that a reader sees which proposition was tested
 * without reading the scenario.
 */
import type { Condition, Look, Onset, Scenario } from '../scenario/scenario.ts'
import { factText, sourceOf } from './fact-text.ts'
import { measureOfAll, metricPhrase, onsetPhrase, subjectOf, sumText, windowText } from './metric-text.ts'
import { jointPhrase, listed, type Phrase, phraseText } from './phrase.ts'
import { shareBoundText } from './test-text.ts'

export function conditionText(condition: Condition, scenario: Scenario): string {
  return phraseText(phraseOf(condition, scenario))
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
    case 'order':
    case 'share':
      return []
    case 'fact':
      return [sourceOf(condition, scenario) ?? '']
  }
}

function phraseOf(condition: Condition, scenario: Scenario): Phrase {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return jointPhrase(
        condition.of.map((part) => phraseOf(part, scenario)),
        condition.kind === 'all' ? 'and' : 'or',
      )
    case 'not': {
      const { subject, says, window } = phraseOf(condition.of, scenario)
      return { subject, says: `not so: ${says}`, window }
    }
    case 'metric':
      return metricPhrase(condition, scenario)
    case 'order':
      return orderPhrase(condition, scenario)
    case 'share':
      return sharePhrase(condition, scenario)
    case 'fact':
      return { subject: '', says: factText(condition, scenario), window: '' }
  }
}

/**
 * `Hezbollah: in the fight; on an earlier day than Russia → Iran: combat delivered at 1 or more, days 0-60`. One of
 * the first is enough, and it must come before each of the later ones.
 */
function orderPhrase({ first, before }: Extract<Condition, { kind: 'order' }>, scenario: Scenario): Phrase {
  const phrasesOf = (onsets: readonly Onset[]): readonly Phrase[] =>
    onsets.map((onset) => onsetPhrase(onset, scenario))
  const early = jointPhrase(phrasesOf(first), 'or')
  const late = eachPhrase(phrasesOf(before))
  const window = early.window === late.window ? early.window : ''
  const told = (phrase: Phrase): string => phraseText(window === '' ? phrase : { ...phrase, window: '' })
  return { subject: '', says: `${told(early)}; on an earlier day than ${told(late)}`, window, nested: true }
}

/** `the Houthis and Iraqi militias, each: in the fight` */
function eachPhrase(phrases: readonly Phrase[]): Phrase {
  const joint = jointPhrase(phrases, 'and')
  const several = new Set(phrases.map(({ subject }) => subject)).size > 1
  return several && joint.subject !== '' ? { ...joint, subject: `${joint.subject}, each` } : joint
}

/** `launches a day: share of the Houthis in the sum of Hezbollah and the Houthis is 20 % or more, days 0-60` */
function sharePhrase(
  { part, whole, test }: Extract<Condition, { kind: 'share' }>,
  scenario: Scenario,
): Phrase {
  const looks = [...part, ...whole]
  const bound = shareBoundText(test)
  const [window = '', ...others] = new Set(looks.map((look) => windowText(look, scenario)))
  const shared = others.length === 0 ? window : ''
  const own = (group: readonly Look[]): string =>
    shared === '' ? ` (${[...new Set(group.map((look) => windowText(look, scenario)))].join('; ')})` : ''
  const measure = measureOfAll(looks, scenario)
  if (measure === undefined) {
    const says = `${sumText(part, scenario)}${own(part)} as a share of ${sumText(whole, scenario)}${own(whole)} is ${bound}`
    return { subject: '', says, window: shared }
  }
  const names = (group: readonly Look[]): string =>
    listed(
      group.map((look) => subjectOf(look, scenario).subject),
      'and',
    )
  const says = `share of ${names(part)}${own(part)} in the sum of ${names(whole)}${own(whole)} is ${bound}`
  return { subject: measure, says, window: shared }
}
