/** Fingerprints with arsenals, coalitions, rival rules and injects: each counts, and of an inject what was written. */
import { expect, test } from 'vitest'
import { fingerprint, planHash } from '../../src/engine/fingerprint.ts'
import { makePlan } from '../../src/engine/plan.ts'
import type { Inject, Scenario } from '../../src/scenario/scenario.ts'
import { calmWorld } from './full-world.ts'
import { changedBy, injected } from './injected.ts'

const OWN = calmWorld()
const PUT = injected(OWN, { flood: { on: 3, set: { 'routes.road.capacity': 5 } } })

function names(scenario: Scenario): readonly [string, string, string] {
  const { scenario: own, theory } = fingerprint(scenario)
  return [own, theory, planHash(makePlan(scenario))]
}

function withInject(change: (flood: Inject) => Inject): Scenario {
  return { ...PUT, injects: new Map([['flood', change(PUT.injects.get('flood')!)]]) }
}

test.each<[string, Scenario, Scenario]>([
  ['an arsenal', OWN, changedBy(OWN, { 'arsenals.good.interceptors': 901 })],
  ['a candidate', OWN, changedBy(OWN, { 'coalitions.good.candidates.partner.harm': 0.7 })],
  ['a rule', OWN, changedBy(OWN, { 'rules.obligation': 1 })],
  ['an inject', OWN, PUT],
  ['the day of an inject', PUT, injected(OWN, { flood: { on: 4, set: { 'routes.road.capacity': 5 } } })],
  ['what an inject sets', PUT, injected(OWN, { flood: { on: 3, set: { 'routes.road.capacity': 6 } } })],
  [
    'how likely an inject is',
    PUT,
    withInject((one) => ({ ...one, chance: { ...one.chance, law: { kind: 'fixed', value: 0.5 } } })),
  ],
])('%s names another scenario under the same theory, and another plan', (_, one, other) => {
  const [before, after] = [names(one), names(other)]
  expect(after[0]).not.toBe(before[0])
  expect(after[1]).toBe(before[1])
  expect(after[2]).not.toBe(before[2])
})

test('the order in which injects are written changes no bit', () => {
  const flood = { on: 3, set: { 'routes.road.capacity': 5 } }
  const two = injected(OWN, { flood, drought: { on: 9, set: { 'routes.road.capacity': 2 } } })
  const turned = { ...two, injects: new Map([...two.injects].reverse()) }
  expect([...turned.injects.keys()]).not.toEqual([...two.injects.keys()])
  expect(names(turned)).toEqual(names(two))
})

test('of the world that an inject makes only the text of the change counts: the theory in it has its own name', () => {
  const heavier = withInject((one) => ({
    ...one,
    change: { ...one.change, world: changedBy(one.change.world, { 'weights.stake': 3 }) },
  }))
  expect(fingerprint(heavier)).toEqual(fingerprint(PUT))
  expect(planHash(makePlan(heavier))).not.toBe(planHash(makePlan(PUT)))
})
