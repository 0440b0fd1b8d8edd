/**
 * Intervals over crises: what would have come out had history drawn its crises anew. Whole cases are drawn, never
 * cells, because what happens in one crisis hangs together (Efron 1979; cluster bootstrap). All statistics are read on
 * the same draws, so that differences are paired.
 */
import { keyOf, uniform } from '../../base/stream.ts'

export const RESAMPLES = 10_000
/** So few crises cannot stand for those that history might have drawn: below it nothing has an interval. */
export const LEAST_CRISES = 5
/** An interval holds nine tenths of what the draws came to. */
const LOW = 0.05
const HIGH = 0.95

/** A number with its 90 % interval; without one where nothing was drawn anew. */
export interface Estimate {
  readonly value: number
  readonly low?: number
  readonly high?: number
  /** Draws in which it could not be told, such as those without any event; absent: none. */
  readonly skipped?: number
}

/** By draw: how often each case is in it. */
export type Resamples = readonly Uint8Array[]

export function resamplesOf(cases: number, seed: number, count: number = RESAMPLES): Resamples {
  const key = keyOf({ seed, owner: 'history', actor: '', purpose: 'bootstrap' })
  return Array.from({ length: count }, (_, draw) => {
    const times = new Uint8Array(cases)
    for (let index = 0; index < cases; index++)
      times[Math.floor(uniform(key, { draw, playout: 0, day: 0, index }) * cases)]! += 1
    return times
  })
}

/** A statistic of cases that count so many times; undefined where it cannot be told. */
export type Statistic = (times: Uint8Array) => number | undefined

/** Absent where the whole record itself does not tell it. */
export function estimate(statistic: Statistic, cases: number, resamples: Resamples): Estimate | undefined {
  const value = statistic(new Uint8Array(cases).fill(1))
  if (value === undefined) return undefined
  const found: number[] = []
  for (const times of resamples) {
    const one = statistic(times)
    if (one !== undefined) found.push(one)
  }
  return estimated(value, found, resamples.length)
}

/** A value with the ends of what was found in so many draws; alone where there were none. */
export function estimated(value: number, found: readonly number[], draws: number): Estimate {
  return draws === 0 ? { value } : { value, ...ends(found, value), ...skippedOf(draws - found.length) }
}

export function ends(
  found: readonly number[],
  value: number,
): { readonly low: number; readonly high: number } {
  const sorted = Float64Array.from(found).sort()
  const count = sorted.length
  if (count === 0) return { low: value, high: value }
  return { low: sorted[Math.floor(LOW * count)]!, high: sorted[Math.ceil(HIGH * count) - 1]! }
}

function skippedOf(skipped: number): Pick<Estimate, 'skipped'> {
  return skipped > 0 ? { skipped } : {}
}

/** Of a mean over cells: by case, their sum and their number. */
export interface Sums {
  readonly sum: Float64Array
  readonly count: Float64Array
}

export function sumsOf(cases: number): Sums {
  return { sum: new Float64Array(cases), count: new Float64Array(cases) }
}

export function meanOf({ sum, count }: Sums): Statistic {
  return (times) => {
    let [total, cells] = [0, 0]
    for (let at = 0; at < times.length; at++) {
      total += times[at]! * sum[at]!
      cells += times[at]! * count[at]!
    }
    return cells > 0 ? total / cells : undefined
  }
}
