/** What commands that play share: load, plan, play with progress; or say what is wrong. */
import { fingerprint } from '../engine/fingerprint.ts'
import type { ArmOutcome } from '../engine/paired.ts'
import { makePlan, type Plan } from '../engine/plan.ts'
import { run } from '../engine/run.ts'
import type { Summary } from '../engine/summary.ts'
import { makeKernel } from '../host/engine.ts'
import { loadScenario, type Loaded } from '../host/load.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { refuse, warn } from './faults.ts'
import type { Io } from './io.ts'
import { designOf, type RunFlags } from './options.ts'
import { progressOf } from './progress.ts'
import { resolve } from './resolve.ts'
import { playWorlds, type Worlds, worldsOf } from './worlds.ts'

export interface Played {
  /** What decides the bits of the result, for the envelope of its JSON. */
  readonly run: { readonly [key: string]: string | number }
  readonly scenario: Scenario
  readonly summary: Summary
}

/** With the changed worlds that claims ask about, by the text of the change. */
export interface PlayedPaired extends Played {
  readonly arms: ReadonlyMap<string, ArmOutcome>
  readonly plan: Plan
}

/** A scenario without faults. */
export type Opened = Loaded & { readonly value: Scenario }

/** How it is to be played. */
export interface Asked {
  readonly path: string
  readonly flags: RunFlags
  readonly io: Io
}

export function play(scenario: Scenario, { path, flags, io }: Asked): Played {
  const plan = makePlan(scenario, { seed: flags.seed, design: designOf(flags) })
  const progress = progressOf(io, plan.design)
  try {
    const summary = run(plan, makeKernel(plan, flags.engine), { onBatch: progress.onBatch })
    return { run: decided(path, flags, scenario), scenario, summary }
  } finally {
    progress.stop()
  }
}

/** All that decides the bits, before the first of them is played. */
export interface Ready {
  readonly run: Played['run']
  readonly scenario: Scenario
  readonly loaded: Loaded
  readonly worlds: Worlds
}

export function readyPaired(loaded: Opened, { path, flags }: Omit<Asked, 'io'>): Ready {
  const scenario = loaded.value
  const worlds = worldsOf(scenario, { seed: flags.seed, design: designOf(flags) })
  return { run: decided(path, flags, scenario), scenario, loaded, worlds }
}

/** Plays each change that a claim makes beside the world as it is, on the same chance. */
export function playReady({ run, scenario, worlds }: Ready, flags: RunFlags, io: Io): PlayedPaired {
  return { run, scenario, plan: worlds.plan, ...playWorlds(worlds, flags.engine, io) }
}

/** Undefined when the scenario has faults; they have been printed then. */
export function playPaired(path: string, flags: RunFlags, io: Io): PlayedPaired | undefined {
  const loaded = opened(path, io)
  return loaded && playReady(readyPaired(loaded, { path, flags }), flags, io)
}

/** Warned of, or refused. */
export function opened(path: string, io: Io): Opened | undefined {
  const loaded = loadScenario(resolve(io, path))
  const { value } = loaded
  if (value) warn(path, loaded, io)
  else refuse(path, loaded, io)
  return value && { ...loaded, value }
}

export function decided(path: string, { seed }: Pick<RunFlags, 'seed'>, scenario: Scenario): Played['run'] {
  return { path, seed, ...fingerprint(scenario) }
}
