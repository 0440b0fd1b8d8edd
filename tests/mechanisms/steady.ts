/** Worlds in which a supporter gives exactly what is said from day 1 on, for laws of what its deeds bring about. */
import { expect } from 'vitest'
import { type ChannelId, CHANNELS, type Claim, type Scenario } from '../../src/scenario/scenario.ts'
import { played, playoutsIn, share } from '../engine/play.ts'
import { claim, type ChannelOptions, world, type WorldOptions } from '../engine/world.ts'

export const DESIGN = { batches: 8, draws: 64, playouts: 16 }
export const SMALL = { batches: 1, draws: 16, playouts: 2 }
const N = playoutsIn(DESIGN)
const AT_ONCE = { p05: 0.001, p95: 0.002 }
const LOADINGS = { capacity: 0, access: 0, escalation: 0, visibility: 0, domestic: 0 }

export type Levels = Partial<Record<ChannelId, number>>

/** A supporter that gives exactly these levels from day 1 on, and nothing else. */
export function steady(levels: Levels, options: WorldOptions = {}): Scenario {
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

/** Enough people that the incident is on the first day of their presence, in every playout. */
export function clash(nuclearRisk: number, options: WorldOptions = {}): Scenario {
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

export const reaches = (rung: number, to: number): Claim =>
  claim(`rung-${rung}-by-${to}`, { metric: 'escalation.rung', to, test: { op: '>=', value: rung } })

/** The claims come true as often as is said, as far as chance allows. */
export function near(scenario: Scenario, odds: Readonly<Record<string, number>>): void {
  const summary = played(scenario, { design: DESIGN })
  for (const [id, p] of Object.entries(odds)) {
    expect(Math.abs(share(summary, id) - p), id).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / N) + 1e-12)
  }
}
