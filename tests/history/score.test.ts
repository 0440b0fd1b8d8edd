/** Laws of the scores: hand-computed values, nobody gains by saying what they do not believe, and who knew pays nothing. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coverageOf, smallestSet } from '../../src/history/score/coverage.ts'
import type { Odds } from '../../src/history/prediction.ts'
import { atLeast, brierScore, LOG_FLOOR, logScore, rankedScore } from '../../src/history/score/score.ts'
import { voidsOf } from '../../src/history/score/voids.ts'
import { levelArbitrary, oddsArbitrary, sure, UNIFORM } from './make-cells.ts'

describe('a score of one cell', () => {
  test('ranked: the squared misses of the cumulated odds, over three', () => {
    // Cumulated .5 .8 .95 beside 0 0 1: (.25 + .64 + .0025) / 3.
    expect(rankedScore([0.5, 0.3, 0.15, 0.05], 2)).toBeCloseTo(0.8925 / 3, 12)
    // Cumulated .25 .5 .75 beside 1 1 1: (.5625 + .25 + .0625) / 3.
    expect(rankedScore(UNIFORM, 0)).toBeCloseTo(0.875 / 3, 12)
    expect(rankedScore(UNIFORM, 1)).toBeCloseTo(0.375 / 3, 12)
    expect(rankedScore(UNIFORM, 2)).toBeCloseTo(0.375 / 3, 12)
    expect(rankedScore(UNIFORM, 3)).toBeCloseTo(0.875 / 3, 12)
  })

  test('with two levels in play, ranked over levels is a Brier score', () => {
    expect(rankedScore([0.3, 0.7, 0, 0], 1)).toBeCloseTo(brierScore([0.3, 0.7, 0, 0], 1, 1) / 3, 12)
  })

  test('of uniform odds the logarithm is ln 4 whatever happened', () => {
    for (const level of [0, 1, 2, 3]) expect(logScore(UNIFORM, level)).toBeCloseTo(Math.log(4), 12)
  })

  test('the logarithm of what was ruled out is held at its floor', () => {
    expect(logScore(sure(0), 3)).toBeCloseTo(-Math.log(LOG_FLOOR), 12)
  })

  test('who knew pays nothing, and whoever was surest of the furthest level pays 1', () => {
    for (const level of [0, 1, 2, 3]) {
      expect(rankedScore(sure(level), level)).toBe(0)
      expect(logScore(sure(level), level) + 0).toBe(0)
      expect(brierScore(sure(level), level, 2)).toBe(0)
    }
    expect(rankedScore(sure(0), 3)).toBe(1)
    expect(rankedScore(sure(3), 0)).toBe(1)
  })

  test('nobody expects to gain by saying what they do not believe', () => {
    const expected = (belief: Odds, said: Odds, score: (odds: Odds, level: number) => number): number =>
      belief.reduce((sum, p, level) => sum + p * score(said, level), 0)
    fc.assert(
      fc.property(oddsArbitrary, oddsArbitrary, (belief, said) => {
        for (const score of [
          rankedScore,
          logScore,
          (odds: Odds, level: number) => brierScore(odds, level, 2),
        ]) {
          // A floor of the logarithm is no gain where nothing is under it.
          if (Math.min(...belief, ...said) < LOG_FLOOR) continue
          expect(expected(belief, belief, score)).toBeLessThanOrEqual(expected(belief, said, score) + 1e-12)
        }
      }),
    )
  })

  test('a miss by more levels costs more', () => {
    expect(rankedScore(sure(0), 1)).toBeLessThan(rankedScore(sure(0), 2))
    expect(rankedScore(sure(0), 2)).toBeLessThan(rankedScore(sure(0), 3))
  })
})

describe('the smallest set', () => {
  test('takes the likeliest levels until the mass is held', () => {
    expect([...smallestSet([0.05, 0.15, 0.3, 0.5], 0.5).levels]).toEqual([3])
    expect([...smallestSet([0.05, 0.15, 0.3, 0.5], 0.9).levels]).toEqual([3, 2, 1])
    expect(smallestSet(UNIFORM, 0.5).levels.size).toBe(2)
  })

  test('holds at least the mass, and without its least likely level less', () => {
    fc.assert(
      fc.property(oddsArbitrary, fc.constantFrom(0.5, 0.9), (odds, mass) => {
        const { levels, held } = smallestSet(odds, mass)
        expect(held).toBeGreaterThanOrEqual(mass - 1e-9)
        expect(held - Math.min(...[...levels].map((level) => odds[level]!))).toBeLessThan(mass)
      }),
    )
  })

  test('shares and widths are means over cells', () => {
    const cells = [
      { of: 0, odds: sure(1), recorded: 1 },
      { of: 1, odds: UNIFORM, recorded: 3 },
    ]
    const { inside, stated, width } = coverageOf(cells, 2, 0.5)
    const once = new Uint8Array([1, 1])
    expect([inside(once), stated(once), width(once)]).toEqual([0.5, 0.75, 1.5])
    expect(inside(new Uint8Array([3, 1]))).toBe(0.75)
  })
})

test('a supporter that is left out whole counts for all seven channels', () => {
  const count = voidsOf(12, [
    { of: 'two', supporter: 'a', channel: 'combat', because: 'nobody can tell' },
    { of: 'one', supporter: 'b', because: 'a group' },
  ])
  expect(count.cells).toBe(8)
  expect(count.rate).toBeCloseTo(8 / 20, 12)
  expect(count.reasons.map(({ because, cells }) => [because, cells])).toEqual([
    ['a group', 7],
    ['nobody can tell', 1],
  ])
})

test('what is at least 0 is certain', () => {
  fc.assert(
    fc.property(oddsArbitrary, levelArbitrary, (odds, level) => {
      expect(atLeast(odds, 0)).toBeCloseTo(1, 12)
      expect(atLeast(odds, level)).toBeLessThanOrEqual(1 + 1e-12)
    }),
  )
})
