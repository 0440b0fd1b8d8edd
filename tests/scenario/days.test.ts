/** Days are counted whole: a part of one is a fault wherever days are written, and never rounded away in silence. */
import { expect, test } from 'vitest'
import { changed } from './small.ts'
import type { Edit } from './small-edit.ts'
import { smallWith, smallWorld, toldWith } from './small-edit.ts'

const TEST: Edit = ['test: "== 0"', 'window: { to: 30.5 days }, test: "== 0"']

test.each<[string, string, Edit]>([
  ['30.5 days', '31 days', TEST],
  ['90.2 days', '90 days', ['horizon: 90 days', 'horizon: 90.2 days']],
  ['6 hours', '1 day', ['      tabled:', '      within: 6 hours\n      tabled:']],
])('%s is no number of whole days, and %s is', (covered, suggestion, edit) => {
  expect(toldWith(edit)).toContainEqual(['part-of-day', covered])
  const { faults } = changed({ base: smallWith(edit) })
  expect(faults.find(({ code }) => code === 'part-of-day')?.suggestion).toBe(suggestion)
})

test('a month and a year are the whole days that come nearest to their mean', () => {
  expect(smallWorld(['horizon: 90 days', 'horizon: 3 months']).crisis.horizon).toBe(91)
})

test('hours and weeks that make whole days are taken', () => {
  expect(smallWorld(['horizon: 90 days', 'horizon: 2_160 hours']).crisis.horizon).toBe(90)
  expect(smallWorld(['horizon: 90 days', 'horizon: 13 weeks']).crisis.horizon).toBe(91)
})
