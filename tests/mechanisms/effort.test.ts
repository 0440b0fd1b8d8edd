/** Laws of the ledger of effort: its shares are shares, and each goes to who expended it. */
import { describe, expect, test } from 'vitest'
import { WEIGHTS } from '../engine/world.ts'
import { courses, duel, SIDES } from './exchange.ts'

const SHARES = ['ownShare', 'groupShare', 'helperShare'] as const
const AT_ONCE = { p05: 0.001, p95: 0.002 }

describe('the shares', () => {
  test('are of everything that was expended: they add up to 1, or to nothing before the first shot', () => {
    const at = courses(
      duel({
        groups: [
          { id: 'band', values: { trigger: 1 } },
          { id: 'clan', ally: 'bad' },
        ],
      }),
    )
    for (const side of SIDES) {
      const [total, ...shares] = ['total', ...SHARES].map((name) => at(name, side))
      total!.forEach((days, playout) =>
        days.forEach((all, day) => {
          const sum = shares.reduce((one, share) => one + share[playout]![day]!, 0)
          expect(sum).toBeCloseTo(all > 0 ? 1 : 0, 12)
          expect(all > 0).toBe(day > 0)
        }),
      )
    }
  })

  test('are all one’s own where nobody helps', () => {
    const at = courses(duel({ supporters: [] }))
    for (const side of SIDES) for (const days of at('ownShare', side)) expect(days.at(-1)).toBe(1)
  })

  test('of groups are what they launch, at the weight of a drone', () => {
    const at = courses(duel({ groups: [{ id: 'band', values: { trigger: 1, request: 1 } }] }))
    expect(Math.max(...at('byGroups', 'good').flat())).toBeCloseTo(0.1 * 0.5 * 40 * 0.8, 9)
    expect(Math.max(...at('byGroups', 'bad').flat())).toBe(0)
  })

  test('of helpers are the troops that fight for it, by what a thousand expend in a day', () => {
    const channels = { combat: { values: { alpha: 100 }, latency: AT_ONCE } }
    const at = courses(duel({ channels, weights: { effortPerThousand: 3 } }))
    for (const days of at('byHelpers', 'good'))
      expect(days[4]).toBeCloseTo(50 * 3 * WEIGHTS['effortStrike']!, 9)
    for (const days of at('byHelpers', 'bad')) expect(Math.max(...days)).toBe(0)
  })

  test('of helpers are also those who joined in combat, by size and by what the leader fires', () => {
    const eager = { alignment: 1, dependence: 1, harm: 1, cost: 0, domesticConstraint: 0, pressure: 1 }
    const coalitions = { bad: { candidates: { isle: { size: 0.25, values: eager } } } }
    const at = courses(duel({ supporters: [], coalitions, weights: { coalitionBase: 50 } } as never))
    const own = at('own', 'bad')
    at('byHelpers', 'bad').forEach((days, playout) =>
      days.forEach((count, day) => expect(count).toBeCloseTo(0.25 * own[playout]![day]!, 9)),
    )
    expect(Math.max(...at('byHelpers', 'bad').flat())).toBeGreaterThan(0)
  })
})
