/** Laws of named chance: no stream is another's, no draw hits 0 or 1, and pinned draws never move. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  exponential,
  gumbel,
  keyOf,
  type Place,
  type StreamName,
  uniform,
  uniformAt,
} from '../../src/base/stream.ts'

const NAME: StreamName = { seed: 1, owner: 'support', actor: 'ally', purpose: 'decision:good:combat' }
const PLACE: Place = { draw: 0, playout: 0, day: 0, index: 0 }

const word = fc.integer({ min: 0, max: 0xffffffff })
const part = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'ab', 'a:b', 'support', ',', '"', '\\'),
  fc.string({ maxLength: 4 }),
)
const name = fc.record({ seed: fc.nat(3), owner: part, actor: part, purpose: part })

describe('a key', () => {
  test('differs when the ordered parts of the name differ: swapped, shifted, joined or quoted', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        const same = JSON.stringify(keyOf(one)) === JSON.stringify(keyOf(other))
        return same === (JSON.stringify(one) === JSON.stringify(other))
      }),
      { seed: 1, numRuns: 1000 },
    )
  })

  test.each<[StreamName, StreamName]>([
    [
      { ...NAME, owner: 'a', actor: 'b' },
      { ...NAME, owner: 'b', actor: 'a' },
    ],
    [
      { ...NAME, actor: 'ab', purpose: 'c' },
      { ...NAME, actor: 'a', purpose: 'bc' },
    ],
    [
      { ...NAME, actor: '', purpose: 'a' },
      { ...NAME, actor: 'a', purpose: '' },
    ],
    [
      { ...NAME, actor: 'a","b', purpose: 'c' },
      { ...NAME, actor: 'a', purpose: 'b","c' },
    ],
    [
      { ...NAME, seed: 1 },
      { ...NAME, seed: 2 },
    ],
    [
      { ...NAME, seed: 1, owner: '2' },
      { ...NAME, seed: 12, owner: '' },
    ],
  ])('of %j is not the key of %j', (one, other) => {
    expect(keyOf(one)).not.toEqual(keyOf(other))
  })

  test('collides nowhere among many names', () => {
    const keys = new Set<string>()
    for (let at = 0; at < 5000; at++) {
      const key = keyOf({ ...NAME, actor: `actor-${at % 50}`, purpose: `p${Math.floor(at / 50)}` })
      keys.add(`${key.low}/${key.high}`)
    }
    expect(keys.size).toBe(5000)
  })
})

describe('a uniform', () => {
  test('lies strictly between 0 and 1 and its Gumbel and exponential are finite, at any place', () => {
    fc.assert(
      fc.property(word, word, word, word, (draw, playout, day, index) => {
        const u = uniform(keyOf(NAME), { draw, playout, day, index })
        return (
          u > 0 &&
          u < 1 &&
          Number.isFinite(gumbel(u)) &&
          exponential(u) > 0 &&
          Number.isFinite(exponential(u))
        )
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  test('has its own place in each of the four directions', () => {
    const key = keyOf(NAME)
    const base = uniform(key, PLACE)
    for (const moved of ['draw', 'playout', 'day', 'index'] as const) {
      expect(uniform(key, { ...PLACE, [moved]: 1 })).not.toBe(base)
    }
    expect(uniformAt(key, 3, 5, 7, 9)).toBe(uniform(key, { draw: 3, playout: 5, day: 7, index: 9 }))
    expect(uniformAt(key, 5, 3, 7, 9)).not.toBe(uniformAt(key, 3, 5, 7, 9))
  })

  test.each(['draw', 'playout', 'day', 'index'] as const)('is uniform along the %s', (along) => {
    const n = 20_000
    const key = keyOf(NAME)
    const drawn = Float64Array.from({ length: n }, (_, at) => uniform(key, { ...PLACE, [along]: at })).sort()
    const gap = drawn.reduce((most, u, at) => Math.max(most, u - at / n, (at + 1) / n - u), 0)
    // Kolmogorov-Smirnov at the 1 % point; the draws are pinned, so this cannot flicker.
    expect(gap * Math.sqrt(n)).toBeLessThan(1.628)
  })

  test('along neighbouring places is uncorrelated', () => {
    const n = 20_000
    const key = keyOf(NAME)
    let sum = 0
    for (let at = 0; at < n; at++)
      sum += (uniformAt(key, at, 0, 0, 0) - 0.5) * (uniformAt(key, at + 1, 0, 0, 0) - 0.5)
    expect(Math.abs((sum / n) * 12 * Math.sqrt(n))).toBeLessThan(3)
  })
})

describe('a Gumbel', () => {
  test('has the mean and variance of the book', () => {
    const n = 50_000
    const key = keyOf(NAME)
    const drawn = Array.from({ length: n }, (_, at) => gumbel(uniformAt(key, at, 0, 0, 0)))
    const mean = drawn.reduce((sum, g) => sum + g, 0) / n
    const variance = drawn.reduce((sum, g) => sum + (g - mean) * (g - mean), 0) / n
    expect(mean).toBeCloseTo(0.5772, 1)
    expect(variance).toBeCloseTo(Math.PI ** 2 / 6, 1)
  })
})

test('pinned draws: a change here is a breaking change and is said so in the changelog', () => {
  expect(keyOf(NAME)).toMatchInlineSnapshot(`
    {
      "high": 178106081,
      "low": 180200417,
    }
  `)
  expect([
    uniformAt(keyOf(NAME), 0, 0, 0, 0),
    uniformAt(keyOf(NAME), 1, 0, 0, 0),
    uniformAt(keyOf(NAME), 0, 1, 0, 0),
    uniformAt(keyOf(NAME), 0, 0, 1, 0),
    uniformAt(keyOf(NAME), 0, 0, 0, 1),
    uniformAt(keyOf({ ...NAME, seed: 2 }), 0, 0, 0, 0),
    gumbel(uniformAt(keyOf(NAME), 0, 0, 0, 0)),
    exponential(uniformAt(keyOf(NAME), 0, 0, 0, 0)),
  ]).toMatchInlineSnapshot(`
    [
      0.10030264778440123,
      0.13725626491553078,
      0.8751294976856611,
      0.28657111603760954,
      0.6435825680408277,
      0.2989188052898851,
      -0.8327191856436443,
      2.299563185714617,
    ]
  `)
})
