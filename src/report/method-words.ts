/** What screen and page of the method say in the same words. */
import type { Mechanism } from '../formula/mechanism.ts'
import type { Given } from './method-facts.ts'
import type { MethodParameter } from './method-parameters.ts'
import { spaced } from './names.ts'
import { plain } from './number-text.ts'

/** `0.9 (0.2 to 1.6)` */
export function defaultText({ median, range }: Pick<MethodParameter, 'median' | 'range'>): string {
  const middle = plain(median)
  return range === undefined ? middle : `${middle} (${plain(range[0])} to ${plain(range[1])})`
}

/** Behind a number, with the space before it; a pure number has none. */
export function unitWord(unit: string): string {
  if (unit === 'number') return ''
  return ` ${unit === 'day' ? 'days' : unit === 'number/day' ? 'a day' : unit}`
}

/** Each source once: `[computed] Fit of …; [judgement] Loadings of …` */
export function sourcesOf(numbers: readonly MethodParameter[]): string {
  return [...new Set(numbers.map(({ tag, source }) => `[${tag}] ${source}`))].join('; ')
}

/** `tie: alignment, stake (fraction); …` */
export function givenText({ from, reads }: Given): string {
  const units = [...new Set(reads.map(({ unit }) => unit))]
  const each = units.map((unit) => {
    const names = reads.filter((read) => read.unit === unit).map(({ name }) => name)
    return `${names.join(', ')} (${unit})`
  })
  return `${from === 'mechanism' ? 'other mechanisms' : spaced(from)}: ${each.join('; ')}`
}

export function slowText({ slow }: Mechanism): string {
  return slow ? ' It runs without an attack too, and on after the horizon.' : ''
}
