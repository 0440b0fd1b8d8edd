/** Scores, intervals and bars in words, the same on the screen and on the page. */
import { type Estimate, LEAST_CRISES, RESAMPLES } from '../history/score/bootstrap.ts'
import type { Cell, Odds } from '../history/prediction.ts'
import type { Bar } from '../history/score/bars.ts'
import type { Scorecard } from '../history/score/scorecard.ts'
import { countText } from './number-text.ts'
import { percentTexts } from './percents.ts'

const DECIMALS = 3
export const NONE = '-'

/** `0.128`, `−0.031` */
export function scoreText(value: number): string {
  const text = Math.abs(value).toFixed(DECIMALS)
  return value < 0 && Number(text) > 0 ? `−${text}` : text
}

/** `+0.012` */
export function differenceText(value: number): string {
  const text = scoreText(value)
  return value > 0 && Number(text) > 0 ? `+${text}` : text
}

/** `0.128 (0.101 to 0.155)` */
export function scoredText(score: Estimate | undefined): string {
  if (score === undefined) return NONE
  return withEnds(score, scoreText)
}

/** `−0.038 (−0.060 to −0.010)` */
export function savedText(difference: Estimate | undefined): string {
  if (difference === undefined) return NONE
  return withEnds(difference, differenceText)
}

function withEnds({ value, low, high }: Estimate, text: (value: number) => string): string {
  return low === undefined || high === undefined
    ? text(value)
    : `${text(value)} (${text(low)} to ${text(high)})`
}

/** Below so many crises nothing has an interval. */
export function hasIntervals({ cases }: Pick<Scorecard, 'cases'>): boolean {
  return cases.length >= LEAST_CRISES
}

/** `1 crisis`, `14 crises` */
export function numberText(count: number, one: string, many = `${one}s`): string {
  return `${countText(count)} ${count === 1 ? one : many}`
}

/** Where some draws could not tell it. */
export function skippedTexts(
  what: string,
  score: Estimate | undefined,
  draws: number = RESAMPLES,
): readonly string[] {
  if (score?.skipped === undefined) return []
  return [
    `${what}: ${countText(score.skipped)} of ${countText(draws)} draws could not tell it and are left out.`,
  ]
}

/** `5 / 12 / 33 / 50 %`: the chance given to no, low, substantial and full support. */
export function oddsText(odds: Odds): string {
  return `${percentTexts(odds)
    .map((text) => text.replace(' %', ''))
    .join(' / ')} %`
}

/** `china for north-korea, combat` */
export function cellText({ supporter, recipient, channel }: Cell): string {
  return `${supporter} for ${recipient}, ${channel}`
}

/** One sentence: what was asked of the model, whether it is so, and by how much. */
export function barText({ id, passed, value, limit }: Bar): string {
  const by = scoreText(Math.abs(value - limit))
  const word = passed ? 'passed' : 'MISSED'
  switch (id) {
    case 'rps':
      return `${word}: ranked probability score at most ${scoreText(limit)}. It is ${scoreText(value)}, ${by} ${passed ? 'under' : 'over'} the bar.`
    case 'climatology':
    case 'obligation-only':
      return `${word}: ranked probability score below ${id}, the 90 % interval of the difference wholly under 0. Its upper end is ${differenceText(value)}${passed ? '' : `, ${by} too high`}.`
    case 'combat':
      return `${word}: Brier score of substantial combat below climatology's ${scoreText(limit)}. It is ${scoreText(value)}, ${by} ${value < limit ? 'less' : 'more'}.`
  }
}

export function barsText(bars: readonly Bar[]): string {
  if (bars.length === 0) return 'No bars: they were declared for the crises that ship, and these are others.'
  const missed = bars.filter(({ passed }) => !passed).length
  if (missed === 0) return `All ${bars.length} bars that were set beforehand are passed.`
  return `${missed} of the ${bars.length} bars that were set beforehand ${missed === 1 ? 'is' : 'are'} missed.`
}
