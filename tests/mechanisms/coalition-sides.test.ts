/** Laws of a side: it counts what its candidates do, and swapping the sides swaps the coalitions. */
import { expect, test } from 'vitest'
import { lives } from '../engine/lives.ts'
import { world, type WorldOptions } from '../engine/world.ts'

type Values = Readonly<Record<string, number>>
const MIDDLING: Values = {
  alignment: 0.5,
  harm: 0.5,
  dependence: 0.5,
  pressure: 0.5,
  cost: 0.5,
  domesticConstraint: 0.5,
}
const NAMES = ['a1', 'a2', 'a3', 'a4']
const WEIGHTS = { coalitionBase: -2.5, coalitionPeers: 2, coalitionLegitimacy: 2 }

function world_(values: Values = {}, options: WorldOptions = {}): ReturnType<typeof world> {
  const candidates = Object.fromEntries(NAMES.map((name) => [name, { ...MIDDLING, ...values }]))
  return world({ coalitions: { good: { candidates } }, weights: WEIGHTS, ...options })
}
const LOOKED = {
  a1: ['coalition.role', 0],
  a2: ['coalition.role', 1],
  a3: ['coalition.role', 2],
  a4: ['coalition.role', 3],
} as const
/** Every candidate's role on every day of every playout, in one order for all worlds. */
function roles(scenario: ReturnType<typeof world>): number[] {
  return lives(scenario, LOOKED).flatMap((life) => NAMES.flatMap((name) => life[name as keyof typeof LOOKED]))
}

test('what is told of a side counts what its candidates do', () => {
  const looked = {
    ...LOOKED,
    joined: ['coalition.joined', 1],
    combat: ['coalition.combat', 1],
    share: ['coalition.share', 1],
    foes: ['coalition.joined', 0],
  } as const
  for (const { joined, combat, share, foes, ...life } of lives(world_(), looked))
    joined.forEach((states, day) => {
      const today = NAMES.map((name) => life[name as keyof typeof LOOKED][day]!)
      const inIt = today.filter((role) => role >= 1).length
      expect(states).toBe(1 + inIt)
      expect(combat[day]).toBe(1 + today.filter((role) => role === 4).length)
      expect(share[day]).toBeCloseTo(inIt / NAMES.length, 12)
      expect(foes[day]).toBe(1)
    })
})

test('swapping the sides swaps the coalitions', () => {
  const candidates = Object.fromEntries(NAMES.map((name) => [name, MIDDLING]))
  const swapped = {
    crisis: { attackers: ['good'], targets: ['bad'], form: 'invasion', start: 0, horizon: 30 },
  }
  const one = world_()
  const other = world({ coalitions: { good: { candidates } }, weights: WEIGHTS })
  const crisis = { ...other.crisis, ...swapped.crisis }
  expect(roles({ ...other, crisis })).toEqual(roles(one))
})
