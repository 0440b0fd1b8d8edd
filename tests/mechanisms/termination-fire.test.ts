/** Laws of the end under fire: what is borne and what is used up bring it nearer, and lean it. */
import { describe, expect, test } from 'vitest'
import { ENDINGS } from '../../src/mechanisms/axes.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { watch } from '../engine/play.ts'
import type { WorldOptions } from '../engine/world.ts'
import { changed, duel } from './exchange.ts'

const DESIGN = { batches: 1, draws: 64, playouts: 4 }
const ENDING = { duration: 20, mediator: 0.3, regimeThreat: 0.4 }

function fought(arsenals?: WorldOptions['arsenals']): Scenario {
  return duel({ ending: ENDING, ...(arsenals ? { arsenals } : {}) })
}

/** The day of the end in every playout; never is infinity. */
function ends(scenario: Scenario): number[] {
  const days: number[] = []
  watch(scenario, { design: DESIGN }, ({ day, of }) => {
    if (day === 30) days.push(...of('termination.endedOn'))
  })
  return days
}

describe('pain', () => {
  test('never brings a later end at the same chance', () => {
    for (const side of ['good', 'bad']) {
      const steps = [8000, 800, 80, 1].map((threshold) =>
        ends(fought(changed(side, 'values', { threshold }))),
      )
      steps.slice(1).forEach((more, at) => {
        more.forEach((day, playout) => expect(day).toBeLessThanOrEqual(steps[at]![playout]!))
        expect(more).not.toEqual(steps[at])
      })
    }
  })

  test('and an emptier store bring the end no later: of a smaller one, the same fire uses up more', () => {
    const [rich, poor] = [40_000, 4000].map((stock) => ends(fought(changed('bad', 'strike', { stock }))))
    poor!.forEach((day, playout) => expect(day).toBeLessThanOrEqual(rich![playout]!))
    expect(poor).not.toEqual(rich)
  })

  test('of the attacked leans to a concession, and of the attackers to a withdrawal', () => {
    const leaning = (side: string, way: (typeof ENDINGS)[number]): readonly number[] => {
      const shares: number[] = []
      watch(fought(changed(side, 'values', { threshold: 1 })), { design: DESIGN }, ({ of }) => {
        shares.push(of('termination.rate', ENDINGS.indexOf(way))[0]! / of('termination.hazard')[0]!)
      })
      return shares
    }
    for (const [side, way] of [
      ['good', 'concession'],
      ['bad', 'withdrawal'],
    ] as const) {
      const shares = leaning(side, way)
      expect(shares[1]).toBeGreaterThan(shares[0]! * 1.2)
    }
  })
})

describe('the hazard of an end', () => {
  test('is that of the median duration, times what pain, exhaustion, a mediator and a threat do', () => {
    watch(fought(), { design: DESIGN }, ({ of }) => {
      const [bad, good] = [0, 1].map((side) => of('arsenal.pain', side)[0]!)
      const logs = 0.3 * Math.log(2) + 0.5 * (bad! + good!) + 0.7 * of('arsenal.exhaustion')[0]! - 0.5 * 0.4
      expect(of('termination.hazard')[0]).toBeCloseTo((Math.log(2) / 20) * Math.exp(logs), 12)
    })
  })

  test('is shared out among the five endings, on every day', () => {
    watch(fought(), { design: DESIGN }, ({ of }) => {
      for (const lane of [0, 3, 7]) {
        const rates = ENDINGS.map((_, way) => of('termination.rate', way)[lane]!)
        expect(Math.min(...rates)).toBeGreaterThan(0)
        expect(rates.reduce((sum, rate) => sum + rate, 0) / of('termination.hazard')[lane]!).toBeCloseTo(
          1,
          12,
        )
      }
    })
  })
})
