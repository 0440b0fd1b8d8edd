/** The verdict on an effect: every branch by tallies made for it, and the laws that hold for any. */
import { describe, expect, test } from 'vitest'
import { judgeCounterfactual, testRegion } from '../../src/judge/counterfactual.ts'
import type { Claim, Effect, Test } from '../../src/scenario/scenario.ts'
import { claimOf, designOf, ladder, repeat, scenarioOf } from './make.ts'
import { armOf, type PairDraw, pairOf, type Scores } from './vectors.ts'

const PLAYOUTS = 16
const ABOVE: readonly Test[] = [{ op: '>', value: 0 }]
const BETWEEN: readonly Test[] = [...ABOVE, { op: '<', value: 0.25 }]

interface Given {
  readonly tests?: readonly Test[]
  readonly as?: Effect['as']
  readonly scores?: Scores
  readonly identical?: boolean
  readonly change?: string
}

function judged(batches: readonly (readonly PairDraw[])[], given: Given = {}) {
  const {
    tests = BETWEEN,
    as = 'difference',
    scores = [],
    identical = false,
    change = 'weights.stake = 2',
  } = given
  const design = designOf(
    batches.map((batch) => batch.map(([both]) => both)),
    PLAYOUTS,
  )
  const pair = pairOf(batches, scores)
  const parameters = ['weights.obligation', 'ties.a-b.stake'].slice(0, scores.length)
  const claim: Claim & { readonly effect: Effect } = {
    ...claimOf({ id: 'c', kind: 'counterfactual' }),
    do: { text: change, world: scenarioOf() },
    effect: { as, tests },
  }
  return judgeCounterfactual(
    claim,
    { ladder: ladder('icd-203'), design, parameters: [], scores: [], baseRates: new Map() },
    { pair, arm: armOf(pair, { design, claim: 'c', parameters, identical }) },
  )
}

/** Sixteen batches like this one, every second with a playout more in its first draw. */
function steady(draws: readonly PairDraw[], times = 4): readonly (readonly PairDraw[])[] {
  const batch = repeat(draws, times)
  const [[both, up, down], ...rest] = batch as [PairDraw, ...PairDraw[]]
  return repeat([batch, [[both, up + 1, down] as PairDraw, ...rest]], 8)
}

describe('the verdict on a difference', () => {
  test('holds where the interval and the draws lie in what was asserted', () => {
    const found = judged(
      steady([
        [1, 2, 0],
        [1, 1, 0],
        [1, 3, 0],
        [1, 2, 0],
      ]),
    )
    expect([found.verdict, found.reason.kind]).toEqual(['holds', 'as asserted'])
    expect(found.mass).toBeGreaterThan(0.9)
    expect(found.effect!.difference.value).toBeCloseTo(0.126, 2)
    expect(found.p).toBe(found.effect!.to.p)
  })

  test('fails above and below what was asserted', () => {
    const much = judged(
      steady([
        [1, 9, 0],
        [1, 8, 0],
        [1, 9, 0],
        [2, 8, 0],
      ]),
    )
    expect([much.verdict, much.reason]).toEqual(['fails', { kind: 'outside', side: 'above' }])
    const other = judged(
      steady([
        [1, 0, 4],
        [1, 0, 5],
        [1, 0, 4],
        [2, 0, 5],
      ]),
    )
    expect([other.verdict, other.reason]).toEqual(['fails', { kind: 'outside', side: 'below' }])
  })

  test('is open where two thirds of the draws do not agree, and names what decides', () => {
    const batches = steady([
      [1, 0, 0],
      [1, 0, 0],
      [1, 7, 0],
      [1, 7, 0],
    ])
    const scores = [
      batches.flatMap(() => repeat([0.1, -0.1], 8)),
      batches.flatMap(() => repeat([-1, -1, 1, 1], 4)),
    ]
    const found = judged(batches, { scores })
    expect(found.effect!.difference.high).toBeLessThan(0.25)
    expect(found.mass).toBeLessThan(2 / 3)
    expect(found).toMatchObject({
      verdict: 'unresolved',
      reason: { kind: 'assumptions decide', driver: { quantity: 'ties.a-b.stake', sign: 1 } },
    })
  })

  test('is open where the interval crosses an edge, and tells how many batches would part it', () => {
    const one: PairDraw = [4, 2, 2]
    const batches = repeat(
      [
        [[4, 3, 2], one, one, one],
        [[4, 2, 3], one, one, one],
        [[4, 4, 2], one, one, one],
      ] as PairDraw[][],
      3,
    )
    const found = judged(batches, { tests: ABOVE })
    expect(found.reason).toMatchObject({ kind: 'needs more playouts', edge: 0 })
    expect(found.reason.kind === 'needs more playouts' && found.reason.batches).toBeGreaterThan(9)
  })

  test('is given where only a fact about the inputs changes: the worlds play alike, the claim does not', () => {
    const every = steady([[0, 0, 16]]).map((batch) => batch.map((): PairDraw => [0, 0, 16]))
    expect(judged(every, { identical: true, tests: [{ op: '<', value: 0 }] }).verdict).toBe('holds')
  })

  test('is none where the change changes nothing, whatever was asserted', () => {
    const still = steady([[1, 0, 0]]).map((batch) => batch.map((): PairDraw => [1, 0, 0]))
    for (const tests of [undefined, [{ op: '<', value: 0.25 }]] as const) {
      const found = judged(still, { identical: true, ...(tests ? { tests: [...tests] } : {}) })
      expect(found.verdict).toBe('not testable')
      expect(found.reason).toEqual({ kind: 'nothing changed' })
      expect(found.effect?.difference).toMatchObject({ value: 0, low: 0, high: 0 })
    }
  })

  test('is open at 0 where no playout flipped but some might: no number of batches settles that', () => {
    const still = repeat([repeat([[1, 0, 0] as PairDraw], 16)], 16)
    expect(judged(still)).toMatchObject({
      verdict: 'unresolved',
      reason: { kind: 'needs more playouts', edge: 0 },
    })
    expect(judged(still).reason).not.toHaveProperty('batches')
    expect(judged(still, { tests: [{ op: '<', value: 0.25 }] }).verdict).toBe('holds')
  })

  test('asks only the interval where every draw flips wholly or not at all', () => {
    const found = judged(
      repeat(
        [
          repeat(
            [
              [0, 16, 0],
              [4, 0, 0],
            ] as PairDraw[],
            8,
          ),
          repeat(
            [
              [0, 16, 0],
              [0, 16, 0],
              [0, 16, 0],
              [4, 0, 0],
            ] as PairDraw[],
            4,
          ),
        ],
        8,
      ),
      {
        tests: [{ op: '>', value: 0.5 }],
      },
    )
    expect([found.thetaAlone, found.verdict]).toEqual([true, 'holds'])
    expect(found.mass).toBeLessThan(2 / 3)
  })
})

