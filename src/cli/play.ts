/** What `check` and `run` share: load, plan, play with progress; or say what is wrong. */
import { fingerprint } from '../engine/fingerprint.ts'
import { makePlan } from '../engine/plan.ts'
import { run } from '../engine/run.ts'
import type { Summary } from '../engine/summary.ts'
import { makeKernel } from '../host/engine.ts'
import { loadScenario, type Loaded } from '../host/load.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { countsOf, countsText, faultScreen } from './faults.ts'
import type { Io } from './io.ts'
import { designOf, type RunFlags } from './options.ts'
import { progressOf } from './progress.ts'
import { resolve } from './resolve.ts'

export interface Played {
  /** What decides the bits of the result, for the envelope of its JSON. */
  readonly run: { readonly [key: string]: string | number }
  readonly scenario: Scenario
  readonly summary: Summary
}

/** Undefined when the scenario has faults; they have been printed then. */
export function play(path: string, flags: RunFlags, io: Io): Played | undefined {
  const loaded = loadScenario(resolve(io, path))
  const { value: scenario } = loaded
  if (!scenario) {
    refuse(path, loaded, io)
    return undefined
  }
  const { warnings } = countsOf(loaded.faults)
  if (warnings > 0) io.err(`${path}: ${countsText(loaded.faults)}; see foedus lint ${path}\n`)
  const plan = makePlan(scenario, { seed: flags.seed, design: designOf(flags) })
  const progress = progressOf(io, plan.design)
  try {
    const summary = run(plan, makeKernel(plan, flags.engine), { onBatch: progress.onBatch })
    return { run: { path, seed: flags.seed, ...fingerprint(scenario) }, scenario, summary }
  } finally {
    progress.stop()
  }
}

function refuse(path: string, loaded: Loaded, io: Io): void {
  const faults = loaded.faults.filter((fault) => fault.severity === 'fault')
  io.err(faultScreen(loaded, faults, io))
  io.err(`${path}: ${countsText(loaded.faults)}; nothing was run\n`)
}
