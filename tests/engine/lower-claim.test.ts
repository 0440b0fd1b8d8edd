/** A claim says of a playout what a reader of its days would say. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makePlan } from '../../src/engine/plan.ts'
import { componentOf } from '../../src/engine/vector.ts'
import type { Claim, Condition, Look, Onset, Scenario, Test } from '../../src/scenario/scenario.ts'
import { played, share, watch } from './play.ts'
import { anyWorld } from './random-world.ts'
import { aboutOf, compared, DESIGN, LANES, looks, OPS } from './reader.ts'
import { claim, councilOf, quantity, range, world } from './world.ts'

type Leaf = Condition & { readonly kind: 'metric' }

test('every window, way of looking, stage and joint', () => {
  fc.assert(
    fc.property(anyWorld, (scenario) => {
      for (const {
        claim: { that },
        got,
        wanted,
      } of compared(scenario))
        expect(got, JSON.stringify(that)).toBe(wanted)
    }),
    { seed: 2, numRuns: 60 },
  )
})

describe('an order', () => {
  /** The looks of a world's claims, drawn into earlier and later. */
  const worlds = anyWorld.chain((scenario) => {
    const onsets = scenario.claims.flatMap((one) => looks(aboutOf(one))) as readonly Look[] as readonly Leaf[]
    const some = fc.subarray(
      onsets.map(({ kind: _kind, over: _over, test: _test, ...onset }) => onset),
      { minLength: 1 },
    )
    return fc.tuple(some, some).map(([first, before]) => ({
      ...scenario,
      claims: [{ ...claim('order'), that: { kind: 'order' as const, first, before } }],
    }))
  })

  test('asks for an earlier day than that of every one of the others, and never is after every day', () => {
    let [came, stayed] = [0, 0]
    fc.assert(
      fc.property(worlds, (scenario) => {
        for (const { got, wanted } of compared(scenario)) {
          expect(got, JSON.stringify(scenario.claims)).toBe(wanted)
          if (got) came += 1
          else stayed += 1
        }
      }),
      { seed: 3, numRuns: 60 },
    )
    expect(Math.min(came, stayed)).toBeGreaterThan(20)
  })

  /** Tabled on the day it says, if at all. */
  const on = (level: number, from = 0): Onset => ({
    metric: 'council.tabled',
    of: 'd1',
    take: 'delivered',
    from,
    to: 30,
    reaches: level,
  })
  const NEVER = 2
  test.each([
    ['before itself', on(1), on(1), false],
    ['before what never comes', on(1), on(NEVER), true],
    ['never before never', on(NEVER), on(NEVER), false],
    ['never before what comes', on(NEVER), on(1), false],
    ['before what is looked for later only', on(1), on(1, 30), true],
  ])('%s', (_, first, before, wanted) => {
    const council = councilOf({ drafts: [{ id: 'd1', votes: { ally: 'yes' } }] })
    const that: Condition = { kind: 'order', first: [first], before: [before] }
    const summary = played(world({ council, claims: [{ ...claim('order'), that }] }), { design: DESIGN })
    // A draft that is tabled for certain comes on some day before the thirtieth, whatever the day.
    expect(summary.claims.get('order')!.count).toBe(wanted ? LANES : 0)
  })
})

describe('a share', () => {
  const worlds = anyWorld.chain((scenario) => {
    const all = scenario.claims.flatMap((one) => looks(aboutOf(one))) as readonly Look[] as readonly Leaf[]
    const parts = fc.subarray(
      all.map(({ kind: _kind, over: _over, test: _test, reaches: _reaches, ...look }) => look),
      { minLength: 1 },
    )
    const bound = fc.record({ op: fc.constantFrom(...OPS), value: fc.constantFrom(0, 0.2, 0.5, 1) })
    return fc.tuple(parts, parts, bound).map(([part, whole, bounded]) => ({
      ...scenario,
      claims: [{ ...claim('share'), that: { kind: 'share' as const, part, whole, test: bounded } }],
    }))
  })

  test('is one sum over another, and not so where the whole is 0', () => {
    let [so, not] = [0, 0]
    fc.assert(
      fc.property(worlds, (scenario) => {
        for (const { got, wanted } of compared(scenario)) {
          expect(got, JSON.stringify(scenario.claims)).toBe(wanted)
          if (got) so += 1
          else not += 1
        }
      }),
      { seed: 4, numRuns: 60 },
    )
    expect(Math.min(so, not)).toBeGreaterThan(20)
  })

  test.each(OPS)('of nothing is nothing, whatever is said of it: %s', (op) => {
    const none = {
      metric: 'obligation.combat',
      of: 'ally',
      for: 'good',
      take: 'delivered',
      from: 0,
      to: 30,
    } as const
    const that: Condition = { kind: 'share', part: [none], whole: [none], test: { op, value: 0 } }
    const summary = played(world({ claims: [{ ...claim('share'), that }] }), { design: DESIGN })
    expect(summary.claims.get('share')!.count).toBe(0)
  })
})

