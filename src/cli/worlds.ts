/** The world as it is and those that claims make of it, planned and played side by side. */
import type { EngineName } from '../engine/kernel.ts'
import { type ArmOutcome, type ArmPlan, runPaired } from '../engine/paired.ts'
import { makePlan, type Plan, type PlanOptions } from '../engine/plan.ts'
import type { Summary } from '../engine/summary.ts'
import { makeKernel } from '../host/engine.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Io } from './io.ts'
import { progressOf } from './progress.ts'

export interface Worlds {
  readonly plan: Plan
  readonly arms: readonly ArmPlan[]
}

/**
 * One arm for each distinct change that a claim makes, with the claims that make it; playouts are paired for those
 * that ask for an effect.
 */
export function worldsOf(scenario: Scenario, options: PlanOptions): Worlds {
  const changes = new Map(scenario.claims.flatMap((claim) => (claim.do ? [[claim.do.text, claim.do]] : [])))
  const arms = [...changes].map(([text, { world }]) => {
    const asked = scenario.claims.filter((claim) => claim.do?.text === text)
    const claims = world.claims.filter(({ id }) => asked.some((claim) => claim.id === id))
    return {
      id: text,
      plan: makePlan({ ...world, claims }, options),
      claims: asked.filter(({ effect }) => effect).map(({ id }) => id),
    }
  })
  return { plan: makePlan(scenario, options), arms }
}

export function playWorlds(
  { plan, arms }: Worlds,
  engine: EngineName,
  io: Io,
): { readonly summary: Summary; readonly arms: ReadonlyMap<string, ArmOutcome> } {
  const progress = progressOf(io, plan.design)
  try {
    const paired = runPaired(plan, arms, {
      makeKernel: (one) => makeKernel(one, engine),
      onBatch: progress.onBatch,
    })
    return { summary: paired.base, arms: new Map(paired.arms.map((arm) => [arm.id, arm])) }
  } finally {
    progress.stop()
  }
}
