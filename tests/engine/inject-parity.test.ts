/** Injects in both engines, in a plan cut down to its claims, and in what a trace tells. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asked } from '../../src/engine/asked.ts'
import { lensOf } from '../../src/engine/lens.ts'
import { makePlan } from '../../src/engine/plan.ts'
import { placeOf, replayOf } from '../../src/engine/replay.ts'
import { run } from '../../src/engine/run.ts'
import { tracerOf } from '../../src/engine/trace.ts'
import { watchedIn } from '../../src/engine/watch.ts'
import { scaleOf } from '../../src/engine/weigh.ts'
import { answers, canonical, kernelOf, played } from './play.ts'
import { anyFlowWorld } from './random-flows.ts'
import { withInjects } from './random-injects.ts'
import { anyWorld } from './random-world.ts'

const DESIGN = { batches: 1, draws: 16, playouts: 2 }
const ANY = withInjects(fc.oneof(anyWorld, anyFlowWorld))

test('any world with injects has the same summary in both engines, with any number of lanes', () => {
  let happened = 0
  fc.assert(
    fc.property(ANY, fc.constantFrom(2, 4, 8), (scenario, lanes) => {
      const summary = played(scenario, { design: DESIGN, engine: 'interpreter', lanes: 16 })
      expect(canonical(played(scenario, { design: DESIGN, lanes }))).toBe(canonical(summary))
      if (summary.histograms.get('happened:first')!.bins.at(-1)! < 32) happened += 1
    }),
    { seed: 1, numRuns: 40 },
  )
  expect(happened).toBeGreaterThan(20)
}, 120_000)

test('asked for its claims alone, any world with injects answers them to the bit', () => {
  fc.assert(
    fc.property(ANY, (scenario) => {
      const plan = makePlan(scenario, { design: DESIGN })
      const [whole, part] = [plan, asked(plan)].map((one) => run(one, kernelOf(one)))
      expect(canonical(part!)).toBe(canonical(answers(whole!)))
    }),
    { seed: 2, numRuns: 40 },
  )
}, 120_000)

test('on any day of any playout, what was decided is what its terms of that day add up to', () => {
  let decisions = 0
  fc.assert(
    fc.property(ANY, fc.nat(31), (scenario, number) => {
      const plan = makePlan(scenario, { design: DESIGN })
      const lens = lensOf(scenario)
      const replay = replayOf(plan, kernelOf(plan, { engine: 'interpreter', lanes: 1 }))
      const scales = watchedIn(lens).flatMap(({ element, decider }) =>
        decider === undefined
          ? []
          : [{ element, kind: decider.decision.kind, scale: scaleOf(lens, decider) }],
      )
      const place = placeOf(DESIGN, number)!
      replay(place, {
        to: plan.horizon,
        see: (day) => {
          for (const { element, kind, scale } of scales) {
            const { options, best, closed } = scale.weigh(day)
            for (const { whole, sizes } of options) {
              const sum = sizes.reduce((total, size) => total + size, 0)
              if (Number.isFinite(whole)) expect(Math.abs(sum - whole)).toBeLessThanOrEqual(1e-9)
            }
            if (kind !== 'choice') continue
            decisions += 1
            expect(day.today[element]).toBe(closed ? 0 : best)
          }
        },
      })
      const { events } = tracerOf(lens, replay, plan)(place)
      const told = events.filter(({ metric, of }) => metric === 'inject.happened' && of === 'first')
      for (const { from, to } of told) expect(from + to).toBe(1)
    }),
    { seed: 3, numRuns: 40 },
  )
  expect(decisions).toBeGreaterThan(2000)
}, 120_000)
