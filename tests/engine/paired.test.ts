/** Laws of paired playouts: a change of nothing moves nothing, each world is played as it would be alone, and any batching counts the same. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalScores } from '../../src/engine/latin.ts'
import {
  type ArmPlan,
  emptyPaired,
  mergePaired,
  PAIR,
  type Paired,
  runPaired,
  runPairedBatch,
} from '../../src/engine/paired.ts'
import { makePlan, type Plan } from '../../src/engine/plan.ts'
import { run } from '../../src/engine/run.ts'
import type { Design, VectorTally } from '../../src/engine/summary.ts'
import { componentOf } from '../../src/engine/vector.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { answers, canonical, kernelOf, type PlayOptions, watch } from './play.ts'
import { anyWorld } from './random-world.ts'
import { claim, councilOf, range, world, type WorldOptions } from './world.ts'

const DESIGN: Design = { batches: 4, draws: 16, playouts: 4 }
const COUNCIL = councilOf({
  threshold: 2,
  drafts: [{ id: 'd1', tabled: 0.6, votes: { ally: [0.5, 0.2, 0.3, 0], outsider: [0.6, 0.2, 0.2, 0] } }],
})
const OPTIONS: WorldOptions = {
  supporters: [
    { id: 'ally', friend: { values: { stake: range(0.1, 0.5, 0.9), alignment: range(0.1, 0.6, 0.9) } } },
    { id: 'friend', friend: { values: { domesticConstraint: range(0.1, 0.4, 0.9) } } },
  ],
  council: COUNCIL,
  claims: [
    claim('voice', { test: { op: '>=', value: 2 } }),
    claim('help', { metric: 'support.economic', take: 'decided', test: { op: '>=', value: 1 } }),
    claim('fight', { metric: 'support.combat', take: 'decided', test: { op: '>=', value: 1 } }),
    claim('adopted', { metric: 'council.adopted', of: 'd1' }),
    { ...claim('seen'), given: claim('x', { metric: 'support.display', take: 'decided' }).that! },
  ],
}
const BASE = world(OPTIONS)
/** Other inputs, other promises, fewer actors, fewer mechanisms. */
const CHANGED: Readonly<Record<string, Scenario>> = {
  stake: world({
    ...OPTIONS,
    supporters: [
      { id: 'ally', friend: { values: { stake: 0.95, alignment: range(0.1, 0.6, 0.9) } } },
      OPTIONS.supporters![1]!,
    ],
  }),
  clause: world({
    ...OPTIONS,
    supporters: [
      { ...OPTIONS.supporters![0]!, friend: { ...OPTIONS.supporters![0]!.friend, clauses: ['defence'] } },
      OPTIONS.supporters![1]!,
    ],
  }),
  alone: { ...BASE, without: { actors: ['friend'], mechanisms: [] } },
  'no council': { ...BASE, without: { actors: [], mechanisms: ['council'] } },
}

function planOf(scenario: Scenario, design: Design = DESIGN): Plan {
  return makePlan(scenario, { design })
}

function armsOf(scenarios: Readonly<Record<string, Scenario>>, design: Design = DESIGN): ArmPlan[] {
  return Object.entries(scenarios).map(([id, scenario]) => ({ id, plan: planOf(scenario, design) }))
}

function paired(base: Scenario, arms: readonly ArmPlan[], options: PlayOptions = {}): Paired {
  const makeKernel = (plan: Plan) => kernelOf(plan, options)
  return runPaired(planOf(base, options.design), arms, { makeKernel })
}

/** The whole of it as one text: equal texts are equal bits. */
function text({ base, arms }: Paired): string {
  const plain = (_: string, value: unknown): unknown =>
    typeof value === 'bigint' ? `${value}n` : value instanceof Map ? [...value] : value
  const rest = arms.map(({ summary, ...arm }) => [canonical(summary), JSON.stringify(arm, plain)])
  return JSON.stringify([canonical(base), rest])
}

function flips(pair: VectorTally): readonly number[] {
  return [pair.sums[PAIR.up]!, pair.sums[PAIR.down]!]
}

