/** Are ranks spread evenly? A test of fit for simulation-based calibration. */
import { exp } from '../../base/elementary.ts'

export interface Uniformity {
  readonly bins: readonly number[]
  readonly chiSquare: number
  /** The chance of so uneven a spread, or a worse one, if all ranks are equally likely. */
  readonly p: number
}

/** Each bin holds the same number of ranks. An odd number of bins, so that the tail of chi-square is a finite sum. */
const BINS = 9

/** `ranks`: each from 0 to `draws`; `draws` + 1 is a multiple of 9. */
export function uniformity(ranks: readonly number[], draws: number): Uniformity {
  if ((draws + 1) % BINS !== 0) throw new Error(`${draws + 1} ranks do not fill ${BINS} bins evenly`)
  const width = (draws + 1) / BINS
  const bins = Array.from({ length: BINS }, () => 0)
  for (const rank of ranks) bins[Math.floor(rank / width)]! += 1
  const expected = ranks.length / BINS
  const chiSquare = bins.reduce((sum, count) => sum + ((count - expected) * (count - expected)) / expected, 0)
  return { bins, chiSquare, p: beyond(chiSquare, BINS - 1) }
}

/** The upper tail of chi-square with an even number of degrees of freedom (Abramowitz & Stegun 1964, 26.4.21). */
function beyond(x: number, degrees: number): number {
  let [term, sum] = [1, 1]
  for (let at = 1; at < degrees / 2; at++) {
    term *= x / 2 / at
    sum += term
  }
  return exp(-x / 2) * sum
}
