/** The verdict rule on constructed tallies, branch by branch, and its laws. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandOf, spreadOf } from '../../src/judge/band.ts'
import { contains, regionOf } from '../../src/judge/ladder.ts'
import { type Bench, type ClaimVerdict, judgeClaim } from '../../src/judge/verdict.ts'
import type { Claim } from '../../src/scenario/scenario.ts'
import { claimOf, designOf, ladder, quantityOf, repeat, tallyOf } from './make.ts'

const PLAYOUTS = 16
type Batches = readonly (readonly number[])[]

function bench(batches: Batches, given: Partial<Bench> = {}): Bench {
  return {
    ladder: ladder('icd-203'),
    design: designOf(batches, PLAYOUTS),
    parameters: [],
    scores: [],
    baseRates: new Map(),
    ...given,
  }
}

function judged(claim: Partial<Claim>, batches: Batches, given: Partial<Bench> = {}): ClaimVerdict {
  return judgeClaim(claimOf(claim), tallyOf(batches, PLAYOUTS), bench(batches, given))
}

/** Two batches that differ by a playout, again and again: a small error that is not nothing. */
const steady = (draws: readonly number[], times = 32): Batches => {
  const [first = 0, ...rest] = draws
  return repeat([draws, [first === PLAYOUTS ? first - 1 : first + 1, ...rest]], times)
}
const NEVER = repeat([Array.from({ length: 64 }, () => 0)], 16)
const ALWAYS = NEVER.map((batch) => batch.map(() => PLAYOUTS))
/** All or nothing in each draw; 60 of 64 draws come true, a few batches differ. */
const ENDS = repeat([repeat([16], 15).concat(0), repeat([16], 16)], 32)

