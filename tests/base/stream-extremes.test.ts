/** The extreme words that a generator can give, which no search would ever meet: 0 and 1 are not reached. */
import { expect, test, vi } from 'vitest'
import { exponential, gumbel, uniformAt } from '../../src/base/stream.ts'

const words = vi.hoisted(() => ({ all: 0 }))

vi.mock('../../src/base/philox.ts', () => ({
  philox: (counter: Uint32Array): void => {
    counter.fill(words.all)
  },
}))

test.each([0, 0xffffffff])('words of %i give a uniform inside (0, 1) with a finite Gumbel', (all) => {
  words.all = all
  const u = uniformAt({ low: 0, high: 0 }, 0, 0, 0, 0)
  expect(u).toBeGreaterThan(0)
  expect(u).toBeLessThan(1)
  expect(u).toBe(all === 0 ? 2 ** -53 : 1 - 2 ** -53)
  expect(Number.isFinite(gumbel(u))).toBe(true)
  expect(Number.isFinite(exponential(u))).toBe(true)
  expect(exponential(u)).toBeGreaterThan(0)
})
