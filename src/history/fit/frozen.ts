/** The closed form of a prediction: the situation stays as on the eve, so that no playout is needed. */
import { exp } from '../../base/elementary.ts'
import { CHANNELS } from '../../scenario/scenario.ts'
import type { Form } from '../form.ts'
import { NINE } from './hermite.ts'
import { ALPHA, GAMMA, KAPPA, LEANING, OBLIGATION, SALIENCE } from './likelihood.ts'
import { observe } from '../observe.ts'
import type { Posterior } from '../parameter.ts'
import type { Odds } from '../prediction.ts'
import { FEATURES, type Row } from '../row.ts'

/** By channel: the odds of the record, over the draws, a leaning and a salience; undefined where the channel is shut. */
export function closedOdds(row: Row, { draws }: Pick<Posterior, 'draws'>, form: Form): (Odds | undefined)[] {
  const shifts = draws.map((draw) => {
    // Two normal effects that are never seen apart are one.
    const deviation = Math.sqrt(draw[LEANING]! * draw[LEANING]! + draw[SALIENCE]! * draw[SALIENCE]!)
    return NINE.nodes.map((node) => deviation * node)
  })
  return CHANNELS.map((_, channel) => {
    if (row.closed[channel] === true) return undefined
    const sum = [0, 0, 0, 0]
    draws.forEach((draw, at) => {
      const value = pullOf({ row, channel, draw })
      shifts[at]!.forEach((shift, node) =>
        addLevels({ row, channel, draw, value: value + shift }, sum, NINE.weights[node]!),
      )
    })
    const all = sum[0]! + sum[1]! + sum[2]! + sum[3]!
    return observe(
      sum.map((part) => part / all),
      form.observation[channel]!,
    )
  })
}

export interface Deciding {
  readonly row: Row
  readonly channel: number
  /** On the scale of the equation. */
  readonly draw: Float64Array
}

/** By level 0 to 3: the chance that it is chosen; `shift`: leaning and salience together. */
export function levelsOf(deciding: Deciding & { readonly shift: number }): readonly number[] {
  const chances = [0, 0, 0, 0]
  addLevels({ ...deciding, value: pullOf(deciding) + deciding.shift }, chances, 1)
  return chances
}

/** Willingness before leaning and salience. */
function pullOf({ row, channel, draw }: Deciding): number {
  const pulls = row.pull[channel]!
  let value = draw[ALPHA + channel]!
  for (let at = 0; at < FEATURES.length; at++) value += draw[at]! * pulls[at]!
  return value
}

function addLevels(
  { row, channel, draw, value }: Deciding & { readonly value: number },
  sum: number[],
  weight: number,
): void {
  const step = draw[OBLIGATION]! * row.owed[channel]! - draw[KAPPA + channel]!
  const half = draw[GAMMA + channel]! * 0.5
  const one = value + step - half
  const two = 2 * value + step - 4 * half
  const three = 3 * value + step - 9 * half
  const top = Math.max(0, one, two, three)
  const weights = [exp(-top), exp(one - top), exp(two - top), exp(three - top)]
  const all = weights[0]! + weights[1]! + weights[2]! + weights[3]!
  for (let level = 0; level < 4; level++) sum[level]! += (weight * weights[level]!) / all
}