describe('the verdict rule', () => {
  const cases: readonly [string, string, Batches, string, string, string][] = [
    [
      'in the region whatever is assumed',
      'likely',
      steady([12, 12, 11, 12]),
      'holds',
      'as asserted',
      'as stated',
    ],
    [
      'in the region, nearer certainty than said',
      'likely',
      steady([15, 16, 15, 16]),
      'holds',
      'as asserted',
      'understated',
    ],
    ['negative words hold below', 'unlikely', steady([4, 4, 5, 4]), 'holds', 'as asserted', 'as stated'],
    [
      'the even word holds in its band',
      'roughly even',
      steady([8, 8, 8, 8], 400),
      'holds',
      'as asserted',
      'as stated',
    ],
    ['under the region', 'likely', steady([3, 3, 2, 3]), 'fails', 'outside', 'contradicted'],
    ['over the region', 'unlikely', steady([14, 14, 13, 14]), 'fails', 'outside', 'contradicted'],
    ['even said and missed', 'roughly even', steady([14, 14, 13, 14]), 'fails', 'outside', 'understated'],
    ['said too strongly', 'almost certain', steady([12, 12, 11, 12]), 'fails', 'outside', 'overstated'],
    [
      'settled inside, but only under half of the assumptions',
      'likely',
      steady([1, 6, 15, 16], 400),
      'unresolved',
      'assumptions decide',
      'as stated',
    ],
    [
      'settled outside, but not under two thirds',
      'likely',
      steady([0, 2, 13, 16], 400),
      'unresolved',
      'assumptions decide',
      'overstated',
    ],
    [
      'on the edge, the assumptions divided',
      'likely',
      steady([1, 5, 13, 16], 2),
      'unresolved',
      'assumptions decide',
      'as stated',
    ],
    [
      'on the edge, the assumptions agreed',
      'likely',
      repeat(
        [
          [9, 9, 9, 9],
          [9, 10, 8, 10],
          [8, 9, 9, 8],
        ],
        2,
      ),
      'unresolved',
      'needs more playouts',
      'as stated',
    ],
    ['settled by the parameters alone', 'likely', ENDS, 'holds', 'as asserted', 'understated'],
    ['refuted by the parameters alone', 'unlikely', ENDS, 'fails', 'outside', 'contradicted'],
    [
      'near the edge by the parameters alone',
      'almost certain',
      ENDS.slice(0, 4),
      'unresolved',
      'needs more playouts',
      'as stated',
    ],
    ['no event, and none was expected', 'almost no chance', NEVER, 'holds', 'as asserted', 'as stated'],
    ['no event, and one was expected', 'likely', NEVER, 'fails', 'outside', 'contradicted'],
    ['nothing but events, as said', 'almost certain', ALWAYS, 'holds', 'as asserted', 'as stated'],
    [
      'nothing but events, against what was said',
      'very unlikely',
      ALWAYS,
      'fails',
      'outside',
      'contradicted',
    ],
    [
      'no event in too few draws',
      'almost no chance',
      [
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ],
      'unresolved',
      'needs more playouts',
      'as stated',
    ],
    ['one batch only', 'likely', [[12, 12, 11, 12, 13, 12, 12, 11]], 'holds', 'as asserted', 'as stated'],
  ]
  test.each(cases)('%s', (_, says, batches, verdict, reason, comparison) => {
    const found = judged({ says }, batches)
    expect([found.verdict, found.reason.kind, found.comparison]).toEqual([verdict, reason, comparison])
  })

  test('a fact holds from .95 on, fails to .05, and between them the assumptions decide', () => {
    const verdicts = [ALWAYS, NEVER, steady([16, 16, 0, 16])].map((batches) =>
      judged({ kind: 'fact' }, batches),
    )
    expect(verdicts.map(({ verdict, reason }) => [verdict, reason.kind])).toEqual([
      ['holds', 'the inputs say so'],
      ['fails', 'the inputs say otherwise'],
      ['unresolved', 'assumptions decide'],
    ])
    expect(verdicts.every(({ comparison, said }) => comparison === undefined && said === undefined)).toBe(
      true,
    )
  })

  test('a claim that asserts no likelihood is not testable and still shows its evidence', () => {
    const found = judged({}, steady([12, 12, 11, 12]))
    expect([found.verdict, found.reason.kind]).toEqual(['not testable', 'asserts no likelihood'])
    expect(found.earned).toEqual({ kind: 'word', word: 'likely' })
    expect(found.interval.high).toBeGreaterThan(found.p)
    expect(found.band.high).toBeGreaterThanOrEqual(found.band.low)
    expect([found.mass, found.region, found.comparison]).toEqual([undefined, undefined, undefined])
  })

  test('words are those of the ladder in force, with its gaps', () => {
    const uk = { ladder: ladder('uk-phia') }
    expect(judged({ says: 'highly likely' }, steady([15, 15, 15, 14]), uk)).toMatchObject({
      verdict: 'holds',
      earned: { kind: 'between', lower: 'highly likely', upper: 'almost certain' },
      comparison: 'understated',
    })
    expect(judged({ says: 'realistic possibility' }, steady([7, 7, 7, 7], 400), uk).verdict).toBe('holds')
    expect(judged({ says: 'even chance' }, steady([8, 8, 8, 8]), { ladder: ladder('nato') }).verdict).toBe(
      'holds',
    )
  })

  test('the number of batches that would part the interval from the edge is told, if there is one', () => {
    const near = judged(
      { says: 'likely' },
      repeat(
        [
          [9, 9, 9, 9],
          [9, 10, 8, 10],
          [8, 9, 9, 8],
        ],
        2,
      ),
    )
    expect(near.reason).toMatchObject({ kind: 'needs more playouts', edge: 0.55 })
    expect(near.reason.kind === 'needs more playouts' && (near.reason.batches ?? 0) > 6).toBe(true)
    // 3/8 with two batches, so 3/(4 × 15) = .05 and one more.
    expect(
      judged({ says: 'almost no chance' }, [
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ]).reason,
    ).toMatchObject({ edge: 0.05, batches: 16 })
    const scale = {
      ladder: {
        ...ladder('icd-203'),
        words: ladder('icd-203').words.map((word) =>
          word.word === 'likely' ? { ...word, low: 0.5 } : word.even ? { ...word, high: 0.5 } : word,
        ),
      },
    }
    expect(
      judged(
        { says: 'likely' },
        [
          [8, 8, 8, 8],
          [8, 9, 8, 7],
          [8, 8, 7, 8],
          [8, 8, 9, 8],
        ],
        scale,
      ).reason,
    ).toEqual({ kind: 'needs more playouts', edge: 0.5 })
  })

  test('base rate and expectation are carried, never read', () => {
    const joins = { id: 'joins', title: 'majors that joined', value: 0.036, low: 0.023, high: 0.054, n: 390 }
    const expectation = quantityOf('claims.no-troops.expectation', { role: 'expectation' })
    const batches = steady([12, 12, 11, 12])
    const found = judged({ says: 'likely', baseRate: 'joins', expectation }, batches, {
      baseRates: new Map([['joins', joins]]),
    })
    expect([found.baseRate, found.expectation]).toEqual([joins, expectation])
    const { baseRate: _rate, expectation: _expected, ...rest } = found
    expect(rest).toEqual(judged({ says: 'likely' }, batches))
  })

  test('more playouts are never promised where the assumptions lie on the other side of the edge than P', () => {
    // P is .053, just above "almost no chance" (up to .05); most draws have no event, few have many.
    const most = repeat([0], 17)
    const batches = repeat(
      [
        [16, 1, ...most],
        [15, 0, ...most],
      ],
      4,
    )
    const found = judged({ says: 'almost no chance' }, batches)
    expect(found.p).toBeGreaterThan(0.05)
    expect(found.interval.low).toBeLessThan(0.05)
    expect(found.mass).toBeGreaterThan(2 / 3)
    expect(found).toMatchObject({ verdict: 'unresolved', reason: { kind: 'assumptions decide' } })
  })

  test('an unresolved claim names the quantity that decides', () => {
    const batches = steady([1, 5, 13, 16], 64)
    const scores = batches.flatMap(() => [-1.3, -0.4, 0.5, 1.2])
    const tally = tallyOf(batches, PLAYOUTS, [scores])
    const found = judgeClaim(
      claimOf({ says: 'likely' }),
      tally,
      bench(batches, { parameters: ['ties.a-b.stake'], scores: [0n] }),
    )
    expect(found.reason).toMatchObject({
      kind: 'assumptions decide',
      driver: { quantity: 'ties.a-b.stake', sign: 1 },
    })
  })
})

