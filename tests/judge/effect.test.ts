/** Laws of an effect: what pairs say of a difference and of a ratio, and what they do not say. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { effectOf } from '../../src/judge/effect.ts'
import { atMost, intervalOf } from '../../src/judge/interval.ts'
import { designOf, repeat, tallyOf } from './make.ts'
import { type PairDraw, pairOf } from './vectors.ts'

const PLAYOUTS = 16

function effect(batches: readonly (readonly PairDraw[])[], identical = false) {
  const design = designOf(
    batches.map((batch) => batch.map(([both]) => both)),
    PLAYOUTS,
  )
  return effectOf(pairOf(batches), design, { identical })
}

const draws: fc.Arbitrary<PairDraw> = fc
  .tuple(fc.nat(6), fc.nat(5), fc.nat(5))
  .map(([both, up, down]): PairDraw => [both, up, down])
const batchesOf = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 6 }))
  .chain(([batches, size]) =>
    fc.array(fc.array(draws, { minLength: size, maxLength: size }), {
      minLength: batches,
      maxLength: batches,
    }),
  )

/** The same share of flips in both directions turned round. */
const turned = (batches: readonly (readonly PairDraw[])[]): PairDraw[][] =>
  batches.map((batch) => batch.map(([both, up, down]): PairDraw => [both, down, up]))

describe('a difference', () => {
  test('of worlds that are the same is exactly 0, with no error', () => {
    const { difference, ratio } = effect(
      repeat(
        [
          [
            [4, 0, 0],
            [9, 0, 0],
          ] as PairDraw[],
        ],
        8,
      ),
      true,
    )
    expect(difference).toEqual({ value: 0, low: 0, high: 0, half: 0, basis: 'identical' })
    expect(ratio).toEqual({ value: 1, low: 1, high: 1, half: 0, basis: 'identical' })
  })

  test('without any flip is not exactly 0: 3 in n draws either way', () => {
    const { difference, ratio } = effect(
      repeat(
        [
          [
            [4, 0, 0],
            [9, 0, 0],
          ] as PairDraw[],
        ],
        8,
      ),
    )
    expect(difference).toEqual({ value: 0, low: -3 / 16, high: 3 / 16, half: 3 / 16, basis: 'no flip' })
    expect(ratio!.low).toBeLessThan(1)
    expect(ratio!.high).toBeGreaterThan(1)
  })

  test('is that of its ends, and its interval contains it and is never without width', () => {
    fc.assert(
      fc.property(batchesOf, (batches) => {
        const { from, to, difference, up, down } = effect(batches)
        expect(difference.value).toBeCloseTo(to.p - from.p, 12)
        expect(difference.value).toBeCloseTo(up!.share - down!.share, 12)
        expect(difference.low).toBeLessThanOrEqual(difference.value)
        expect(difference.high).toBeGreaterThanOrEqual(difference.value)
        expect(difference.high - difference.low).toBeGreaterThan(0)
      }),
    )
  })

  test('there is the difference back with the other sign', () => {
    fc.assert(
      fc.property(batchesOf, (batches) => {
        const [there, back] = [effect(batches).difference, effect(turned(batches)).difference]
        expect(back.value).toBeCloseTo(-there.value, 12)
        expect(back.low).toBeCloseTo(-there.high, 9)
        expect(back.high).toBeCloseTo(-there.low, 9)
        expect(back.basis).toBe(there.basis)
      }),
    )
  })

  test('has the error of its pairs, not of its ends: what both worlds share cancels', () => {
    // Ends that swing from batch to batch by a third, and always two more in the changed world.
    const batches = repeat(
      [repeat([[2, 2, 0] as PairDraw], 4), repeat([[8, 2, 0] as PairDraw, [8, 3, 0] as PairDraw], 2)],
      8,
    )
    const { from, difference } = effect(batches)
    expect(from.interval.half).toBeGreaterThan(0.09)
    expect(difference.half).toBeLessThan(0.02)
  })

  test('over many batches is Student’s interval of their differences', () => {
    const batches = [
      [
        [3, 4, 0],
        [2, 3, 1],
      ],
      [
        [3, 1, 0],
        [2, 2, 0],
      ],
      [
        [3, 5, 0],
        [2, 6, 1],
      ],
    ] as PairDraw[][]
    const sums = [6, 3, 10].map((sum) => sum / 32)
    const mean = (sums[0]! + sums[1]! + sums[2]!) / 3
    const variance = sums.reduce((all, sum) => all + (sum - mean) ** 2, 0) / 2
    const { difference } = effect(batches)
    expect(difference.basis).toBe('batches')
    expect(difference.half).toBeCloseTo(4.302652729911275 * Math.sqrt(variance / 3), 9)
  })

  test('of few flips reaches at the far end as far as the exact bound', () => {
    const quiet: PairDraw = [4, 0, 0]
    const few = [
      [[4, 1, 0], quiet],
      [quiet, [4, 1, 0]],
      [quiet, quiet],
      [[4, 1, 0], quiet],
    ] as PairDraw[][]
    const { difference } = effect(few)
    expect(difference.basis).toBe('few flips')
    expect(difference.high).toBeGreaterThan(3 / 8 / 2)
    const back = effect(turned(few)).difference
    expect(back.low).toBeCloseTo(-difference.high, 12)
  })

  test('that every playout shows is told to within 3 in n', () => {
    const { difference } = effect(repeat([repeat([[0, 16, 0] as PairDraw], 4)], 8))
    expect(difference.value).toBe(1)
    expect(difference.low).toBeLessThan(1)
  })
})

