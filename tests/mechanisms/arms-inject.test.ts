/** Laws of arms under injects: what has been built, delivered and learnt stays, and the rest comes at the pace of the day. */
import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { injected, type Injected } from '../engine/injected.ts'
import { lives } from '../engine/lives.ts'
import { world } from '../engine/world.ts'

const LOOKED = {
  built: 'arms.built',
  delivered: 'arms.delivered',
  integrated: 'arms.integrated',
  fielded: 'arms.fielded',
} as const
const GROWING = ['built', 'delivered', 'integrated', 'fielded'] as const
const DAY = 20
type Values = Readonly<Record<string, number>>

function jets(values: Values = {}): Scenario {
  const usual = { ordered: 60, inService: 4, lead: 5, rate: 1, transit: 2, integration: 3, loss: 0 }
  const item = { from: 'ally', to: 'good', contract: 0, values: { ...usual, ...values } }
  return world({ crisis: { horizon: 50 }, flows: { arms: { jet: item } } })
}
const turned = (base: Values, values: Values, when: Pick<Injected, 'lasts'> = {}): Scenario =>
  injected(jets(base), { one: { on: DAY, also: () => jets({ ...base, ...values }), ...when } })

describe('what has come stays and more comes day by day when an inject sets', () => {
  test.each<[string, Values, number | undefined]>([
    ['a longer lead', { lead: 300 }, undefined],
    ['a longer lead for a while', { lead: 300 }, 9],
    ['a longer way', { transit: 200 }, undefined],
    ['longer training', { integration: 200 }, undefined],
    ['a smaller order', { ordered: 3 }, undefined],
    ['slower work', { rate: 0.1 }, undefined],
    ['no more work for a while', { rate: 0 }, 9],
    ['faster work', { rate: 3 }, undefined],
  ])('%s', (_, values, lasts) => {
    const [plain] = lives(jets(), LOOKED)
    const most = Math.max(1, values['rate'] ?? 1)
    for (const life of lives(turned({}, values, lasts === undefined ? {} : { lasts }), LOOKED)) {
      for (const name of GROWING) {
        expect(life[name].slice(0, DAY)).toEqual(plain![name].slice(0, DAY))
        life[name].slice(1).forEach((now, day) => {
          expect(now).toBeGreaterThanOrEqual(life[name][day]!)
          expect(now - life[name][day]!).toBeLessThanOrEqual(most)
        })
      }
      life.built.forEach((built, day) => {
        expect(life.delivered[day]).toBeLessThanOrEqual(built)
        expect(life.integrated[day]).toBeLessThanOrEqual(life.delivered[day]!)
      })
    }
  })
})

test('a lead that is cut hastens the first unit, and brings no more of them than the days since', () => {
  for (const { built } of lives(turned({ lead: 40 }, { lead: 1 }), LOOKED)) {
    expect(built[DAY - 1]).toBe(0)
    built.forEach((units, day) => {
      if (day >= DAY) expect(units).toBe(1 + day - (DAY - 1))
    })
  }
})

test('work that stops brings home what has been built, when its time has come', () => {
  for (const { built, delivered, integrated } of lives(turned({}, { rate: 0 }), LOOKED)) {
    const last = built[DAY - 1]!
    expect(built.at(-1)).toBe(last)
    expect(delivered.at(-1)).toBe(last)
    expect(integrated.at(-1)).toBe(last)
    // Days of travel and of training pass as ever.
    expect(delivered[DAY]).toBe(built[DAY - 2])
    expect(integrated[DAY]).toBe(built[DAY - 5])
  }
})

test('what a longer way or longer training has held up is there when that is over', () => {
  const [plain] = lives(jets(), LOOKED)
  for (const values of [{ transit: 200 }, { integration: 200 }])
    for (const { integrated } of lives(turned({}, values, { lasts: 9 }), LOOKED)) {
      expect(new Set(integrated.slice(DAY - 1, DAY + 9))).toEqual(new Set([plain!.integrated[DAY - 1]]))
      expect(integrated.slice(DAY + 9)).toEqual(plain!.integrated.slice(DAY + 9))
    }
})
