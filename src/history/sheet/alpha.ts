/**
 * Krippendorff's alpha: how far coders agree beyond chance, whatever their number and with values missing
 * (Krippendorff 2011, Computing Krippendorff's alpha-reliability). 1 is perfect agreement, 0 what chance would bring,
 * less than 0 a systematic difference.
 */

/** How far apart two values are; which one fits is a matter of what the values mean. */
export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/** One thing that was coded: what each coder said of it; absent where one said nothing. */
export interface Unit {
  readonly values: readonly (number | undefined)[]
  /** Which crisis it belongs to, from 0 on; crises are drawn anew as wholes. 0 unless stated. */
  readonly cluster?: number
}

/** All pairs of values said of one unit by two coders. */
export interface Pairs {
  /** What was said in any pair, ascending. */
  readonly values: readonly number[]
  readonly found: readonly Pair[]
}

interface Pair {
  readonly cluster: number
  /** Places in the values. */
  readonly one: number
  readonly other: number
  /** A unit of m values has m(m − 1) pairs, and counts as m. */
  readonly weight: number
}

/** A unit of which only one coder said something tells nothing about agreement. */
export function pairsOf(units: readonly Unit[]): Pairs {
  const paired = units
    .map(({ values, cluster = 0 }) => ({ cluster, said: values.filter((value) => value !== undefined) }))
    .filter(({ said }) => said.length > 1)
  const values = [...new Set(paired.flatMap(({ said }) => said))].sort((a, b) => a - b)
  const places = new Map(values.map((value, place) => [value, place]))
  const found = paired.flatMap(({ cluster, said }) =>
    said.flatMap((one, at) =>
      said.flatMap((other, beside): Pair[] =>
        at === beside
          ? []
          : [
              {
                cluster,
                one: places.get(one)!,
                other: places.get(other)!,
                weight: 1 / (said.length - 1),
              },
            ],
      ),
    ),
  )
  return { values, found }
}

/** What alpha is made of; sums over values, so that those of several variables may be added. */
export interface Disagreeing {
  readonly observed: number
  /** By chance, were the same values dealt out anew. */
  readonly expected: number
}

/** `times`: how often each crisis counts; once unless stated. */
export function disagreeing({ values, found }: Pairs, metric: Metric, times?: Uint8Array): Disagreeing {
  const size = values.length
  const together = new Float64Array(size * size)
  const counts = new Float64Array(size)
  let total = 0
  for (const { cluster, one, other, weight } of found) {
    const counted = weight * (times?.[cluster] ?? 1)
    together[one * size + other]! += counted
    counts[one]! += counted
    total += counted
  }
  if (total <= 1) return { observed: 0, expected: 0 }
  let [observed, expected] = [0, 0]
  for (let one = 0; one < size; one++) {
    if (counts[one] === 0) continue
    for (let other = one + 1; other < size; other++) {
      if (counts[other] === 0) continue
      const apart = distance(metric, { values, counts, total }, one, other)
      observed += 2 * together[one * size + other]! * apart
      expected += 2 * counts[one]! * counts[other]! * apart
    }
  }
  return { observed, expected: expected / (total - 1) }
}

interface Scale {
  readonly values: readonly number[]
  readonly counts: Float64Array
  readonly total: number
}

/** Squared, of two places of which the first is lower. Ordinal distances are shares of all values, so that they can be added. */
// oxlint-disable-next-line max-params
function distance(metric: Metric, { values, counts, total }: Scale, one: number, other: number): number {
  const [low, high] = [values[one]!, values[other]!]
  switch (metric) {
    case 'nominal':
      return 1
    case 'ordinal': {
      let between = (counts[one]! + counts[other]!) / 2
      for (let place = one + 1; place < other; place++) between += counts[place]!
      return (between / total) * (between / total)
    }
    case 'interval':
      return (high - low) * (high - low)
    case 'ratio': {
      const apart = (high - low) / (high + low)
      return apart * apart
    }
  }
}

/** Undefined where nothing was coded twice, or all said the same of everything: then there is nothing to agree on. */
export function alphaOf(pairs: Pairs, metric: Metric, times?: Uint8Array): number | undefined {
  return alphaFrom([disagreeing(pairs, metric, times)])
}

/** Of several variables at once, each held against its own chance. */
export function alphaFrom(parts: readonly Disagreeing[]): number | undefined {
  const observed = parts.reduce((sum, part) => sum + part.observed, 0)
  const expected = parts.reduce((sum, part) => sum + part.expected, 0)
  return expected > 0 ? 1 - observed / expected : undefined
}
