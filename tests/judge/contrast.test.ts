/** Playouts with a condition against those without it, as seen: the difference and the ratio, and what bounds them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeContrast } from '../../src/judge/conditional.ts'
import { contrastOf } from '../../src/judge/given.ts'
import { atMost } from '../../src/judge/interval.ts'
import type { Claim, Effect, Test } from '../../src/scenario/scenario.ts'
import { claimOf, repeat } from './make.ts'
import { anyBatches, benchOf, designFor, PLAYOUTS, steady } from './seen.ts'
import { type GivenDraw, givenOf } from './vectors.ts'

describe('a contrast', () => {
  const ask = (
    batches: readonly (readonly GivenDraw[])[],
    tests: readonly Test[],
    as: Effect['as'] = 'difference',
  ) => {
    const claim: Claim & { readonly effect: Effect } = {
      ...claimOf({ kind: 'contrast' }),
      effect: { as, tests },
    }
    return judgeContrast(claim, benchOf(batches), givenOf(batches))
  }
  const more = steady([
    [4, 5, 7],
    [4, 5, 6],
    [3, 4, 6],
    [4, 5, 8],
  ])

  test('sets the playouts with the condition against those without, by the interval alone', () => {
    const found = ask(more, [{ op: '>', value: 0 }])
    expect(found).toMatchObject({ verdict: 'holds', onlyInterval: true })
    expect(found.mass).toBeUndefined()
    const { from, to, difference, up } = found.effect!
    expect(to.p).toBeCloseTo((16 * 4 * 15 + 8) / (16 * 4 * 19 + 8), 12)
    expect(from.p).toBeCloseTo((16 * 4 * 12) / (16 * 4 * 45 - 8), 12)
    expect(difference.value).toBeCloseTo(to.p - from.p, 12)
    expect(up).toBeUndefined()
    expect(ask(more, [{ op: '<', value: 0 }]).verdict).toBe('fails')
    expect(ask(more, [{ op: '>=', value: 2 }], 'ratio').verdict).toBe('holds')
  })

  test('is not testable with too few on either side', () => {
    const few: GivenDraw[] = [
      [1, 1, 5],
      [0, 0, 5],
    ]
    expect(ask(repeat([few], 16), [{ op: '>', value: 0 }]).reason).toMatchObject({
      kind: 'too few given',
      side: 'with',
      n: 16,
    })
    const never: GivenDraw[] = [
      [0, 0, 5],
      [0, 0, 5],
    ]
    const found = ask(repeat([never], 16), [{ op: '>', value: 0 }])
    expect(found).toMatchObject({ verdict: 'not testable', given: { n: 0 } })
    expect(found.effect).toBeUndefined()
    const nearly: GivenDraw[] = [
      [1, 16, 1],
      [1, 15, 2],
    ]
    expect(ask(repeat([nearly], 16), [{ op: '>', value: 0 }]).reason).toMatchObject({
      side: 'without',
      n: 16,
    })
  })

  test('has no ratio under twenty events without the condition', () => {
    const rare = repeat(
      [
        [
          [5, 8, 6],
          [5, 8, 5],
        ] as GivenDraw[],
      ],
      16,
    )
    expect(ask(rare, [{ op: '>=', value: 2 }], 'ratio')).toMatchObject({
      verdict: 'not testable',
      reason: { kind: 'ratio not estimable', n: 16, batches: 20 },
    })
  })

  test('has a ratio as wide as the draws that saw the condition leave it', () => {
    // Sixteen of 256 draws see the condition, and one playout in each of eight of them goes as claimed.
    const rare = Array.from({ length: 16 }, (_, batch) =>
      Array.from({ length: 16 }, (_row, at): GivenDraw => {
        if (at === 0) return batch % 2 ? [1, 14, 1] : [0, 14, 0]
        return [0, 0, 1]
      }),
    )
    const { from, to, ratio } = contrastOf(givenOf(rare), designFor(rare))
    expect(to.count).toBe(8)
    expect(to.interval.high).toBeGreaterThanOrEqual(atMost(to.p, 16))
    expect(ratio!.high).toBeGreaterThanOrEqual(to.interval.high / from.p - 1e-12)
    expect(ratio!.low).toBeLessThanOrEqual(to.interval.low / from.p + 1e-12)
    expect(ratio!.basis).toBe('few events')
  })

  test('has a ratio, and a difference, with an error where one batch, or batches alike, show none', () => {
    const one = [
      repeat(
        [
          [3, 5, 4],
          [5, 6, 8],
          [2, 5, 4],
          [4, 6, 5],
        ] as GivenDraw[],
        6,
      ),
    ]
    for (const batches of [one, repeat(one, 8)]) {
      const { ratio, difference } = contrastOf(givenOf(batches), designFor(batches))
      for (const { value, low, high, half } of [ratio!, difference]) {
        expect(half).toBeGreaterThan(0)
        expect(low).toBeLessThan(value)
        expect(high).toBeGreaterThan(value)
      }
      const { value } = ratio!
      expect(ask(batches, [{ op: '>=', value: value * 0.999 }], 'ratio').verdict).not.toBe('holds')
    }
    // Ends that move together, batch by batch: their ratio is always two, and still is not known exactly.
    const both = repeat(
      [[repeat([[4, 8, 6] as GivenDraw], 8)].flat(), repeat([[6, 8, 9] as GivenDraw], 8)],
      8,
    )
    const together = contrastOf(givenOf(both), designFor(both))
    expect(together.to.interval.basis).toBe('batches')
    expect(together.ratio!.value).toBeCloseTo(2, 12)
    expect(together.ratio!.high - together.ratio!.low).toBeGreaterThan(0.05)
  })

  test('the other way round is the difference with the other sign', () => {
    fc.assert(
      fc.property(anyBatches, (batches) => {
        const there = contrastOf(givenOf(batches), designFor(batches)).difference
        const not = batches.map((batch) =>
          batch.map(([both, given, that]): GivenDraw => [that - both, PLAYOUTS - given, that]),
        )
        const back = contrastOf(givenOf(not), designFor(not)).difference
        if (batches.flat().every(([, given]) => given === 0)) return
        expect(back.value).toBeCloseTo(-there.value, 9)
        expect(back.low).toBeCloseTo(-there.high, 9)
        expect(there.low).toBeLessThanOrEqual(there.value)
        expect(there.high).toBeGreaterThanOrEqual(there.value)
      }),
    )
  })
})
