/** What must be said in the same breath as the score: what it is a score of, and what stands against it. */
import { RPS_BAR } from '../history/score/bars.ts'
import type { Estimate } from '../history/score/bootstrap.ts'
import type { Scorecard } from '../history/score/scorecard.ts'
import type { Section } from './scorecard-section.ts'
import { percentText } from './number-text.ts'
import { numberText, savedText, scoredText, scoreText } from './scorecard-words.ts'

/** From this share on one input is said to go a long way. */
const LONG_WAY = 1 / 3

export const WHAT_IS_SCORED =
  "What is scored is the highest level of support over 180 days without an ending; foedus check prints what arrives within a claim's days and before a drawn end, which is less often."

/** The inputs of a second coder, held against the first bar. */
export function secondTexts({ bars, beside: { codings }, agreement }: Scorecard): readonly string[] {
  if (bars.length === 0) return []
  if (agreement?.played === true)
    return [`The inputs are those of ${agreement.sheet}; the bars were declared for the coding that ships.`]
  const coding = codings?.find(({ id }) => id === 'second coder')
  const { score, difference } = coding ?? {}
  if (score === undefined || difference === undefined)
    return ["What a second coder's inputs give has not been computed here: --codings does it."]
  const holds = score.value <= RPS_BAR ? 'passes' : 'MISSES'
  const first = scoreText(score.value + difference.value)
  return [
    `With the second coder's inputs the closed form gives ${scoredText(score)} and ${holds} the bar of ${scoreText(RPS_BAR)}; on the same cells with the first coder's it gives ${first}.`,
  ]
}

export function shutTexts({ shut }: Scorecard): readonly string[] {
  if (shut === 0) return []
  return [
    `${numberText(shut, 'of the cells is', 'of the cells are')} shut by rule, as combat is to institutions, and forecast 0 for sure.`,
  ]
}

/** How much of what the model saves a table of one input saves as well. */
export function stakeText({ scores: { rps } }: Scorecard): string {
  const valueOf = (name: string): number => rps.find(({ id }) => id === name)?.score?.value ?? Number.NaN
  const [model, climate, stake] = ['model', 'climatology', 'stake-alone'].map(valueOf)
  const share = (climate! - stake!) / (climate! - model!)
  if (!(climate! > model! && share > 0))
    return 'A table of one coded input alone, the stake, does no better here than climatology, or the model itself does not.'
  const opens = share >= LONG_WAY ? 'One coded input goes a long way: a' : 'A'
  const much = share >= LONG_WAY ? 'much' : 'that much'
  return `${opens} table of the stake alone, without any model, saves ${percentText(share)} of what the model saves against climatology, so that ${much} of the score is the worth of inputs coded with hindsight.`
}

/** What was expected to help and does not. */
export function nulls({ beside: { obligation, codings, frozen } }: Scorecard): readonly Section[] {
  const asked: readonly (readonly [string, Estimate | undefined])[] = [
    ['Obligation-only does no better than climatology', obligation],
    [
      'Clauses do no better than labels, in the closed form',
      codings?.find(({ id }) => id === 'labels')?.difference,
    ],
    ['The model as it is played does no better than its closed form', frozen?.[1]?.difference],
  ]
  const says = asked.flatMap(([text, difference]) =>
    difference !== undefined && (difference.high ?? difference.value) >= 0
      ? [`${text}: ${savedText(difference)}.`]
      : [],
  )
  return says.length === 0 ? [] : [{ title: 'What does not help', says, tables: [] }]
}