const batchesArbitrary: fc.Arbitrary<number[][]> = fc
  .record({
    draws: fc.integer({ min: 1, max: 6 }),
    batches: fc.integer({ min: 1, max: 6 }),
    top: fc.integer({ min: 0, max: PLAYOUTS }),
  })
  .chain(({ draws, batches, top }) =>
    fc.array(fc.array(fc.integer({ min: 0, max: top }), { minLength: draws, maxLength: draws }), {
      minLength: batches,
      maxLength: batches,
    }),
  )
const WORDS = ladder('icd-203').words.map(({ word }) => word)
const wordArbitrary = fc.constantFrom(...WORDS)
const mirrored = (word: string): string => WORDS.at(-1 - WORDS.indexOf(word)) ?? ''

describe('laws of the verdict', () => {
  test('no claim holds when its interval crosses the edge, and none fails', () => {
    fc.assert(
      fc.property(batchesArbitrary, wordArbitrary, (batches, says) => {
        const { verdict, interval } = judged({ says }, batches)
        const region = regionOf(ladder('icd-203'), says)
        const ends = [contains(region, interval.low), contains(region, interval.high)]
        if (ends[0] !== ends[1]) expect(verdict).toBe('unresolved')
        if (verdict === 'holds') expect(ends).toEqual([true, true])
        if (verdict === 'fails') expect(ends).toEqual([false, false])
      }),
    )
  })

  test('a claim said and its opposite said mirror each other', () => {
    fc.assert(
      fc.property(batchesArbitrary, wordArbitrary, (batches, says) => {
        const there = judged({ says }, batches)
        const back = judged(
          { says: mirrored(says) },
          batches.map((batch) => batch.map((draw) => PLAYOUTS - draw)),
        )
        expect([back.verdict, back.reason.kind, back.comparison]).toEqual([
          there.verdict,
          there.reason.kind,
          there.comparison,
        ])
        expect(back.p).toBeCloseTo(1 - there.p, 12)
        expect(back.interval.low).toBeCloseTo(1 - there.interval.high, 9)
        expect(back.band.low).toBeCloseTo(1 - there.band.high, 6)
        expect(back.mass).toBeCloseTo(there.mass ?? -1, 6)
      }),
    )
  })

  test('no two words from opposite sides of even both hold', () => {
    fc.assert(
      fc.property(batchesArbitrary, (batches) => {
        const holding = WORDS.filter((says) => judged({ says }, batches).verdict === 'holds')
        const sides = new Set(holding.map((word) => Math.sign(WORDS.indexOf(word) - 3)))
        expect(sides.size).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('the order in which batches and draws arrive changes nothing', () => {
    fc.assert(
      fc.property(batchesArbitrary, wordArbitrary, (batches, says) => {
        const shuffled = [...batches].reverse().map((batch) => [...batch].reverse())
        expect(judged({ says }, shuffled)).toEqual(judged({ says }, batches))
      }),
    )
  })

  test('what is in the evidence is a number between 0 and 1', () => {
    fc.assert(
      fc.property(batchesArbitrary, wordArbitrary, (batches, says) => {
        const { p, interval, band, mass } = judged({ says }, batches)
        const numbers = [p, interval.low, interval.high, band.low, band.high, mass ?? 0]
        expect(numbers.every((value) => value >= 0 && value <= 1)).toBe(true)
        expect(band.low).toBeLessThanOrEqual(band.high)
      }),
    )
  })

  test('the band is the fitted one wherever both outcomes were seen', () => {
    const batches = steady([1, 5, 13, 16])
    const fitted = bandOf(spreadOf(tallyOf(batches, PLAYOUTS), designOf(batches, PLAYOUTS)))
    expect(judged({ says: 'likely' }, batches).band).toEqual(fitted)
    expect(judged({ says: 'likely' }, NEVER).band).toEqual({ low: 0, high: 3 / 1024 })
  })
})
