/**
 * Laws of an explanation: what a claim turns on is found at the level at which it turns, its
 * lead is positive exactly where the claim came true, and means and typical playouts are those
 * of the playouts that were counted.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ask, explain, meanOf, nearestTo, type Stage } from '../../src/engine/explain.ts'
import { flipped, flipsOf } from '../../src/engine/flips.ts'
import { lensOf } from '../../src/engine/lens.ts'
import { makePlan, type Plan } from '../../src/engine/plan.ts'
import { probeOf } from '../../src/engine/probe.ts'
import { questionsOf } from '../../src/engine/question.ts'
import { placeOf, replayOf } from '../../src/engine/replay.ts'
import { type Sides, sidesOf } from '../../src/engine/sides.ts'
import type { Design } from '../../src/engine/summary.ts'
import type { Claim, Condition, Scenario } from '../../src/scenario/scenario.ts'
import { kernelOf, played } from './play.ts'
import { claim, councilOf, range, world, type WorldOptions } from './world.ts'

const DESIGN: Design = { batches: 4, draws: 16, playouts: 4 }
const ALL = 256

function stageOf(scenario: Scenario): Stage & { readonly plan: Plan } {
  const plan = makePlan(scenario, { design: DESIGN })
  return { plan, lens: lensOf(scenario), replay: replayOf(plan, kernelOf(plan)) }
}

function sides(plan: Plan, id: string, most = ALL): Sides {
  const { element } = plan.claims.find((one) => one.id === id)!
  return sidesOf(plan, kernelOf(plan), { most, sideOf: (at) => (at(element) === 1 ? 'held' : 'not') })
}

const OPTIONS: WorldOptions = {
  supporters: [
    { id: 'ally', friend: { values: { stake: range(0.1, 0.5, 0.9), alignment: range(0, 0.5, 1) } } },
    { id: 'friend' },
  ],
  ending: { duration: range(5, 10, 30) },
  crisis: { horizon: 20 },
}

type Leaf = Partial<Condition & { kind: 'metric' }>
const LEAF: Leaf = { take: 'decided', metric: 'support.economic', from: 0, to: 20 }

describe('what a claim turns on', () => {
  const lens = lensOf(world({ ...OPTIONS, groups: [{ id: 'band' }] }))
  const asked = (that: Condition): unknown[] =>
    questionsOf(lens, that).map((question) => [
      question.metric,
      ...(question.kind === 'choice' ? [question.level, question.day] : [question.kind]),
    ])

  test.each<[Leaf, unknown[]]>([
    [{ test: { op: '>=', value: 2 } }, [['support.economic', 2, 'largest']]],
    [{ test: { op: '<=', value: 1 } }, [['support.economic', 2, 'largest']]],
    [{ test: { op: '<', value: 1 } }, [['support.economic', 1, 'largest']]],
    [{ test: { op: '>', value: 2 } }, [['support.economic', 3, 'largest']]],
    [{ test: { op: '==', value: 0 } }, [['support.economic', 1, 'largest']]],
    [{ over: 'min' }, [['support.economic', 1, 'smallest']]],
    [{ over: 'last' }, [['support.economic', 1, 'last']]],
    [{ over: 'firstDay', reaches: 3, test: { op: '<=', value: 5 } }, [['support.economic', 3, 'largest']]],
    [{ metric: 'capacity.free' }, []],
    [
      { metric: 'escalation.rung', test: { op: '>=', value: 7 } },
      [
        ['escalation.incident', 'hazard'],
        ['support.combat', 2, 'largest'],
      ],
    ],
    [
      { metric: 'escalation.rung', test: { op: '>=', value: 3 } },
      [
        ['escalation.incident', 'hazard'],
        ['support.combat', 1, 'largest'],
        ['support.materiel', 1, 'largest'],
        ['support.enablement', 1, 'largest'],
        ['support.intelligence', 1, 'largest'],
        ['support.display', 1, 'largest'],
      ],
    ],
    [
      { metric: 'escalation.rung', test: { op: '>=', value: 5 } },
      [
        ['escalation.incident', 'hazard'],
        ['support.combat', 2, 'largest'],
        ['support.materiel', 2, 'largest'],
        ['support.enablement', 2, 'largest'],
      ],
    ],
    [
      { metric: 'escalation.rung', test: { op: '>=', value: 9 } },
      [
        ['escalation.incident', 'hazard'],
        ['support.combat', 2, 'largest'],
      ],
    ],
  ])('%j', (leaf, found) => {
    expect(asked(claim('c', { ...LEAF, ...leaf }).that!)).toEqual(found)
  })

  test('of a group is whether it enters, whatever is asked of it', () => {
    const launches = leafOf({ metric: 'proxies.launches', of: 'band', test: { op: '>=', value: 3 } })
    expect(asked(launches)).toEqual([['proxies.entered', 'hazard']])
  })

  test('is asked once, however often the claim names it', () => {
    const that = claim('c', LEAF).that!
    expect(questionsOf(lens, { kind: 'all', of: [that, { kind: 'not', of: that }] })).toHaveLength(1)
  })

  test('is nothing where only inputs are looked at', () => {
    expect(questionsOf(lens, { kind: 'fact', path: 'x', value: 1, test: { op: '==', value: 1 } })).toEqual([])
  })
})

describe('the lead of a level', () => {
  test('is positive exactly in the playouts in which it was decided on', () => {
    const over = fc.constantFrom('max' as const, 'min' as const, 'last' as const)
    const channel = fc.constantFrom('political', 'economic', 'display', 'combat')
    fc.assert(
      fc.property(over, channel, fc.integer({ min: 1, max: 3 }), fc.nat(20), (how, name, level, from) => {
        const test_ = { op: '>=' as const, value: level }
        const metric = `support.${name}`
        const scenario = world({
          ...OPTIONS,
          claims: [claim('c', { ...LEAF, metric, over: how, from, test: test_ })],
        })
        const stage = stageOf(scenario)
        const [question] = questionsOf(stage.lens, scenario.claims[0]!.that!)
        const probes = [probeOf(stage.lens, question!)]
        const { held, not } = sides(stage.plan, 'c', 20)
        const lead = (place: (typeof held)[number]): number | undefined =>
          ask(stage, probes, place)[0]?.reduce((sum, size) => sum + size, 0)
        for (const place of held) expect(lead(place)).toBeGreaterThan(0)
        // Where it was barred there was no choice, and only then: combat after the end.
        for (const place of not) {
          const found = lead(place)
          if (found === undefined) expect(name).toBe('combat')
          else expect(found).toBeLessThan(0)
        }
      }),
      { seed: 1, numRuns: 25 },
    )
  })
})

describe('a barred channel', () => {
  test('is no choice: it is asked on no day', () => {
    const scenario = world({
      ...OPTIONS,
      without: { actors: ['ally'] },
      claims: [claim('c', { ...LEAF, metric: 'support.political' })],
    })
    const stage = stageOf(scenario)
    const { held, not } = sides(stage.plan, 'c', 20)
    expect(held).toEqual([])
    const { contrasts } = explain(stage, scenario.claims[0]!.that!, [held, not])
    expect(contrasts[0]!.means[1]).toEqual({ n: 0 })
  })

  test('after the end of the fighting is not asked for a lead that nobody could have taken', () => {
    const that = (from: number): Claim => claim('c', { ...LEAF, metric: 'support.combat', from, to: 20 })
    const scenario = world({
      ...OPTIONS,
      ending: { duration: range(0.01, 0.02, 0.03) },
      claims: [that(10)],
    })
    const stage = stageOf(scenario)
    const { not } = sides(stage.plan, 'c', 20)
    const [contrast] = explain(stage, scenario.claims[0]!.that!, [[], not]).contrasts
    expect(not).toHaveLength(20)
    expect(contrast!.means[1]).toEqual({ n: 0 })
  })
})

describe('the two sides', () => {
  const scenario = world({ ...OPTIONS, claims: [claim('c', { ...LEAF, test: { op: '>=', value: 2 } })] })
  const stage = stageOf(scenario)
  const { held, not } = sides(stage.plan, 'c')

  test('are all playouts, each on its side and in order', () => {
    const numbers = [...held, ...not].map(({ number }) => number)
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: ALL }, (_, number) => number))
    expect(held.map(({ number }) => number)).toEqual(held.map(({ number }) => number).sort((a, b) => a - b))
    expect(held.length).toBe(played(scenario, { design: DESIGN }).claims.get('c')!.count)
    for (const place of held) expect(place).toEqual(placeOf(DESIGN, place.number))
  })

  test('give a sample of different draws, the same whatever plays', () => {
    const few = sidesOf(stage.plan, kernelOf(stage.plan, { engine: 'interpreter', lanes: 1 }), {
      most: 7,
      sideOf: (at) => (at(stage.plan.claims[0]!.element) === 1 ? 'held' : 'not'),
    })
    expect(few).toEqual(sides(stage.plan, 'c', 7))
    for (const [side, all] of [[few.held, held] as const, [few.not, not] as const]) {
      const drawOf = (place: (typeof all)[number]): number => place.batch * DESIGN.draws + place.draw
      expect(new Set(side.map(drawOf)).size).toBe(7)
      for (const place of side) expect(all).toContainEqual(place)
    }
  })

  test('have the means of their playouts, and a typical one that is of them and the nearest', () => {
    const { contrasts, typical } = explain(stage, scenario.claims[0]!.that!, [held, not])
    const probes = [probeOf(stage.lens, contrasts[0]!.question)]
    for (const [side, places] of [held, not].entries()) {
      const answers = places.map((place) => ask(stage, probes, place)[0]!)
      const mean = contrasts[0]!.means[side]!
      expect(mean.n).toBe(places.length)
      mean.sizes!.forEach((size, key) => {
        const sum = answers.reduce((total, answer) => total + answer[key]!, 0)
        expect(size).toBeCloseTo(sum / places.length, 9)
      })
      const away = answers.map((answer) =>
        answer.reduce((sum, size, key) => sum + (size - mean.sizes![key]!) ** 2, 0),
      )
      expect(typical[side]).toEqual(places[away.indexOf(Math.min(...away))])
    }
  })

  test('of which one is empty are told as such', () => {
    const { contrasts, typical } = explain(stage, scenario.claims[0]!.that!, [held, []])
    expect(contrasts[0]!.means[1]).toEqual({ n: 0 })
    expect(typical[1]).toBeUndefined()
  })
})

describe('the typical playout', () => {
  test('is the first of those that are equally near, and what never arose pulls nobody', () => {
    const means = [meanOf([[0], [2]]), meanOf([undefined, [5]])]
    expect(means).toEqual([
      { n: 2, sizes: [1] },
      { n: 1, sizes: [5] },
    ])
    expect(
      nearestTo(means, [
        [[0], undefined],
        [[2], [5]],
      ]),
    ).toBe(0)
    expect(
      nearestTo(means, [
        [[3], undefined],
        [[2], [5]],
      ]),
    ).toBe(1)
  })
})

describe('a hazard', () => {
  test('is told by days at risk and patience too: the longer and the less patient side enters', () => {
    const { for: _, ...that } = claim('c', { metric: 'proxies.entered', of: 'band', to: 20 })
      .that as Condition & {
      kind: 'metric'
    }
    const entered: Claim = { ...claim('c'), that }
    const scenario = world({
      ...OPTIONS,
      groups: [{ id: 'band', values: { trigger: 0.8 } }],
      claims: [entered],
    })
    const stage = stageOf(scenario)
    const { held, not } = sides(stage.plan, 'c')
    const [contrast] = explain(stage, that, [held, not]).contrasts
    const gap = (key: string): number => {
      const at = contrast!.keys.indexOf(key)
      return contrast!.means[0]!.sizes![at]! - contrast!.means[1]!.sizes![at]!
    }
    expect(gap('riskDays')).toBeGreaterThan(0)
    expect(gap('patience')).toBeGreaterThan(0)
  })
})

describe('votes', () => {
  test('are shares, and those that a claim needs stand apart', () => {
    const even = [0.5, 0, 0.5, 0] as const
    const scenario = world({
      crisis: { horizon: 20 },
      council: councilOf({ threshold: 2, drafts: [{ id: 'd1', votes: { a: even, b: even, c: 'yes' } }] }),
      claims: [{ ...claim('c'), that: leafOf({ metric: 'council.adopted', of: 'd1', to: 20 }) }],
    })
    const stage = stageOf(scenario)
    const { held, not } = sides(stage.plan, 'c')
    const [{ keys, means }] = explain(stage, scenario.claims[0]!.that!, [held, not]).contrasts as [
      ReturnType<typeof explain>['contrasts'][number],
    ]
    const share = (side: number, key: string): number => means[side]!.sizes![keys.indexOf(key)]!
    expect(share(0, 'yes/c')).toBe(1)
    expect(share(0, 'tabled')).toBe(1)
    // Two of three are needed and c is sure: it fails where both others say no.
    expect([share(1, 'yes/a'), share(1, 'yes/b')]).toEqual([0, 0])
    expect([share(1, 'no/a'), share(1, 'no/b')]).toEqual([1, 1])
    expect(share(0, 'yes/a')).toBeCloseTo(2 / 3, 1)
  })
})

function leafOf(leaf: Leaf): Condition {
  const { for: _, ...that } = claim('c', leaf).that as Condition & { kind: 'metric' }
  return that
}

describe('flips', () => {
  const claims = [claim('c', { ...LEAF, metric: 'support.combat' })]
  const asIs = world({ ...OPTIONS, claims })
  const bound = world({
    ...OPTIONS,
    supporters: [
      { ...OPTIONS.supporters![0]!, friend: { ...OPTIONS.supporters![0]!.friend, clauses: ['defence'] } },
      { id: 'friend' },
    ],
    claims,
  })
  const stages = { changed: stageOf(bound), asIs: stageOf(asIs) }
  const worlds = {
    changed: {
      plan: stages.changed.plan,
      kernel: kernelOf(stages.changed.plan),
      element: elementIn(stages.changed.plan),
    },
    asIs: {
      plan: stages.asIs.plan,
      kernel: kernelOf(stages.asIs.plan),
      element: elementIn(stages.asIs.plan),
    },
  }
  const { up, down } = flipsOf(worlds, { most: ALL })

  test('are the playouts in which the two worlds part, no more and no fewer', () => {
    const held = (scenario: Scenario): Set<number> =>
      new Set(sides(makePlan(scenario, { design: DESIGN }), 'c').held.map(({ number }) => number))
    const [there, here] = [held(bound), held(asIs)]
    expect(up.length).toBeGreaterThan(0)
    expect(up.map(({ number }) => number)).toEqual(
      [...there].filter((number) => !here.has(number)).sort((a, b) => a - b),
    )
    expect(down.map(({ number }) => number)).toEqual(
      [...here].filter((number) => !there.has(number)).sort((a, b) => a - b),
    )
  })

  test('of an obligation are made by the obligation, and by what others then give', () => {
    const { n, contrasts, typical } = flipped(stages, claims[0]!.that!, up)
    expect(n).toBe(up.length)
    const [{ keys, means }] = contrasts as [(typeof contrasts)[number]]
    const gaps = keys.filter((_, key) => Math.abs(means[0]!.sizes![key]! - means[1]!.sizes![key]!) > 1e-3)
    expect(gaps).toContain('obligation')
    expect(up).toContainEqual(typical!.place)
    const [changed, before] = typical!.answers[0]!
    expect(changed!.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(0)
    expect(before!.reduce((sum, size) => sum + size, 0)).toBeLessThan(0)
  })
})

function elementIn(plan: Plan): number {
  return plan.claims.find(({ id }) => id === 'c')!.element
}
