/**
 * What the engine gives for a crisis under the weights of a fold: the eve is played like any scenario, and the largest
 * level that was delivered is turned into the odds of the record.
 */
import type { Kernel } from '../engine/kernel.ts'
import { makePlan, type Plan } from '../engine/plan.ts'
import { run } from '../engine/run.ts'
import type { Design, Summary } from '../engine/summary.ts'
import { CHANNELS, type ChannelId, type Dyad } from '../scenario/scenario.ts'
import type { CodedCase } from './coded.ts'
import { foldWorld, type Weights } from './fold-world.ts'
import type { Form } from './form.ts'
import { observe } from './observe.ts'
import type { Odds } from './prediction.ts'

/** 4 × 64 × 16 playouts: the error of a probability is a hundredth at most, and the posterior's own spread far wider. */
export const SCORED_DESIGN: Design = { batches: 4, draws: 64, playouts: 16 }

export interface PlayOptions {
  readonly form: Form
  readonly seed: number
  readonly design?: Design
  readonly kernelOf: (plan: Plan) => Kernel
}

export interface Prediction {
  /** By key of the cell. */
  readonly odds: ReadonlyMap<string, Odds>
  /** By group, then by day from the start: the chance that it has entered by then. */
  readonly entered: ReadonlyMap<string, readonly number[]>
}

export function cellKey({ supporter, recipient }: Dyad, channel: ChannelId): string {
  return `${supporter}:${recipient}:${channel}`
}

/** Only the eve goes in: what happened is out of reach here. */
export function predict({ eve }: Pick<CodedCase, 'eve'>, weights: Weights, options: PlayOptions): Prediction {
  const { form, seed, design = SCORED_DESIGN, kernelOf } = options
  const plan = makePlan(foldWorld(eve, weights), { seed, design })
  const summary = run(plan, kernelOf(plan))
  const odds = eve.dyads.flatMap((dyad) =>
    CHANNELS.map((channel, at): [string, Odds] => {
      const key = cellKey(dyad, channel)
      return [key, observe(shares(summary, `peak:${key}`), form.observation[at]!)]
    }),
  )
  const entered = [...eve.proxies.keys()].map((group): [string, number[]] => {
    let sum = 0
    return [group, shares(summary, `entered:${group}`).map((p) => (sum += p))]
  })
  return { odds: new Map(odds), entered: new Map(entered) }
}

/** By value: the share of playouts. */
function shares({ histograms }: Summary, name: string): number[] {
  const bins = histograms.get(name)?.bins
  if (!bins) throw new Error(`nobody counted ${name}`)
  const all = bins.reduce((sum, count) => sum + count, 0)
  return bins.map((count) => count / all)
}
