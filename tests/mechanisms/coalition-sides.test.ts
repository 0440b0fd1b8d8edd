/** Laws of a side: it counts what its candidates do, and swapping the sides swaps the coalitions. */
import { expect, test } from 'vitest'
import { lives } from '../engine/lives.ts'
import { world } from '../engine/world.ts'
import { fourAlike, LOOKED, MIDDLING, NAMES, roles, WEIGHTS } from './four-candidates.ts'

test('what is told of a side counts what its candidates do', () => {
  const looked = {
    ...LOOKED,
    joined: ['coalition.joined', 1],
    combat: ['coalition.combat', 1],
    share: ['coalition.share', 1],
    foes: ['coalition.joined', 0],
  } as const
  for (const { joined, combat, share, foes, ...life } of lives(fourAlike(), looked))
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
  const one = fourAlike()
  const other = world({ coalitions: { good: { candidates } }, weights: WEIGHTS })
  const crisis = { ...other.crisis, ...swapped.crisis }
  expect(roles({ ...other, crisis })).toEqual(roles(one))
})
