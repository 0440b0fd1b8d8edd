/** Reading a distribution of whole numbers, such as days or levels, off its bins. */

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** Playouts at this value or above. */
export function tail(bins: readonly number[], from: number): number {
  return sumOf(bins.slice(from))
}

/** Of a day on which something came: the last bin means never. */
export function cameOf(bins: readonly number[]): readonly number[] {
  return bins.slice(0, -1)
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
  return sumOf(cameOf(bins)) === 0 ? 'never' : rangeText(cameOf(bins))
}

/** `21 (9-50)`: median and 10-90 %. */
function rangeText(bins: readonly number[]): string {
  return `${quantile(bins, 0.5)} (${quantile(bins, 0.1)}-${quantile(bins, 0.9)})`
}

const HEIGHTS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const

/** Bars over the days, in at most so many cells, the highest as the whole height; a blank where nothing came. */
export function stripText(bins: readonly number[], most: number): string {
  const days = cameOf(bins)
  const each = Math.max(1, Math.ceil(days.length / most))
  const cells = Array.from({ length: Math.ceil(days.length / each) }, (_, at) =>
    sumOf(days.slice(at * each, (at + 1) * each)),
  )
  const highest = Math.max(...cells)
  return cells
    .map((count) => (count === 0 ? ' ' : HEIGHTS[Math.ceil((count / highest) * HEIGHTS.length) - 1]))
    .join('')
}
