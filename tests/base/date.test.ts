/** Dates as day numbers. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDate, parseDate } from '../../src/base/date.ts'

test('days are counted from 1970-01-01', () => {
  expect(parseDate('1970-01-01')).toBe(0)
  expect(parseDate('1969-12-31')).toBe(-1)
  expect(parseDate('2000-03-01')).toBe(11_017)
  expect(parseDate('2026-01-11')).toBe(20_464)
})

test('what is no day of the calendar is no date', () => {
  for (const text of [
    '2020-02-30',
    '1900-02-29',
    '2020-13-01',
    '2020-00-10',
    '2020-01-00',
    '2020-1-1',
    '20-01-01',
    'today',
    '',
    '2020-01-01T00:00',
  ]) {
    expect(parseDate(text), text).toBeUndefined()
  }
  expect(parseDate('2000-02-29')).toBeDefined()
})

test('a day becomes its date and back, as in the calendar of the platform', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: parseDate('0001-01-01') ?? 0, max: parseDate('9999-12-31') ?? 0 }),
      (day) => {
        const text = formatDate(day)
        expect(parseDate(text)).toBe(day)
        expect(text).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10))
      },
    ),
  )
})