describe('the ends', () => {
  test('have the intervals that they would have alone', () => {
    fc.assert(
      fc.property(batchesOf, (batches) => {
        const { from, to } = effect(batches)
        const base = tallyOf(
          batches.map((batch) => batch.map(([both, , down]) => both + down)),
          PLAYOUTS,
        )
        const arm = tallyOf(
          batches.map((batch) => batch.map(([both, up]) => both + up)),
          PLAYOUTS,
        )
        const design = designOf(
          batches.map((batch) => batch.map(([both]) => both)),
          PLAYOUTS,
        )
        expect(from.interval).toEqual(intervalOf(base, design))
        expect(to.interval).toEqual(intervalOf(arm, design))
      }),
    )
  })

  test('that were never seen are under 3 in n, not 0', () => {
    const { from } = effect(
      repeat(
        [
          [
            [0, 3, 0],
            [0, 2, 0],
          ] as PairDraw[],
        ],
        8,
      ),
    )
    expect(from).toMatchObject({ p: 0, count: 0, interval: { low: 0, high: 3 / 16, basis: 'no event' } })
  })
})

describe('a ratio', () => {
  const rare = (events: number) =>
    effect([
      ...repeat(
        [
          [
            [1, 1, 0],
            [0, 1, 0],
          ] as PairDraw[],
        ],
        events,
      ),
      ...repeat(
        [
          [
            [0, 1, 0],
            [0, 0, 0],
          ] as PairDraw[],
        ],
        40 - events,
      ),
    ])

  test('is not estimable under twenty events below the line, and is from twenty on', () => {
    expect(rare(19).ratio).toBeUndefined()
    expect(rare(19).below).toBe(19)
    expect(rare(19).difference.value).toBeGreaterThan(0)
    expect(rare(20).ratio!.value).toBeCloseTo((20 * 3 + 20) / 20, 12)
  })

  test('is pooled, and lies in its interval, which lies above 0', () => {
    fc.assert(
      fc.property(batchesOf, (batches) => {
        const { ratio, from, to } = effect(batches)
        if (ratio === undefined) return
        expect(ratio.value).toBeCloseTo(to.p / from.p, 9)
        expect(ratio.low).toBeLessThanOrEqual(ratio.value)
        expect(ratio.high).toBeGreaterThanOrEqual(ratio.value)
        expect(ratio.low).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('of a few above the line reaches as far as their exact bound', () => {
    // Eight above, 56 below: every other batch has one in the changed world.
    const batches = repeat(
      [
        [
          [1, 0, 2],
          [0, 0, 1],
        ],
        [
          [0, 0, 2],
          [0, 0, 1],
        ],
      ] as PairDraw[][],
      8,
    )
    const { ratio, to, from } = effect(batches)
    expect([to.count, from.count]).toEqual([8, 56])
    expect(ratio!.basis).toBe('few events')
    expect(ratio!.high).toBeCloseTo(atMost(to.p, 32) / from.p, 12)
  })

  test('of few flips is as wide as their difference leaves it', () => {
    const batches = repeat(
      [
        [
          [5, 1, 0],
          [4, 0, 0],
        ],
        [
          [5, 0, 0],
          [4, 0, 0],
        ],
      ] as PairDraw[][],
      8,
    )
    const { ratio, difference, from } = effect(batches)
    expect([difference.basis, ratio!.basis]).toEqual(['few flips', 'few flips'])
    expect(ratio!.high).toBeGreaterThanOrEqual(1 + difference.high / from.p)
  })

  test('of none above the line is 0 at its low end and bounded at its high end', () => {
    const { ratio } = effect(
      repeat(
        [
          [
            [0, 0, 3],
            [0, 0, 2],
          ] as PairDraw[],
        ],
        8,
      ),
    )
    expect([ratio!.value, ratio!.low]).toEqual([0, 0])
    expect(ratio!.high).toBeGreaterThan(0)
  })
})
