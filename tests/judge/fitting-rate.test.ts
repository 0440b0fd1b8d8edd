/** The counted rate that stands beside a claim: of the class to which it belongs to the letter, or none. */
import { describe, expect, test } from 'vitest'
import { parseDate } from '../../src/base/date.ts'
import { QUICK_DESIGN } from '../../src/engine/plan.ts'
import { theoryAlone } from '../../src/host/theory-alone.ts'
import { fittingRate } from '../../src/judge/fitting-rate.ts'
import { fightingIn } from '../../src/judge/fight-class.ts'
import { verdictOf } from '../../src/judge/claim.ts'
import type { Claim, Condition, Scenario } from '../../src/scenario/scenario.ts'
import { played } from '../engine/play.ts'
import { claim, councilOf, type Supporter, world, type WorldOptions } from '../engine/world.ts'

type Metric = Extract<Condition, { kind: 'metric' }>

const { baseRates } = theoryAlone()
const HORIZON = 30

/** That `ally` fights for `good`, unless something else is asked. */
function fights(asked: Partial<Metric> = {}): Condition {
  return {
    kind: 'metric',
    metric: 'support.combat',
    of: 'ally',
    for: 'good',
    take: 'delivered',
    from: 0,
    to: HORIZON,
    over: 'max',
    reaches: 2,
    test: { op: '>=', value: 2 },
    ...asked,
  }
}
function asks(that: Condition, rest: Partial<Claim> = {}): Claim {
  return { ...claim('c'), that, ...rest }
}
const ALLY: Supporter = { id: 'ally', friend: { clauses: ['defence'] } }
/** A council on which `ally` has a seat that is not permanent: it is no great power. */
const council = councilOf({ drafts: [{ id: 'text', votes: { ally: 'yes' } }] })
const rateIn = (options: WorldOptions, that = fights()): string | undefined =>
  fittingRate(asks(that), world({ council, ...options }))
const SEATED = councilOf({ permanent: ['ally'], drafts: [{ id: 'text', votes: { ally: 'yes' } }] })
const EARLY = { crisis: { start: parseDate('1939-09-01')! } }
const BESIDE_BAD: Supporter = { id: 'ally', recipient: 'bad' }

