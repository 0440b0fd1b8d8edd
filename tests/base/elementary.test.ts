/** Laws of exp and log: close to the truth everywhere, exact where they must be, held at the ends. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exp, EXP_HIGHEST, EXP_LOWEST, log } from '../../src/base/elementary.ts'
import { exactExp, exactLog, ulps } from './reference.ts'

/** The last place and a little: the remainder of the series and three roundings. */
const CLOSE = 1.1
const RUNS = { seed: 1, numRuns: 2000 }

const argument = fc.double({ min: EXP_LOWEST, max: EXP_HIGHEST, noNaN: true })
const small = fc.double({ min: -2, max: 2, noNaN: true })
const positive = fc.double({ min: 2 ** -1022, max: Number.MAX_VALUE, noNaN: true })
const nearOne = fc.double({ min: 0.5, max: 2, noNaN: true })

describe('the reference', () => {
  test('gives the printed digits of e, 1/e and ln 10', () => {
    expect(ulps(2.718281828459045, exactExp(1))).toBeLessThan(0.5)
    expect(ulps(0.36787944117144233, exactExp(-1))).toBeLessThan(0.5)
    expect(ulps(2.302585092994046, exactLog(10))).toBeLessThan(0.5)
    expect(ulps(2.718281828459046, exactExp(1))).toBeGreaterThan(0.5)
  })
})

describe('exp', () => {
  test('is within one unit in the last place of the truth', () => {
    fc.assert(
      fc.property(fc.oneof(argument, small), (x) => ulps(exp(x), exactExp(x)) < CLOSE),
      RUNS,
    )
  })

  test.each([0, -0, 1, -1, Math.LN2, -Math.LN2, Math.LN2 / 2, 1e-300, -1e-17, 700, EXP_LOWEST, EXP_HIGHEST])(
    'is close to the truth at %f',
    (x) => {
      expect(ulps(exp(x), exactExp(x))).toBeLessThan(CLOSE)
    },
  )

  test('is 1 at 0', () => {
    expect([exp(0), exp(-0)]).toEqual([1, 1])
  })

  test('is held at the ends, and stays finite and above 0', () => {
    for (const x of [EXP_LOWEST - 1e-9, -800, -1e300, Number.NEGATIVE_INFINITY])
      expect(exp(x)).toBe(exp(EXP_LOWEST))
    for (const x of [EXP_HIGHEST + 1e-9, 800, 1e300, Number.POSITIVE_INFINITY])
      expect(exp(x)).toBe(exp(EXP_HIGHEST))
    expect(exp(EXP_LOWEST)).toBeGreaterThan(2 ** -1022)
    expect(exp(EXP_HIGHEST)).toBeLessThan(Number.MAX_VALUE)
  })

  test('agrees with the machine’s own', () => {
    fc.assert(
      fc.property(argument, (x) => Math.abs(exp(x) / Math.exp(x) - 1) < 1e-15),
      RUNS,
    )
  })
})

describe('log', () => {
  test('is within one unit in the last place of the truth', () => {
    fc.assert(
      fc.property(fc.oneof(positive, nearOne), (x) => x === 1 || ulps(log(x), exactLog(x)) < CLOSE),
      RUNS,
    )
  })

  test.each([
    2 ** -1022,
    1e-300,
    0.5,
    Math.SQRT1_2,
    1 - 2 ** -53,
    1 + 2 ** -52,
    Math.SQRT2,
    2,
    Math.E,
    10,
    Number.MAX_VALUE,
  ])('is close to the truth at %f', (x) => {
    expect(ulps(log(x), exactLog(x))).toBeLessThan(CLOSE)
  })

  test('is 0 at 1, and finite at 0', () => {
    expect(log(1)).toBe(0)
    expect(Number.isFinite(log(0))).toBe(true)
    expect(log(0)).toBeLessThan(-709)
  })

  test('agrees with the machine’s own', () => {
    fc.assert(
      fc.property(positive, (x) => Math.abs(log(x) - Math.log(x)) <= 1e-15 * Math.abs(Math.log(x))),
      RUNS,
    )
  })

  test('undoes exp', () => {
    fc.assert(
      fc.property(argument, (x) => Math.abs(log(exp(x)) - x) <= 4e-16 * Math.max(1, Math.abs(x))),
      RUNS,
    )
  })
})
