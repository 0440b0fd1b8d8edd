/** A claim says of a playout what a reader of its days would say. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makePlan } from '../../src/engine/plan.ts'
import { METRICS } from '../../src/mechanisms/metrics.ts'
import type { Condition, Scenario, Test } from '../../src/scenario/scenario.ts'
import { played, share, type View, watch } from './play.ts'
import { anyWorld } from './random-world.ts'
import { claim, quantity, range, world } from './world.ts'

type Leaf = Condition & { readonly kind: 'metric' }

const HOLDS: Readonly<Record<Test['op'], (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
}

/** The value of a leaf on the day in view, in every lane. */
function today(scenario: Scenario, leaf: Leaf, view: View): number[] {
  const metric = METRICS.find(({ name }) => name === leaf.metric)!
  const variable = typeof metric.variable === 'string' ? metric.variable : metric.variable[leaf.take]
  const drafts = scenario.council?.drafts.map(({ id }) => id).sort() ?? []
  const row =
    metric.of === 'draft'
      ? drafts.indexOf(leaf.of)
      : scenario.dyads.findIndex((dyad) => dyad.supporter === leaf.of && dyad.recipient === leaf.for)
  return [...view.of(variable, metric.channel === undefined ? row : row * 7 + metric.channel)]
}

function over(leaf: Leaf, days: readonly number[]): number {
  const seen = days.slice(leaf.from, leaf.to + 1)
  switch (leaf.over) {
    case 'max':
      return Math.max(...seen)
    case 'min':
      return Math.min(...seen)
    case 'last':
      return seen.at(-1)!
    case 'sum':
      return seen.reduce((sum, value) => sum + value, 0)
    case 'firstDay': {
      const first = seen.findIndex((value) => value >= leaf.reaches)
      return first < 0 ? Number.POSITIVE_INFINITY : leaf.from + first
    }
  }
}

function leaves(node: Condition): Leaf[] {
  if (node.kind === 'metric') return [node]
  if (node.kind === 'not') return leaves(node.of)
  return node.kind === 'fact' ? [] : node.of.flatMap(leaves)
}

function holds(node: Condition, days: ReadonlyMap<Leaf, readonly number[]>): boolean {
  switch (node.kind) {
    case 'metric':
      return HOLDS[node.test.op](over(node, days.get(node)!), node.test.value)
    case 'not':
      return !holds(node.of, days)
    case 'all':
      return node.of.every((part) => holds(part, days))
    case 'any':
      return node.of.some((part) => holds(part, days))
    case 'fact':
      throw new Error('no facts here')
  }
}

test('every window, way of looking, stage and joint', () => {
  fc.assert(
    fc.property(anyWorld, (scenario) => {
      const design = { batches: 1, draws: 8, playouts: 1 }
      const lanes = 8
      const all = scenario.claims.flatMap(({ that }) => leaves(that))
      const days = Array.from(
        { length: lanes },
        () => new Map(all.map((leaf): [Leaf, number[]] => [leaf, []])),
      )
      let last: View | undefined
      watch(scenario, { design, lanes }, (view) => {
        for (const leaf of all)
          today(scenario, leaf, view).forEach((value, lane) => days[lane]!.get(leaf)!.push(value))
        last = view
      })
      const { claims } = makePlan(scenario, { design })
      scenario.claims.forEach(({ that }, at) => {
        for (let lane = 0; lane < lanes; lane++) {
          const got = last!.kernel.memory[claims[at]!.element * lanes + lane]
          expect(got, JSON.stringify(that)).toBe(Number(holds(that, days[lane]!)))
        }
      })
    }),
    { seed: 2, numRuns: 60 },
  )
})

test('a fact is tested against the number that was drawn', () => {
  const alignment = quantity('ties.ally-good.alignment', range(0.2, 0.5, 0.8))
  const fact = (value: typeof alignment | number, op: Test['op'], bound: number): Condition => ({
    kind: 'fact',
    path: 'ties.ally-good.alignment',
    value,
    test: { op, value: bound },
  })
  const scenario = world({
    supporters: [{ id: 'ally', friend: { values: { alignment: alignment.law } } }],
    claims: [
      { ...claim('above'), that: fact(alignment, '>', 0.5) },
      { ...claim('known'), that: fact(1, '==', 1) },
      { ...claim('unknown'), that: { kind: 'not', of: fact(1, '==', 1) } },
    ],
  })
  const summary = played(scenario, { design: { batches: 2, draws: 16, playouts: 2 } })
  expect(summary.parameters).toEqual(['ties.ally-good.alignment'])
  // Half of the slices lie above the median, in every batch.
  expect(summary.claims.get('above')!.histogram).toEqual([16, 0, 16])
  expect([share(summary, 'known'), share(summary, 'unknown')]).toEqual([1, 0])
})

test('what names nothing is refused', () => {
  expect(() => makePlan(world({ claims: [claim('a', { metric: 'support.prayer' })] }))).toThrow(
    /unknown metric: support\.prayer/,
  )
  expect(() => makePlan(world({ claims: [claim('a', { of: 'nobody' })] }))).toThrow(/no value for nobody/)
  expect(() => makePlan(world({ claims: [claim('a')] }), { mechanisms: [] })).toThrow(
    /no mechanism of this run/,
  )
})

test('a sentence goes as its claims say: an event called unlikely has to stay away', () => {
  const spoken = { ...claim('spoken', { test: { op: '>=', value: 2 } }), sentence: '1.1' }
  const armed = { ...claim('armed', { metric: 'support.materiel' }), sentence: '1.1' }
  const silent = { ...claim('silent', { metric: 'support.combat' }), sentence: '1.1' }
  const both = claim('both')
  const joint = (says: string): number => {
    const that: Condition = {
      kind: 'all',
      of: [spoken.that, says === 'unlikely' ? { kind: 'not', of: armed.that } : armed.that],
    }
    const scenario = world({
      claims: [{ ...spoken, says: 'likely' }, { ...armed, says }, silent, { ...both, that }],
    })
    const summary = played(scenario, { design: { batches: 2, draws: 16, playouts: 8 } })
    expect(summary.sentences.get('1.1')!.count).toBe(summary.claims.get('both')!.count)
    return summary.sentences.get('1.1')!.count
  }
  expect(joint('likely')).toBeGreaterThan(0)
  expect(joint('unlikely')).not.toBe(joint('likely'))
})
