/** Laws of the Latin hypercube: every slice once, nothing moves by what is added, correlation re-pairs and no more. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Hypercube, normalScores } from '../../src/engine/latin.ts'
import { normalCdf } from '../../src/engine/normal.ts'
import { makePlan } from '../../src/engine/plan.ts'
import { range, world } from './world.ts'

const CUBE: Hypercube = {
  seed: 1,
  draws: 64,
  quantities: ['a', 'b', 'c', 'd'],
  unseen: [],
  correlations: [],
}

function slices(scores: Float64Array): number[] {
  return [...scores].map((z) => Math.floor(normalCdf(z) * scores.length))
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (of: readonly number[]): number => of.reduce((sum, x) => sum + x, 0) / of.length
  const [ma, mb] = [mean(a), mean(b)]
  const product = (x: readonly number[], mx: number, y: readonly number[], my: number): number =>
    x.reduce((sum, at, i) => sum + (at - mx) * (y[i]! - my), 0)
  return product(a, ma, b, mb) / Math.sqrt(product(a, ma, a, ma) * product(b, mb, b, mb))
}

/** The scores of a quantity over so many batches. */
function pooled(cube: Hypercube, at: number, batches: number): number[] {
  return Array.from({ length: batches }, (_, batch) => [...normalScores(cube, batch)[at]!]).flat()
}

describe('a hypercube', () => {
  test('visits each slice of each quantity once a batch', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), fc.constantFrom(1, 2, 16, 64), (seed, batch, draws) => {
        for (const scores of normalScores({ ...CUBE, seed, draws }, batch)) {
          expect(slices(scores).sort((a, b) => a - b)).toEqual(Array.from({ length: draws }, (_, at) => at))
        }
      }),
      { seed: 1, numRuns: 50 },
    )
  })

  test('gives other orders to other quantities, batches and seeds', () => {
    const orders = [
      ...normalScores(CUBE, 0),
      ...normalScores(CUBE, 1),
      ...normalScores({ ...CUBE, seed: 2 }, 0),
    ].map((scores) => slices(scores).join())
    expect(new Set(orders).size).toBe(12)
  })

  test('moves no scores when a quantity is added, wherever it stands', () => {
    const wider = normalScores({ ...CUBE, quantities: ['A', 'a', 'b', 'bb', 'c', 'd', 'z'] }, 3)
    expect([1, 2, 4, 5].map((at) => wider[at])).toEqual(normalScores(CUBE, 3))
  })

  test('leaves different quantities uncorrelated', () => {
    const rho = correlation(pooled(CUBE, 0, 40), pooled(CUBE, 1, 40))
    expect(Math.abs(rho)).toBeLessThan(3 / Math.sqrt(40 * 64))
  })
})

describe('a declared correlation', () => {
  const RHO = [
    [1, 0.7, -0.4],
    [0.7, 1, 0],
    [-0.4, 0, 1],
  ]
  const correlated: Hypercube = { ...CUBE, correlations: [{ members: [0, 2, 3], matrix: RHO }] }

  test('is met within sampling error', () => {
    const batches = 60
    const columns = [0, 2, 3].map((at) => pooled(correlated, at, batches))
    for (const [i, j] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const wanted = RHO[i]![j]!
      const error = (1 - wanted * wanted) / Math.sqrt(batches * 64)
      // Ranks of 64 draws lose a little of a strong correlation, hence the hundredth.
      expect(Math.abs(correlation(columns[i]!, columns[j]!) - wanted)).toBeLessThan(4 * error + 0.01)
    }
  })

  test('keeps every value of every marginal, and the order of the first and of all outside it', () => {
    const free = normalScores(CUBE, 5)
    const bound = normalScores(correlated, 5)
    free.forEach((scores, at) => expect(bound[at]!.slice().sort()).toEqual(scores.slice().sort()))
    expect(bound[0]).toEqual(free[0])
    expect(bound[1]).toEqual(free[1])
    expect(bound[2]).not.toEqual(free[2])
  })
})

describe('the plan', () => {
  test('joins pairs that share a quantity into one group with a full matrix', () => {
    const values = {
      alignment: range(0.1, 0.5, 0.9),
      stake: range(0.1, 0.5, 0.9),
      access: range(0.1, 0.5, 0.9),
    }
    const id = (field: string): string => `ties.ally-good.${field}`
    const plan = makePlan(
      world({
        supporters: [{ id: 'ally', friend: { values } }],
        correlations: [
          { between: [id('stake'), id('alignment')], rho: 0.5 },
          { between: [id('access'), id('stake')], rho: -0.2 },
        ],
      }),
    )
    expect(plan.hypercube.quantities).toEqual([id('access'), id('alignment'), id('stake')])
    expect(plan.hypercube.correlations).toEqual([
      {
        members: [0, 1, 2],
        matrix: [
          [1, 0, -0.2],
          [0, 1, 0.5],
          [-0.2, 0.5, 1],
        ],
      },
    ])
  })

  test('lists a quantity that is used twice once, and one that nobody reads not at all', () => {
    const supporters = [
      { id: 'ally', actor: { size: range(0.1, 0.2, 0.3), unread: range(0.1, 0.2, 0.3) } },
      { id: 'ally', recipient: 'bad', actor: { size: range(0.1, 0.2, 0.3) } },
    ]
    expect(makePlan(world({ supporters })).parameters.map(({ id }) => id)).toEqual(['actors.ally.size'])
  })

  test.each([
    ['first', 'access'],
    ['middle', 'alignment'],
    ['last', 'stake'],
  ])(
    'keeps the draws of the others to the bit where the %s of a correlated group is made certain',
    (_, fixed) => {
      const fields = ['access', 'alignment', 'stake']
      const id = (field: string): string => `ties.ally-good.${field}`
      const scoresOf = (certain?: string): Map<string, Float64Array> => {
        const values = Object.fromEntries(
          fields.map((field) => [field, field === certain ? 0.5 : range(0.1, 0.5, 0.9)]),
        )
        const correlations = [
          { between: [id('access'), id('alignment'), id('stake')], rho: 0.6 },
          { between: [id('stake'), 'weights.obligation'], rho: -0.3 },
        ]
        const scenario = world({ supporters: [{ id: 'ally', friend: { values } }], correlations })
        const { hypercube, parameters } = makePlan(scenario)
        const scores = normalScores(hypercube, 2)
        expect(scores).toHaveLength(parameters.length)
        return new Map(parameters.map((quantity, at) => [quantity.id, scores[at]!]))
      }
      const free = scoresOf()
      const held = scoresOf(fixed)
      expect(free.size).toBe(3)
      expect([...held.keys()]).toEqual(fields.filter((field) => field !== fixed).map(id))
      for (const [name, scores] of held) expect(scores).toEqual(free.get(name))
    },
  )
})
