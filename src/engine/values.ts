/** What uncertain quantities come to in a batch of parameter draws. */
import { valueAt } from './law.ts'
import type { Plan } from './plan.ts'
import type { Quantity } from '../scenario/scenario.ts'

/**
 * By place in `Plan.drawn`, then by draw: the values of the parameters, then of what injects put in their place, each
 * at its parameter's own normal scores.
 */
export function valuesOf(
  { parameters, variants = [] }: Pick<Plan, 'parameters' | 'variants'>,
  scores: readonly Float64Array[],
): Float64Array[] {
  const row = (quantity: Quantity, at: number): Float64Array => scores[at]!.map((z) => valueAt(quantity, z))
  return [...parameters.map(row), ...variants.map(({ quantity, parameter }) => row(quantity, parameter))]
}
