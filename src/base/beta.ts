/** Beta(2, 3): the share of a place that a hit puts out of use, 0.4 on average and seldom all of it. */

/** After so many halvings one step along the tangent leaves an error below the last bit of the distribution. */
const HALVINGS = 26

/** P(X ≤ x) of Beta(2, 3). */
export function betaTwoThreeCdf(x: number): number {
  return x * x * (6 + x * (3 * x - 8))
}

function density(x: number): number {
  return 12 * x * (1 - x) * (1 - x)
}

/**
 * Its quantile, 0 ≤ u < 1: the interval is halved a fixed number of times, and within what is left one goes along the
 * tangent. It is in order like its argument, and the same bits everywhere.
 */
export function betaTwoThree(u: number): number {
  let low = 0
  let width = 1
  for (let halving = 0; halving < HALVINGS; halving++) {
    width /= 2
    if (betaTwoThreeCdf(low + width) <= u) low += width
  }
  // At 0 the density is 0 as well; there the distribution is 6x².
  const step = low === 0 ? Math.sqrt(u / 6) : (u - betaTwoThreeCdf(low)) / density(low)
  return low + (step < width ? step : width)
}
