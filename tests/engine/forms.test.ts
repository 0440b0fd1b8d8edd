/** What came true under which forms of the rival rules: each draw stands once, in the place of its combination. */
import { expect, test } from 'vitest'
import { makePlan } from '../../src/engine/plan.ts'
import { run, runBatch, prepare } from '../../src/engine/run.ts'
import { merge } from '../../src/engine/merge.ts'
import { emptySummary } from '../../src/engine/tally.ts'
import { canonical, kernelOf, played, watch } from './play.ts'
import { claim, range, world } from './world.ts'

const DESIGN = { batches: 4, draws: 16, playouts: 4 }
const CLAIMS = [
  claim('voice', { test: { op: '>=', value: 2 } }),
  claim('force', { metric: 'support.combat' }),
]
const SCENARIO = world({
  supporters: [{ id: 'ally', friend: { clauses: ['defence'], values: { stake: range(0.2, 0.5, 0.9) } } }],
  rules: { obligation: [0.5, 0.3, 0.2], deterrence: [0.25, 0.5, 0.25], secrecy: 'seen' },
  claims: CLAIMS,
})

test('every draw is counted under the combination that was in force in it, with its successes', () => {
  const summary = played(SCENARIO, { design: DESIGN })
  const { rules, draws, claims } = summary.forms!
  expect(rules).toEqual([
    { id: 'rules.deterrence', forms: 3 },
    { id: 'rules.obligation', forms: 3 },
  ])
  expect(draws.reduce((sum, count) => sum + count, 0)).toBe(64)
  const places = new Map<string, number>()
  const successes = new Map<string, number>()
  const plan = makePlan(SCENARIO, { design: DESIGN })
  watch(SCENARIO, { design: DESIGN }, ({ batch, firstDraw, day, of, kernel }) => {
    if (day < plan.horizon) return
    for (let lane = 0; lane < kernel.lanes; lane++) {
      const draw = `${batch}/${firstDraw + lane}`
      const form = (rule: string): number => of(`form/form.${rule}`)[lane]!
      places.set(draw, 3 * form('deterrence') + form('obligation'))
      const held = kernel.memory[plan.claims[1]!.element * kernel.lanes + lane]!
      successes.set(draw, (successes.get(draw) ?? 0) + held)
    }
  })
  const wanted = { draws: draws.map(() => 0), sums: draws.map(() => 0), squares: draws.map(() => 0) }
  for (const [draw, place] of places) {
    const count = successes.get(draw)!
    wanted.draws[place]! += 1
    wanted.sums[place]! += count
    wanted.squares[place]! += count * count
  }
  expect(draws).toEqual(wanted.draws)
  expect(claims.get('force')).toEqual({ sums: wanted.sums, squares: wanted.squares })
  expect(new Set(places.values()).size).toBeGreaterThan(5)
})

test('sums over the combinations are the counts of the claims, in a run and in any order of its batches', () => {
  const plan = makePlan(SCENARIO, { design: DESIGN })
  const kernel = kernelOf(plan)
  const whole = run(plan, kernel)
  for (const { id } of CLAIMS) {
    const { sums } = whole.forms!.claims.get(id)!
    expect(sums.reduce((all, one) => all + one, 0)).toBe(whole.claims.get(id)!.count)
  }
  prepare(plan, kernel)
  const parts = [3, 0, 2, 1].map((batch) => runBatch(plan, kernel, batch))
  expect(canonical(parts.reduce(merge, emptySummary(plan)))).toBe(canonical(whole))
})

test('where every rule is certain nothing is tallied by form', () => {
  const certain = world({ rules: { obligation: 'reputation', deterrence: 'graded' }, claims: CLAIMS })
  expect(played(certain, { design: DESIGN }).forms).toBeUndefined()
  expect(played(world({ claims: CLAIMS }), { design: DESIGN }).forms).toBeUndefined()
})
