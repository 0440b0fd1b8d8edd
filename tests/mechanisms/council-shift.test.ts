/** Laws of votes that somebody has judged: they win over the logit, and a change of the draft moves them by it. */
import { describe, expect, test } from 'vitest'
import { makePlan } from '../../src/engine/plan.ts'
import { canonical, played } from '../engine/play.ts'
import { councilOf, range, world } from '../engine/world.ts'
import { slices, VOTED } from './vote-slices.ts'

const voted = { votes: VOTED }

describe('a stated vote', () => {
  test('wins over the logit, to the bit, and asks for nothing that the logit would', () => {
    const values = { strength: range(0.1, 0.5, 0.9), blame: 1, conduct: range(0.1, 0.5, 0.9) }
    expect(slices('ally', { ...voted, values })).toEqual(slices('ally', voted))
    expect(slices('ally', voted)).toEqual([0.3, 0.7, 0.3 + 0.4 + 0.2])
    const one = (given: typeof values | undefined): ReturnType<typeof world> =>
      world({
        council: councilOf({ drafts: [{ id: 'd1', votes: VOTED, ...(given ? { values: given } : {}) }] }),
      })
    expect(makePlan(one(values)).parameters).toEqual([])
    const design = { batches: 1, draws: 8, playouts: 2 }
    expect(canonical(played(one(values), { design }))).toBe(canonical(played(one(undefined), { design })))
  })

  test('shifts on the logit scale where a change has moved the draft, and what is certain or absent stays', () => {
    const stronger = { ...voted, values: { strength: 0.9 }, given: { strength: 0.5 } }
    const [yes, abstain, no] = slices('ally', stronger)
    const logit = (p: number): number => Math.log(p / (0.9 - p))
    expect(logit(yes!) - logit(0.3)).toBeCloseTo(-0.4 * 0.5, 12)
    expect(logit(abstain!) - logit(0.7)).toBeCloseTo(-0.4 * 0.5, 12)
    expect(no).toBeCloseTo(0.9, 12)
    expect(slices('other', stronger)[0]).toBe(0)
    expect(slices('sure', stronger)).toEqual([1, 1, 1])
  })

  test('stays as it was, to the bit, where a change moves the draft by nothing', () => {
    const same = {
      ...voted,
      values: { strength: 0.5, cosponsors: 7 },
      given: { strength: 0.5, cosponsors: 7 },
    }
    for (const member of ['ally', 'other', 'sure'])
      expect(slices(member, same)).toEqual(slices(member, voted))
  })
})
