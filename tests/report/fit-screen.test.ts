/** Laws of the screen of a fit: its letters have names, and what lies at the edge of what was tried is said. */
import { expect, test } from 'vitest'
import { GRID } from '../../src/history/fit/fit.ts'
import { PARAMETERS } from '../../src/history/parameter.ts'
import { fitScreen } from '../../src/report/fit-screen.ts'

const scope = { cases: 2, rows: 3, cells: 17, form: 'as-shipped', seed: 1, width: 60 }
const scores = GRID.map((hyper) => ({ hyper, score: -1 }))
const screen = (pooling: number, shut = 0): string =>
  fitScreen(
    { hyper: { spread: 1, pooling }, draws: [Float64Array.from(PARAMETERS, () => 1)], scores },
    { ...scope, shut },
  ).replaceAll(/\s+/g, ' ')

test('a pooling inside the grid is not called its edge, and one at either end is', () => {
  expect(screen(1)).not.toContain('The pooling chosen')
  expect(screen(0.5)).toContain('The pooling chosen, 0.5, is the smallest that was tried')
  expect(screen(2)).toContain('The pooling chosen, 2, is the largest that was tried')
})

test('each letter is named once, before its first channel', () => {
  const text = screen(1)
  for (const [letter, name] of [
    ['alpha', 'readiness'],
    ['gamma', 'rising price'],
    ['kappa', 'threshold'],
  ] as const)
    expect(
      text.match(new RegExp(`${letter}: the ${name}[a-z ]* channels\\.political\\.${letter} `, 'g')),
    ).toHaveLength(1)
})

test('cells that a rule shuts are told where there are some', () => {
  expect(screen(1, 4)).toContain('17 cells on record, besides 4 that a rule shuts')
  expect(screen(1)).not.toContain('shuts')
})
