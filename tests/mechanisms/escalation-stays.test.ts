/** Laws of a pair that stays on a rung: deeds that hold it there give no time to cool, and to come back is a new stay. */
import { describe, expect, test } from 'vitest'
import { lives } from '../engine/lives.ts'
import { clash, DESIGN, near, reaches, steady } from './steady.ts'

/** A day's hazard of coming down, with channels half open and nobody who mediates. */
const USUAL = 0.05 * Math.exp(0.25)

describe('deeds that hold a rung', () => {
  const war = (to: number): ReturnType<typeof reaches> => reaches(8, to)
  const held = (nuclearRisk: number, stake: number): ReturnType<typeof steady> =>
    steady(
      { combat: 2 },
      {
        supporters: [{ id: 'ally', friend: { values: { stake } }, foe: { values: { nuclearRisk } } }],
        crisis: { horizon: 101 },
        weights: { directContact: 0, openDispute: 100, mutualForce: 0.3, dyadWar: 0.1, nuclearRestraint: 1 },
        claims: [war(2), war(51), war(101)],
      },
    )

  test.each([
    [1, 0.5, 1],
    [1, 1, Math.exp(0.35)],
    [0, 0.5, Math.E],
  ])(
    'leave no way down, and of those who so stand at force as many come to war as the anchor says: danger %f, stake %f',
    (nuclearRisk, stake, bolder) => {
      const left = 1 - 0.1 / 0.3
      near(held(nuclearRisk, stake), {
        'rung-8-by-51': 1 - left ** (0.5 * bolder),
        'rung-8-by-101': 1 - left ** bolder,
      })
    },
  )

  test('slow a rung that they merely stand below not at all', () => {
    const options = {
      supporters: [{ id: 'ally', foe: { values: { nuclearRisk: 1 } } }],
      crisis: { horizon: 61 },
    }
    const weights = { directContact: 1e9, openDispute: 60, mutualForce: 0.3, dyadWar: 0.1 }
    const claims = [reaches(7, 61)]
    near(steady({ materiel: 2, display: 1 }, { ...options, weights, claims }), { 'rung-7-by-61': 0.3 })
  })
})

describe('to come back to a rung', () => {
  /** Force and incident in turn: days of every stay on rung 7, and whether it was seen to its end. */
  const weights = { mutualForce: 0.9, dyadWar: 0, openDispute: 20 }
  const options = { crisis: { horizon: 300 }, weights, ending: { channelsOpen: 0.5 } }
  const all = lives(
    clash(1, options),
    { rung: 'escalation.rung' },
    { design: { ...DESIGN, batches: 1, playouts: 4 } },
  )
  const stays = all.map(({ rung }) => {
    const found: number[][] = []
    rung.forEach((at, day) => {
      if (at === 7 && rung[day - 1] !== 7) found.push([])
      if (at === 7) found.at(-1)!.push(day)
    })
    return found
  })

  test('is a new stay: of two in a row at the same rung most have different lengths', () => {
    for (const [one, two] of [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
    ] as const) {
      const ended = stays.filter((found) => found.length > two + 1)
      const alike = ended.filter((found) => found[one]!.length === found[two]!.length).length
      expect(ended.length).toBeGreaterThan(100)
      expect(alike / ended.length).toBeLessThan(0.2)
    }
  })

  test.each([0, 1, 2])(
    'does not hasten or delay the end of it: the lengths of stay %i follow the hazard',
    (number) => {
      const seen = stays.flatMap((found) => {
        const stay = found[number]
        return stay && stay[0]! + 15 <= 300 ? [stay.length] : []
      })
      const p = 1 - Math.exp(-15 * USUAL)
      const share = seen.filter((days) => days <= 15).length / seen.length
      expect(seen.length).toBeGreaterThan(150)
      expect(Math.abs(share - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / seen.length))
    },
  )
})
