/** Laws of dimensions: they multiply like powers, and nothing of power 0 is kept. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  combined,
  type Dimension,
  dimensionOf,
  dimensionText,
  NONE,
  sameDimension,
} from '../../src/formula/dimension.ts'

const dimension: fc.Arbitrary<Dimension> = fc
  .dictionary(fc.constantFrom('day', 'km', 't', 'USD'), fc.integer({ min: -2, max: 2 }))
  .map((powers) => combined(powers, NONE, 1))

test('a quotient undoes a product, and the order of factors does not matter', () => {
  fc.assert(
    fc.property(dimension, dimension, (a, b) => {
      expect(sameDimension(combined(combined(a, b, 1), b, -1), a)).toBe(true)
      expect(sameDimension(combined(a, b, 1), combined(b, a, 1))).toBe(true)
      expect(sameDimension(combined(a, a, -1), NONE)).toBe(true)
    }),
    { seed: 1 },
  )
})

test('a unit has its dimension, and what is no unit has none', () => {
  expect(dimensionOf('t/day')).toEqual({ t: 1, day: -1 })
  expect(dimensionOf('fraction')).toEqual({})
  expect(dimensionOf('furlong')).toBeUndefined()
  expect(dimensionOf('constructor')).toBeUndefined()
})

test('a dimension is written in one way', () => {
  expect(dimensionText({ day: -1, USD: 1 })).toBe('USD·day^-1')
  expect(dimensionText(NONE)).toBe('a pure number')
})
