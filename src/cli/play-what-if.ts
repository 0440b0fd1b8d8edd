/** A change beside the world as it is: both planned, played in pairs and judged. */
import { planHash } from '../engine/fingerprint.ts'
import { runPaired } from '../engine/paired.ts'
import { makeKernel } from '../host/engine.ts'
import { movesOf } from '../judge/what-if.ts'
import type { WhatIf } from '../report/what-if-screen.ts'
import { isIdle } from '../report/left-out-text.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Io } from './io.ts'
import { designOf, type RunFlags } from './options.ts'
import { progressOf } from './progress.ts'
import { playWorlds, worldsOf } from './worlds.ts'

export type WhatIfFlags = RunFlags & {
  readonly set: readonly string[]
  readonly with: readonly string[]
  readonly without: readonly string[]
  readonly claim: readonly string[]
}

const WHAT_IF = 'what if'

interface Asked {
  readonly before: Scenario
  readonly after: Scenario
  readonly flags: WhatIfFlags
  readonly io: Io
}

/**
 * Claims about changes of their own would take a world each, twice over: they are played when named. The change's
 * own plan gives way to the plain one where the engine would read the same, so that every difference is exactly 0.
 */
export function playWhatIf({ before, after, flags, io }: Asked): WhatIf {
  const chosen = (scenario: Scenario): Scenario => ({
    ...scenario,
    claims: scenario.claims.filter((claim) =>
      flags.claim.length > 0 ? flags.claim.includes(claim.id) : claim.do === undefined,
    ),
  })
  const options = { seed: flags.seed, design: designOf(flags) }
  const [was, is] = [chosen(before), chosen(withIdle(after))]
  const [base, changed] = [worldsOf(was, options), worldsOf(is, options)]
  const identical = planHash(base.plan) === planHash(changed.plan)
  const progress = progressOf(io, base.plan.design)
  const arm = { id: WHAT_IF, plan: identical ? base.plan : changed.plan }
  try {
    const paired = runPaired(base.plan, [arm, ...base.arms], {
      makeKernel: (plan) => makeKernel(plan, flags.engine),
      onBatch: progress.onBatch,
    })
    const [own, ...others] = paired.arms
    if (own === undefined) throw new Error('the changed world was not played')
    const inChanged = changed.arms.length === 0 ? undefined : playWorlds(changed, flags.engine, io).arms
    const moves = movesOf({
      before: { scenario: was, summary: paired.base, arms: new Map(others.map((one) => [one.id, one])) },
      after: { scenario: is, summary: own.summary, ...(inChanged ? { arms: inChanged } : {}) },
      arm: own,
    })
    const unplayed =
      flags.claim.length > 0 ? [] : before.claims.filter((claim) => claim.do).map(({ id }) => id)
    return {
      before,
      after,
      design: paired.base.design,
      moves,
      identical,
      unplayed,
      named: flags.claim.length > 0,
    }
  } finally {
    progress.stop()
  }
}

/** A mechanism without anything to work on is not left out: with it or without, the world is the same number by number. */
function withIdle(scenario: Scenario): Scenario {
  const mechanisms = scenario.without.mechanisms.filter((name) => !isIdle(name, scenario))
  return { ...scenario, without: { ...scenario.without, mechanisms } }
}
