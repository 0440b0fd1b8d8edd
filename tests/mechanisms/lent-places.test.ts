/** Laws of places that a candidate of a coalition lends: open while it has joined, whoever owns the way. */
import { expect, test } from 'vitest'
import type { FlowOptions } from '../engine/flow-world.ts'
import { lives } from '../engine/lives.ts'
import { world, type WorldOptions } from '../engine/world.ts'

const FLOWS: FlowOptions = {
  places: { home: {}, field: { consent: { of: 'uk', for: 'good', level: 1 } }, town: {} },
  routes: {
    flight: { from: 'home', to: 'field', mode: 'air', capacity: 50 },
    road: { from: 'field', to: 'town', mode: 'road', capacity: 50 },
  },
  shipments: { bread: { from: ['home'], to: 'town', demand: 40 } },
}
const LOOKED = { role: ['coalition.role', 0], shipped: 'routes.shipped' } as const

function lent(base: number, options: WorldOptions = {}): ReturnType<typeof world> {
  return world({
    flows: FLOWS,
    coalitions: { good: { candidates: { uk: {} } } },
    weights: { coalitionBase: base },
    ...options,
  })
}

test('a place is open on the days on which its owner lends at least a base, and on no other', () => {
  const both = new Set<number>()
  for (const { role, shipped } of lives(lent(-0.5), LOOKED))
    role.forEach((now, day) => {
      both.add(Math.min(now, 1))
      expect(shipped[day]).toBe(now >= 1 ? 40 : 0)
    })
  expect(both).toEqual(new Set([0, 1]))
})

test('an owner that is taken out lends nothing', () => {
  for (const { shipped } of lives(lent(20, { without: { actors: ['uk'] } }), LOOKED))
    expect(shipped.every((tonnes) => tonnes === 0)).toBe(true)
})

test('without the attack the place is open still', () => {
  const peace = lent(-20, { attack: false })
  for (const { shipped } of lives(peace, { shipped: 'routes.shipped' }))
    expect(shipped.every((tonnes) => tonnes === 40)).toBe(true)
})

test('the same owner as a supporter opens it by its enablement, as before', () => {
  const supporters = [{ id: 'uk', actor: { utilisation: 0 }, friend: { values: { stake: 1 } } }]
  const days = lives(world({ flows: FLOWS, supporters }), {
    given: ['delivery.delivered', 4],
    shipped: 'routes.shipped',
  })
  for (const { given, shipped } of days)
    given.forEach((level, day) => expect(shipped[day]).toBe(level >= 1 ? 40 : 0))
})
