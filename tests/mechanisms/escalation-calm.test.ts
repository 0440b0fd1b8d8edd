/** Laws of the way down: it takes its time, channels and a mediator shorten it, and deeds and wars hold it up. */
import { describe, expect, test } from 'vitest'
import type { Claim } from '../../src/scenario/scenario.ts'
import { watch } from '../engine/play.ts'
import { claim, type WorldOptions } from '../engine/world.ts'
import { clash, near, SMALL, steady } from './steady.ts'

const below = (rung: number, to: number): Claim =>
  claim(`below-${rung}-by-${to}`, {
    metric: 'escalation.rung',
    from: 1,
    to,
    over: 'min',
    test: { op: '<', value: rung },
  })

/** An incident on day 1, from which nobody climbs; help by a show of force, which stands on rung 3. */
function cooling(ending: WorldOptions['ending'], options: WorldOptions = {}): ReturnType<typeof clash> {
  return clash(1, { ...options, ...(ending ? { ending } : {}), weights: { mutualForce: 0, dyadWar: 0 } })
}

describe('the way down', () => {
  test.each([
    [0, 0],
    [0.5, 0],
    [1, 0],
    [1, 1],
  ])(
    'with channels open by %f and a mediator of %f has its hazard a day and a rung',
    (channelsOpen, mediator) => {
      const rate = 0.05 * Math.exp(0.5 * channelsOpen + 0.5 * mediator)
      const claims = [below(6, 11), below(6, 31), below(3, 120)]
      near(cooling({ channelsOpen, mediator }, { claims }), {
        'below-6-by-11': 1 - Math.exp(-10 * rate),
        'below-6-by-31': 1 - Math.exp(-30 * rate),
        'below-3-by-120': 0,
      })
    },
  )

  test('is one rung a day at most, and ends where deeds stand', () => {
    const last = new Map<string, number>()
    watch(cooling({}), { design: SMALL }, ({ day, of, playout }) => {
      of('escalation.rung').forEach((rung, lane) => {
        const before = last.get(`${playout}/${lane}`)
        if (day > 1) expect([before, before! - 1]).toContain(rung)
        if (day === 120) expect(rung).toBe(3)
        expect(of('escalation.peak')[lane]).toBe(day < 1 ? 0 : 6)
        last.set(`${playout}/${lane}`, rung)
      })
    })
  })

  test('does not lead out of a war while the fighting goes on, and does once it has ended', () => {
    const fights = (duration: number): number[] => {
      const seen: number[] = []
      const options = { crisis: { horizon: 400 }, weights: { directContact: 0 }, ending: { duration } }
      watch(steady({ combat: 3 }, options), { design: SMALL }, ({ day, of }) => {
        if (day > 0) seen.push(...of('escalation.rung'))
      })
      return seen
    }
    expect(Math.min(...fights(1e12))).toBe(8)
    expect(Math.min(...fights(2))).toBe(0)
  })
})
