/** The world without the attack: its two ways of being written, its one name, and what it may not be mixed with. */
import { describe, expect, test } from 'vitest'
import { changed, claim, placeless, read, SMALL, told, toldOf, TROOPS, world } from './small.ts'

const SHORT = 'given: no-attack'
const LONG = 'do: { without: [attack] }'

test('given: no-attack makes the same world, under the same name, as do: without attack', () => {
  for (const more of ['says: unlikely', 'effect: { difference: "< 0" }']) {
    const [short, long] = [read(TROOPS, SHORT, more), read(TROOPS, LONG, more)]
    expect(short.given).toBeUndefined()
    expect(short.kind).toBe(long.kind)
    expect(short.do?.text).toBe('without attack')
    expect(placeless(short.do!.world)).toEqual(placeless(long.do!.world))
    expect({ ...short, do: long.do, span: long.span }).toEqual(long)
  }
})

test('it is a probability in that world with a word, and paired with this one with an effect', () => {
  expect(read(TROOPS, SHORT, 'says: unlikely').kind).toBe('conditional')
  expect(read(TROOPS, SHORT, 'effect: { difference: "< 0" }').kind).toBe('counterfactual')
})

test('the world is the same but for the attack, and claims in it make no world more', () => {
  const base = claim(TROOPS, SHORT, 'says: unlikely')
  const { world: calm } = read(TROOPS, SHORT, 'says: unlikely').do!
  expect(calm.attack).toBe(false)
  expect(world({ base }).attack).toBe(true)
  expect(calm.claims.map(({ do: change, given, kind }) => [change, given, kind])).toEqual([
    [undefined, undefined, 'probability'],
  ])
  expect(placeless({ ...calm, attack: true, claims: [] })).toEqual(
    placeless({ ...world({ base }), claims: [] }),
  )
})

test('a command leaves the attack out as a claim does', () => {
  const { world: calm } = read(TROOPS, LONG).do!
  const base = claim(TROOPS, LONG)
  expect(placeless(world({ base, without: ['attack'] }))).toEqual(
    placeless({ ...calm, claims: world({ base, without: ['attack'] }).claims }),
  )
})

test('it stands beside other changes under do', () => {
  const { world: calm, text } = read(
    TROOPS,
    'do: { set: { crisis.horizon: 30 days }, without: [militia, attack] }',
  ).do!
  expect(text).toBe('crisis.horizon = 30 days; without militia; without attack')
  expect([calm.attack, calm.without.actors, calm.crisis.horizon]).toEqual([false, ['militia'], 30])
})

test('beside a change of its own the short form is a fault that shows the long one', () => {
  const { faults } = changed({ base: claim(TROOPS, SHORT, 'do: { without: [militia] }') })
  expect(faults.map(({ code, suggestion }) => [code, suggestion])).toEqual([
    ['claim-clash', 'write without: [attack] under do'],
  ])
})

test('a word that is nearly it is told', () => {
  expect(told(TROOPS, 'given: no-atack')).toEqual([['wrong-type', 'no-atack']])
  expect(told(TROOPS, 'given: { all: no-attack }').map(([code]) => code)).toEqual(['wrong-type'])
  const { faults } = changed({ without: ['atack'] })
  expect(faults.map(({ code, suggestion }) => [code, suggestion])).toEqual([['unknown-without', 'attack']])
})

describe('an actor that is called attack', () => {
  const actor = { set: {}, base: SMALL.replace('ties:\n', () => '  attack: { kind: state }\nties:\n') }

  test('may be, as long as nobody leaves it out', () => {
    expect(toldOf(actor)).toEqual([])
    expect(world(actor).attack).toBe(true)
  })

  test('cannot be told from the attack where something called so is left out', () => {
    expect(toldOf({ ...actor, without: ['attack'] })).toEqual([
      ['ambiguous-without', '--without attack', 'attack'],
    ])
  })
})
