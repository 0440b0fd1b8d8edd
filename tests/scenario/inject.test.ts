/** What may happen in the course of a crisis: a world of its own, with the same who and what, and other values. */
import { expect, test } from 'vitest'
import type { Inject, Scenario } from '../../src/scenario/scenario.ts'
import { TROOPS, changed, placeless, world } from './small.ts'
import { injecting, smallWith, smallWorld } from './small-edit.ts'

const TRUCE = `id: truce
    title: A truce elsewhere
    on: 20 days
    lasts: 30 days
    chance: [5 %, 10 %, 30 %]
    set: { actors.cascadia.utilisation: [20 %, 40 %, 60 %] }
    source: desk`
const TURN = `id: turn
    title: A turn
    when: inject.happened[truce] && t >= 30
    set: { crisis.mediator: 0.9, ties.cascadia-avalon.clauses.defence: true }`

function truceOf({ injects }: Scenario): Inject {
  return injects.get('truce')!
}

function utilisation({ actors }: Scenario): unknown {
  return actors.get('cascadia')?.quantities['utilisation']?.law
}

test('an inject has its day, how long it lasts, how likely it is, and the world with what it sets', () => {
  const scenario = smallWorld(injecting(TRUCE))
  const { change, ...truce } = truceOf(scenario)
  expect(truce).toMatchObject({ id: 'truce', title: 'A truce elsewhere', day: 20, lasts: 30, source: 'desk' })
  expect(truce.chance).toMatchObject({ id: 'injects.truce.chance', law: { p50: 0.1 }, source: 'desk' })
  expect(change.text).toBe('actors.cascadia.utilisation = [20 %, 40 %, 60 %]')
  expect(utilisation(change.world)).toMatchObject({ p50: 0.4 })
  expect(utilisation(scenario)).toMatchObject({ p50: 0.7 })
})

test('one that says no more comes for certain and to the end', () => {
  const turn = smallWorld(injecting(TRUCE, TURN)).injects.get('turn')!
  expect(turn.chance).toMatchObject({ law: { kind: 'fixed', value: 1 }, assumed: true })
  expect([turn.lasts, turn.day]).toEqual([undefined, undefined])
  expect(turn.change.world.ties.get('cascadia-avalon')?.clauses.defence).toBe(true)
})

test('a date is counted from the first day', () => {
  const dated = smallWorld(injecting(TRUCE.replace('20 days', '2020-01-31')))
  expect(truceOf(dated).day).toBe(30)
})

test('the world of an inject claims nothing and puts nothing in, and else differs in what is set alone', () => {
  const scenario = smallWorld(injecting(TRUCE, TURN))
  const inner = truceOf(scenario).change.world
  expect([inner.claims, inner.injects.size]).toEqual([[], 0])
  const set = world({ set: { 'actors.cascadia.utilisation': '[20 %, 40 %, 60 %]' } })
  expect(placeless({ ...inner, claims: [] })).toEqual(placeless({ ...set, claims: [] }))
})

test('what a claim changes, the world of an inject has too', () => {
  const base = smallWith(
    injecting(TRUCE),
    [
      '    that: {',
      `    do: { set: { crisis.mediator: 0.9 } }\n    effect: { difference: "> 0" }\n    that: {`,
    ],
    ['    says: very likely\n', ''],
  )
  const { world: asked } = world({ base }).claims[0]!.do!
  const inner = truceOf(asked).change.world
  expect(inner.crisis.quantities['mediator']?.law).toEqual({ kind: 'fixed', value: 0.9 })
  expect(utilisation(inner)).toMatchObject({ p50: 0.4 })
  expect(truceOf(asked).day).toBe(20)
})

test('a what-if finds an inject by its id: its chance, its day, and what it sets as a whole', () => {
  const base = smallWith(injecting(TRUCE))
  const set = { 'injects.truce.chance': '1', 'injects.truce.on': '3 days' }
  expect(truceOf(world({ base, set }))).toMatchObject({
    day: 3,
    chance: { law: { kind: 'fixed', value: 1 } },
  })
  const other = world({ base, set: { 'injects.truce.set': '{ crisis.mediator: 0.2 }' } })
  expect(truceOf(other).change.text).toBe('crisis.mediator = 0.2')
  const { faults } = changed({ base, set: { 'injects.truse.chance': '1' } })
  expect(faults.map(({ code, suggestion }) => [code, suggestion])).toEqual([
    ['unknown-path', 'injects.truce.chance'],
  ])
})

test('a patch merges an inject by its id and may add another', () => {
  const patch =
    'injects:\n  - { id: truce, chance: 0.5 }\n  - { id: late, title: Late, on: 80 days, set: { crisis.mediator: 1 } }\n'
  const { injects } = world({ base: smallWith(injecting(TRUCE)), patch })
  expect([...injects].map(([id, { day, chance }]) => [id, day, chance.law])).toEqual([
    ['late', 80, { kind: 'fixed', value: 1 }],
    ['truce', 20, { kind: 'fixed', value: 0.5 }],
  ])
})

test('a claim can ask whether it has happened', () => {
  const asks = 'that: { metric: inject.happened, of: truce, test: "== true" }'
  const condition = TROOPS.replace('>= 1', '== 0')
  const { claims } = smallWorld(injecting(TRUCE), [condition, asks])
  expect(claims[0]?.that).toMatchObject({ metric: 'inject.happened', of: 'truce' })
})

test('a change that leaves an inject no day to come on is told where the change stands', () => {
  const base = smallWith(injecting(TRUCE), [
    '    that: {',
    '    do: { set: { crisis.horizon: 10 days } }\n    that: {',
  ])
  const { faults } = changed({ base })
  expect(faults.map(({ code, says }) => [code, says.includes('inject-out-of-time')])).toEqual([
    ['change-breaks', true],
  ])
})