describe('a state that may fight', () => {
  test.each<[string, WorldOptions, string | undefined]>([
    ['with a pact', { supporters: [ALLY] }, 'pact-fights'],
    ['without one', {}, 'no-pact-fights'],
    ['of rank, with a pact', { supporters: [ALLY], council: SEATED }, 'major-power-with-pact-joins'],
    ['of rank, without one', { council: SEATED }, 'major-power-without-pact-joins'],
    ['of old, with a pact', { supporters: [ALLY], ...EARLY }, 'pact-fights-before-1946'],
    ['of old, without one', EARLY, 'no-pact-fights-before-1946'],
    ['where nobody attacks', { attack: false }, undefined],
  ])('%s, belongs to its class', (_name, options, id) => {
    expect(rateIn(options)).toBe(id)
  })

  test('for the attacker has been counted with a pact, and without one only where it is a great power', () => {
    const forBad = fights({ for: 'bad' })
    const bound = { ...BESIDE_BAD, friend: ALLY.friend! }
    expect(rateIn({ supporters: [bound] }, forBad)).toBe('attacker-pact-fights')
    expect(rateIn({ supporters: [BESIDE_BAD] }, forBad)).toBeUndefined()
    expect(rateIn({ supporters: [BESIDE_BAD], council: SEATED }, forBad)).toBe(
      'major-power-without-pact-joins',
    )
  })

  test('against a nuclear attacker belongs to that narrower class', () => {
    const scenario = world({ supporters: [ALLY] })
    const bad = { ...scenario.actors.get('bad')!, nuclear: true }
    const armed = { ...scenario, actors: new Map([...scenario.actors, ['bad', bad]]) }
    expect(fittingRate(asks(fights()), armed)).toBe('pact-fights-nuclear-attacker')
  })

  test('is a state: groups were never counted', () => {
    const scenario = world({ supporters: [ALLY], council })
    const ally = { ...scenario.actors.get('ally')!, kind: 'bloc' as const }
    const league = { ...scenario, actors: new Map([...scenario.actors, ['ally', ally]]) }
    expect(fightingIn(league)).toEqual([])
    expect(fittingRate(asks(fights()), league)).toBeUndefined()
    expect(fittingRate(asks({ kind: 'not', of: fights() }), league)).toBeUndefined()
  })

  test('where no council tells rank, belongs to no class that goes by it', () => {
    expect(fittingRate(asks(fights()), world({ supporters: [ALLY] }))).toBeUndefined()
    expect(fittingRate(asks(fights()), world())).toBeUndefined()
    expect(fittingRate(asks(fights()), world({ supporters: [ALLY], ...EARLY }))).toBe(
      'pact-fights-before-1946',
    )
    const bad = { supporters: [{ ...BESIDE_BAD, friend: ALLY.friend! }] }
    expect(fittingRate(asks(fights({ for: 'bad' })), world(bad))).toBeUndefined()
  })

  describe('for two who are attacked, bound to one of them', () => {
    const two = {
      crisis: { targets: ['good', 'kind'] },
      supporters: [ALLY, { id: 'ally', recipient: 'kind' }],
    }
    const either: Condition = { kind: 'any', of: [fights(), fights({ for: 'kind' })] }
    const none: Condition = { kind: 'not', of: either }

    test('has the rate of its rank for both together, and none for the one', () => {
      expect(rateIn({ ...two, council: SEATED }, either)).toBe('major-power-with-pact-joins')
      expect(rateIn({ ...two, council: SEATED }, none)).toBe('major-power-with-pact-stays-out')
      expect(rateIn({ ...two, council: SEATED })).toBeUndefined()
      expect(rateIn({ ...two, council: SEATED }, { kind: 'not', of: fights() })).toBeUndefined()
    })

    test('and against a nuclear attacker that of the narrower class', () => {
      const scenario = world({ ...two, council: SEATED })
      const bad = { ...scenario.actors.get('bad')!, nuclear: true }
      const armed = { ...scenario, actors: new Map([...scenario.actors, ['bad', bad]]) }
      expect(fittingRate(asks(either), armed)).toBe('pact-fights-nuclear-attacker')
      expect(fittingRate(asks(none), armed)).toBe('pact-stays-out-nuclear-attacker')
      expect(fittingRate(asks(fights()), armed)).toBeUndefined()
    })
  })

  test('belongs to one class, and every class has a counted rate and its opposite', () => {
    for (const options of [{}, { supporters: [ALLY] }, { council: SEATED }, EARLY]) {
      const found = fightingIn(world({ council, ...options }))
      expect(found).toHaveLength(1)
      for (const { baseRate, otherwise } of found) {
        expect(baseRates.has(baseRate)).toBe(true)
        expect(baseRates.has(otherwise)).toBe(true)
      }
    }
  })
})

