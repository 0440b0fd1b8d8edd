/** Laws of the band: chance inside a draw is not mistaken for the assumptions. */
import { describe, expect, test } from 'vitest'
import { bandOf, massIn, onlyEnds, spreadOf } from '../../src/judge/band.ts'
import { driversOf } from '../../src/judge/driver.ts'
import type { Region } from '../../src/judge/ladder.ts'
import { designOf, tallyOf } from './make.ts'

const UPPER: Region = { low: 0.55, high: 1, lowOpen: false, highOpen: false }

/** Draws whose counts spread as a binomial of 16 at one half does, scaled to 65,536. */
const BINOMIAL = [1, 16, 120, 560, 1820, 4368, 8008, 11440, 12870, 11440, 8008, 4368, 1820, 560, 120, 16, 1]

describe('the spread of p over the assumptions', () => {
  test('is a point when chance explains all of it', () => {
    const batch = BINOMIAL.flatMap((draws, successes) => Array.from({ length: draws }, () => successes))
    const spread = spreadOf(tallyOf([batch], 16), designOf([batch], 16))
    const band = bandOf(spread)
    expect(band.high - band.low).toBeLessThan(0.02)
    expect(massIn(spread, UPPER)).toBeLessThan(0.01)
  })

  test('is flat when every count is as frequent as every other: a beta of 1 and 1', () => {
    const batch = Array.from({ length: 1700 }, (_, draw) => draw % 17)
    const spread = spreadOf(tallyOf([batch], 16), designOf([batch], 16))
    expect(spread).toMatchObject({ kind: 'beta' })
    expect(bandOf(spread).low).toBeCloseTo(0.05, 2)
    expect(bandOf(spread).high).toBeCloseTo(0.95, 2)
    expect(massIn(spread, UPPER)).toBeCloseTo(0.45, 2)
  })

  test('stands at the ends when the parameters alone settle the claim', () => {
    const batch = [16, 16, 0, 16]
    const tally = tallyOf([batch], 16)
    const spread = spreadOf(tally, designOf([batch], 16))
    expect(onlyEnds(tally, designOf([batch], 16))).toBe(true)
    expect(spread).toMatchObject({ kind: 'ends', chance: 0.75 })
    expect(bandOf(spread)).toEqual({ low: 0, high: 1 })
    expect(massIn(spread, UPPER)).toBe(0.75)
  })

  test('wants two playouts a draw, or chance and assumptions cannot be told apart', () => {
    expect(() => spreadOf(tallyOf([[0, 1]], 1), designOf([[0, 1]], 1))).toThrow('at least 2')
  })
})

describe('drivers', () => {
  /** Normal scores of 64 draws, and counts that follow the first of three quantities. */
  const score = Array.from({ length: 64 }, (_, draw) => (draw - 31.5) / 18.47)
  const idle = score.map((_, draw) => (draw % 2 === 0 ? 1 : -1))
  const batch = score.map((z) => Math.max(0, Math.min(16, Math.round(8 + 4 * z))))
  const design = designOf([batch], 16)
  const tally = tallyOf([batch], 16, [score, idle, score.map((z) => -z)])
  const parameters = ['ties.a-b.stake', 'weights.idle', 'weights.nuclear']
  const scores = [score, idle, score.map((z) => -z)].map(sumOfScores)
  const found = driversOf(tally, { design, parameters, scores, spread: spreadOf(tally, design) })

  test('are named with their sign, and an idle quantity is not', () => {
    expect(found.map(({ quantity, sign }) => [quantity, sign])).toEqual([
      ['ties.a-b.stake', 1],
      ['weights.nuclear', -1],
    ])
  })

  test('explain almost all where p follows them in a line', () => {
    expect(found[0]?.share).toBeGreaterThan(0.9)
    expect(found[0]?.share).toBeLessThanOrEqual(1)
  })

  test('are none where nothing varies', () => {
    const still = tallyOf([[0, 0]], 16, [[1, -1]])
    const two = designOf([[0, 0]], 16)
    const options = { design: two, parameters: ['x'], scores: [0n], spread: spreadOf(still, two) }
    expect(driversOf(still, options)).toEqual([])
  })

  test('of a claim and of its negation are the same with opposite signs, also where scores do not quite add up to 0', () => {
    const lopsided = score.map((z) => z + 0.01)
    const near = score.map((z) => (z > 1.5 ? 14 : 16))
    const far = near.map((successes) => 16 - successes)
    const of = (counts: readonly number[]): readonly unknown[] => {
      const one = tallyOf([counts], 16, [lopsided, idle])
      const options = { design, parameters: ['a', 'b'], scores: [lopsided, idle].map(sumOfScores) }
      return driversOf(one, { ...options, spread: spreadOf(one, design) }).map(
        ({ quantity, sign, share }) => [quantity, sign, Math.round(share * 1e9)],
      )
    }
    const flipped = of(far).map((found) => [
      (found as [string, number, number])[0],
      -(found as [string, number, number])[1],
      (found as [string, number, number])[2],
    ])
    expect(of(near).length).toBeGreaterThan(0)
    expect(of(near)).toEqual(flipped)
  })
})

function sumOfScores(scores: readonly number[]): bigint {
  return scores.reduce((sum, z) => sum + BigInt(Math.round(z * 4_294_967_296)), 0n)
}
