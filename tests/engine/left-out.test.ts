/** Which mechanisms run where something is left out, and that nothing moves but what depends on it. */
import { describe, expect, test } from 'vitest'
import { lower } from '../../src/engine/lower.ts'
import { makePlan } from '../../src/engine/plan.ts'
import { mechanismsOf, ownerOf } from '../../src/engine/running.ts'
import type { Summary } from '../../src/engine/summary.ts'
import { namesIn } from '../../src/formula/walk.ts'
import { MECHANISMS } from '../../src/mechanisms/mechanisms.ts'
import { METRICS } from '../../src/mechanisms/metrics.ts'
import type { Claim, Condition, Scenario } from '../../src/scenario/scenario.ts'
import { fullWorld } from './full-world.ts'
import { played } from './play.ts'
import { claim, world } from './world.ts'

const DESIGN = { batches: 2, draws: 16, playouts: 2 }
const NAMES = MECHANISMS.map(({ name }) => name)

const SUBJECTS = {
  arms: [{ of: 'gliders' }],
  shipment: [{ of: 'crude' }, { of: 'guns' }],
  market: [{ of: 'good' }],
  buyer: [{ of: 'far', for: 'good' }],
  belligerent: [{ of: 'bad' }],
  supporter: [
    { of: 'ally', for: 'good' },
    { of: 'rogue', for: 'bad' },
  ],
  draft: [{ of: 'd1' }],
  group: [{ of: 'band' }, { of: 'clan' }],
  crisis: [{ of: '' }],
  candidate: [{ of: 'partner', for: 'good' }],
  inject: [{ of: 'flood' }],
} as const
/** Somewhere in the middle of what a metric can be, by its unit. */
const MIDDLE: Readonly<Record<string, readonly number[]>> = {
  level: [1, 2],
  rung: [2, 5],
  flag: [1],
  fraction: [0.2, 0.7],
  count: [3, 9],
  number: [1.02],
  role: [1, 3],
  day: [10, 33],
  't/day': [20, 60],
  t: [400, 1500],
  'bbl/day': [1e6, 1.8e6],
  'USD/day': [6e7, 1.2e8],
  USD: [1e8, 9e8],
}

/** Every metric of every kind of subject, on its way up. */
const CLAIMS: readonly Claim[] = METRICS.flatMap(({ name, of, unit }) =>
  SUBJECTS[of].flatMap((subject) =>
    MIDDLE[unit]!.map((value): Claim => {
      const look = { kind: 'metric', metric: name, ...subject, take: 'delivered', reaches: 1 } as const
      const that: Condition = { ...look, over: 'last', from: 0, to: 30, test: { op: '>=', value } }
      return { ...claim(`${name}/${subject.of}/${value}`), that }
    }),
  ),
)

const WHOLE = fullWorld(CLAIMS)

function without(name: string, scenario: Scenario = WHOLE): Scenario {
  return { ...scenario, without: { actors: [], mechanisms: [name] } }
}

/** Variables that are computed from what these mechanisms compute, however many steps away. */
function dependents(gone: readonly string[]): Set<string> {
  const found = new Set<string>()
  const isMoved = (name: string): boolean => found.has(name) || gone.includes(ownerOf(name))
  for (let before = -1; before < found.size; ) {
    before = found.size
    for (const { name, blocks, kinds } of MECHANISMS) {
      const full = (used: string): string => (kinds.has(used) ? `${name}.${used}` : used)
      for (const { equations, solve } of blocks) {
        for (const { target, value } of equations) {
          if (namesIn(value).some((used) => isMoved(full(used.name)))) found.add(`${name}.${target}`)
        }
        if (solve && [solve.room, solve.demand].some((used) => isMoved(full(used))))
          for (const given of Object.values(solve.gives)) found.add(`${name}.${given}`)
      }
    }
  }
  return found
}

/** All that was counted of a claim, its slopes by the name of the quantity. */
function countedOf(summary: Summary, id: string, shared: readonly string[]): unknown {
  const tally = summary.claims.get(id)
  const slopes = shared.map((name) => tally?.slopes[summary.parameters.indexOf(name)])
  return { ...tally, slopes }
}

/** Histogram → the variable behind it. */
function variablesOf(scenario: Scenario): ReadonlyMap<string, string> {
  const slots = [...lower(scenario, mechanismsOf(scenario)).slots.values()].map(({ slot }) => slot)
  const { histograms } = makePlan({ ...scenario, claims: [] }, { design: DESIGN })
  return new Map(
    histograms.map(({ name, element }) => [
      name,
      slots.find(({ offset, size }) => element >= offset && element < offset + size)!.name,
    ]),
  )
}

