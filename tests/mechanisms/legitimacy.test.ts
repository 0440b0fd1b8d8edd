/** Laws of standing: what a vote gives and takes, how it fades, and that nothing else moves it. */
import { describe, expect, test } from 'vitest'
import { lives } from '../engine/lives.ts'
import { councilOf, type CouncilOptions, type Vote, world, type WorldOptions } from '../engine/world.ts'

const YES: Record<string, Vote> = { ally: 'yes', other: 'yes' }
const VETO: Record<string, Vote> = { ally: 'no', other: 'yes' }
const LOOKED = {
  voted: 'council.votedOn',
  referred: 'council.assemblyOn',
  bad: ['legitimacy.level', 0],
  good: ['legitimacy.level', 1],
} as const

type One = Partial<CouncilOptions['drafts'][number]>
function voteOn(draft: One, options: WorldOptions = {}): ReturnType<typeof world> {
  const council = councilOf({
    permanent: ['ally'],
    threshold: 1,
    bypass: true,
    drafts: [{ id: 'd1', votes: YES, ...draft }],
  })
  return world({ crisis: { horizon: 40 }, council, ...options })
}

/** What is left of it after so many days since the day of the vote. */
const after = (worth: number, days: number): number => worth * 0.5 ** (Math.floor(days) / 90)

describe('from the day of the vote, and half as much each 90 days,', () => {
  test.each<[string, One, number, number]>([
    ['a mandate adopted lifts the favoured and lowers the other', { type: 'authorise' }, 0.6, -0.5],
    [
      'a condemnation adopted lifts the favoured a little and lowers the other',
      { type: 'condemn' },
      0.25,
      -0.5,
    ],
    ['a mandate vetoed lowers the favoured a little', { type: 'authorise', votes: VETO }, -0.1, 0],
    ['a condemnation vetoed moves nobody', { type: 'condemn', votes: VETO }, 0, 0],
    ['a call for a ceasefire moves nobody', { type: 'ceasefire' }, 0, 0],
    [
      'a mandate short of votes moves nobody',
      { type: 'authorise', votes: { ally: 'no', other: 'no' } },
      0,
      0,
    ],
  ])('%s', (_, draft, favoured, other) => {
    for (const favours of ['good', 'bad'])
      for (const { voted, good, bad } of lives(voteOn({ ...draft, favours }), LOOKED))
        good.forEach((_level, day) => {
          const since = day - voted[day]!
          const is = (worth: number): number => (since < 0 ? 0 : after(worth, since))
          const [own, foe] = favours === 'good' ? [good, bad] : [bad, good]
          expect(own[day]).toBeCloseTo(is(favoured), 12)
          expect(foe[day]).toBeCloseTo(is(other), 12)
        })
  })

  test('adoption by the Assembly counts for its part of what the veto held back', () => {
    const values = { assembly: 1, assemblyAdopts: 1 }
    let seen = 0
    for (const { voted, referred, good, bad } of lives(
      voteOn({ type: 'authorise', votes: VETO, values }),
      LOOKED,
    ))
      good.forEach((level, day) => {
        if (day < referred[day]!) return
        seen += 1
        expect(level).toBeCloseTo(after(0.3, day - referred[day]!) - after(0.1, day - voted[day]!), 12)
        expect(bad[day]).toBeCloseTo(after(-0.25, day - referred[day]!), 12)
      })
    expect(seen).toBeGreaterThan(1000)
  })
})

test('the leave of a regional body counts from the first day and does not fade', () => {
  const coalitions = { good: { mandate: 0.8 } }
  for (const { good, bad } of lives(world({ coalitions }), LOOKED_ALONE)) {
    expect(good.every((level) => Math.abs(level - 0.2) < 1e-12)).toBe(true)
    expect(bad.every((level) => level === 0)).toBe(true)
  }
})
const LOOKED_ALONE = { good: LOOKED.good, bad: LOOKED.bad }

test('standing stays within -1 and 1, however much is voted', () => {
  const votes = Array.from({ length: 4 }, (_, at) => ({
    id: `d${at}`,
    type: 'authorise' as const,
    votes: YES,
  }))
  const council = councilOf({ threshold: 1, drafts: votes })
  const ends = lives(world({ council }), LOOKED_ALONE).map(({ good, bad }) => [good.at(-1), bad.at(-1)])
  expect(ends).toContainEqual([1, -1])
})

test('whoever is favoured: swapping the sides swaps their standing', () => {
  const sides = (favours: string): ReturnType<typeof lives> =>
    lives(
      voteOn({ type: 'authorise', favours }, { coalitions: { [favours]: { mandate: 0.4 } } }),
      LOOKED_ALONE,
    )
  const [forGood, forBad] = [sides('good'), sides('bad')]
  expect(forGood.map(({ good, bad }) => [good, bad])).toEqual(forBad.map(({ good, bad }) => [bad, good]))
})
