/** Claims that look beyond the horizon: slow flows go on there, and nothing else moves. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makePlan } from '../../src/engine/plan.ts'
import { METRICS } from '../../src/mechanisms/metrics.ts'
import { isSlow } from '../../src/mechanisms/slow.ts'
import type { Claim, Condition, Over, Test } from '../../src/scenario/scenario.ts'
import { fullWorld } from './full-world.ts'
import { canonical, only, played } from './play.ts'
import { aboutOf, compared } from './reader.ts'
import { claim, world } from './world.ts'

const HORIZON = 30
const LATE = 75

type Leaf = Condition & { readonly kind: 'metric' }

/** Who is asked, by what a metric is of. */
const SUBJECTS = {
  arms: { of: 'gliders' },
  shipment: { of: 'guns' },
  market: { of: 'good' },
  buyer: { of: 'far', for: 'good' },
  belligerent: { of: 'bad' },
  supporter: { of: 'ally', for: 'good' },
  draft: { of: 'd1' },
  group: { of: 'band' },
  crisis: { of: '' },
  candidate: { of: 'partner', for: 'good' },
  inject: { of: 'flood' },
} as const

const slow = METRICS.filter(isSlow)
const fast = METRICS.filter((metric) => !isSlow(metric) && metric.kind !== 'fact')

const ranged = (last: number): fc.Arbitrary<{ from: number; to: number }> =>
  fc
    .tuple(fc.nat(last), fc.nat(last))
    .map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) }))

/** A look at some metric, with a test somewhere in the middle of what it can be. */
const leaf: fc.Arbitrary<Leaf> = fc
  .oneof(
    { arbitrary: fc.tuple(fc.constantFrom(...slow), ranged(LATE)), weight: 3 },
    { arbitrary: fc.tuple(fc.constantFrom(...fast), ranged(HORIZON)), weight: 1 },
  )
  .chain(([metric, days]) =>
    fc
      .record({
        over: fc.constantFrom<Over>('max', 'min', 'last', 'sum', 'firstDay'),
        op: fc.constantFrom<Test['op']>('<', '<=', '>', '>='),
        value: fc.constantFrom(0.5, 1, 3, 20, 50, HORIZON, 1e6, 1e8),
        reaches: fc.constantFrom(0.5, 1, 2, 5),
      })
      .map(({ over, op, value, reaches }): Leaf => {
        const { of, ...rest } = SUBJECTS[metric.of]
        const common = { kind: 'metric', metric: metric.name, of, take: 'delivered', over } as const
        return { ...common, ...('for' in rest ? rest : {}), reaches, ...days, test: { op, value } }
      }),
  )

const claimsOf = (conditions: readonly Condition[]): Claim[] =>
  conditions.map((that, at) => ({ ...claim(`c${at}`), that }))

test('a look, within the horizon or beyond it, is what a reader of all days would say', () => {
  let [so, not, beyond] = [0, 0, 0]
  fc.assert(
    fc.property(fc.array(leaf, { minLength: 2, maxLength: 4 }), (leaves) => {
      const scenario = fullWorld(claimsOf([...leaves, { kind: 'all', of: leaves }]))
      for (const found of compared(scenario)) {
        expect(found.got, JSON.stringify(aboutOf(found.claim))).toBe(found.wanted)
        if (found.got) so += 1
        else not += 1
      }
      if (makePlan(scenario).lastDay > HORIZON) beyond += 1
    }),
    { seed: 5, numRuns: 16 },
  )
  expect(Math.min(so, not)).toBeGreaterThan(50)
  expect(beyond).toBeGreaterThan(8)
})

test('what a claim asks beyond the horizon moves no bit of what is within it', () => {
  const near = claimsOf([
    ...fast.map(({ name, of }): Condition => {
      const days = { over: 'max', reaches: 1, from: 0, to: HORIZON, test: { op: '>=', value: 1 } } as const
      return { kind: 'metric', metric: name, take: 'delivered', ...SUBJECTS[of], ...days }
    }),
    aboutOf(claim('delivered', { metric: 'arms.delivered', of: 'gliders', to: HORIZON })),
  ])
  const late = claim('late', { metric: 'arms.delivered', of: 'gliders', to: LATE })
  const design = { batches: 2, draws: 16, playouts: 2 }
  const [without, beside] = [near, [...near, late]].map((claims) => played(fullWorld(claims), { design }))
  expect(beside!.claims.get('late')!.count).toBeGreaterThan(without!.claims.get(near.at(-1)!.id)!.count)
  expect([...only(beside!, without!).claims]).toEqual([...without!.claims])
  // What a screen shows stands as of the horizon, in the flows too.
  expect([...beside!.histograms]).toEqual([...without!.histograms])
  expect([...beside!.means]).toEqual([...without!.means])
  expect([...beside!.peaks]).toEqual([...without!.peaks])
})

describe('an order of ten, one in ten days', () => {
  const arms = { guns: { from: 'ally', to: 'good', contract: 0 } }
  const after = (to: number, value: number): Condition =>
    aboutOf(claim('', { metric: 'arms.delivered', of: 'guns', over: 'last', to, test: { op: '==', value } }))
  const design = { batches: 1, draws: 8, playouts: 2 }

  test('is delivered by the day that is asked for, and not before', () => {
    const claims = claimsOf([after(HORIZON, 4), after(60, 7), after(89, 9), after(90, 10), after(100, 10)])
    const scenario = world({ flows: { arms }, claims })
    expect(makePlan(scenario, { design }).lastDay).toBe(100)
    const { claims: found } = played(scenario, { design })
    expect([...found.values()].map(({ count }) => count)).toEqual([16, 16, 16, 16, 16])
  })

  test('is judged with a condition and with its sentence on the last of their days', () => {
    const sentenced = { sentence: '1.1', says: 'likely' } as const
    const [ten, nine] = claimsOf([after(90, 10), after(80, 9)])
    const given = { ...ten!, id: 'given', kind: 'conditional', given: after(80, 9) } as const
    const claims = [{ ...ten!, ...sentenced }, { ...nine!, ...sentenced }, given]
    const { sentences, vectors } = played(world({ flows: { arms }, claims }), { design })
    expect(sentences.get('1.1')!.count).toBe(16)
    expect(vectors.get('given')!.sums).toEqual([16, 16, 16])
  })

  test('is the same on both engines, beyond the horizon too', () => {
    const scenario = fullWorld([claim('late', { metric: 'arms.delivered', of: 'gliders', to: LATE })])
    const [one, other] = (['wasm', 'interpreter'] as const).map((engine) =>
      canonical(played(scenario, { design, engine })),
    )
    expect(one).toBe(other)
  })
})
