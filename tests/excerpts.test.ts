/**
 * What the pages show of a screen is what the command prints: every block after an
 * `<!-- excerpt: … -->` is held, line by line, against the command's real output.
 */
import { expect, test } from 'vitest'
import { EXCERPTS, hold, isFlagship, strangers } from './house/excerpt-law.ts'

test('there are excerpts to hold against the commands, and a line that was never printed is found', () => {
  expect(EXCERPTS.length).toBeGreaterThan(0)
  expect(strangers(['a', '…', 'x', 'c'], ['a', 'b', 'c'])).toEqual(['x'])
  expect(strangers(['c', 'a'], ['a', 'b', 'c'])).toEqual(['a'])
})

test('no excerpt is empty', () => {
  expect(EXCERPTS.filter(({ lines }) => lines.join('').trim() === '').map(({ page }) => page)).toEqual([])
})

hold(EXCERPTS.filter((excerpt) => !isFlagship(excerpt)))
