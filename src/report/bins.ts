/** Reading a distribution of whole numbers, such as days or levels, off its bins. */

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** Playouts at this value or above. */
export function tail(bins: readonly number[], from: number): number {
  return sumOf(bins.slice(from))
}

/** The first value at which the cumulated share reaches q. */
export function quantile(bins: readonly number[], q: number): number {
  const total = sumOf(bins)
  let below = 0
  for (const [value, count] of bins.entries()) {
    below += count
    if (below >= q * total && count > 0) return value
  }
  return Math.max(0, bins.length - 1)
}

/** Median and 10-90 % of a day, among playouts in which it came at all: the last bin means never. */
export function dayText(bins: readonly number[]): string {
  const came = bins.slice(0, -1)
  if (sumOf(came) === 0) return 'never'
  return `${quantile(came, 0.5)} (${quantile(came, 0.1)}-${quantile(came, 0.9)})`
}
