/** The whole beside itself less one mechanism, for each that runs: planned, played in pairs and judged. */
import { runPaired } from '../engine/paired.ts'
import { makePlan } from '../engine/plan.ts'
import { mechanismsOf } from '../engine/running.ts'
import type { Design } from '../engine/summary.ts'
import { makeKernel } from '../host/engine.ts'
import { type Ablation, ablationOf, isAblated } from '../judge/ablation.ts'
import { isIdle } from '../report/left-out-text.ts'
import { OPTIONAL } from '../scenario/absent.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Io } from './io.ts'
import { designOf, type RunFlags } from './options.ts'
import { progressOf } from './progress.ts'

export type AblateFlags = RunFlags & { readonly claim: readonly string[] }

export interface Ablated extends Ablation {
  /** What was played of the design. */
  readonly design: Design
}

/** Mechanisms that have something to work on here and can be left out, in the order of the day. */
export function ablatable(scenario: Scenario): readonly string[] {
  return mechanismsOf(scenario)
    .map(({ name }) => name)
    .filter((name) => OPTIONAL.includes(name) && !isIdle(name, scenario))
}

export function playAblation(scenario: Scenario, flags: AblateFlags, io: Io): Ablated {
  const chosen = scenario.claims.filter(({ id }) => flags.claim.length === 0 || flags.claim.includes(id))
  const options = { seed: flags.seed, design: designOf(flags) }
  // Only what is paired is asked of each world.
  const whole: Scenario = { ...scenario, claims: chosen.filter(isAblated) }
  const base = makePlan(whole, options)
  const arms = ablatable(scenario).map((name) => {
    const mechanisms = [...scenario.without.mechanisms, name]
    return { id: name, plan: makePlan({ ...whole, without: { ...scenario.without, mechanisms } }, options) }
  })
  const progress = progressOf(io, base.design)
  try {
    const paired = runPaired(base, arms, {
      makeKernel: (plan) => makeKernel(plan, flags.engine),
      onBatch: progress.onBatch,
    })
    return { ...ablationOf({ ...scenario, claims: chosen }, paired), design: paired.base.design }
  } finally {
    progress.stop()
  }
}
