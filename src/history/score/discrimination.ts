/**
 * Whether those who acted were given higher odds than those who did not: the chance that of two cells, one of each
 * kind, the one where it happened was given more (the area under the ROC curve; ties count half).
 */
import type { Statistic } from './bootstrap.ts'

/** One cell of a yes-or-no question. */
export interface Asked {
  /** Number of its case. */
  readonly of: number
  readonly p: number
  readonly happened: boolean
}

/** Undefined in a draw that has not both kinds. */
export function areaUnder(asked: readonly Asked[], cases: number): Statistic {
  const yes = asked.filter(({ happened }) => happened)
  const no = asked.filter(({ happened }) => !happened)
  // Won pairs by the two cases that they are of, so that a draw need not look at cells again.
  const won = new Float64Array(cases * cases)
  const pairs = new Float64Array(cases * cases)
  for (const one of yes)
    for (const other of no) {
      const at = one.of * cases + other.of
      won[at]! += one.p > other.p ? 1 : one.p === other.p ? 0.5 : 0
      pairs[at]! += 1
    }
  return (times) => {
    let [sum, total] = [0, 0]
    for (let one = 0; one < cases; one++) {
      if (times[one] === 0) continue
      for (let other = 0; other < cases; other++) {
        const both = times[one]! * times[other]!
        sum += both * won[one * cases + other]!
        total += both * pairs[one * cases + other]!
      }
    }
    return total > 0 ? sum / total : undefined
  }
}
