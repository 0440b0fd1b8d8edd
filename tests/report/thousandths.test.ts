/** Rounding that keeps sums: what is shown adds up, and no term is shown far from its size. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { thousandths, thousandthsText, twoInThousandths } from '../../src/report/thousandths.ts'

const size = fc.oneof(
  fc.double({ min: -50, max: 50, noNaN: true }),
  fc.integer({ min: -50_000, max: 50_000 }).map((thousand) => thousand / 1000),
  fc.constant(0),
)

describe('thousandths', () => {
  test('add up to the rounded sum, each within one of its size, a 0 as 0', () => {
    fc.assert(
      fc.property(fc.array(size, { minLength: 1, maxLength: 24 }), (sizes) => {
        const whole = sizes.reduce((sum, one) => sum + one, 0)
        const { terms, sum } = thousandths(sizes, whole)
        expect(sum).toBe(Math.round(whole * 1000) + 0)
        expect(terms.reduce((total, term) => total + term, 0)).toBe(sum)
        terms.forEach((term, at) => expect(Math.abs(term - sizes[at]! * 1000)).toBeLessThanOrEqual(1))
        sizes.forEach((one, at) => one === 0 && expect(terms[at] === 0).toBe(true))
      }),
      { seed: 1, numRuns: 2000 },
    )
  })

  test('go first to those that lost most, then to the earlier', () => {
    expect(thousandths([0.0006, 0.0007, 0.0007], 0.002).terms).toEqual([0, 1, 1])
    expect(thousandths([0.0005, 0.0005], 0.001).terms).toEqual([1, 0])
  })

  test('of two columns show equal what is equal, and each column adds up', () => {
    const pair = fc.oneof(
      size.map((one) => [one, one] as const),
      fc.tuple(size, size),
    )
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 24 }), (pairs) => {
        const columns = [0, 1].map((side) => pairs.map((one) => one[side]!))
        const parts = columns.map((sizes) => ({ sizes, whole: sizes.reduce((sum, one) => sum + one, 0) }))
        const shown = twoInThousandths(parts[0]!, parts[1]!)
        shown.forEach(({ terms, sum }, side) => {
          expect(terms.reduce((total, term) => total + term, 0)).toBe(sum)
          expect(Math.abs(sum - parts[side]!.whole * 1000)).toBeLessThan(1)
          terms.forEach((term, at) => expect(Math.abs(term - columns[side]![at]! * 1000)).toBeLessThan(2))
          columns[side]!.forEach((one, at) => one === 0 && expect(terms[at] === 0).toBe(true))
        })
        pairs.forEach(([one, other], at) => {
          if (one === other) expect(shown[0].terms[at]).toBe(shown[1].terms[at])
        })
      }),
      { seed: 1, numRuns: 2000 },
    )
  })

  test('are written with three decimals and a true minus', () => {
    expect([1240, -3, 0, -20_001].map(thousandthsText)).toEqual(['1.240', '−0.003', '0', '−20.001'])
  })
})
