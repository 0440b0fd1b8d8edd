/** Draws of the parameters by the forms of the rival rules that were in force in them, and their sums. */
import type { FormsTally } from '../engine/summary.ts'

/** Of the draws of one combination of forms: how many, and the sum and the sum of squares of their successes. */
export interface Sums {
  readonly draws: number
  readonly sum: number
  readonly square: number
}

export function sumsOf(cells: readonly Sums[]): Sums {
  const total = { draws: 0, sum: 0, square: 0 }
  for (const { draws, sum, square } of cells) {
    total.draws += draws
    total.sum += sum
    total.square += square
  }
  return total
}

/** By form of one rule: the combinations that it is part of. The last rule's digit runs fastest. */
export function placesOf({ rules, draws }: FormsTally, rule: number): readonly (readonly number[])[] {
  const faster = rules.slice(rule + 1).reduce((size, { forms }) => size * forms, 1)
  const own = rules[rule]?.forms ?? 0
  return Array.from({ length: own }, (_, form) =>
    Array.from(draws.keys()).filter((place) => Math.floor(place / faster) % own === form),
  )
}