describe('the mass above no effect at all', () => {
  const still: PairDraw = [3, 0, 0]
  const rows = (draws: readonly PairDraw[]) =>
    Array.from({ length: 16 }, (_, at) => draws.slice(64 * at, 64 * at + 64))

  test('leaves out the draws that the change does not touch', () => {
    const touched = (at: number): boolean => at % 11 === 0 && at < 968
    const batches = rows(
      Array.from({ length: 1024 }, (_, at): PairDraw => (touched(at) ? [3, at % 2 ? 2 : 8, 0] : still)),
    )
    const found = judged(batches, { tests: ABOVE })
    expect(found.mass).toBeCloseTo(88 / 1024, 12)
    expect(found.verdict).not.toBe('holds')
    expect(judged(batches, { as: 'ratio', tests: [{ op: '>', value: 1 }] }).mass).toBeCloseTo(88 / 1024, 12)
    // At least nothing is not more than nothing.
    expect(judged(batches, { tests: [{ op: '>=', value: 0 }] }).mass).toBe(1)
  })

  test('counts those that show no flip by chance alone', () => {
    // Sixteen playouts at a chance of .02 in every draw: 741 show none, 242 one, 37 two, 4 three.
    const draws = [741, 242, 37, 4].flatMap((times, up) => repeat([[3, up, 0] as PairDraw], times))
    const found = judged(rows(draws.map((_, at) => draws[(at * 389) % 1024]!)), { tests: ABOVE })
    expect([found.mass, found.verdict]).toEqual([1, 'holds'])
  })

  test('is nothing where nothing flipped', () => {
    expect(judged(rows(repeat([still], 1024)), { tests: ABOVE }).mass).toBe(0)
  })
})

