/** What has been counted of the like, in words: the rate, its interval and its n, or that it was published without them. */
import type { BaseRate } from '../scenario/scenario.ts'
import { countText, probabilityText } from './number-text.ts'

/** `0.04 (0.02 to 0.05, n 390): Since 1945, …` */
export function countedText({ title, value, low, high, n }: BaseRate): string {
  const size = n === undefined ? [] : [`n ${countText(n)}`]
  const range =
    low === undefined || high === undefined
      ? ['published as a share alone']
      : [`${probabilityText(low)} to ${probabilityText(high)}`]
  return `${probabilityText(value)} (${[...range, ...size].join(', ')}): ${title}`
}

/** What stands before it, by whether the claim names it. */
export function rateLabel(baseRateBy: 'class' | undefined): string {
  return baseRateBy === 'class' ? 'base rate of its class' : 'base rate'
}