describe('leaving a mechanism out moves no bit of what depends on nothing that it computes', () => {
  const whole = played(WHOLE, { design: DESIGN })
  let moved = 0

  test.each(NAMES)('%s', (name) => {
    const lacking = without(name)
    const running = mechanismsOf(lacking).map((one) => one.name)
    const gone = NAMES.filter((one) => !running.includes(one))
    expect(gone).toContain(name)
    const moving = dependents(gone)
    const less = played(lacking, { design: DESIGN })
    const shared = whole.parameters.filter((one) => less.parameters.includes(one))
    let still = 0
    for (const { id, that } of CLAIMS) {
      if (that?.kind !== 'metric') throw new Error('a claim of another kind')
      const { variable } = METRICS.find((metric) => metric.name === that.metric)!
      const answered = typeof variable === 'string' ? variable : variable.delivered
      if (gone.includes(ownerOf(answered))) expect(less.claims.has(id), id).toBe(false)
      else if (moving.has(answered)) {
        if (less.claims.get(id)!.count !== whole.claims.get(id)!.count) moved += 1
      } else {
        expect(countedOf(less, id, shared), id).toEqual(countedOf(whole, id, shared))
        still += 1
      }
    }
    const behind = variablesOf(lacking)
    for (const [histogram, { bins }] of less.histograms) {
      if (moving.has(behind.get(histogram)!)) continue
      expect([...bins], histogram).toEqual([...whole.histograms.get(histogram)!.bins])
      still += 1
    }
    expect(still).toBeGreaterThan(5)
  })

  test('and what does depend on one moves with it', () => {
    expect(moved).toBeGreaterThan(20)
  })
})

describe('the world without the attack', () => {
  const slow = MECHANISMS.filter((one) => one.slow).map(({ name }) => name)

  test('runs the flows that wait for no war, in the order of the day, and nothing else', () => {
    expect(slow.length).toBeGreaterThan(2)
    expect(mechanismsOf({ ...WHOLE, attack: false }).map(({ name }) => name)).toEqual(slow)
  })

  test('asks only about them; what is about a war is unasked, and facts are answered', () => {
    const fact: Condition = { kind: 'fact', path: 'x', value: 1, test: { op: '==', value: 1 } }
    const plan = makePlan({ ...WHOLE, attack: false, claims: [...CLAIMS, { ...claim('fact'), that: fact }] })
    const asked = plan.claims.map(({ id }) => ownerOf(id))
    // A flood needs no war.
    expect(new Set(asked.slice(0, -1))).toEqual(new Set([...slow, 'inject']))
    expect(plan.claims.at(-1)!.id).toBe('fact')
    expect(new Set(plan.unasked.map(ownerOf)).size).toBeGreaterThan(5)
    expect(plan.unasked.map(ownerOf).filter((name) => slow.includes(name))).toEqual([])
  })

  test('has no blockade, no strike and no loss: what comes is what was ordered', () => {
    const arms = {
      guns: { from: 'ally', to: 'good', contract: 0, values: { inService: 8, loss: 0.1, underFire: 1 } },
    }
    const fielded = claim('fielded', {
      metric: 'arms.fielded',
      of: 'guns',
      over: 'last',
      test: { op: '>=', value: 12 },
    })
    const calm = world({ flows: { arms }, claims: [fielded], attack: false })
    const [peace, war] = [calm, { ...calm, attack: true }].map((one) => played(one, { design: DESIGN }))
    expect(peace!.claims.get('fielded')!.count).toBe(64)
    expect(war!.claims.get('fielded')!.count).toBe(0)
  })
})

test('in every world each mechanism has its suppliers, or a neutral value in their place', () => {
  for (const scenario of [true, false].flatMap((attack) =>
    NAMES.map((name) => ({ ...without(name), attack })),
  )) {
    const running = mechanismsOf(scenario)
    for (const { reads, name } of running) {
      for (const [read, { from, otherwise }] of Object.entries(reads)) {
        const supplied = from !== 'mechanism' || running.some((one) => one.name === ownerOf(read))
        expect(supplied || otherwise !== undefined, `${name} reads ${read}`).toBe(true)
      }
    }
    expect(() => makePlan(scenario, { design: DESIGN })).not.toThrow()
  }
})
