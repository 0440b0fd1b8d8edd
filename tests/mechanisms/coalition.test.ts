/** Laws of who joins: readiness against patience, step by step from a base to combat, and never back. */
import { describe, expect, test } from 'vitest'
import { lives } from '../engine/lives.ts'
import { played, playoutsIn, share } from '../engine/play.ts'
import { claim, world, type WorldOptions } from '../engine/world.ts'
import { KEEN, type Values } from './keen.ts'

const WIDE = { batches: 4, draws: 64, playouts: 8 }

function joining(
  candidates: Readonly<Record<string, Values>>,
  options: WorldOptions = {},
): ReturnType<typeof world> {
  return world({ coalitions: { good: { candidates } }, ...options })
}
/** Roles of the candidates day by day, playout by playout. */
function roles(scenario: ReturnType<typeof world>, count = 1): (readonly number[])[][] {
  const looked = Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`f${at}`, ['coalition.role', at] as const]),
  )
  return lives(scenario, looked).map((life) => Object.values(life))
}
function atLeast(role: number, values: Values, options: WorldOptions = {}): number {
  const claims = [claim('c', { metric: 'coalition.role', of: 'uk', test: { op: '>=', value: role } })]
  return share(played(joining({ uk: values }, { ...options, claims }), { design: WIDE }), 'c')
}

describe('a candidate alone', () => {
  test.each([
    [1, 0],
    [2, 0.7],
    [3, 1.4],
    [4, 2.2],
  ])('takes role %i with the odds of the logit at its cut', (role, cut) => {
    const score = -3.5 + 1.5 * 0.8 + 1.5 * 0.6 + 0.8 * 0.5 + 0.8 * 0.5 - 1.5 * 0.3 - 0.3 + 2
    const odds = 1 / (1 + Math.exp(cut - score))
    const counted = atLeast(role, KEEN, { weights: { coalitionBase: -1.5 } })
    expect(Math.abs(counted - odds)).toBeLessThan(4 * Math.sqrt((odds * (1 - odds)) / playoutsIn(WIDE)))
  })

  test('joins on the first day after the attack or, where nothing changes, never', () => {
    for (const [days] of roles(
      joining({ uk: KEEN }, { weights: { coalitionBase: -1.5, coalitionPeers: 9 } }),
    )) {
      expect(days![0]).toBe(0)
      expect(new Set(days!.slice(1)).size).toBe(1)
    }
  })

  test('is no peer of its own, whatever others are there', () => {
    const weights = { coalitionBase: -1.5, coalitionPeers: 9 }
    const loner = { dove: { cost: 1, domesticConstraint: 1, size: 0.1 }, uk: { ...KEEN, size: 1 } }
    const never = { ...weights, coalitionCost: 50 }
    for (const [dove, days] of roles(
      joining({ ...loner, uk: { ...loner.uk, cost: 0 } }, { weights: never }),
      2,
    )) {
      expect(dove!.every((role) => role === 0)).toBe(true)
      expect(new Set(days!.slice(1)).size).toBe(1)
    }
  })

  test('that is taken out stays out, and others reckon without it', () => {
    const weights = { coalitionBase: -2, coalitionPeers: 4 }
    const others = { usa: KEEN, yemen: KEEN }
    const gone = joining({ uk: { ...KEEN, size: 1 }, ...others }, { weights, without: { actors: ['uk'] } })
    expect(roles(gone, 3).every(([uk]) => uk!.every((role) => role === 0))).toBe(true)
    expect(roles(gone, 3).map(([, ...rest]) => rest)).toEqual(roles(joining(others, { weights }), 2))
  })

  test('joins no fight that is over', () => {
    const over = roles(joining({ uk: KEEN }, { weights: { coalitionBase: 20 }, ending: { duration: 0.1 } }))
    expect(over.filter(([days]) => days!.at(-1) === 0).length).toBe(0)
    const ended = lives(
      joining({ uk: KEEN, usa: KEEN }, { weights: { coalitionPeers: 8 }, ending: { duration: 3 } }),
      {
        role: ['coalition.role', 0],
        ended: 'termination.ended',
      },
    )
    for (const { role, ended: over_ } of ended)
      role.forEach((now, day) => {
        if (day > 0 && over_[day - 1] === 1) expect(now).toBe(role[day - 1])
      })
  })
})
