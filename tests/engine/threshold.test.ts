/** Laws of a role as it is told: by the engine's own score, against the cuts, on the days on which it counts. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { explain } from '../../src/engine/explain.ts'
import { lensOf } from '../../src/engine/lens.ts'
import { makePlan } from '../../src/engine/plan.ts'
import { probeOf } from '../../src/engine/probe.ts'
import { questionsOf } from '../../src/engine/question.ts'
import { type Day, placeOf, replayOf } from '../../src/engine/replay.ts'
import { sidesOf } from '../../src/engine/sides.ts'
import { watchedIn } from '../../src/engine/watch.ts'
import { scaleOf } from '../../src/engine/weigh.ts'
import { thousandths } from '../../src/report/thousandths.ts'
import type { Condition, Scenario } from '../../src/scenario/scenario.ts'
import { kernelOf } from './play.ts'
import { force } from './random-force.ts'
import { claim, range, world } from './world.ts'

const DESIGN = { batches: 1, draws: 16, playouts: 8 }
const ALL = DESIGN.draws * DESIGN.playouts
const HORIZON = 20
const WEIGHTS = { coalitionBase: -1, coalitionPeers: 3 }
const KEEN = { alignment: range(0, 0.5, 1), harm: range(0, 0.5, 1), cost: 0.3 }

function stageOf(
  scenario: Scenario,
): Parameters<typeof explain>[0] & { readonly plan: ReturnType<typeof makePlan> } {
  const plan = makePlan(scenario, { design: DESIGN })
  return { plan, lens: lensOf(scenario), replay: replayOf(plan, kernelOf(plan)) }
}

/** Sees every day of a playout with the scale of each candidate, and where its role stands. */
function eachDay(
  scenario: Scenario,
  number: number,
  see: (day: Day, roles: readonly { scale: ReturnType<typeof scaleOf>; element: number }[]) => void,
): void {
  const { lens, replay } = stageOf(scenario)
  const roles = watchedIn(lens)
    .filter(({ metric }) => metric.name === 'coalition.role')
    .map(({ element, decider }) => ({ element, scale: scaleOf(lens, decider!) }))
  replay(placeOf(DESIGN, number)!, { see: (day) => see(day, roles) })
}

test('on any day of any playout the terms add up, and the cuts passed so far are the role that the engine has', () => {
  let taken = 0
  fc.assert(
    fc.property(force, fc.nat(ALL - 1), (forces, number) => {
      const scenario = world({
        ...forces,
        weights: WEIGHTS,
        ending: { duration: 10 },
        crisis: { horizon: HORIZON },
      })
      const reached = new Map<number, number>()
      eachDay(scenario, number, (day, roles) => {
        for (const { element, scale } of roles) {
          const { options, closed } = scale.weigh(day)
          const { whole, sizes } = options[0]!
          expect(sizes.reduce((sum, size) => sum + size, 0)).toBeCloseTo(whole, 9)
          const shown = thousandths(sizes, whole)
          expect(shown.terms.reduce((sum, term) => sum + term, 0)).toBe(Math.round(whole * 1000) + 0)
          const passed = closed ? 0 : scale.cuts.filter((cut) => whole >= cut).length
          reached.set(element, Math.max(reached.get(element) ?? 0, passed))
          expect(day.today[element]).toBe(reached.get(element))
          taken += passed
        }
      })
    }),
    { seed: 1, numRuns: 25 },
  )
  expect(taken).toBeGreaterThan(0)
})

test('a higher cost lowers the score by what the cost weighs, and moves no other term', () => {
  const at = (cost: number): (readonly [string, number])[] => {
    const found: (readonly [string, number])[] = []
    const coalitions = { good: { candidates: { uk: { alignment: 0.5, cost } } } }
    eachDay(world({ coalitions, crisis: { horizon: 3 } }), 5, (day, [role]) => {
      const { keys, options } = role!.scale.weigh(day)
      if (day.day === 3) found.push(['whole', options[0]!.whole])
      if (day.day === 3) found.push(...keys.map((key, term) => [key, options[0]!.sizes[term]!] as const))
    })
    return found
  }
  const [cheap, dear] = [new Map(at(0.2)), new Map(at(0.8))]
  expect(dear.get('whole')!).toBeLessThan(cheap.get('whole')!)
  const moved = [...cheap.keys()].filter((key) => cheap.get(key) !== dear.get(key))
  expect(moved).toEqual(['whole', 'coalitionCost'])
  expect(dear.get('whole')! - cheap.get('whole')!).toBeCloseTo(
    dear.get('coalitionCost')! - cheap.get('coalitionCost')!,
    9,
  )
})

const CANDIDATES = {
  bad: { candidates: { xenia: KEEN } },
  good: { candidates: { yonder: KEEN, zephyr: KEEN } },
}

function asked(metric: string, leaf: Partial<Condition & { kind: 'metric' }> = {}): ReturnType<typeof claim> {
  return claim('c', { metric, of: 'good', from: 0, to: HORIZON, ...leaf })
}

function joining(one: ReturnType<typeof claim>): Scenario {
  const ending = { duration: 10 }
  return world({
    coalitions: CANDIDATES,
    weights: WEIGHTS,
    ending,
    crisis: { horizon: HORIZON },
    claims: [one],
  })
}

test('a role comes out above its cut exactly in the playouts in which it was taken', () => {
  const cases = fc.record({
    over: fc.constantFrom('max' as const, 'min' as const, 'last' as const),
    value: fc.integer({ min: 1, max: 4 }),
    from: fc.nat(HORIZON),
  })
  fc.assert(
    fc.property(cases, ({ over, value, from }) => {
      const one = asked('coalition.role', {
        of: 'yonder',
        for: 'good',
        over,
        from,
        test: { op: '>=', value },
      })
      const { plan, lens, replay } = stageOf(joining(one))
      const [question, more] = questionsOf(lens, one.that!)
      expect(more).toBeUndefined()
      const probe = probeOf(lens, question!)
      const { element } = plan.claims[0]!
      const sides = sidesOf(plan, kernelOf(plan), {
        most: ALL,
        sideOf: (at) => (at(element) === 1 ? 'held' : 'not'),
      })
      for (const side of ['held', 'not'] as const) {
        for (const place of sides[side]) {
          probe.begin()
          replay(place, { see: probe.see, to: probe.to })
          const sum = probe.answer()?.reduce((total, size) => total + size, 0) ?? -1
          expect(sum >= 0 ? 'held' : 'not').toBe(side)
        }
      }
    }),
    { seed: 2, numRuns: 10 },
  )
})

test.each([
  ['coalition.joined', 1],
  ['coalition.share', 1],
  ['coalition.combat', 4],
])('%s turns on role %i of each candidate of its side, and of nobody else', (metric, level) => {
  const one = asked(metric, { test: { op: '>=', value: 0.5 } })
  delete (one.that as { for?: string }).for
  const questions = questionsOf(lensOf(joining(one)), one.that!)
  expect(questions.map(({ kind, of }) => `${kind} ${of}`)).toEqual(['threshold yonder', 'threshold zephyr'])
  expect(questions.every((question) => question.kind === 'threshold' && question.level === level)).toBe(true)
})
