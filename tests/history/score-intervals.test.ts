/** Laws of what is told beside the scores: intervals, discrimination, calibration and the parts of a Brier score. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estimate, meanOf, resamplesOf } from '../../src/history/score/bootstrap.ts'
import { calibrationOf, LEAST_EVENTS } from '../../src/history/score/calibration.ts'
import { areaUnder, type Asked } from '../../src/history/score/discrimination.ts'
import { binsOf, murphyOf } from '../../src/history/score/reliability.ts'
import { chance } from './make-cells.ts'

const CASES = 8
const askedArbitrary = fc.array(
  fc.record({
    of: fc.integer({ min: 0, max: CASES - 1 }),
    p: fc.integer({ min: 0, max: 20 }).map((p) => p / 20),
    happened: fc.boolean(),
  }),
  { minLength: 1, maxLength: 60 },
)

describe('a draw of cases', () => {
  test('has as many cases as there are, is the same for a seed, and another for another', () => {
    const draws = resamplesOf(14, 1, 50)
    for (const times of draws) expect(times.reduce((sum, one) => sum + one, 0)).toBe(14)
    expect(resamplesOf(14, 1, 50)).toEqual(draws)
    expect(resamplesOf(14, 2, 50)).not.toEqual(draws)
  })

  test('the interval of a mean over cases is as wide as its standard error says', () => {
    const sum = Float64Array.from({ length: 40 }, (_, at) => chance(at))
    const count = new Float64Array(40).fill(1)
    const { value, low = 0, high = 0 } = estimate(meanOf({ sum, count }), 40, resamplesOf(40, 1, 2000))!
    const variance = sum.reduce((total, one) => total + (one - value) * (one - value), 0) / 40
    expect((high - low) / 2 / (1.645 * Math.sqrt(variance / 40))).toBeCloseTo(1, 1)
    expect((high + low) / 2).toBeCloseTo(value, 1)
  })

  test('where nothing is drawn anew there is no interval', () => {
    expect(estimate(() => 1, CASES, [])).toEqual({ value: 1 })
  })

  test('draws in which nothing can be told are counted, not guessed', () => {
    const only = (times: Uint8Array): number | undefined => (times[0]! > 0 ? 1 : undefined)
    const { low, high, skipped = 0 } = estimate(only, CASES, resamplesOf(CASES, 1, 1000))!
    expect([low, high]).toEqual([1, 1])
    // (7/8)^8 = 0.34 of draws miss a given case.
    expect(skipped / 1000).toBeCloseTo(0.34, 1)
  })
})

describe('discrimination', () => {
  test('is the share of pairs won, ties half, in the whole and in any draw', () => {
    fc.assert(
      fc.property(askedArbitrary, fc.nat(9), (asked, nth) => {
        const times = resamplesOf(CASES, 1, 10)[nth]!
        for (const weights of [new Uint8Array(CASES).fill(1), times]) {
          const drawn = asked.flatMap((one) => Array.from({ length: weights[one.of]! }, () => one))
          expect(areaUnder(asked, CASES)(weights) ?? -1).toBeCloseTo(byPairs(drawn) ?? -1, 10)
        }
      }),
    )
  })

  function byPairs(asked: readonly Asked[]): number | undefined {
    let [won, pairs] = [0, 0]
    for (const one of asked)
      for (const other of asked) {
        if (!one.happened || other.happened) continue
        pairs += 1
        won += one.p > other.p ? 1 : one.p === other.p ? 0.5 : 0
      }
    return pairs === 0 ? undefined : won / pairs
  }
})

describe('calibration', () => {
  const logit = (p: number): number => Math.log(p / (1 - p))
  const simulated = (believe: (p: number) => number): readonly Asked[] =>
    Array.from({ length: 4000 }, (_, at) => {
      const p = 0.02 + 0.96 * chance(at, 1)
      return { of: at % CASES, p: believe(p), happened: chance(at, 2) < p }
    })
  const line = (asked: readonly Asked[]) => calibrationOf(asked, resamplesOf(CASES, 1, 60))!

  test('who says what is true has slope 1 and intercept 0', () => {
    const { slope, intercept } = line(simulated((p) => p))
    expect(Math.abs(slope.value - 1)).toBeLessThan(0.08)
    expect(Math.abs(intercept.value)).toBeLessThan(0.1)
    expect(slope.low!).toBeLessThan(slope.value)
    expect(slope.high!).toBeGreaterThan(slope.value)
  })

  test('who says twice too much has slope one half', () => {
    const twice = (p: number): number => 1 / (1 + Math.exp(-2 * logit(p)))
    expect(line(simulated(twice)).slope.value).toBeCloseTo(0.5, 1)
  })

  test('too few events, or kinds that lie wholly apart, have no line', () => {
    const few = Array.from({ length: 100 }, (_, at) => ({ of: 0, p: 0.5, happened: at < LEAST_EVENTS - 1 }))
    expect(calibrationOf(few, resamplesOf(1, 1, 5))).toBeUndefined()
    const split = Array.from({ length: 100 }, (_, at) => ({
      of: 0,
      p: at < 50 ? 0.1 : 0.9,
      happened: at >= 50,
    }))
    expect(calibrationOf(split, resamplesOf(1, 1, 5))).toBeUndefined()
  })
})

describe('the parts of a Brier score', () => {
  test('add up', () => {
    fc.assert(
      fc.property(askedArbitrary, (asked) => {
        const { brier, reliability, resolution, uncertainty, within } = murphyOf(asked)
        expect(reliability - resolution + uncertainty + within).toBeCloseTo(brier, 12)
        for (const part of [reliability, resolution, uncertainty]) expect(part).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('by hand: forecasts .15 .15 .85 .85 with one event among the low and two among the high', () => {
    const asked = [
      { of: 0, p: 0.15, happened: true },
      { of: 0, p: 0.15, happened: false },
      { of: 0, p: 0.85, happened: true },
      { of: 0, p: 0.85, happened: true },
    ]
    const { reliability, resolution, uncertainty, within } = murphyOf(asked)
    expect(reliability).toBeCloseTo((0.35 * 0.35 + 0.15 * 0.15) / 2, 12)
    expect(resolution).toBeCloseTo(0.0625, 12)
    expect(uncertainty).toBeCloseTo(0.1875, 12)
    expect(within).toBeCloseTo(0, 12)
  })

  test('every cell is in one bin, and the share of each lies in its interval', () => {
    fc.assert(
      fc.property(askedArbitrary, (asked) => {
        const bins = binsOf(asked)
        expect(bins.reduce((sum, { n }) => sum + n, 0)).toBe(asked.length)
        for (const { forecast, from, to, observed, low, high } of bins) {
          expect(forecast).toBeGreaterThanOrEqual(from - 1e-12)
          expect(forecast).toBeLessThanOrEqual(to + 1e-12)
          expect(low).toBeLessThanOrEqual(observed)
          expect(high).toBeGreaterThanOrEqual(observed)
        }
      }),
      { numRuns: 30 },
    )
  })
})
