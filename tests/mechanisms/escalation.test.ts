/** Laws of the rungs: what deeds reach, when people meet with deadly end, and how it climbs from there. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEEDS } from '../../src/mechanisms/escalation.ts'
import { type ChannelId, CHANNELS, type Scenario } from '../../src/scenario/scenario.ts'
import { played, playoutsIn, share, watch } from '../engine/play.ts'
import { anyWorld } from '../engine/random-world.ts'
import { claim, type ChannelOptions, world, type WorldOptions } from '../engine/world.ts'

const DESIGN = { batches: 8, draws: 64, playouts: 16 }
const SMALL = { batches: 1, draws: 16, playouts: 2 }
const N = playoutsIn(DESIGN)
const AT_ONCE = { p05: 0.001, p95: 0.002 }
const LOADINGS = { capacity: 0, access: 0, escalation: 0, visibility: 0, domestic: 0 }

type Levels = Partial<Record<ChannelId, number>>

/** A supporter that gives exactly these levels from day 1 on, and nothing else. */
function steady(levels: Levels, options: WorldOptions = {}): Scenario {
  const channels = Object.fromEntries(
    CHANNELS.map((id): [ChannelId, ChannelOptions] => {
      const alpha = levels[id] ?? -100
      return [id, { values: { alpha, gamma: 1, kappa: 0, ...LOADINGS }, latency: AT_ONCE }]
    }),
  )
  const pulls = { stake: 0, alignment: 0, rivalry: 0, precommitment: 0, selection: 0 }
  return world({
    ...options,
    channels,
    weights: { precision: 1e6, leaning: 0, salience: 0, ...pulls, ...options.weights },
  })
}

const reaches = (rung: number, to: number): ReturnType<typeof claim> =>
  claim(`rung-${rung}-by-${to}`, { metric: 'escalation.rung', to, test: { op: '>=', value: rung } })
const incidentBy = (to: number): ReturnType<typeof claim> =>
  claim(`incident-by-${to}`, { metric: 'escalation.incident', to })

function near(scenario: Scenario, odds: Readonly<Record<string, number>>): void {
  const summary = played(scenario, { design: DESIGN })
  for (const [id, p] of Object.entries(odds)) {
    expect(Math.abs(share(summary, id) - p), id).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / N) + 1e-12)
  }
}

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

  test('in any world put it at least so high; it never falls, and nothing climbs after the end', () => {
    fc.assert(
      fc.property(anyWorld, (scenario) => {
        const before = new Map<string, { rung: number; ended: boolean }>()
        watch(scenario, { design: SMALL }, ({ day, of, firstDraw, playout, kernel }) => {
          for (let dyad = 0; dyad < scenario.dyads.length; dyad++) {
            for (let lane = 0; lane < kernel.lanes; lane++) {
              const place = `${firstDraw + lane}/${playout}/${dyad}`
              const last = day === 0 ? { rung: 0, ended: false } : before.get(place)!
              const rung = of('escalation.rung', dyad)[lane]!
              const incident = of('escalation.incident', dyad)[lane] === 1
              const own = deeds((id) => of('delivery.delivered', dyad * 7 + CHANNELS.indexOf(id))[lane]!)
              if (last.ended) expect(rung).toBe(last.rung)
              else expect(rung).toBeGreaterThanOrEqual(Math.max(last.rung, own, incident ? 6 : 0))
              const climbed = last.rung >= 6 ? last.rung + 1 : 0
              expect([last.rung, own, incident ? 6 : 0, climbed]).toContain(rung)
              expect(rung).toBeLessThanOrEqual(10)
              before.set(place, { rung, ended: of('termination.ended')[lane] === 1 })
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

/** Enough people that the incident is on the first day of their presence, in every playout. */
function clash(nuclearRisk: number, options: WorldOptions = {}): Scenario {
  return steady(
    { display: 1 },
    {
      supporters: [{ id: 'ally', foe: { values: { nuclearRisk } } }],
      crisis: { horizon: 120 },
      ...options,
      weights: { directContact: 1e9, openDispute: 60, mutualForce: 0.3, dyadWar: 0.1, ...options.weights },
    },
  )
}

describe('the climb from an incident', () => {
  const claims = [reaches(6, 1), reaches(7, 31), reaches(7, 61), reaches(8, 61), reaches(8, 120)]

  /** Rungs 7 and 8 by so many days after the incident, day by day from the two hazards. */
  function climbOdds(bolder: number, days: number): readonly [number, number] {
    const stays = (share_: number, n: number): number => (1 - share_) ** ((bolder * n) / 60)
    let war = 0
    for (let day = 1; day <= days; day++) {
      const arrives = stays(0.3, day - 1) - stays(0.3, day)
      war += arrives * (1 - stays(0.1 / 0.3, days - day))
    }
    return [1 - stays(0.3, days), war]
  }

  test('between nuclear powers comes to force on both sides as often as the anchor says, over an open dispute', () => {
    expect(climbOdds(1, 60)[0]).toBeCloseTo(0.3, 12)
    near(clash(1, { claims }), {
      'rung-6-by-1': 1,
      'rung-7-by-31': climbOdds(1, 30)[0],
      'rung-7-by-61': 0.3,
      'rung-8-by-61': climbOdds(1, 60)[1],
      'rung-8-by-120': climbOdds(1, 119)[1],
    })
  })

  test('without nuclear danger is faster, by the restraint that is not there', () => {
    const bolder = Math.exp(1.2)
    near(clash(0, { claims, weights: { nuclearRestraint: 1.2 } }), {
      'rung-7-by-31': climbOdds(bolder, 30)[0],
      'rung-7-by-61': climbOdds(bolder, 60)[0],
      'rung-8-by-61': climbOdds(bolder, 60)[1],
    })
  })

  test('is the same with and without nuclear danger where it restrains nobody', () => {
    const counts = [0, 1].map((risk) =>
      claims
        .slice(0, 4)
        .map(({ id }) =>
          share(played(clash(risk, { claims, weights: { nuclearRestraint: 0 } }), { design: SMALL }), id),
        ),
    )
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
      const [threat, use] = [2, 3].map((rung) => of('escalation.hazard', rung)[0]!)
      // From conventional war on the first day: at most ½·h·h'·180² within 180 days.
      expect((threat! * use! * 180 * 180) / 2).toBeLessThan(1e-4)
      expect(threat! * 180).toBeLessThan(0.02)
    })
    const harmless = clash(0, { claims: [reaches(9, 120)], weights: { mutualForce: 0.99, dyadWar: 0.98 } })
    watch(harmless, { design: SMALL }, ({ of }) => {
      expect(of('escalation.hazard', 2)[0]).toBe(0)
      for (const rung of of('escalation.rung')) expect(rung).toBeLessThan(9)
    })
  })
})
