/** Laws of the rungs that deeds reach, and of the incident that nobody need have ordered. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RUNGS } from '../../src/mechanisms/axes.ts'
import { DEEDS } from '../../src/mechanisms/escalation.ts'
import { LADDER } from '../../src/mechanisms/rungs.ts'
import { type ChannelId, CHANNELS } from '../../src/scenario/scenario.ts'
import { played, share, watch } from '../engine/play.ts'
import { anyWorld } from '../engine/random-world.ts'
import { claim } from '../engine/world.ts'
import { type Levels, near, SMALL, steady } from './steady.ts'

const incidentBy = (to: number): ReturnType<typeof claim> =>
  claim(`incident-by-${to}`, { metric: 'escalation.incident', to })

/** The rung that a supporter's own deeds reach, by the table that explanations ask. */
function deeds(level: (channel: ChannelId) => number): number {
  return Math.max(0, ...DEEDS.filter(([, channel, least]) => level(channel) >= least).map(([rung]) => rung))
}

describe('deeds', () => {
  const silent = { weights: { directContact: 0 }, crisis: { horizon: 3 } }

  test.each<[Levels, number]>([
    [{}, 0],
    [{ political: 3 }, 1],
    [{ political: 1, economic: 1 }, 2],
    [{ economic: 3, display: 1 }, 3],
    [{ display: 3, intelligence: 1 }, 4],
    [{ materiel: 1 }, 4],
    [{ enablement: 1 }, 4],
    [{ combat: 1 }, 4],
    [{ intelligence: 3, materiel: 2 }, 5],
    [{ enablement: 2 }, 5],
    [{ combat: 2 }, 7],
    [{ combat: 3, political: 3 }, 8],
  ])('of %j stand on rung %i', (levels, rung) => {
    expect(deeds((channel) => levels[channel] ?? 0)).toBe(rung)
    watch(steady(levels, silent), { design: SMALL }, ({ day, of }) => {
      for (const channel of CHANNELS)
        if (day > 0) expect(of('delivery.delivered', CHANNELS.indexOf(channel))[0]).toBe(levels[channel] ?? 0)
      expect(new Set(of('escalation.rung'))).toEqual(new Set([day === 0 ? 0 : rung]))
    })
  })

  test('in any world put it at least so high while it fights; it moves by one rung, or to what deeds or a clash set', () => {
    fc.assert(
      fc.property(anyWorld, (scenario) => {
        const before = new Map<string, { rung: number; incident: boolean; ended: boolean }>()
        watch(scenario, { design: SMALL }, ({ day, of, firstDraw, playout, kernel }) => {
          for (let dyad = 0; dyad < scenario.dyads.length; dyad++) {
            for (let lane = 0; lane < kernel.lanes; lane++) {
              const place = `${firstDraw + lane}/${playout}/${dyad}`
              const last = day === 0 ? { rung: 0, incident: false, ended: false } : before.get(place)!
              const rung = of('escalation.rung', dyad)[lane]!
              const incident = of('escalation.incident', dyad)[lane] === 1
              const own = deeds((id) => of('delivery.delivered', dyad * 7 + CHANNELS.indexOf(id))[lane]!)
              const set = Math.max(own, incident && !last.incident ? 6 : 0)
              if (last.ended) expect([last.rung, last.rung - 1]).toContain(rung)
              else expect(rung).toBeGreaterThanOrEqual(set)
              // It comes down only where deeds allow, and never out of a war that goes on.
              if (rung < last.rung) expect(rung).toBeGreaterThanOrEqual(own)
              if (last.rung >= 8 && !last.ended) expect(rung).toBeGreaterThanOrEqual(8)
              if (rung > last.rung) expect(last.rung >= 6 ? [set, last.rung + 1] : [set]).toContain(rung)
              else expect(last.rung - rung).toBeLessThanOrEqual(1)
              expect(rung).toBeLessThanOrEqual(10)
              before.set(place, { rung, incident, ended: of('termination.ended')[lane] === 1 })
            }
          }
        })
      }),
      { seed: 5, numRuns: 15 },
    )
  })
})

describe('a lethal incident', () => {
  test.each<[Levels, number]>([
    [{ display: 1 }, 0.5],
    [{ display: 2, enablement: 1 }, 2.1],
    [{ combat: 2, display: 1, political: 3, materiel: 3 }, 5.5],
  ])(
    'with %j, %f thousand people in the theatre, comes with the odds 1 − e^(−contact·people·days)',
    (levels, people) => {
      const scenario = steady(levels, {
        weights: { directContact: 0.01 },
        claims: [5, 20, 30].map(incidentBy),
      })
      const odds = (days: number): number => 1 - Math.exp(-0.01 * people * days)
      near(scenario, { 'incident-by-5': odds(5), 'incident-by-20': odds(20), 'incident-by-30': odds(30) })
    },
  )

  test('needs people who can meet: words, goods and reports kill nobody', () => {
    const levels = { political: 3, economic: 3, intelligence: 3, materiel: 3 }
    const claims = [incidentBy(30)]
    expect(
      share(
        played(steady(levels, { weights: { directContact: 1e6 }, claims }), { design: SMALL }),
        'incident-by-30',
      ),
    ).toBe(0)
  })
})

test('the ladder has eleven rungs with words, and says where on the longer one they stand', () => {
  expect(LADDER.map(({ rung, id }) => [rung, id])).toEqual(RUNGS.map((id, rung) => [rung, id]))
  expect(LADDER).toHaveLength(11)
  for (const { rung, words, kahn } of LADDER) {
    expect(words).not.toBe('')
    expect(kahn !== undefined).toBe(rung > 0)
  }
})