describe('a change of nothing', () => {
  test('is recognised, and differs in no playout', () => {
    const [arm] = paired(BASE, armsOf({ same: world(OPTIONS) })).arms
    expect(arm!.identical).toBe(true)
    expect(arm!.pairs.size).toBe(5)
    for (const pair of arm!.pairs.values()) {
      expect(flips(pair)).toEqual([0, 0])
      expect(pair.sums[PAIR.arm]).toBe(pair.sums[PAIR.base])
    }
  })

  test('is recognised where more is asked of the changed world, and differs in no playout', () => {
    const more = world({ ...OPTIONS, claims: [claim('more'), ...OPTIONS.claims!] })
    const [arm] = paired(BASE, armsOf({ more })).arms
    expect(arm!.identical).toBe(true)
    for (const pair of arm!.pairs.values()) expect(flips(pair)).toEqual([0, 0])
  })

  test('on every random world', () => {
    const design = { batches: 1, draws: 8, playouts: 2 }
    fc.assert(
      fc.property(anyWorld, (scenario) => {
        const further = {
          ...scenario,
          claims: [
            ...scenario.claims,
            claim('further', { of: scenario.dyads[0]!.supporter, for: scenario.dyads[0]!.recipient, to: 12 }),
          ],
        }
        const { arms } = paired(scenario, armsOf({ same: scenario, further }, design), { design })
        expect(arms.map(({ identical }) => identical)).toEqual([true, true])
        for (const { pairs } of arms) for (const pair of pairs.values()) expect(flips(pair)).toEqual([0, 0])
      }),
      { seed: 5, numRuns: 20 },
    )
  })
})

describe('a changed world', () => {
  const together = paired(BASE, armsOf(CHANGED))

  test.each(Object.keys(CHANGED))('%s answers its claims to the bit as it would alone', (id) => {
    const alone = run(planOf(CHANGED[id]!), kernelOf(planOf(CHANGED[id]!)))
    const arm = together.arms.find((one) => one.id === id)!
    expect(canonical(arm.summary)).toBe(canonical(answers(alone)))
    expect(arm.identical).toBe(false)
  })

  test('leaves the world as it is to the bit as it would be alone', () => {
    expect(canonical(together.base)).toBe(canonical(run(planOf(BASE), kernelOf(planOf(BASE)))))
  })

  test.each(Object.keys(CHANGED))('%s: each side of a pair is counted as its world counts it', (id) => {
    const arm = together.arms.find((one) => one.id === id)!
    for (const [name, pair] of arm.pairs) {
      const own = ({ count, squares, histogram }: ReturnType<typeof componentOf>) => [
        count,
        squares,
        histogram,
      ]
      expect(own(componentOf(pair, PAIR.arm, 4))).toEqual(own(arm.summary.claims.get(name)!))
      expect(own(componentOf(pair, PAIR.base, 4))).toEqual(own(together.base.claims.get(name)!))
      const [up, down] = flips(pair)
      expect(up! - down!).toBe(pair.sums[PAIR.arm]! - pair.sums[PAIR.base]!)
    }
  })

  test('does flip playouts, so that the laws above say something', () => {
    for (const id of ['stake', 'clause', 'alone']) {
      const { pairs } = together.arms.find((one) => one.id === id)!
      expect([...pairs.values()].flatMap(flips).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0)
    }
  })

  test('pairs only what both worlds can answer, or what was asked for', () => {
    const { pairs } = together.arms.find((one) => one.id === 'no council')!
    expect([...pairs.keys()]).toEqual(['voice', 'help', 'fight', 'seen'])
    const [arm] = paired(BASE, [{ ...armsOf(CHANGED)[0]!, claims: ['help', 'nothing'] }]).arms
    expect([...arm!.pairs.keys()]).toEqual(['help'])
    expect(arm!.pairs.get('help')).toEqual(together.arms[0]!.pairs.get('help'))
  })
})

