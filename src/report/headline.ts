/** The first line of every screen: the scenario, its date and span, how much was played. */
import { formatDate } from '../base/date.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Colour } from './colour.ts'
import { daysText } from './number-text.ts'
import { flow } from './wrap.ts'

export interface HeadlineOptions {
  readonly width: number
  readonly colour: Colour
  readonly seed: number
}

/** `played` says how many playouts, in words. */
export function headline(
  scenario: Scenario,
  played: string,
  { width, colour, seed }: HeadlineOptions,
): readonly string[] {
  const run = [
    `as of ${formatDate(scenario.asOf)}`,
    daysText(scenario.crisis.horizon),
    played,
    `seed ${seed}`,
  ]
  return flow([{ text: scenario.title, style: colour.strong }, { text: run.join(' · ') }], {
    width,
    indent: 0,
  })
}
