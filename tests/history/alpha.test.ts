/** Laws of agreement beyond chance, and the worked examples that its author published (Krippendorff 2011). */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyOf, uniform } from '../../src/base/stream.ts'
import {
  alphaFrom,
  alphaOf,
  disagreeing,
  type Metric,
  pairsOf,
  type Unit,
} from '../../src/history/sheet/alpha.ts'

const METRICS: readonly Metric[] = ['nominal', 'ordinal', 'interval', 'ratio']

/** By coder, one figure or letter a unit; a dot is a missing value. */
function unitsOf(...coders: readonly string[]): Unit[] {
  return [...coders[0]!].map((_, unit) => ({
    values: coders.map((signs) => (signs[unit] === '.' ? undefined : Number.parseInt(signs[unit]!, 36))),
  }))
}

function alpha(units: readonly Unit[], metric: Metric): number | undefined {
  return alphaOf(pairsOf(units), metric)
}

const FOUR = unitsOf('123321412...', '1233224125.3', '.3332342251.', '12332441251.')

describe('published examples', () => {
  test.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)('four observers, twelve units, values missing: %s %f', (metric, expected) => {
    expect(alpha(FOUR, metric)).toBeCloseTo(expected, 3)
  })

  test('two observers, two values: 0.095, whatever the metric', () => {
    const units = unitsOf('0100000010', '1110010000')
    for (const metric of METRICS) expect(alpha(units, metric)).toBeCloseTo(0.095, 3)
  })

  test('two observers, five names: 0.692', () => {
    expect(alpha(unitsOf('aabbdcccedda', 'babbbccceddd'), 'nominal')).toBeCloseTo(0.692, 3)
  })
})

describe('laws', () => {
  test('coders who say the same agree perfectly', () => {
    for (const metric of METRICS) expect(alpha(unitsOf('0123', '0123', '01.3'), metric)).toBe(1)
  })

  test('coders who guess agree no better than chance', () => {
    const key = keyOf({ seed: 1, owner: 'test', actor: '', purpose: 'guess' })
    const guess = (draw: number, index: number): number =>
      Math.floor(4 * uniform(key, { draw, playout: 0, day: 0, index }))
    const units = Array.from({ length: 4000 }, (_, at) => ({ values: [guess(at, 0), guess(at, 1)] }))
    for (const metric of METRICS) expect(Math.abs(alpha(units, metric)!)).toBeLessThan(0.05)
  })

  test('coders who always say the opposite agree worse than chance', () => {
    for (const metric of METRICS) expect(alpha(unitsOf('0303', '3030'), metric)).toBeLessThan(0)
  })

  test('where all say the same of everything, or nobody coded twice, there is nothing to tell', () => {
    for (const metric of METRICS) {
      expect(alpha(unitsOf('2222', '2222'), metric)).toBeUndefined()
      expect(alpha(unitsOf('12..', '..12'), metric)).toBeUndefined()
      expect(alpha([], metric)).toBeUndefined()
    }
  })

  const value = fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined })
  const some = fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 12 })
  const asUnits = (rows: readonly (readonly (number | undefined)[])[]): Unit[] =>
    rows.map((values) => ({ values }))
  const same = (one: number | undefined, other: number | undefined): void => {
    if (one === undefined || other === undefined) expect(one).toBe(other)
    else expect(one).toBeCloseTo(other, 9)
  }

  test('neither the order of coders nor that of units matters, and nobody agrees better than perfectly', () => {
    fc.assert(
      fc.property(some, (rows) => {
        for (const metric of METRICS) {
          const found = alpha(asUnits(rows), metric)
          same(alpha(asUnits(rows.map((row) => row.toReversed()).toReversed()), metric), found)
          if (found !== undefined) expect(found).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('names may be renamed, ranks stretched, a scale moved and widened, a ratio multiplied', () => {
    const stretched: Readonly<Record<Metric, (x: number) => number>> = {
      nominal: (x) => (7 * x) % 11,
      ordinal: (x) => x * x * x,
      interval: (x) => 3 * x - 5,
      ratio: (x) => 4 * x,
    }
    fc.assert(
      fc.property(some, (rows) => {
        for (const metric of METRICS) {
          const moved = rows.map((row) => row.map((x) => (x === undefined ? x : stretched[metric](x))))
          same(alpha(asUnits(moved), metric), alpha(asUnits(rows), metric))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('a unit that one coder alone has coded changes nothing', () => {
    const more = [...FOUR, { values: [undefined, 4, undefined, undefined] }]
    for (const metric of METRICS) expect(alpha(more, metric)).toBe(alpha(FOUR, metric))
  })

  test('a crisis that counts twice is a crisis whose units stand there twice, and one that counts never is gone', () => {
    const [a, b] = [FOUR.slice(0, 5), FOUR.slice(5)]
    const clustered = pairsOf([
      ...a.map(({ values }) => ({ values, cluster: 0 })),
      ...b.map(({ values }) => ({ values, cluster: 1 })),
    ])
    for (const metric of METRICS) {
      expect(alphaOf(clustered, metric, Uint8Array.of(2, 1))).toBeCloseTo(alpha([...a, ...FOUR], metric)!, 9)
      expect(alphaOf(clustered, metric, Uint8Array.of(0, 1))).toBeCloseTo(alpha(b, metric)!, 9)
    }
  })

  test('several variables are each held against their own chance: what sets them apart is no agreement', () => {
    const low = pairsOf(unitsOf('0110', '1001'))
    const high = pairsOf(unitsOf('8998', '9889'))
    const apart = alphaFrom([disagreeing(low, 'interval'), disagreeing(high, 'interval')])
    expect(apart).toBeLessThan(0)
    expect(alpha(unitsOf('01108998', '10019889'), 'interval')).toBeGreaterThan(0.9)
  })
})
