/** Support day by day, played for a picture, with progress. */
import { asked } from '../engine/asked.ts'
import { lensOf } from '../engine/lens.ts'
import { makePlan } from '../engine/plan.ts'
import { elementsSeen, type Series, seriesOf } from '../engine/series.ts'
import type { Design } from '../engine/summary.ts'
import { makeKernel } from '../host/engine.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Io } from './io.ts'
import type { RunFlags } from './options.ts'
import { progressOf } from './progress.ts'

export interface SeriesFlags extends Pick<RunFlags, 'seed' | 'engine'> {
  readonly design: Design
}

export function playSeries(scenario: Scenario, { seed, engine, design }: SeriesFlags, io: Io): Series {
  // What is asked of a crisis changes nothing in it, and counting the answers takes its time.
  const unasked = { ...scenario, claims: [] }
  const lens = lensOf(unasked)
  const whole = makePlan(unasked, { seed, design })
  const plan = asked(whole, elementsSeen(whole, lens))
  const progress = progressOf(io, design)
  try {
    return seriesOf(plan, makeKernel(plan, engine), { lens, onBatch: progress.onBatch })
  } finally {
    progress.stop()
  }
}
