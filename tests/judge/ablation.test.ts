/** What a mechanism contributes is what its absence takes away, turned round. */
import { describe, expect, test } from 'vitest'
import type { Paired } from '../../src/engine/paired.ts'
import { ablationOf, type Contribution } from '../../src/judge/ablation.ts'
import { effectOf } from '../../src/judge/effect.ts'
import type { Claim } from '../../src/scenario/scenario.ts'
import { claimOf, designOf, scenarioOf, summaryOf, tallyOf } from './make.ts'
import { armOf, type PairDraw, pairOf } from './vectors.ts'

const PLAYOUTS = 16
/** Sixteen batches of four draws; in each draw so many more hold without the mechanism, and so many fewer. */
const batches = (up: number, down: number): readonly (readonly PairDraw[])[] =>
  Array.from({ length: 16 }, (_, batch) =>
    Array.from({ length: 4 }, (_one, draw): PairDraw => [4, up === 0 ? 0 : up + ((batch + draw) % 2), down]),
  )

const counts = (pairs: readonly (readonly PairDraw[])[]): readonly (readonly number[])[] =>
  pairs.map((draws) => draws.map(([both, , down]) => both + down))

const CLAIMS: readonly Claim[] = [
  claimOf({ id: 'second' }),
  claimOf({ id: 'first' }),
  claimOf({ id: 'known', kind: 'fact' }),
  claimOf({ id: 'if', kind: 'conditional' }),
]

function ablated(pairs: readonly (readonly (readonly PairDraw[])[])[]): ReturnType<typeof ablationOf> {
  const held = counts(pairs[0]!)
  const design = designOf(held, PLAYOUTS)
  const tally = tallyOf(held, PLAYOUTS)
  const paired: Paired = {
    base: summaryOf({ design, claims: new Map(CLAIMS.map(({ id }) => [id, tally])) }),
    arms: pairs.map((one, at) => armOf(pairOf(one), { design, claim: 'first', id: `m${at}` })),
  }
  return ablationOf(scenarioOf({ claims: CLAIMS }), paired)
}

const part = (pairs: readonly (readonly PairDraw[])[]): Contribution => ablated([pairs]).rows[0]!.parts[0]!

describe('a contribution', () => {
  test('is the difference that leaving out makes, turned round, end by end', () => {
    const pairs = batches(0, 3)
    const { difference, up, down } = effectOf(pairOf(pairs), designOf(counts(pairs), PLAYOUTS))
    const found = part(pairs)
    if (found.kind !== 'measured') throw new Error('not measured')
    expect(found.difference.value).toBeCloseTo(3 / PLAYOUTS, 12)
    expect(found.difference.value).toBe(-difference.value)
    expect([found.difference.low, found.difference.high]).toEqual([-difference.high, -difference.low])
    expect([found.up, found.down]).toEqual([down, up])
  })

  test('can be told from 0 only where its interval lies on one side of it', () => {
    const told = (up: number, down: number): boolean => {
      const found = part(batches(up, down))
      return found.kind === 'measured' && found.told
    }
    expect([told(0, 3), told(3, 0), told(0, 0)]).toEqual([true, true, false])
    const even = part(batches(0, 0))
    expect(even.kind === 'measured' && Object.is(even.difference.value, 0)).toBe(true)
  })
})

test('rows are sorted by claim, columns stand as the worlds were played', () => {
  const { mechanisms, rows } = ablated([batches(0, 3), batches(2, 0), batches(0, 0)])
  expect(mechanisms).toEqual(['m0', 'm1', 'm2'])
  expect(rows.map(({ claim }) => claim.id)).toEqual(['first', 'second'])
  expect(rows[0]!.parts.map((one) => one.kind === 'measured' && Math.sign(one.difference.value))).toEqual([
    1, -1, 0,
  ])
})

test('a claim that the world without the mechanism cannot be asked has no pair there', () => {
  const [first, second] = ablated([batches(0, 3)]).rows
  expect(first!.parts[0]!.kind).toBe('measured')
  expect(second!.parts).toEqual([{ kind: 'unasked' }])
})

test('what is no event of a playout stands apart, by name', () => {
  expect(ablated([batches(0, 3)]).apart).toEqual(['if', 'known'])
})
