/** Laws of injects: what does not happen changes no bit, what has not happened yet changes nothing yet. */
import { describe, expect, test } from 'vitest'
import { METRICS } from '../../src/mechanisms/metrics.ts'
import type { Look, Scenario } from '../../src/scenario/scenario.ts'
import { lower } from '../../src/engine/lower.ts'
import { mechanismsOf } from '../../src/engine/running.ts'
import { calmWorld } from './full-world.ts'
import { changedBy, injected, type Injected } from './injected.ts'
import { canonical, only, played, watch } from './play.ts'
import { claim, range } from './world.ts'

const DESIGN = { batches: 2, draws: 8, playouts: 2 }
const CLAIMS = [
  claim('combat', { metric: 'support.combat', test: { op: '>=', value: 1 } }),
  claim('rung', { metric: 'escalation.rung', test: { op: '>=', value: 4 } }),
  claim('ended', { metric: 'termination.ended', of: '', test: { op: '==', value: 1 } }),
]
const WORLD = calmWorld(CLAIMS)
/** Supporters, groups, the end of the fighting, the flows, the council and a weight: all that an inject can move. */
const SET: NonNullable<Injected['set']> = {
  'actors.ally.utilisation': range(0, 0.1, 0.3),
  'ties.ally-good.stake': range(0.1, 0.2, 0.4),
  'ties.brother-bad.rivalry': 0.9,
  'proxies.band.trigger': 0.95,
  'crisis.mediator': 0.8,
  'routes.crossing.capacity': 12,
  'markets.good.price': 20,
  'council.d1.tabled': 0.9,
  'weights.authorisation': 2.5,
  'weights.directContact': 0.1,
}

/** Every value of everything that can be asked, by metric, day and place. */
function values(scenario: Scenario, upTo = Number.POSITIVE_INFINITY): Map<string, string> {
  const { slots } = lower(scenario, mechanismsOf(scenario))
  const variables = METRICS.flatMap(({ variable }) =>
    typeof variable === 'string' ? [variable] : Object.values(variable),
  ).filter((variable) => slots.get(variable)?.binding === 'day' && !variable.startsWith('inject.'))
  const found = new Map<string, string>()
  watch(scenario, { design: DESIGN }, ({ batch, firstDraw, playout, day, of }) => {
    if (day >= upTo) return
    for (const variable of variables) {
      const { size } = slots.get(variable)!.slot
      const held = Array.from({ length: size }, (_, at) => [...of(variable, at)].join())
      found.set([batch, firstDraw, playout, day, variable].join('/'), held.join(';'))
    }
  })
  return found
}

const never: Look = { metric: 'escalation.rung', of: 'ally', for: 'good', take: 'delivered', from: 0, to: 30 }

describe('an inject that never happens changes no bit', () => {
  const plain = played(WORLD, { design: DESIGN })
  test.each<[string, Injected]>([
    ['for want of luck', { on: 0, chance: 0 }],
    ['for its day is past the horizon', { on: 31 }],
    ['for what it waits for never comes', { when: { text: 'look0 > 10', looks: [never] } }],
    ['for it lasts no day', { on: 3, lasts: 0 }],
    ['for it sets what is so already', { on: 3, set: { 'crisis.mediator': 0 } }],
  ])('%s', (_, one) => {
    const world = injected(WORLD, { one: { set: SET, ...one } })
    const got = played(world, { design: DESIGN })
    expect(canonical({ ...only(got, plain), parameters: [], scores: [], claims: new Map() })).toBe(
      canonical({ ...plain, parameters: [], scores: [], claims: new Map() }),
    )
    for (const [id, { count, histogram }] of plain.claims) {
      expect(got.claims.get(id)!.count).toBe(count)
      expect(got.claims.get(id)!.histogram).toEqual(histogram)
    }
  })
})

test('a dated inject changes nothing before its day, and something after it', () => {
  const world = injected(WORLD, { one: { on: 9, set: SET } })
  expect(values(world, 9)).toEqual(values(WORLD, 9))
  expect(values(world)).not.toEqual(values(WORLD))
})

test('an inject on day 0 is the changed world from the first day on, but for what was expected on the eve', () => {
  // Expectations of others' help count by free riding alone: without it nothing of the eve is left.
  const alike = { ...SET, 'weights.freeRiding': 0 }
  const own = changedBy(WORLD, { 'weights.freeRiding': 0 })
  const world = injected(own, { one: { on: 0, set: alike } })
  expect(values(world)).toEqual(values(changedBy(own, alike)))
  // With it, only those who give are moved, and what follows from them.
  const eve = injected(WORLD, { one: { on: 0, set: SET } })
  expect(values(eve)).not.toEqual(values(changedBy(WORLD, SET)))
})

test('what nobody expected on the eve is the changed world from the first day on, free riding or not', () => {
  const {
    'proxies.band.trigger': trigger,
    'council.d1.tabled': tabled,
    'routes.crossing.capacity': room,
  } = SET
  const set = {
    'proxies.band.trigger': trigger!,
    'council.d1.tabled': tabled!,
    'routes.crossing.capacity': room!,
  }
  expect(values(injected(WORLD, { one: { on: 0, set } }))).toEqual(values(changedBy(WORLD, set)))
})

test('while an inject lasts it counts, afterwards the world is as the scenario has it', () => {
  const priceOn: string[] = []
  const world = injected(WORLD, { one: { on: 4, lasts: 3, set: { 'markets.good.price': 20 } } })
  watch(world, { design: { batches: 1, draws: 2, playouts: 1 } }, ({ of, day }) => {
    priceOn.push(`${day}: ${[...of('market/price@day')].join()} ${[...of('inject.happened')].join()}`)
  })
  const usual = (day: number): string => `${day}: 70,70 0,0`
  expect(priceOn.slice(0, 9)).toEqual([
    ...[0, 1, 2, 3].map(usual),
    ...[4, 5, 6].map((day) => `${day}: 20,20 1,1`),
    ...[7, 8].map(usual),
  ])
})
