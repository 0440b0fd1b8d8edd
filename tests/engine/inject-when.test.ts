/** When injects happen: on a day, after an evening, with luck, one after the other; and after the horizon. */
import { describe, expect, test } from 'vitest'
import { makePlan } from '../../src/engine/plan.ts'
import type { Look } from '../../src/scenario/scenario.ts'
import { calmWorld } from './full-world.ts'
import { injected, type Injected } from './injected.ts'
import { played, share, watch } from './play.ts'
import { claim, range } from './world.ts'

const WORLD = calmWorld([claim('c', { metric: 'lifeline.reserves', of: 'good' })])
const DESIGN = { batches: 1, draws: 64, playouts: 4 }

const look = (metric: string, of: string, dyad?: string): Look => ({
  metric,
  of,
  ...(dyad === undefined ? {} : { for: dyad }),
  take: 'delivered',
  from: 0,
  to: 30,
})
const RUNG = look('escalation.rung', 'ally', 'good')
const ENDED = look('termination.ended', '')

/** By playout: the days on which it was in force, and on which it was so in the evening what it waits for. */
function daysOf(one: Injected, holds: (rung: number, ended: boolean, day: number) => boolean): string[][] {
  const inForce = new Map<string, number[]>()
  const true_ = new Map<string, number[]>()
  watch(injected(WORLD, { one }), { design: DESIGN }, ({ of, day, firstDraw, playout }) => {
    of('inject.happened').forEach((flag, lane) => {
      const place = `${firstDraw + lane}/${playout}`
      const rung = of('escalation.rung')[lane]!
      const ended = of('termination.ended')[lane]! === 1
      if (flag === 1) inForce.set(place, [...(inForce.get(place) ?? []), day])
      if (holds(rung, ended, day)) true_.set(place, [...(true_.get(place) ?? []), day])
    })
  })
  return [...true_.keys(), ...inForce.keys()].map((place) => [
    (inForce.get(place) ?? []).join(),
    (true_.get(place) ?? []).join(),
  ])
}

describe('an inject that waits for a condition', () => {
  test('is in force from the day after the first evening on which it held, to the end', () => {
    const when = { text: 'look0 >= 5 && t >= 3', looks: [RUNG] }
    const days = daysOf({ when }, (rung, _, day) => rung >= 5 && day >= 3)
    expect(days.length).toBeGreaterThan(50)
    for (const [inForce, held] of days) {
      const first = Number(held!.split(',')[0]) + 1
      const wanted = Array.from({ length: Math.max(0, 31 - first) }, (_, at) => first + at)
      expect(inForce).toBe(wanted.join())
    }
  })

  test('is over after as many days as it lasts, and does not come again', () => {
    const days = daysOf({ when: { text: 'look0', looks: [ENDED] }, lasts: 2 }, (_, ended) => ended)
    expect(days.length).toBeGreaterThan(50)
    for (const [inForce, held] of days) {
      const first = Number(held!.split(',')[0]) + 1
      expect(inForce).toBe([first, first + 1].filter((day) => day <= 30).join())
    }
  })

  test('never comes where this world does not compute what it waits for', () => {
    const left = { ...WORLD, without: { actors: [], mechanisms: ['escalation'] } }
    const world = injected(left, { one: { when: { text: 'look0 >= 0', looks: [RUNG] } } })
    const { histograms } = played(world, { design: DESIGN })
    expect(histograms.get('happened:one')!.bins.at(-1)).toBe(256)
  })
})

test('an inject happens as often as its chance says, and each has its own luck', () => {
  const claims = ['a', 'b', 'c'].map((of) =>
    claim(of, { metric: 'inject.happened', of, test: { op: '==', value: 1 } }),
  )
  const world = injected(
    { ...WORLD, claims },
    {
      a: { on: 2, chance: 0.25 },
      b: { on: 2, chance: 0.25 },
      c: { on: 2, chance: range(0.1, 0.5, 0.9) },
    },
  )
  const summary = played(world, { design: { batches: 4, draws: 64, playouts: 16 } })
  expect(share(summary, 'a')).toBeCloseTo(0.25, 1)
  expect(share(summary, 'c')).toBeCloseTo(0.5, 1)
  expect(summary.claims.get('a')!.count).not.toBe(summary.claims.get('b')!.count)
  expect(summary.parameters).toContain('injects.c.chance')
  expect(summary.histograms.get('happened:a')!.bins[2]).toBe(summary.claims.get('a')!.count)
  // One that is added leaves the luck of the others as it was.
  const { c: _c, ...fewer } = Object.fromEntries(world.injects)
  const two = { ...world, claims: claims.slice(0, 2), injects: new Map(Object.entries(fewer)) }
  const again = played(two, { design: { batches: 4, draws: 64, playouts: 16 } })
  expect(again.claims.get('a')!.count).toBe(summary.claims.get('a')!.count)
})

test('of two injects on one thing the later by name counts, while both are in force', () => {
  const prices: number[] = []
  const world = injected(WORLD, {
    b: { on: 4, lasts: 2, set: { 'markets.good.price': 20 } },
    a: { on: 3, lasts: 5, set: { 'markets.good.price': 90 } },
  })
  watch(world, { design: { batches: 1, draws: 2, playouts: 1 } }, ({ of }) => {
    prices.push(of('market/price@day')[0]!)
  })
  expect(prices.slice(2, 9)).toEqual([70, 90, 20, 20, 90, 90, 70])
})

test('what an inject sets follows its own law at the score of what it replaces', () => {
  const world = injected(calmWorld(), { one: { on: 3, set: { 'ties.ally-good.stake': range(0, 0.1, 0.2) } } })
  const plan = makePlan(world, { design: DESIGN })
  expect(plan.variants).toHaveLength(1)
  expect(plan.parameters.map(({ id }) => id)).toEqual(makePlan(calmWorld()).parameters.map(({ id }) => id))
  watch(world, { design: DESIGN }, ({ of, day }) => {
    const [own, today] = [of('tie/stake'), of('tie/stake@day')]
    own.forEach((stake, lane) => {
      // Both laws are straight on either side of the median; this one stands a third as far from its own.
      if (stake >= 0.8 && stake < 1)
        expect(today[lane]!).toBeCloseTo(day < 3 ? stake : 0.1 + (stake - 0.8) / 2, 12)
    })
  })
})

test('an inject after the horizon moves what is slow, and nothing else', () => {
  const late = claim('late', {
    metric: 'lifeline.reserves',
    of: 'good',
    over: 'last',
    to: 60,
    test: { op: '>=', value: 3.5e8 },
  })
  const early = claim('early', {
    metric: 'lifeline.reserves',
    of: 'good',
    over: 'last',
    to: 30,
    test: { op: '>=', value: 3.5e8 },
  })
  const own = calmWorld([late, early])
  const world = injected(own, { one: { on: 40, set: { 'markets.good.price': 1 } } })
  const [before, after] = [played(own, { design: DESIGN }), played(world, { design: DESIGN })]
  expect(after.claims.get('early')).toEqual(before.claims.get('early'))
  expect(after.claims.get('late')!.count).toBeLessThan(before.claims.get('late')!.count)
})
