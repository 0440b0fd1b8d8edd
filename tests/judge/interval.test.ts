/** Laws of the error: where it comes from, and that it never vanishes. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { intervalOf } from '../../src/judge/interval.ts'
import { designOf, repeat, tallyOf } from './make.ts'

const PLAYOUTS = 8

/** Two to six batches of four draws. */
const counts = (least = 1): fc.Arbitrary<number[][]> =>
  fc.array(fc.array(fc.integer({ min: 0, max: PLAYOUTS }), { minLength: 4, maxLength: 4 }), {
    minLength: least,
    maxLength: 6,
  })

const of = (batches: readonly (readonly number[])[]): ReturnType<typeof intervalOf> =>
  intervalOf(tallyOf(batches, PLAYOUTS), designOf(batches, PLAYOUTS))

describe('the interval', () => {
  test("is Student's t over batches", () => {
    // Means .25, .50, .75: spread .25, half width t(.975, 2) × .25 / √3.
    const { low, high, half, basis } = of([
      [2, 2],
      [4, 4],
      [6, 6],
    ])
    expect(half).toBeCloseTo((4.302652729911275 * 0.25) / Math.sqrt(3), 9)
    expect([low, high, basis]).toEqual([0, 1, 'batches'])
  })

  test('with no event is [0, 3/n] over parameter draws, and its mirror with nothing but events', () => {
    const none = repeat([Array.from({ length: 64 }, () => 0)], 16)
    const every = none.map((batch) => batch.map(() => PLAYOUTS))
    expect(of(none)).toEqual({ low: 0, high: 3 / 1024, half: 3 / 1024, basis: 'no event' })
    expect(of(every)).toEqual({ low: 1 - 3 / 1024, high: 1, half: 3 / 1024, basis: 'every playout' })
  })

  test('with one batch, or batches that agree exactly, comes from the draws', () => {
    expect(of([[1, 3, 5, 7, 1, 3, 5, 7]]).basis).toBe('draws')
    expect(
      of([
        [1, 7, 1, 7],
        [7, 1, 7, 1],
      ]).basis,
    ).toBe('draws')
    expect(
      of([
        [4, 4],
        [4, 4],
      ]).half,
    ).toBeGreaterThan(0)
    expect(of([[4]]).half).toBeGreaterThan(0)
  })

  test('of a handful of events is no narrower than that of none, and widens with each', () => {
    const empty = (): number[][] =>
      repeat([Array.from({ length: 64 }, () => 0)], 16).map((batch) => [...batch])
    const highs = [0, 1, 2, 5, 10].map((events) => {
      const batches = empty()
      for (let event = 0; event < events; event++) batches[event % 16]![event] = 1
      return of(batches).high
    })
    for (let at = 1; at < highs.length; at++) expect(highs[at]).toBeGreaterThan(highs[at - 1]! - 1e-5)
    const one = empty()
    one[0]![0] = 1
    expect(of(one).basis).toBe('few events')
    const all = one.map((batch) => batch.map((successes) => PLAYOUTS - successes))
    expect(of(all).low).toBeCloseTo(1 - of(one).high, 12)
  })

  test('contains the probability and has a width', () => {
    fc.assert(
      fc.property(counts(), (batches) => {
        const tally = tallyOf(batches, PLAYOUTS)
        const { low, high, half } = of(batches)
        const p = tally.count / (batches.length * 4 * PLAYOUTS)
        expect(low).toBeLessThanOrEqual(p)
        expect(high).toBeGreaterThanOrEqual(p)
        expect(half).toBeGreaterThan(0)
        expect([low >= 0, high <= 1]).toEqual([true, true])
      }),
    )
  })

  test('never widens with more playouts of the same shares', () => {
    fc.assert(
      fc.property(counts(2), fc.integer({ min: 2, max: 9 }), (batches, times) => {
        expect(of(repeat(batches, times)).half).toBeLessThanOrEqual(of(batches).half * (1 + 1e-12))
      }),
    )
  })

  test('does not ask in which order the batches came', () => {
    fc.assert(
      fc.property(counts(), (batches) => {
        expect(of([...batches].reverse())).toEqual(of(batches))
      }),
    )
  })
})
