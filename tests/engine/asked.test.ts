/** Laws of a plan that is cut down to what its claims need: the same answers, from fewer steps. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asked } from '../../src/engine/asked.ts'
import { BINDINGS } from '../../src/engine/code.ts'
import { makePlan, type Plan } from '../../src/engine/plan.ts'
import { run } from '../../src/engine/run.ts'
import type { Metric } from '../../src/mechanisms/metric.ts'
import { METRICS } from '../../src/mechanisms/metrics.ts'
import type { Claim } from '../../src/scenario/scenario.ts'
import { fullWorld } from './full-world.ts'
import { answers, canonical, kernelOf } from './play.ts'
import { anyFlowWorld } from './random-flows.ts'
import { claim } from './world.ts'

const DESIGN = { batches: 1, draws: 8, playouts: 2 }

/** Of each kind of metric one subject of the full world. */
const SUBJECTS: Readonly<Record<Metric['of'], { readonly of: string; readonly for?: string }>> = {
  supporter: { of: 'ally', for: 'good' },
  draft: { of: 'd1' },
  group: { of: 'band' },
  crisis: { of: '' },
  arms: { of: 'gliders' },
  shipment: { of: 'guns' },
  market: { of: 'good' },
  buyer: { of: 'others', for: 'good' },
  belligerent: { of: 'bad' },
  candidate: { of: 'partner', for: 'good' },
  inject: { of: 'flood' },
}

function steps({ program }: Plan): number {
  return BINDINGS.reduce((sum, binding) => sum + program.phases[binding].length, 0)
}

const flooded = { metric: 'inject.happened', of: 'flood', test: { op: '==', value: 1 } } as const
const fighting = { metric: 'support.combat', of: 'ally', for: 'good', test: { op: '>=', value: 1 } } as const

describe('a plan that is asked for its claims alone', () => {
  test('answers them to the bit as the whole plan does, in any world and on both engines', () => {
    fc.assert(
      fc.property(anyFlowWorld, fc.constantFrom('wasm', 'interpreter'), (scenario, engine) => {
        const plan = makePlan(scenario, { design: DESIGN })
        const [whole, part] = [plan, asked(plan)].map((one) => run(one, kernelOf(one, { engine })))
        expect(canonical(part!)).toBe(canonical(answers(whole!)))
      }),
      { seed: 4, numRuns: 60 },
    )
  })

  test.each(METRICS.map(({ name }) => name))('answers a claim on %s alone', (metric) => {
    const scenario = fullWorld(claimsOn(metric))
    const plan = makePlan(scenario, { design: DESIGN })
    expect(plan.claims.length).toBeGreaterThan(0)
    const [whole, part] = [plan, asked(plan)].map((one) => run(one, kernelOf(one)))
    expect(canonical(part!)).toBe(canonical(answers(whole!)))
  })

  test('is shorter, the less a claim rests on; and asked for nothing it does nothing', () => {
    const whole = makePlan(fullWorld([claim('a', flooded), claim('b', fighting)]), { design: DESIGN })
    const flood = asked(makePlan(fullWorld([claim('a', flooded)]), { design: DESIGN }))
    const combat = asked(makePlan(fullWorld([claim('b', fighting)]), { design: DESIGN }))
    expect(steps(flood)).toBeLessThan(steps(combat))
    expect(steps(combat)).toBeLessThan(steps(whole))
    expect(flood.chances.length).toBeLessThan(combat.chances.length)
    const nothing = asked(makePlan(fullWorld([]), { design: DESIGN }))
    expect([steps(nothing), nothing.chances.length, nothing.resets.length]).toEqual([0, 0, 0])
  })
})

/** The metric of whatever the full world has that can be asked for it. */
function claimsOn(name: string): Claim[] {
  const metric = METRICS.find((one) => one.name === name)!
  const subject = SUBJECTS[metric.of]
  return [claim('one', { metric: name, ...subject, test: { op: '>=', value: 0.5 } })]
}