describe('the verdict on a ratio', () => {
  const thrice: readonly Test[] = [{ op: '>=', value: 3 }]

  test('holds and fails by the interval and the draws', () => {
    const five = steady([
      [2, 8, 0],
      [2, 9, 0],
      [3, 9, 0],
      [2, 8, 0],
    ])
    expect(judged(five, { as: 'ratio', tests: thrice }).verdict).toBe('holds')
    expect(judged(five, { as: 'ratio', tests: [{ op: '<', value: 2 }] })).toMatchObject({
      verdict: 'fails',
      reason: { kind: 'outside', side: 'above' },
    })
    const same = steady([
      [6, 1, 1],
      [7, 1, 0],
      [5, 0, 1],
      [6, 1, 1],
    ])
    expect(judged(same, { as: 'ratio', tests: thrice })).toMatchObject({
      verdict: 'fails',
      reason: { kind: 'outside', side: 'below' },
    })
  })

  test('is not testable under twenty events below the line; more batches may show more', () => {
    const quiet: PairDraw = [0, 1, 0]
    const found = judged(repeat([[[1, 1, 0], quiet, quiet, quiet]] as PairDraw[][], 16), {
      as: 'ratio',
      tests: thrice,
    })
    expect(found).toMatchObject({
      verdict: 'not testable',
      reason: { kind: 'ratio not estimable', n: 16, batches: 20 },
    })
    expect(found.effect!.ratio).toBeUndefined()
    expect(found.effect!.difference.value).toBeGreaterThan(0)
  })

  test('has a mass that agrees with the draws seen, where chance inside a draw is small against their spread', () => {
    // In three quarters of the draws fourfold, in one quarter the same.
    const found = judged(
      steady(
        [
          [2, 6, 0],
          [2, 6, 0],
          [2, 6, 0],
          [8, 0, 0],
        ],
        8,
      ),
      { as: 'ratio', tests: [{ op: '>=', value: 2 }] },
    )
    expect(found.mass).toBeGreaterThan(0.55)
    expect(found.mass).toBeLessThan(0.95)
  })
})

test('draws beyond either end of what was asserted of a ratio are both left out', () => {
  const tests: readonly Test[] = [
    { op: '>=', value: 2 },
    { op: '<', value: 4 },
  ]
  // A third of the draws the same, a third threefold, a third thirteenfold.
  const found = judged(
    steady(
      [
        [8, 0, 0],
        [3, 6, 0],
        [1, 12, 0],
      ],
      8,
    ),
    { as: 'ratio', tests },
  )
  expect(found.mass).toBeLessThan(0.5)
})

describe('a verdict that is one weight', () => {
  const draws = [
    [2, 0, 0],
    [2, 2, 0],
    [2, 5, 0],
    [2, 8, 0],
  ] as PairDraw[]
  const rising = (batches: readonly unknown[]): readonly number[] =>
    batches.flatMap(() => repeat([-1.34, -0.45, 0.45, 1.34], 4))
  const idle = (batches: readonly unknown[]): readonly number[] =>
    batches.flatMap(() => repeat([1, -1, -1, 1], 4))
  const batches = steady(draws)

  test('is told where the change moves one input and a weight explains four fifths of the effect', () => {
    const scores = [rising(batches), idle(batches)]
    expect(judged(batches, { scores }).weight).toMatchObject({ quantity: 'weights.obligation', sign: 1 })
  })

  test('is not told of an input, of several changes, or where the weight explains less', () => {
    const input = [idle(batches), rising(batches)]
    expect(judged(batches, { scores: input }).weight).toBeUndefined()
    const scores = [rising(batches), idle(batches)]
    expect(
      judged(batches, { scores, change: 'weights.stake = 2; ties.a-b.stake = 1' }).weight,
    ).toBeUndefined()
    expect(judged(batches, { scores, change: 'without north-korea' }).weight).toBeUndefined()
    // Weight and input move it equally.
    const z = [-1.34, -0.45, 0.45, 1.34]
    const grid = Array.from({ length: 16 }, (_, at) => [at % 4, Math.floor(at / 4)] as const)
    const both = repeat([grid.map(([one, other]): PairDraw => [2, 2 * one + 2 * other, 0])], 16)
    const equally = [0, 1].map((which) => both.flatMap(() => grid.map((cell) => z[cell[which]!]!)))
    const shared = judged(both, { scores: equally })
    const share = shared.drivers.find(({ quantity }) => quantity === 'weights.obligation')!.share
    expect(share).toBeGreaterThan(0.3)
    expect(share).toBeLessThan(0.8)
    expect(shared.weight).toBeUndefined()
    const half = [rising(batches).map((z, at) => (at % 8 < 4 ? z : -z / 4)), idle(batches)]
    expect(judged(batches, { scores: half }).weight).toBeUndefined()
  })
})

test('tests together are one stretch', () => {
  const region = (...tests: Test[]) => testRegion(tests)
  expect(region({ op: '>', value: 0 }, { op: '<=', value: 0.25 })).toEqual({
    low: 0,
    high: 0.25,
    lowOpen: true,
    highOpen: false,
  })
  expect(region({ op: '>=', value: 0 }, { op: '>', value: 0 })).toMatchObject({ low: 0, lowOpen: true })
  expect(region({ op: '>', value: 0.1 }, { op: '>=', value: 0 })).toMatchObject({ low: 0.1, lowOpen: true })
  expect(region({ op: '==', value: 0.2 })).toEqual({ low: 0.2, high: 0.2, lowOpen: false, highOpen: false })
  expect(() => region({ op: '!=', value: 0 })).toThrow(/all but one/)
})