describe('to the letter', () => {
  const options = { supporters: [ALLY], council }

  test.each<[string, Condition]>([
    ['above 1', fights({ test: { op: '>', value: 1 } })],
    ['any of one', { kind: 'any', of: [fights()] }],
    ['not staying out', { kind: 'not', of: fights({ test: { op: '<', value: 2 } }) }],
  ])('%s is the same event in other words', (_name, that) => {
    expect(rateIn(options, that)).toBe('pact-fights')
  })

  test.each<[string, Condition]>([
    ['at most 1', fights({ test: { op: '<=', value: 1 } })],
    ['not fighting', { kind: 'not', of: fights() }],
  ])('%s has the rate of staying out', (_name, that) => {
    expect(rateIn(options, that)).toBe('pact-stays-out')
  })

  test.each<[string, Condition]>([
    ['any combat at all', fights({ test: { op: '>=', value: 1 } })],
    ['none at all', fights({ test: { op: '==', value: 0 } })],
    ['a part of the time', fights({ to: HORIZON - 1 })],
    ['a later start', fights({ from: 1 })],
    ['what was decided', fights({ take: 'decided' })],
    ['the last day', fights({ over: 'last' })],
    ['another channel', fights({ metric: 'support.materiel' })],
    ['more than that', { kind: 'all', of: [fights(), fights({ metric: 'support.materiel' })] }],
    ['either way', { kind: 'any', of: [fights(), { kind: 'not', of: fights() }] }],
  ])('%s has no rate', (_name, that) => {
    expect(rateIn(options, that)).toBeUndefined()
  })

  test('help for one of two on a side is not what was counted, help for either is', () => {
    const two = {
      crisis: { targets: ['good', 'kind'] },
      supporters: [ALLY, { ...ALLY, recipient: 'kind' }],
    }
    expect(rateIn(two)).toBeUndefined()
    const either: Condition = { kind: 'any', of: [fights({ for: 'kind' }), fights()] }
    expect(rateIn(two, either)).toBe('pact-fights')
    expect(rateIn(two, { kind: 'not', of: either })).toBe('pact-stays-out')
  })

  test('under a condition of its own a claim has no rate but that of the same condition', () => {
    const scenario = world(options)
    const given = fights({ metric: 'support.political', test: { op: '>=', value: 1 } })
    expect(fittingRate(asks(fights(), { kind: 'conditional', given }), scenario)).toBeUndefined()
    const some = Object.keys(Object.fromEntries(scenario.channels)).map((channel) =>
      fights({ metric: `support.${channel}`, test: { op: '>=', value: 1 } }),
    )
    const arms = fights({ metric: 'support.materiel', test: { op: '>=', value: 1 } })
    const conditional = asks(arms, { kind: 'conditional', given: { kind: 'any', of: some } })
    expect(fittingRate(conditional, scenario)).toBe('supporter-gives-arms')
    expect(fittingRate(asks(arms), scenario)).toBeUndefined()
  })

  test('an effect is no probability, and has none', () => {
    const effect: NonNullable<Claim['effect']> = { as: 'difference', tests: [{ op: '>', value: 0 }] }
    expect(fittingRate(asks(fights(), { kind: 'counterfactual', effect }), world(options))).toBeUndefined()
  })

  test('in a changed world a claim belongs to the class of that world', () => {
    const change = { text: 'a pact', world: world(options) } as NonNullable<Claim['do']>
    expect(fittingRate(asks(fights(), { kind: 'conditional', do: change }), world())).toBe('pact-fights')
  })
})

describe('beside a verdict', () => {
  const named = { ...asks(fights(), { baseRate: 'promises-of-defence-kept' }), id: 'named' }
  const scenario: Scenario = { ...world({ claims: [asks(fights()), named], council }), baseRates }
  const summary = played(scenario, { design: { ...QUICK_DESIGN, batches: 2 } })
  const [fitted, chosen] = scenario.claims.map((one) => verdictOf(one, { scenario, summary }))

  test('stands the rate of the class, and that it was found so', () => {
    expect(fitted).toMatchObject({ baseRate: { id: 'no-pact-fights', n: 5009 }, baseRateBy: 'class' })
  })

  test('one that the claim names wins', () => {
    expect(chosen!.baseRate?.id).toBe('promises-of-defence-kept')
    expect(chosen).not.toHaveProperty('baseRateBy')
  })

  test('it changes nothing but what stands there', () => {
    const none = { ...scenario, baseRates: new Map() }
    expect(played(none, { design: { ...QUICK_DESIGN, batches: 2 } }).claims).toEqual(summary.claims)
    const { baseRate: _rate, baseRateBy: _by, ...rest } = fitted!
    expect(rest).toEqual(verdictOf(scenario.claims[0]!, { scenario: none, summary }))
  })
})
