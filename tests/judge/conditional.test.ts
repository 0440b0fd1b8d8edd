/** What was seen with a condition: counted only where it came true, told apart from what is made, silent on too few. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spreadOf } from '../../src/judge/band.ts'
import { judgeGiven } from '../../src/judge/conditional.ts'
import { conditionalOf } from '../../src/judge/given.ts'
import { intervalOf } from '../../src/judge/interval.ts'
import { claimOf, repeat, tallyOf } from './make.ts'
import { anyBatches, benchOf, designFor, PLAYOUTS, steady } from './seen.ts'
import { type GivenDraw, givenOf, type Scores } from './vectors.ts'

function judged(batches: readonly (readonly GivenDraw[])[], says: string, scores: Scores = []) {
  const claim = claimOf({ kind: 'conditional', says })
  const parameters = ['ties.a-b.stake', 'weights.stake'].slice(0, scores.length)
  return judgeGiven(claim, benchOf(batches, parameters), givenOf(batches, scores))
}

describe('a share under a condition', () => {
  test('is judged by the playouts that saw the condition, whatever the others did', () => {
    const found = judged(
      steady([
        [4, 5, 4],
        [4, 5, 12],
        [3, 4, 3],
        [4, 5, 9],
      ]),
      'likely',
    )
    expect(found).toMatchObject({ verdict: 'holds', said: 'likely', given: { of: 16 * 16 * 16 } })
    expect(found.p).toBeCloseTo((16 * 4 * 15 + 8) / (16 * 4 * 19 + 8), 12)
    const others = judged(
      steady([
        [4, 5, 14],
        [4, 5, 4],
        [3, 4, 13],
        [4, 5, 5],
      ]),
      'likely',
    )
    expect([others.p, others.interval, others.mass]).toEqual([found.p, found.interval, found.mass])
  })

  test('where every playout saw the condition is the share of all: number, interval and spread', () => {
    fc.assert(
      fc.property(anyBatches, (some) => {
        const batches = some.map((batch) => batch.map(([both]): GivenDraw => [both, PLAYOUTS, both]))
        const design = designFor(batches)
        const found = conditionalOf(givenOf(batches), design)
        const alone = tallyOf(
          batches.map((batch) => batch.map(([both]) => both)),
          PLAYOUTS,
        )
        expect(found.p).toBeCloseTo(alone.count / (design.batches * design.draws * PLAYOUTS), 12)
        const wanted = intervalOf(alone, design)
        expect(found.interval.basis).toBe(wanted.basis)
        expect(found.interval.half).toBeCloseTo(wanted.half, 9)
        const [spread, other] = [found.spread, spreadOf(alone, design)]
        expect(spread.kind).toBe(other.kind)
        expect(spread.variance).toBeCloseTo(other.variance, 9)
      }),
      {
        // Batches that agree exactly, with a share that no double holds.
        examples: [
          [
            [
              [
                [2, 2, 2],
                [3, 3, 3],
                [5, 5, 5],
              ],
              [
                [4, 4, 4],
                [5, 5, 5],
                [1, 1, 1],
              ],
            ],
          ],
        ],
      },
    )
  })

  test('has its interval by linearising the ratio of the batches', () => {
    const batches = [
      [
        [3, 5, 3],
        [1, 4, 1],
      ],
      [
        [2, 3, 2],
        [2, 5, 2],
      ],
      [
        [5, 6, 5],
        [2, 6, 2],
      ],
    ] as GivenDraw[][]
    const both = [4, 4, 7]
    const given = [9, 8, 12]
    const p = 15 / 29
    const squares = both.reduce((sum, count, at) => sum + (count - p * given[at]!) ** 2, 0)
    const half = (4.302652729911275 * Math.sqrt((squares * 3) / 2)) / 29
    expect(
      conditionalOf(givenOf(repeat(batches, 1)), designFor(batches)).interval.half,
    ).toBeGreaterThanOrEqual(half)
    const many = repeat(batches, 8)
    const wide = conditionalOf(givenOf(many), designFor(many)).interval
    expect(wide.basis).toBe('batches')
    expect(wide.half).toBeCloseTo((2.068657610419041 * Math.sqrt((squares * 8 * 24) / 23)) / (29 * 8), 9)
  })

  test('weighs draws by how often they saw the condition: their spread is what made it', () => {
    // Two kinds of draws, p(θ) .2 and .8, seen with unequal numbers of trials and no chance error at all.
    const batches = repeat(
      [
        repeat(
          [
            [1, 5, 1],
            [8, 10, 8],
            [2, 10, 2],
            [4, 5, 4],
          ] as GivenDraw[],
          4,
        ),
      ],
      16,
    )
    const { spread } = conditionalOf(givenOf(batches), designFor(batches))
    // The variance is .09; chance inside a draw would add to it and did not, so it comes out a little lower.
    expect(spread.variance).toBeGreaterThan(0.05)
    expect(spread.variance).toBeLessThan(0.09)
  })

  test('is not testable under 200 playouts with the condition, and says how many batches would show them', () => {
    const seldom = repeat(
      [
        [
          [1, 3, 1],
          [1, 3, 1],
          [2, 3, 2],
          [1, 3, 1],
        ] as GivenDraw[],
      ],
      16,
    )
    const found = judged(seldom, 'likely')
    expect(found).toMatchObject({
      verdict: 'not testable',
      reason: { kind: 'too few given', side: 'with', n: 192, batches: 17 },
      given: { n: 192 },
    })
    expect(judged([...seldom, seldom[0]!], 'likely').verdict).not.toBe('not testable')
    const never = judged(
      repeat(
        [
          [
            [0, 0, 4],
            [0, 0, 4],
          ] as GivenDraw[],
        ],
        16,
      ),
      'likely',
    )
    expect(never.reason).toEqual({ kind: 'too few given', side: 'with', n: 0 })
  })

  test('that never came with it is under 3 in the draws that saw it, not 0', () => {
    const found = judged(
      repeat(
        [
          repeat(
            [
              [0, 4, 3],
              [0, 0, 3],
            ] as GivenDraw[],
            16,
          ),
        ],
        4,
      ),
      'almost no chance',
    )
    expect(found.interval).toMatchObject({ low: 0, high: 3 / 64, basis: 'no event' })
    expect(found.verdict).toBe('holds')
  })

  test('is settled by the assumptions alone only where draws saw it more than once', () => {
    const alone = (draws: readonly GivenDraw[]) => {
      const batches = repeat([draws], 16)
      return conditionalOf(givenOf(batches), designFor(batches)).thetaAlone
    }
    expect(
      alone([
        [1, 1, 1],
        [0, 1, 0],
        [0, 0, 1],
        [1, 1, 1],
      ]),
    ).toBe(false)
    expect(
      alone([
        [4, 4, 4],
        [0, 4, 0],
        [0, 0, 1],
        [1, 1, 1],
      ]),
    ).toBe(true)
    expect(
      alone([
        [4, 4, 4],
        [1, 4, 1],
        [0, 0, 1],
        [1, 1, 1],
      ]),
    ).toBe(false)
  })

  test('names the quantity that moves it among those draws', () => {
    const batches = steady([
      [0, 5, 0],
      [1, 5, 1],
      [4, 5, 4],
      [5, 5, 5],
    ])
    const rising = batches.flatMap(() => repeat([-1.34, -0.45, 0.45, 1.34], 4))
    const idle = batches.flatMap(() => repeat([1, -1, -1, 1], 4))
    const found = judged(batches, 'likely', [rising, idle])
    expect(found).toMatchObject({
      verdict: 'unresolved',
      reason: { kind: 'assumptions decide', driver: { quantity: 'ties.a-b.stake', sign: 1 } },
    })
  })

  test('is a number between 0 and 1 with an interval around it, whatever was seen', () => {
    fc.assert(
      fc.property(anyBatches, (batches) => {
        const { p, interval, spread } = conditionalOf(givenOf(batches), designFor(batches))
        expect(interval.low).toBeLessThanOrEqual(p)
        expect(interval.high).toBeGreaterThanOrEqual(p)
        expect([interval.low >= 0, interval.high <= 1, spread.variance >= 0]).toEqual([true, true, true])
      }),
    )
  })
})
