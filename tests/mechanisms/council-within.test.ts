/** Laws of a draft's time: tabled within so many days or never, and one of six ends in every playout. */
import { describe, expect, test } from 'vitest'
import { lives } from '../engine/lives.ts'
import { played, playoutsIn, shares } from '../engine/play.ts'
import type { world } from '../engine/world.ts'
import { type Vote } from '../engine/world.ts'
import { DESIGN, oneDraft, shareOf } from './one-draft.ts'

describe('a draft that is tabled within so many days', () => {
  const late = (within?: number): ReturnType<typeof world> =>
    oneDraft({ tabled: 0.5, ...(within === undefined ? {} : { within }) })

  test('is tabled in them with the odds stated, and never after', () => {
    for (const { tabledOn, tabled } of lives(late(6), {
      tabledOn: 'council.tabledOn',
      tabled: 'council.isTabled',
    }))
      expect(tabled.at(-1)).toBe(tabledOn[0]! <= 6 ? 1 : 0)
    const noise = 4 * Math.sqrt(0.25 / playoutsIn(DESIGN))
    expect(Math.abs(shareOf(late(6), 'tabled') - 0.5)).toBeLessThan(noise)
    expect(Math.abs(shareOf(late(), 'tabled') - 0.5)).toBeLessThan(noise)
  })

  test('is, where the days are those of the crisis, the draft that states none, to the bit', () => {
    expect(shares(played(late(40), { design: DESIGN }), 'council:d1')).toEqual(
      shares(played(late(), { design: DESIGN }), 'council:d1'),
    )
  })

  test('ends in one way in every playout: untabled, withdrawn, short, vetoed, adopted or pending', () => {
    const mixed: Record<string, Vote> = {
      ally: [0.4, 0.2, 0.4, 0],
      other: [0.6, 0, 0.4, 0],
      third: [0.5, 0.2, 0.3, 0],
    }
    const all = shares(
      played(oneDraft({ tabled: 0.7, showdown: 0.3, within: 20, votes: mixed }), { design: DESIGN }),
      'council:d1',
    )
    expect(all.reduce((a, b) => a + b)).toBeCloseTo(1, 12)
    expect(all.slice(0, 5).every((one) => one > 0)).toBe(true)
  })
})
