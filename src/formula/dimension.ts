/**
 * Dimensions of units, so that a kilometre added to a day is a fault when the model
 * is loaded and not a wrong answer later.
 */

/** Powers of the base units, such as `day` 1 or `km` 1; empty for pure numbers. */
export type Dimension = Readonly<Record<string, number>>

/** Unit names that equations use → dimension. A flag is no number and stands apart. */
const DIMENSIONS: Readonly<Record<string, Dimension>> = {
  number: {},
  fraction: {},
  'log-odds': {},
  level: {},
  count: {},
  day: { day: 1 },
  '1/day': { day: -1 },
  km: { km: 1 },
  t: { t: 1 },
  't/day': { t: 1, day: -1 },
  USD: { USD: 1 },
  'USD/day': { USD: 1, day: -1 },
}

export const NONE: Dimension = {}

/** Undefined for a unit that no equation knows. */
export function dimensionOf(unit: string): Dimension | undefined {
  return Object.hasOwn(DIMENSIONS, unit) ? DIMENSIONS[unit] : undefined
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
