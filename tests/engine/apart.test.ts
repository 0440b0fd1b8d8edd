/**
 * Laws of what an explanation shows first: sides part by the sum of what counts, in standard
 * errors, and the playouts looked at are spread over the parameter draws.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apartOf, apartPaired } from '../../src/engine/apart.ts'
import { placeOf } from '../../src/engine/replay.ts'
import { spread } from '../../src/engine/spread.ts'
import type { Design } from '../../src/engine/summary.ts'

describe('how far sides stand apart', () => {
  const answers = (n: number, one: (at: number) => readonly number[]): (readonly number[])[] =>
    Array.from({ length: n }, (_, at) => one(at))
  /** 1 and −1 in turn. */
  const noise = (at: number): number => 1 - 2 * (at % 2)

  test('is the gap of the sums in standard errors, however far the terms part', () => {
    const many = [answers(50, (at) => [5, -5, noise(at)]), answers(50, (at) => [-5, 5, noise(at)])] as const
    const hazard = [answers(50, (at) => [1, noise(at)]), answers(50, (at) => [0, noise(at)])] as const
    expect(apartOf('choice', many)).toEqual({ errors: 0, isNoise: true })
    // Both variances are 50/49, so the error of the gap is √(2/49).
    expect(apartOf('hazard', hazard)!.errors).toBeCloseTo(7 / Math.sqrt(2), 9)
    expect(apartOf('hazard', hazard)!.isNoise).toBe(false)
  })

  test('is also how often the question arose', () => {
    const never = Array.from({ length: 50 }, () => undefined)
    expect(apartOf('choice', [answers(50, () => [1]), never])!.isNoise).toBe(false)
    expect(apartOf('choice', [never, never])).toEqual({ errors: 0, isNoise: true })
  })

  test('is not known of an empty side, nor called noise of single playouts', () => {
    expect(apartOf('choice', [[], [[1]]])).toBeUndefined()
    expect(apartOf('choice', [[[2]], [[1]]])).toEqual({ errors: 0, isNoise: false })
  })

  test('of the same playouts in two worlds is told by what each gains', () => {
    const pairs = answers(50, (at) => [10 * noise(at)]).map((one) => [[one[0]! + 0.1], one] as const)
    expect(apartPaired('choice', pairs)!.isNoise).toBe(false)
    expect(apartOf('choice', [pairs.map(([one]) => one), pairs.map(([, other]) => other)])!.isNoise).toBe(
      true,
    )
  })
})

describe('a sample spread over the draws', () => {
  test('has a second playout of a draw only where every draw has its first, and is by number', () => {
    const draw = fc.record({ batch: fc.nat(2), draw: fc.nat(5), playout: fc.nat(3) })
    fc.assert(
      fc.property(fc.uniqueArray(draw, { selector: (at) => JSON.stringify(at) }), fc.nat(30), (all, most) => {
        const design: Design = { batches: 3, draws: 6, playouts: 4 }
        const numbered = all.map((at) => placeOf(design, (at.batch * 6 + at.draw) * 4 + at.playout)!)
        const sample = spread(most)
        for (const batch of [0, 1, 2]) sample.add(numbered.filter((place) => place.batch === batch))
        const taken = sample.places()
        expect(taken).toHaveLength(Math.min(most, all.length))
        expect(taken.map(({ number }) => number)).toEqual(
          taken.map(({ number }) => number).sort((a, b) => a - b),
        )
        const count = (places: typeof taken, of: (typeof taken)[number]): number =>
          places.filter((one) => one.batch === of.batch && one.draw === of.draw).length
        const deepest = Math.max(0, ...taken.map((place) => count(taken, place)))
        for (const place of numbered)
          expect(count(taken, place)).toBeGreaterThanOrEqual(Math.min(deepest - 1, count(numbered, place)))
      }),
      { seed: 1, numRuns: 300 },
    )
  })
})
