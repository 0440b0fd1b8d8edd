/** Laws of Beta(2, 3): the quantile undoes the distribution, to the last bits that the numbers have. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import cdf from '@stdlib/stats-base-dists-beta-cdf'
import quantile from '@stdlib/stats-base-dists-beta-quantile'
import { betaTwoThree, betaTwoThreeCdf } from '../../src/base/beta.ts'

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

test('the share below the quantile of u is u', () => {
  fc.assert(
    fc.property(share, (u) => {
      expect(Math.abs(betaTwoThreeCdf(betaTwoThree(u)) - u)).toBeLessThan(2e-15)
    }),
    { seed: 1, numRuns: 2000 },
  )
})

test('the distribution is that of the library', () => {
  fc.assert(
    fc.property(share, (x) => {
      expect(betaTwoThreeCdf(x)).toBeCloseTo(cdf(x, 2, 3), 14)
    }),
    { seed: 1, numRuns: 500 },
  )
})

test('a larger u never gives a smaller share, and every share lies between none and all', () => {
  fc.assert(
    fc.property(share, share, (one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)]
      expect(betaTwoThree(low)).toBeLessThanOrEqual(betaTwoThree(high))
      expect(betaTwoThree(low)).toBeGreaterThanOrEqual(0)
      expect(betaTwoThree(high)).toBeLessThanOrEqual(1)
    }),
    { seed: 1, numRuns: 2000 },
  )
})

test('on average two fifths are lost, and the middle hit takes what the library says', () => {
  const steps = 10_000
  let sum = 0
  for (let step = 0; step < steps; step++) sum += betaTwoThree((step + 0.5) / steps)
  expect(sum / steps).toBeCloseTo(0.4, 6)
  expect(betaTwoThree(0.5)).toBeCloseTo(quantile(0.5, 2, 3), 10)
})
