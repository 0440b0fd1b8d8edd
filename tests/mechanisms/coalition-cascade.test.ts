/** Laws of the cascade: who has joined pulls the others, one round a day and upward only; what moves one moves all one way. */
import { describe, expect, test } from 'vitest'
import { lives } from '../engine/lives.ts'
import { councilOf } from '../engine/world.ts'
import { fourAlike, LOOKED, MIDDLING, NAMES, roles } from './four-candidates.ts'

function nowhereLess(high: readonly number[], low: readonly number[]): void {
  expect(high.every((role, at) => role >= low[at]!)).toBe(true)
  expect(high.some((role, at) => role > low[at]!)).toBe(true)
}

describe('with the same chance, in every playout and on every day,', () => {
  const usual = roles(fourAlike())

  test.each(['alignment', 'harm', 'dependence', 'pressure'])('%s takes nobody’s role down', (field) => {
    nowhereLess(roles(fourAlike({ [field]: 0.9 })), usual)
  })
  test.each(['cost', 'domesticConstraint'])('%s takes nobody’s role up', (field) => {
    nowhereLess(usual, roles(fourAlike({ [field]: 0.9 })))
  })
  test('more standing of the leader takes nobody’s role down', () => {
    const candidates = Object.fromEntries(NAMES.map((name) => [name, MIDDLING]))
    nowhereLess(roles(fourAlike({}, { coalitions: { good: { mandate: 1, candidates } } })), usual)
    const drafts = [{ id: 'd1', type: 'authorise' as const, votes: { other: 'yes' as const } }]
    nowhereLess(roles(fourAlike({}, { council: councilOf({ threshold: 1, drafts }) })), usual)
    const against = drafts.map((draft) => ({ ...draft, favours: 'bad' }))
    const low = roles(fourAlike({}, { council: councilOf({ threshold: 1, drafts: against }) }))
    expect(usual.every((role, at) => role >= low[at]!)).toBe(true)
  })
  test('one eager candidate takes the others’ roles up', () => {
    const candidates = Object.fromEntries(NAMES.map((name) => [name, MIDDLING]))
    const eager = { ...candidates, a1: { ...MIDDLING, harm: 1, alignment: 1, size: 1 } }
    const before = roles(
      fourAlike(
        {},
        { coalitions: { good: { candidates: { ...candidates, a1: { ...MIDDLING, size: 1 } } } } },
      ),
    )
    nowhereLess(roles(fourAlike({}, { coalitions: { good: { candidates: eager } } })), before)
  })
})

test('a role never falls, also when standing fades and the fighting ends', () => {
  const drafts = [{ id: 'd1', type: 'authorise' as const, votes: { other: 'yes' as const } }]
  const scenario = fourAlike({}, { council: councilOf({ threshold: 1, drafts }), ending: { duration: 10 } })
  for (const life of lives(scenario, LOOKED))
    for (const days of Object.values(life))
      days.forEach((role, day) => expect(role).toBeGreaterThanOrEqual(days[day - 1] ?? 0))
})

test('the cascade runs by one round a day and settles within as many days as there are roles to take', () => {
  let late = 0
  for (const life of lives(fourAlike(), LOOKED)) {
    const total = life.a1.map((_, day) => Object.values(life).reduce((sum, days) => sum + days[day]!, 0))
    expect(total[0]).toBe(0)
    const rises = total.flatMap((sum, day) => (day > 0 && sum > total[day - 1]! ? [day] : []))
    rises.forEach((day, at) => expect(day).toBe(at + 1))
    late += rises.length > 1 ? 1 : 0
  }
  expect(late).toBeGreaterThan(5)
})
