/** Tallies by form of the rival rules, made by hand from what each draw of the parameters came to. */
import type { FormsTally, OutcomeTally } from '../../src/engine/summary.ts'
import { tallyOf } from './make.ts'

/** One draw: which form of each rule was in force, and in how many playouts it came true. */
export interface Drawn {
  readonly forms: readonly number[]
  readonly successes: number
}

export interface Rule {
  readonly id: string
  readonly forms: number
}

/** Of one claim. */
export function formsOf(id: string, rules: readonly Rule[], drawn: readonly Drawn[]): FormsTally {
  const size = rules.reduce((product, { forms }) => product * forms, 1)
  const zeros = (): number[] => Array.from({ length: size }, () => 0)
  const [draws, sums, squares] = [zeros(), zeros(), zeros()]
  for (const { forms, successes } of drawn) {
    const place = rules.reduce((at, rule, digit) => at * rule.forms + forms[digit]!, 0)
    draws[place]! += 1
    sums[place]! += successes
    squares[place]! += successes * successes
  }
  return { rules, draws, claims: new Map([[id, { sums, squares }]]), sentences: new Map() }
}

/** The same draws as one batch, as the engine tallies them. */
export function outcomeOf(drawn: readonly Drawn[], playouts: number): OutcomeTally {
  return tallyOf([drawn.map(({ successes }) => successes)], playouts)
}