describe('a condition', () => {
  const voice = aboutOf(claim('voice', { test: { op: '>=', value: 2 } }))
  const help = aboutOf(
    claim('help', { metric: 'support.economic', take: 'decided', test: { op: '>=', value: 1 } }),
  )
  const scenario = world({
    supporters: [{ id: 'ally', friend: { values: { stake: range(0.1, 0.5, 0.9) } } }],
    claims: [
      { ...claim('voice'), kind: 'conditional', that: voice, given: help },
      { ...claim('both'), that: { kind: 'all', of: [voice, help] } },
      { ...claim('help'), that: help },
    ],
  })
  const design = { batches: 3, draws: 16, playouts: 4 }
  const summary = played(scenario, { design })
  const { claims } = makePlan(scenario, { design })

  test('keeps only the playouts in which it came true: counted one by one, the same', () => {
    const seen = { both: 0, given: 0, that: 0 }
    watch(scenario, { design }, ({ day, kernel: { memory, lanes } }) => {
      if (day < 30) return
      for (let lane = 0; lane < lanes; lane++) {
        const [that, , given] = claims.map(({ element }) => memory[element * lanes + lane]!) as [
          number,
          number,
          number,
        ]
        seen.that += that
        seen.given += given
        seen.both += that * given
      }
    })
    const vector = summary.vectors.get('voice')!
    expect(vector.sums).toEqual([seen.both, seen.given, seen.that])
    expect(new Set(vector.sums).size).toBe(3)
  })

  test('is counted beside the claim as each would be alone', () => {
    const vector = summary.vectors.get('voice')!
    const alone = ['both', 'help', 'voice'].map((id) => summary.claims.get(id)!)
    alone.forEach((tally, at) => expect(componentOf(vector, at, design.playouts)).toEqual(tally))
  })
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
      of: [aboutOf(spoken), says === 'unlikely' ? { kind: 'not', of: aboutOf(armed) } : aboutOf(armed)],
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

test('what no event of a playout is, a sentence does not ask of it', () => {
  const spoken: Claim = {
    ...claim('spoken', { test: { op: '>=', value: 2 } }),
    sentence: '1.1',
    says: 'likely',
  }
  const never = aboutOf(claim('never', { metric: 'support.combat', test: { op: '>', value: 9 } }))
  const others: Claim[] = (['conditional', 'counterfactual', 'contrast'] as const).map((kind) => ({
    ...claim(kind),
    kind,
    that: never,
    sentence: '1.1',
    says: 'likely',
  }))
  const { that: _that, ...nothing } = claim('record')
  const record: Claim = {
    ...nothing,
    kind: 'record',
    sentence: '1.1',
    says: 'likely',
    record: { of: 'wars', cases: [] },
  }
  const summary = played(world({ claims: [spoken, ...others, record] }), {
    design: { batches: 2, draws: 16, playouts: 4 },
  })
  expect(summary.sentences.get('1.1')!.histogram).toEqual(summary.claims.get('spoken')!.histogram)
  expect(summary.claims.get('spoken')!.count).toBeGreaterThan(0)
  expect([...summary.claims.keys()]).not.toContain('record')
})

test('a claim about a mechanism that is left out is not asked, and moves no other', () => {
  const council = councilOf({ drafts: [{ id: 'd1', votes: { ally: 'yes' } }] })
  const tabled = claim('tabled', { metric: 'council.tabled', of: 'd1' })
  const whole = world({ council, claims: [claim('voice'), tabled] })
  const less: Scenario = { ...whole, without: { actors: [], mechanisms: ['council'] } }
  const plan = makePlan(less)
  expect(plan.unasked).toEqual(['tabled'])
  expect(plan.claims.map(({ id }) => id)).toEqual(['voice'])
  expect(makePlan(whole).unasked).toEqual([])
})
