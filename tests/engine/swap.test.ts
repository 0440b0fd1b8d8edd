/**
 * Nothing hangs on which side is called what, or stands first: with the names of the two sides exchanged everywhere,
 * in every input and in every stream of chance, a whole crisis comes out the same, each side under its new name.
 */
import { expect, test } from 'vitest'
import { chanceElements } from '../../src/engine/chance.ts'
import { lensOf } from '../../src/engine/lens.ts'
import { lower } from '../../src/engine/lower.ts'
import { makePlan, type Plan } from '../../src/engine/plan.ts'
import { placeOf, replayOf } from '../../src/engine/replay.ts'
import { mechanismsOf } from '../../src/engine/running.ts'
import { watchedIn } from '../../src/engine/watch.ts'
import type { Dyad, Scenario } from '../../src/scenario/scenario.ts'
import { fullWorld } from './full-world.ts'
import { kernelOf } from './play.ts'
import { world } from './world.ts'

const DESIGN = { batches: 2, draws: 16, playouts: 2 }

function swapped(text: string): string {
  return text.replaceAll(/\b(good|bad)\b/g, (name) => (name === 'good' ? 'bad' : 'good'))
}

/** The names of the sides exchanged wherever they stand. */
function exchanged<T>(value: T): T {
  return exchange(value) as T
}

function exchange(value: unknown): unknown {
  if (typeof value === 'string') return swapped(value)
  if (value instanceof Map) {
    const entries = [...value].map(([key, part]) => [swapped(String(key)), exchange(part)] as const)
    return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
  }
  if (Array.isArray(value)) return value.map(exchange)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, exchange(part)]))
}

function inOrder(scenario: Scenario): Scenario {
  const name = ({ supporter, recipient }: Dyad): string => `${supporter} ${recipient}`
  return { ...scenario, dyads: [...scenario.dyads].sort((a, b) => (name(a) < name(b) ? -1 : 1)) }
}

/** Everything that can be looked at, day by day, in some playouts; under the other names where the world has them. */
function days(scenario: Scenario, plan: Plan, rename: (name: string) => string): Map<string, number> {
  const lens = lensOf(scenario)
  const watched = watchedIn(lens).map(({ metric, of, for: other = '', stage = '', element, when }) => ({
    name: `${metric.name} ${rename(of)} ${rename(other)} ${stage} ${when ?? ''}`,
    element,
  }))
  const replay = replayOf(plan, kernelOf(plan))
  const found = new Map<string, number>()
  for (let number = 0; number < 64; number += 3) {
    replay(placeOf(DESIGN, number)!, {
      see: ({ day, today }) => {
        for (const { name, element } of watched) found.set(`${number}/${day} ${name}`, today[element]!)
      },
    })
  }
  return found
}

/** The plan of the world with exchanged names, whose chance is that of the world as it was. */
function sameChance(scenario: Scenario): Plan {
  const plan = makePlan(scenario, { design: DESIGN })
  const { chances, space } = lower(scenario, mechanismsOf(scenario))
  const { belligerents, candidates } = exchanged({
    belligerents: space.belligerents,
    candidates: space.candidates,
  })
  const named = {
    scenario: { ...scenario, dyads: exchanged(scenario.dyads) },
    space: { ...space, belligerents, candidates },
    seed: plan.seed,
  }
  const { hypercube } = plan
  return {
    ...plan,
    chances: chanceElements(chances, named),
    hypercube: { ...hypercube, quantities: hypercube.quantities.map(swapped) },
  }
}

test.each([
  ['every noun, arsenals and candidates on both sides', fullWorld()],
  [
    'two attackers and one who is attacked',
    world({
      crisis: { attackers: ['bad', 'ugly'] },
      supporters: [{ id: 'ally' }, { id: 'rogue', recipient: 'bad' }],
      arsenals: { bad: { missile: {} }, good: { drone: {} }, ugly: { strike: {} } },
      coalitions: { good: { candidates: { one: { harm: 1, alignment: 1 } } } },
      ending: { duration: 20 },
    }),
  ],
])('a crisis with %s is the same under exchanged names', (_, scenario) => {
  const other = inOrder(exchanged(scenario))
  const own = days(scenario, makePlan(scenario, { design: DESIGN }), (name) => name)
  const there = days(other, sameChance(other), swapped)
  expect(other.crisis.targets).toEqual(['bad'])
  expect(own.size).toBeGreaterThan(10_000)
  const differing = [...own].filter(([name, value]) => !Object.is(there.get(name), value))
  expect(differing.slice(0, 10)).toEqual([])
  expect(there.size).toBe(own.size)
  expect([...own.values()].filter((value) => value !== 0).length).toBeGreaterThan(5000)
})
