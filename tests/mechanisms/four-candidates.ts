/** Four candidates alike for one side, for the laws of the cascade. */
import { lives } from '../engine/lives.ts'
import { world, type WorldOptions } from '../engine/world.ts'

type Values = Readonly<Record<string, number>>
export const MIDDLING: Values = {
  alignment: 0.5,
  harm: 0.5,
  dependence: 0.5,
  pressure: 0.5,
  cost: 0.5,
  domesticConstraint: 0.5,
}
export const NAMES: readonly string[] = ['a1', 'a2', 'a3', 'a4']
export const WEIGHTS: Values = { coalitionBase: -2.5, coalitionPeers: 2, coalitionLegitimacy: 2 }
export const LOOKED = {
  a1: ['coalition.role', 0],
  a2: ['coalition.role', 1],
  a3: ['coalition.role', 2],
  a4: ['coalition.role', 3],
} as const

export function fourAlike(values: Values = {}, options: WorldOptions = {}): ReturnType<typeof world> {
  const candidates = Object.fromEntries(NAMES.map((name) => [name, { ...MIDDLING, ...values }]))
  return world({ coalitions: { good: { candidates } }, weights: WEIGHTS, ...options })
}

/** Every candidate's role on every day of every playout, in one order for all worlds. */
export function roles(scenario: ReturnType<typeof world>): number[] {
  return lives(scenario, LOOKED).flatMap((life) => NAMES.flatMap((name) => life[name as keyof typeof LOOKED]))
}
