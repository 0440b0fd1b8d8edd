/** Laws of what comes of a draft: in time or never, and from a veto on to the General Assembly where the rule allows it. */
import { describe, expect, test } from 'vitest'
import { lives } from '../engine/lives.ts'
import { played, playoutsIn, shares } from '../engine/play.ts'
import { type CouncilOptions } from '../engine/world.ts'
import { DESIGN, oneDraft, shareOf, type One } from './one-draft.ts'

describe('the General Assembly', () => {
  test('adopts three to ten days after the veto, and for good', () => {
    const looked = {
      voted: 'council.votedOn',
      vetoed: 'council.isVetoed',
      there: 'council.byAssembly',
    } as const
    let seen = 0
    for (const { voted, vetoed, there } of lives(oneDraft({ type: 'authorise' }), looked)) {
      const first = there.indexOf(1)
      if (first < 0) continue
      seen += 1
      expect(vetoed[first]).toBe(1)
      expect(first - voted[0]!).toBeGreaterThanOrEqual(3)
      expect(first - voted[0]!).toBeLessThanOrEqual(11)
      expect(there.slice(first).every((flag) => flag === 1)).toBe(true)
    }
    expect(seen).toBe(64)
  })

  test.each<[string, One, Partial<CouncilOptions>]>([
    ['the rule has no such way', {}, { bypass: false }],
    ['nobody has blocked the draft', { votes: { ally: 'yes', other: 'yes', third: 'yes' } }, {}],
    ['it would have fallen without the veto', { votes: { ally: 'no', other: 'yes', third: 'no' } }, {}],
    ['nobody takes it there', { values: { assembly: 0, assemblyAdopts: 1 } }, {}],
    ['it finds no majority there', { values: { assembly: 1, assemblyAdopts: 0 } }, {}],
    ['the draft is a matter of procedure', { type: 'procedural' }, {}],
    [
      'it was withdrawn before it was blocked',
      { showdown: 0, votes: { ally: 'no', other: 'no', third: 'no' } },
      {},
    ],
  ])('has no say where %s', (_, draft, rule) => {
    expect(shareOf(oneDraft(draft, rule))).toBe(0)
  })

  test('adopts as often as both chances say', () => {
    const share_ = shareOf(oneDraft({ values: { assembly: 0.6, assemblyAdopts: 0.5 } }))
    expect(Math.abs(share_ - 0.3)).toBeLessThan(4 * Math.sqrt(0.21 / playoutsIn(DESIGN)))
  })

  test('changes nothing in the council itself', () => {
    const histogram = (bypass: boolean): number[] =>
      shares(played(oneDraft({ tabled: 0.6 }, { bypass }), { design: DESIGN }), 'council:d1')
    expect(histogram(true)).toEqual(histogram(false))
  })
})
