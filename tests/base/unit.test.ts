/** One registry of units. */
import { expect, test } from 'vitest'
import { needsUnit, toCanonical, UNIT_NAMES, unitOf } from '../../src/base/unit.ts'

function convert(value: number, name: string): number | undefined {
  const unit = unitOf(name)
  return unit && toCanonical(value, unit)
}

test('a number is kept in the base unit of its dimension', () => {
  expect(convert(70, '%')).toBe(0.7)
  expect(convert(12, 'months')).toBe(365.25)
  expect(convert(1, 'year')).toBe(365.25)
  expect(convert(100, 'nmi')).toBe(185.2)
  expect(convert(2, 'kt')).toBe(2_000)
  expect(convert(26, 'USD bn')).toBe(26e9)
  expect(convert(1.5, 'mbbl')).toBe(1.5e6)
})

test('a quotient is made of its parts', () => {
  const unit = unitOf('kt/week')
  expect(unit).toMatchObject({ dimension: 'mass/time', canonical: 't/day' })
  expect(convert(7, 'kt/week')).toBe(1_000)
  expect(unitOf('kt/furlong')).toBeUndefined()
  expect(unitOf('kt/day/day')).toBeUndefined()
})

test('a share a day is a number a day, since there is no whole above the line', () => {
  expect(unitOf('%/day')).toEqual({ ...unitOf('number/day')!, name: '%/day', per: 100 })
  expect(convert(3, '%/day')).toBe(0.03)
  expect(convert(70, '%/week')).toBe(0.1)
})

test('a unit is measured in itself: the base unit of a dimension is its own base unit', () => {
  for (const name of UNIT_NAMES) {
    const unit = unitOf(name)
    expect(unitOf(unit?.canonical ?? '')).toMatchObject({ dimension: unit?.dimension, times: 1, per: 1 })
  }
})

test('only what has no other reading may stand bare', () => {
  const bare = UNIT_NAMES.filter((name) => !needsUnit(unitOf(name) ?? never(name)))
  expect(bare).toEqual(['fraction', '%', 'count', 'level', 'flag', 'log-odds', 'number'])
  expect(unitOf('constructor')).toBeUndefined()
})

function never(name: string): never {
  throw new Error(name)
}
