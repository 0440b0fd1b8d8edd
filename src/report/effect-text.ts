/**
 * An effect in numbers and words: the difference or the ratio that was asserted, what it was asserted to be, the
 * playouts that flipped each way. Nothing that was merely not seen is printed as 0.
 */
import type { Design } from '../engine/summary.ts'
import type { Contrast, Effect } from '../judge/effect.ts'
import type { Effect as Asserted, Test } from '../scenario/scenario.ts'
import { boundText, countText, estimateText, plain, playoutsTexts, tinyText } from './number-text.ts'
import type { Cell } from './wrap.ts'

/** Nearer to 0 than this, a second decimal would hide the number. */
const NEAR = 0.01
const LEAST = 0.001

/** `+0.11 ±0.01`, `×3.4 (2.9 to 4.0)`, each with where it came from and went to. */
export function effectCells(effect: Effect, asserted: Asserted): readonly Cell[] {
  const ends = `(${shortEstimate(effect.from)} → ${shortEstimate(effect.to)})`
  const difference = `${differenceText(effect.difference)} ${ends}`
  const said = { text: `asserted: ${assertedText(asserted)}` }
  if (asserted.as === 'difference') return [{ text: difference }, said]
  return [{ text: ratioText(effect) }, { text: difference }, said]
}

/** `+0.11 ±0.01`; how far it can be from 0 where nothing flipped. */
export function differenceText({ value, low, high, half, basis }: Contrast): string {
  if (basis === 'identical') return 'exactly no difference'
  if (basis === 'no flip') return `within ±${boundText(half)}`
  const size = Math.abs(value)
  const decimals = value !== 0 && size < NEAR ? 3 : 2
  const sign = value < 0 ? '−' : '+'
  const shown = value === 0 ? '0.00' : `${sign}${size < LEAST / 2 ? tinyText(size) : size.toFixed(decimals)}`
  // Few flips leave more room on the far side than on the near one.
  if (basis === 'few flips' || basis === 'few events') return `${shown} (${signed(low)} to ${signed(high)})`
  return `${shown} ±${halfText(half, decimals)}`
}

function signed(value: number): string {
  const size = Math.abs(value)
  const text = size < LEAST / 2 && size > 0 ? tinyText(size) : size.toFixed(size < NEAR ? 3 : 2)
  return `${value < 0 ? '−' : '+'}${text}`
}

function halfText(half: number, decimals: number): string {
  const text = half.toFixed(decimals)
  return Number(text) > 0 ? text : tinyText(half)
}

/** `×3.4 (2.9 to 4)`, or why there is none. */
export function ratioText({ ratio, below }: Effect): string {
  if (ratio === undefined) return `ratio not estimable (${eventsText(below)})`
  return `×${factor(ratio.value)} (${factor(ratio.low)} to ${factor(ratio.high)})`
}

function factor(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(3))) : '∞'
}

function eventsText(count: number): string {
  return `${countText(count)} ${count === 1 ? 'event' : 'events'}`
}

/** Without its error, which the difference carries. */
function shortEstimate({ p, interval }: Effect['from']): string {
  const text = estimateText(p, interval)
  return text.split(' ')[0] ?? text
}

/** `above 0 and below 25 %`; of a ratio `×3 or more`. */
function assertedText({ as, tests }: Asserted): string {
  return tests.map((test) => testText(test, as)).join(' and ')
}

function testText({ op, value }: Test, as: Asserted['as']): string {
  const shown = as === 'ratio' ? `×${plain(value)}` : plain(value)
  switch (op) {
    case '>':
      return `above ${shown}`
    case '>=':
      return `${shown} or more`
    case '<':
      return `below ${shown}`
    case '<=':
      return `${shown} or less`
    case '==':
      return shown
    case '!=':
      return `not ${shown}`
  }
}

/** Where pairs parted: how many playouts it holds in only with the change, and only without. */
export function flipsText({ up, down, difference }: Effect, design: Design): string {
  if (up === undefined || down === undefined) return ''
  if (difference.basis === 'identical') return 'the change changes nothing: both worlds are the same'
  if (up.count + down.count === 0) return 'no playout came out otherwise'
  const [more, less] = playoutsTexts([up.count, down.count], design)
  return `it comes about by the change in ${more} and is undone by it in ${less}`
}
