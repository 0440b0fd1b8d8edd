/** Laws of votes that nobody has judged: an ordered logit of what the draft asks for and of who asks. */
import { describe, expect, test } from 'vitest'
import { slices, VOTED } from './vote-slices.ts'

/** Yes, abstain, no, absent. */
function chances(...[member, draft, alignment]: Parameters<typeof slices>): number[] {
  const [yes, abstain, no] = slices(member, draft, alignment)
  return [yes!, abstain! - yes!, no! - abstain!, 1 - no!]
}

describe('a member without a stated vote', () => {
  test('has chances that lie within 0 and 1 and add up to one, whatever the draft', () => {
    for (const strength of [0, 1])
      for (const blame of [0, 1])
        for (const conduct of [0, 1]) {
          const all = chances('other', { values: { strength, blame, conduct, cosponsors: 90 } })
          expect(all.every((one) => one >= 0 && one <= 1)).toBe(true)
          expect(all.reduce((a, b) => a + b)).toBeCloseTo(1, 12)
          expect(all[3]).toBe(0)
        }
  })

  test('abstains one time in three where nothing moves it, and yes and no are then alike', () => {
    const [yes, abstain, no] = chances('other', {}, 0)
    expect(abstain).toBeCloseTo(Math.tanh(0.35), 12)
    expect(yes).toBeCloseTo(no!, 12)
  })

  test('follows the ordered logit of its terms', () => {
    const values = { strength: 0.8, conduct: 0.4, cosponsors: 25, blame: 0 }
    const score = 2 * 0.7 - 0.8 * 0.5 + 0.4 + 0.5 * (25 / 50)
    const [yes, , no] = chances('other', { values }, 0.7)
    expect(yes).toBeCloseTo(1 / (1 + Math.exp(0.7 - score)), 12)
    expect(no).toBeCloseTo(1 / (1 + Math.exp(score + 0.7)), 12)
  })

  test.each([
    ['alignment with the sponsor', 1, (x: number) => slices('other', {}, x)],
    ['conduct of the other side', 1, (conduct: number) => slices('other', { values: { conduct } })],
    ['cosponsors', 1, (x: number) => slices('other', { values: { cosponsors: 60 * x } })],
    ['strength', -1, (strength: number) => slices('other', { values: { strength } })],
    ['blame', -1, (blame: number) => slices('other', { values: { blame } })],
  ])('says yes more and no less, or the other way, with %s', (_, sign, at) => {
    const [low, high] = [at(0.1), at(0.9)]
    expect(Math.sign(high[0]! - low[0]!)).toBe(sign)
    expect(Math.sign(high[1]! - low[1]!)).toBe(sign)
  })

  test('votes for what it tables itself, for certain, also where the text has been made stronger', () => {
    expect(slices('ally', {}, 0)).toEqual([1, 1, 1])
    expect(slices('ally', { values: { strength: 1 }, given: { strength: 0 } })).toEqual([1, 1, 1])
    // Unless somebody has judged otherwise.
    expect(slices('ally', { votes: VOTED })[0]).toBe(0.3)
  })
})
