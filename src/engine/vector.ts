/**
 * Several counts of the same playouts side by side: counted batch by batch, merged exactly, and taken apart
 * again by the judge. Their size grows with the ways that draws came out, never with the number of playouts.
 */
import { slopeOf } from './slope.ts'
import type { OutcomeTally, VectorTally } from './summary.ts'

/** The tally of no batch, of so many counts against so many uncertain quantities. */
export function emptyVector(counts: number, parameters: number): VectorTally {
  const zeros = (length: number): number[] => Array.from({ length }, () => 0)
  return {
    sums: zeros(counts),
    products: zeros((counts * (counts + 1)) / 2),
    cells: new Map(),
    slopes: Array.from({ length: counts }, () => Array.from({ length: parameters }, () => 0n)),
  }
}

/** The tally of one batch: per count, its playouts by draw; and the batch's normal scores by quantity and draw. */
export function vectorOf(counts: readonly ArrayLike<number>[], scores: readonly Float64Array[]): VectorTally {
  const draws = counts[0]?.length ?? 0
  const sums = counts.map((count) => {
    let sum = 0
    for (let draw = 0; draw < draws; draw++) sum += count[draw]!
    return sum
  })
  const cells = new Map<string, number>()
  for (let draw = 0; draw < draws; draw++) {
    const key = counts.map((count) => count[draw]!).join()
    cells.set(key, (cells.get(key) ?? 0) + 1)
  }
  return {
    sums,
    products: sums.flatMap((left, row) => sums.slice(row).map((right) => left * right)),
    cells,
    slopes: counts.map((count) => scores.map((score) => slopeOf(score, count))),
  }
}

export function mergeVectors(a: VectorTally, b: VectorTally): VectorTally {
  const cells = new Map(a.cells)
  for (const [key, draws] of b.cells) cells.set(key, (cells.get(key) ?? 0) + draws)
  return {
    sums: a.sums.map((sum, at) => sum + b.sums[at]!),
    products: a.products.map((product, at) => product + b.products[at]!),
    // Sorted, so that the order of arrival leaves no trace.
    cells: new Map([...cells].sort(([one], [other]) => (one < other ? -1 : 1))),
    slopes: a.slopes.map((row, count) => row.map((slope, at) => slope + b.slopes[count]![at]!)),
  }
}

/** Sum over batches of the product of two batch totals. */
export function productOf({ sums, products }: VectorTally, one: number, other: number): number {
  const row = Math.min(one, other)
  const before = row * sums.length - (row * (row - 1)) / 2
  return products[before + Math.max(one, other) - row]!
}

/** How many draws showed which counts together. */
export function cellsOf({
  cells,
}: VectorTally): { readonly counts: readonly number[]; readonly draws: number }[] {
  return [...cells].map(([key, draws]) => ({ counts: key.split(',').map(Number), draws }))
}

/** One count by itself, as if it had been tallied alone. */
export function componentOf(vector: VectorTally, at: number, playouts: number): OutcomeTally {
  const histogram = Array.from({ length: playouts + 1 }, () => 0)
  for (const { counts, draws } of cellsOf(vector)) histogram[counts[at]!]! += draws
  return {
    count: vector.sums[at]!,
    squares: productOf(vector, at, at),
    histogram,
    slopes: [...vector.slopes[at]!],
  }
}
