/** Two sides that fire at each other, day by day, for the laws of arsenals. */
import { WEAPON_LABELS } from '../../src/mechanisms/axes.ts'
import type { Scenario, Weapon } from '../../src/scenario/scenario.ts'
import type { ArsenalOptions } from '../engine/force-world.ts'
import { watch } from '../engine/play.ts'
import { world, type WorldOptions } from '../engine/world.ts'

export const SMALL = { batches: 1, draws: 8, playouts: 2 }

/** `bad` strikes from afar, `good` answers with missiles and drones. */
export const ARSENALS: ArsenalOptions = {
  good: {
    values: { interceptors: 150, interceptorProduction: 1, stopsStrike: 0.2, threshold: 800 },
    missile: { stock: 900, launchers: 120, production: 3, cycles: 0.5, launcherLoss: 0.07, outside: 0.4 },
    drone: { stock: 3000, launchers: 200, production: 10, ration: 90, launcherLoss: 0.03 },
  },
  bad: {
    values: { interceptors: 300, stopsMissile: 0.9, stopsDrone: 0.8, threshold: 500 },
    strike: { stock: 4000, launchers: 200, cycles: 1, ration: 120, production: 15 },
  },
}

export function duel(options: WorldOptions = {}): Scenario {
  return world({ arsenals: ARSENALS, ...options })
}

/** With one value of one arsenal changed. */
export function changed(
  id: string,
  at: Weapon | 'values',
  values: Readonly<Record<string, number>>,
): ArsenalOptions {
  const arsenal = ARSENALS[id]!
  return { ...ARSENALS, [id]: { ...arsenal, [at]: { ...arsenal[at], ...values } } }
}

/** Belligerents stand in the order of their ids. */
export const SIDES = ['bad', 'good'] as const
export type Side = (typeof SIDES)[number]

/** What a variable of the arsenals held: by playout, by day. Of a weapon where one is named. */
export type Course = readonly (readonly number[])[]

export function courses(scenario: Scenario): (variable: string, side: Side, weapon?: Weapon) => Course {
  const days = new Map<string, number[]>()
  const names = ['stock', 'launchers', 'couldFire', 'launched', 'made', 'incoming', 'stopped'] as const
  const plain = ['interceptors', 'engaged', 'hits', 'tempo', 'pain', 'spent', 'exhausted'] as const
  const shares = ['ownShare', 'groupShare', 'helperShare', 'own', 'byGroups', 'byHelpers', 'total'] as const
  watch(scenario, { design: SMALL }, ({ of, firstDraw, playout, kernel }) => {
    const keep = (name: string, values: Float64Array): void => {
      for (let lane = 0; lane < kernel.lanes; lane++) {
        const key = `${name}/${firstDraw + lane}/${playout}`
        days.set(key, [...(days.get(key) ?? []), values[lane]!])
      }
    }
    SIDES.forEach((side, at) => {
      for (const name of names)
        WEAPON_LABELS.forEach((weapon, column) =>
          keep(`${name} ${side} ${weapon}`, of(`arsenal.${name}`, at * WEAPON_LABELS.length + column)),
        )
      for (const name of plain) keep(`${name} ${side} `, of(`arsenal.${name}`, at))
      for (const name of shares) keep(`${name} ${side} `, of(`effort.${name}`, at))
    })
    keep('ended bad ', of('termination.ended'))
  })
  return (variable, side, weapon) =>
    [...days]
      .filter(([key]) => key.startsWith(`${variable} ${side} ${weapon ?? ''}/`))
      .map(([, course]) => course)
}
