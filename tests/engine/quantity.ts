/** Quantities for the small worlds of the tests. */
import type { Law, Quantity } from '../../src/scenario/scenario.ts'

export function quantity(
  id: string,
  law: number | Law,
  bounds: readonly [number, number] = [0, 1],
): Quantity {
  return {
    id,
    unit: 'fraction',
    law: typeof law === 'number' ? { kind: 'fixed', value: law } : law,
    bounds,
    role: 'input',
    assumed: false,
  }
}

export function range(p05: number, p50: number, p95: number): Law {
  return { kind: 'quantiles', p05, p50, p95 }
}

export const UNBOUNDED: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
