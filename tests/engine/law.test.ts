/** Laws of distributions: a score gives the quantile it stands for, and nothing leaves its bounds. */
import betaCdf from '@stdlib/stats-base-dists-beta-cdf'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { valueAt } from '../../src/engine/law.ts'
import { normalCdf, probit } from '../../src/engine/normal.ts'
import type { Law } from '../../src/scenario/scenario.ts'
import { quantity } from './world.ts'

const FREE = [-1e9, 1e9] as const
const at = (law: Law, p: number, bounds: readonly [number, number] = FREE): number =>
  valueAt(quantity('q', law, bounds), probit(p))

const unit = fc.double({ min: 0.001, max: 0.999, noNaN: true })
const three = fc
  .tuple(unit, unit, unit)
  .map((values) => values.sort((a, b) => a - b))
  .map(([p05, p50, p95]): Law => ({ kind: 'quantiles', p05: p05!, p50: p50!, p95: p95! }))
const law: fc.Arbitrary<Law> = fc.oneof(
  three,
  fc.record({ kind: fc.constant('lognormal' as const), p05: fc.constant(0.02), p95: fc.constant(0.9) }),
  fc.record({ kind: fc.constant('uniform' as const), low: fc.constant(-1), high: fc.constant(2) }),
  fc.record({
    kind: fc.constant('beta' as const),
    alpha: fc.constantFrom(0.5, 1, 4),
    beta: fc.constantFrom(0.5, 3),
  }),
  fc.record({ kind: fc.constant('fixed' as const), value: unit }),
)

describe('three quantiles', () => {
  test('are given back', () => {
    fc.assert(
      fc.property(three, (one) => {
        if (one.kind !== 'quantiles') return
        expect(at(one, 0.05)).toBeCloseTo(one.p05, 12)
        expect(at(one, 0.5)).toBeCloseTo(one.p50, 12)
        expect(at(one, 0.95)).toBeCloseTo(one.p95, 12)
      }),
      { seed: 1 },
    )
  })

  test('mean a straight line in the score on either side of the median', () => {
    const one: Law = { kind: 'quantiles', p05: 1, p50: 2, p95: 5 }
    expect(valueAt(quantity('q', one, FREE), 0.7)).toBeCloseTo(2 + (3 * 0.7) / 1.6448536269514722, 12)
    expect(valueAt(quantity('q', one, FREE), -0.7)).toBeCloseTo(2 - 0.7 / 1.6448536269514722, 12)
  })

  test('may be tied', () => {
    expect(at({ kind: 'quantiles', p05: 3, p50: 3, p95: 3 }, 0.001)).toBe(3)
  })
})

describe('named laws', () => {
  test('lognormal: both quantiles, and the median is their geometric mean', () => {
    const one: Law = { kind: 'lognormal', p05: 7, p95: 60 }
    expect(at(one, 0.05)).toBeCloseTo(7, 9)
    expect(at(one, 0.95)).toBeCloseTo(60, 9)
    expect(at(one, 0.5)).toBeCloseTo(Math.sqrt(420), 9)
    const spread = Math.log(60 / 7) / (2 * 1.6448536269514722)
    expect(at(one, 0.8)).toBeCloseTo(Math.sqrt(420) * Math.exp(spread * probit(0.8)), 9)
  })

  test('uniform: the share of the way', () => {
    for (const p of [0.001, 0.25, 0.5, 0.9])
      expect(at({ kind: 'uniform', low: 10, high: 30 }, p)).toBeCloseTo(10 + 20 * p, 9)
  })

  test('beta: its cdf gives the probability back', () => {
    for (const [alpha, beta] of [
      [2, 3],
      [0.5, 0.5],
      [8, 1],
    ] as const) {
      for (const p of [0.01, 0.3, 0.5, 0.77, 0.99]) {
        expect(betaCdf(at({ kind: 'beta', alpha, beta }, p), alpha, beta)).toBeCloseTo(p, 8)
      }
    }
  })

  test('fixed: always the value', () => {
    expect(at({ kind: 'fixed', value: 0.3 }, 0.99)).toBe(0.3)
  })
})

test('every law rises with the score and stays within the bounds, even at the extreme scores', () => {
  fc.assert(
    fc.property(
      law,
      fc.double({ min: -8.2, max: 8.2, noNaN: true }),
      fc.double({ min: 0, max: 3, noNaN: true }),
      (one, z, more) => {
        const low = valueAt(quantity('q', one), z)
        const high = valueAt(quantity('q', one), z + more)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(high).toBeGreaterThanOrEqual(low)
      },
    ),
    { seed: 1, numRuns: 500 },
  )
})

test('probit undoes the normal cdf, and is odd', () => {
  fc.assert(
    fc.property(fc.double({ min: 2 ** -53, max: 1 - 2 ** -53, noNaN: true }), (p) => {
      expect(Number.isFinite(probit(p))).toBe(true)
      expect(normalCdf(probit(p))).toBeCloseTo(p, 12)
    }),
    { seed: 1 },
  )
  expect(probit(0.975)).toBeCloseTo(1.959963984540054, 12)
  expect(probit(0.25)).toBe(-probit(0.75))
})