test('flips are the playouts that came out otherwise, counted one by one; slopes are theirs', () => {
  const design = { batches: 2, draws: 16, playouts: 4 }
  const held = (scenario: Scenario): ReadonlyMap<string, number> => {
    const found = new Map<string, number>()
    const { element } = planOf(scenario, design).claims[0]!
    watch(scenario, { design }, ({ batch, firstDraw, playout, day, kernel: { memory, lanes } }) => {
      if (day < 30) return
      for (let lane = 0; lane < lanes; lane++)
        found.set(`${batch} ${firstDraw + lane} ${playout}`, memory[element * lanes + lane]!)
    })
    return found
  }
  const [base, arm] = [held(BASE), held(CHANGED['stake']!)]
  const { arms } = paired(BASE, armsOf({ stake: CHANGED['stake']! }, design), { design })
  const pair = arms[0]!.pairs.get('voice')!
  let [up, down] = [0, 0]
  const plan = planOf(BASE, design)
  const slopes = plan.parameters.map(() => 0)
  for (const [place, was] of base) {
    const now = arm.get(place)!
    if (now > was) up += 1
    if (now < was) down += 1
    const [batch, draw] = place.split(' ').map(Number) as [number, number]
    normalScores(plan.hypercube, batch).forEach((score, at) => {
      slopes[at]! += (now - was) * score[draw]!
    })
  }
  expect(flips(pair)).toEqual([up, down])
  expect(up).toBeGreaterThan(0)
  expect(arms[0]!.parameters).toEqual(plan.parameters.map(({ id }) => id))
  slopes.forEach((slope, at) => {
    expect(Number(pair.slopes[PAIR.up]![at]! - pair.slopes[PAIR.down]![at]!) / 2 ** 32).toBeCloseTo(slope, 6)
  })
})

test('a quantity that only one world draws moves the difference in both', () => {
  const certain = paired(BASE, armsOf({ stake: CHANGED['stake']! })).arms[0]!
  expect(certain.parameters).toContain('ties.ally-good.stake')
  expect(certain.summary.parameters).not.toContain('ties.ally-good.stake')
  const uncertain = paired(CHANGED['stake']!, armsOf({ back: BASE })).arms[0]!
  expect(uncertain.parameters.at(-1)).toBe('ties.ally-good.stake')
  const [there, back] = [certain, uncertain].map(({ pairs, parameters }) => {
    const place = parameters.indexOf('ties.ally-good.stake')
    const { slopes } = pairs.get('help')!
    return [slopes[PAIR.up]![place]!, slopes[PAIR.down]![place]!]
  }) as [bigint[], bigint[]]
  expect(there).toEqual([...back].reverse())
  expect(there[0] === there[1]).toBe(false)
})

describe('batches of pairs', () => {
  const arms = armsOf(CHANGED)
  const base = planOf(BASE)
  const makeKernel = (plan: Plan) => kernelOf(plan)
  const whole = text(paired(BASE, arms))
  const parts = [0, 1, 2, 3].map((batch) => runPairedBatch(base, arms, { makeKernel, batch }))

  test('in any order and any grouping merge to the same bits', () => {
    const none = emptyPaired(base, arms)
    for (const order of [
      [0, 1, 2, 3],
      [3, 1, 0, 2],
    ]) {
      expect(text(order.map((at) => parts[at]!).reduce(mergePaired, none))).toBe(whole)
    }
    const [left, right] = [parts.slice(0, 1), parts.slice(1)].map((some) => some.reduce(mergePaired, none))
    expect(text(mergePaired(right!, left!))).toBe(whole)
  })

  test('on any engine and any lanes are the same bits', () => {
    expect(text(paired(BASE, arms, { engine: 'interpreter', lanes: 16 }))).toBe(whole)
    expect(text(paired(BASE, arms, { lanes: 2 }))).toBe(whole)
  })

  test('tell how far they are, over all worlds, and stop when they are told to', () => {
    const told: [number, number][] = []
    const stopped = runPaired(base, arms, {
      makeKernel,
      onBatch: (done, of) => {
        told.push([done, of])
        return done < 7
      },
    })
    expect(told.map(([done]) => done)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(new Set(told.map(([, of]) => of))).toEqual(new Set([20]))
    expect(text(stopped)).toBe(text(parts.slice(0, 2).reduce(mergePaired, emptyPaired(base, arms))))
  })
})

test('worlds of another seed or another design have no pairs', () => {
  const other = { id: 'x', plan: makePlan(BASE, { design: DESIGN, seed: 2 }) }
  expect(() => paired(BASE, [other])).toThrow(/another seed or design/)
  expect(() => paired(BASE, armsOf({ x: BASE }, { ...DESIGN, draws: 32 }))).toThrow(/another seed or design/)
})
