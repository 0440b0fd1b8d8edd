/** Laws of the climb from a lethal incident: the anchors are met, and what makes bolder makes it faster. */
import { describe, expect, test } from 'vitest'
import { played, share, watch } from '../engine/play.ts'
import { clash, DESIGN, near, reaches, SMALL, steady } from './steady.ts'

/** A day's hazard of coming down, with channels half open and nobody who mediates. */
const USUAL = 0.05 * Math.exp(0.25)

/** The share that leaves upwards within so many days, of those who leave by two hazards. */
function leaves(up: number, days: number, down = USUAL): number {
  return (up / (up + down)) * (1 - Math.exp(-(up + down) * days))
}

/** The hazard by which the share climbs within the time, by halving. */
function hazardFor(share_: number, days: number): number {
  let [low, high] = [0, 1000]
  for (let round = 0; round < 200; round++) {
    const middle = (low + high) / 2
    if (leaves(middle, days) < share_) low = middle
    else high = middle
  }
  return (low + high) / 2
}

describe('the climb from an incident', () => {
  const claims = [reaches(6, 1), reaches(7, 31), reaches(7, 61), reaches(7, 120)]
  const toForce = hazardFor(0.3, 60)

  test('between nuclear powers comes to force as often as the anchor says, over an open dispute', () => {
    expect(leaves(toForce, 60)).toBeCloseTo(0.3, 12)
    near(clash(1, { claims }), {
      'rung-6-by-1': 1,
      'rung-7-by-31': leaves(toForce, 30),
      'rung-7-by-61': 0.3,
      'rung-7-by-120': leaves(toForce, 119),
    })
  })

  test.each([
    [0.3, 0.1, 60],
    [0.999, 0.5, 60],
    [1, 1, 0.5],
    [0.19, 0.008, 0.01],
    [0, 0, 360],
    [0.01, 0.02, 3600],
  ])('the hazards solve their anchors: shares %f and %f in %f days', (mutualForce, dyadWar, openDispute) => {
    const scenario = clash(1, { crisis: { horizon: 1 }, weights: { mutualForce, dyadWar, openDispute } })
    const toWar = mutualForce > 0 ? Math.min(0.999, dyadWar / mutualForce) : 0
    watch(scenario, { design: SMALL }, ({ of }) => {
      expect(leaves(of('escalation.hazard', 6)[0]!, openDispute)).toBeCloseTo(Math.min(0.999, mutualForce), 9)
      expect(leaves(of('escalation.hazard', 7)[0]!, openDispute)).toBeCloseTo(toWar, 9)
    })
  })

  test('goes on to war as often as the second anchor says, of those who came to force', () => {
    const entered = new Map<string, number>()
    const next = new Map<string, number>()
    watch(clash(1), { design: { ...DESIGN, batches: 4 } }, ({ batch, day, of, firstDraw, playout }) => {
      of('escalation.rung').forEach((rung, lane) => {
        const place = `${batch}/${firstDraw + lane}/${playout}`
        if (rung === 7 && day <= 60 && !entered.has(place)) entered.set(place, day)
        else if (entered.has(place) && rung !== 7 && !next.has(place))
          next.set(place, day <= entered.get(place)! + 60 ? rung : 0)
      })
    })
    const wars = [...next.values()].filter((rung) => rung === 8).length
    const p = 0.1 / 0.3
    expect(Math.abs(wars / entered.size - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / entered.size))
  })

  test('without nuclear danger is faster, by the restraint that is not there', () => {
    const bolder = Math.exp(1.2) * toForce
    near(clash(0, { claims, weights: { nuclearRestraint: 1.2 } }), {
      'rung-7-by-31': leaves(bolder, 30),
      'rung-7-by-61': leaves(bolder, 60),
    })
  })

  test('is faster by the stake of the supporter, and slower without one', () => {
    for (const stake of [0, 1]) {
      const supporters = [{ id: 'ally', friend: { values: { stake } }, foe: { values: { nuclearRisk: 1 } } }]
      const up = toForce * Math.exp(0.7 * (stake - 0.5))
      near(clash(1, { claims, supporters }), { 'rung-7-by-61': leaves(up, 60) })
    }
  })

  test('is faster by what the recipient has borne', () => {
    const arsenals = { good: { values: { threshold: 1 } }, bad: { strike: { stock: 1e9, launchers: 1000 } } }
    const up = toForce * Math.exp(0.7)
    near(clash(1, { claims, arsenals }), { 'rung-7-by-61': leaves(up, 60) })
  })

  test('is the same with and without nuclear danger where it restrains nobody', () => {
    const counts = [0, 1].map((risk) => {
      const summary = played(clash(risk, { claims, weights: { nuclearRestraint: 0 } }), { design: SMALL })
      return claims.map(({ id }) => share(summary, id))
    })
    expect(counts[0]).toEqual(counts[1])
  })

  test('stops where the fighting ends', () => {
    const scenario = clash(1, { claims, ending: { duration: 0.01, regimeThreat: 0 } })
    const summary = played(scenario, { design: SMALL })
    expect(share(summary, 'rung-6-by-1')).toBe(1)
    expect(share(summary, 'rung-7-by-61')).toBe(0)
  })

  test('to a nuclear threat and beyond lies below what the model can tell', () => {
    const war = steady(
      { combat: 3 },
      {
        supporters: [{ id: 'ally', foe: { values: { nuclearRisk: 1 } } }],
        crisis: { horizon: 1 },
        weights: { directContact: 0 },
      },
    )
    watch(war, { design: SMALL }, ({ of }) => {
      const [threat, use] = [8, 9].map((rung) => of('escalation.hazard', rung)[0]!)
      // From conventional war on the first day: at most ½·h·h'·180² within 180 days.
      expect((threat! * use! * 180 * 180) / 2).toBeLessThan(1e-4)
      expect(threat! * 180).toBeLessThan(0.02)
    })
    const harmless = clash(0, { claims: [reaches(9, 120)], weights: { mutualForce: 0.99, dyadWar: 0.98 } })
    watch(harmless, { design: SMALL }, ({ of }) => {
      expect(of('escalation.hazard', 8)[0]).toBe(0)
      for (const rung of of('escalation.rung')) expect(rung).toBeLessThan(9)
    })
  })
})
