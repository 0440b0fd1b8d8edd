/**
 * Dimensions of units, so that a kilometre added to a day is a fault when the model
 * is loaded and not a wrong answer later.
 */

import { unitOf } from '../base/unit.ts'

/** Powers of the base units, such as `day` 1 or `km` 1; empty for pure numbers. */
export type Dimension = Readonly<Record<string, number>>

/** Kinds of number without a dimension: they may be added and multiplied freely. */
const PURE: readonly string[] = ['number', 'fraction', 'log-odds', 'level', 'count']

export const NONE: Dimension = {}

/**
 * The dimension of a base unit (`km`) or a quotient of two (`t/day`, `number/day`). Undefined
 * for what the registry lacks and for other units: equations compute in base units only.
 */
export function dimensionOf(unit: string): Dimension | undefined {
  const known = unitOf(unit)
  if (!known || known.canonical !== unit || known.dimension === 'flag') return undefined
  const [above = '', below] = unit.split('/')
  const power = (base: string): Dimension => (PURE.includes(base) ? NONE : { [base]: 1 })
  return below === undefined ? power(above) : combined(power(above), power(below), -1)
}

export function sameDimension(a: Dimension, b: Dimension): boolean {
  return dimensionText(a) === dimensionText(b)
}

/** The dimension of a product (sign 1) or a quotient (sign −1). */
export function combined(a: Dimension, b: Dimension, sign: 1 | -1): Dimension {
  const powers: Record<string, number> = { ...a }
  for (const [unit, power] of Object.entries(b)) powers[unit] = (powers[unit] ?? 0) + sign * power
  return Object.fromEntries(Object.entries(powers).filter(([, power]) => power !== 0))
}

/** `km/day`, `day^2`, or `a pure number`. */
export function dimensionText(dimension: Dimension): string {
  const part = ([unit, power]: [string, number]): string => (power === 1 ? unit : `${unit}^${power}`)
  const parts = Object.entries(dimension)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(part)
  return parts.join('·') || 'a pure number'
}
