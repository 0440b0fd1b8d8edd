/** Playing small worlds in tests: a whole run at once, or day by day with every variable open to view. */
import { fillChance } from '../../src/engine/chance.ts'
import { interpreter } from '../../src/engine/interpreter.ts'
import type { EngineName, Kernel } from '../../src/engine/kernel.ts'
import { normalScores } from '../../src/engine/latin.ts'
import { lower } from '../../src/engine/lower.ts'
import { makePlan, type Plan, type PlanOptions } from '../../src/engine/plan.ts'
import { mechanismsOf } from '../../src/engine/running.ts'
import { playDay, prepare, run } from '../../src/engine/run.ts'
import type { Design, Summary } from '../../src/engine/summary.ts'
import { valuesOf } from '../../src/engine/values.ts'
import { wasmKernel } from '../../src/engine/wasm/kernel.ts'
import { instantiate } from '../../src/host/instantiate.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'

export interface PlayOptions extends PlanOptions {
  readonly engine?: EngineName
  readonly lanes?: number
}

/** An engine with so many lanes; 8, or the draws of a batch where they are fewer. */
export function kernelOf(plan: Plan, { engine = 'wasm', lanes }: PlayOptions = {}): Kernel {
  const width = lanes ?? Math.min(8, plan.design.draws)
  return engine === 'wasm' ? wasmKernel(plan.program, width, instantiate) : interpreter(plan.program, width)
}

export function played(scenario: Scenario, options: PlayOptions = {}): Summary {
  const plan = makePlan(scenario, options)
  return run(plan, kernelOf(plan, options))
}

export function playoutsIn({ batches, draws, playouts }: Design): number {
  return batches * draws * playouts
}

/** Share of playouts in which a claim held. */
export function share(summary: Summary, claim: string): number {
  return summary.claims.get(claim)!.count / playoutsIn(summary.design)
}

/** Share of playouts in each bin of a histogram. */
export function shares(summary: Summary, histogram: string): number[] {
  return summary.histograms.get(histogram)!.bins.map((count) => count / playoutsIn(summary.design))
}

/** Closed-form odds of levels 0-3, such as of `ally:good:combat`, over all playouts. */
export function choiceOf(summary: Summary, of: string): number[] {
  return [0, 1, 2, 3].map(
    (level) => Number(summary.means.get(`choice:${of}:${level}`)!.sum) / 2 ** 40 / playoutsIn(summary.design),
  )
}

/** The whole summary as one text: equal texts are equal bits. */
export function canonical(summary: Summary): string {
  const plain = (_: string, value: unknown): unknown => {
    if (typeof value === 'bigint') return `${value}n`
    return value instanceof Map ? [...value].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)) : value
  }
  return JSON.stringify(summary, plain)
}

/** What claims came to, without the distributions that a screen shows. */
export function answers(summary: Summary): Summary {
  return { ...summary, histograms: new Map(), means: new Map(), peaks: new Map() }
}

/** A summary with only what the other has: for worlds of which one holds more than the other. */
export function only(summary: Summary, other: Summary): Summary {
  const kept = <T>(map: ReadonlyMap<string, T>, names: ReadonlyMap<string, T>): Map<string, T> =>
    new Map([...map].filter(([name]) => names.has(name)))
  return {
    ...summary,
    claims: kept(summary.claims, other.claims),
    sentences: kept(summary.sentences, other.sentences),
    histograms: kept(summary.histograms, other.histograms),
    means: kept(summary.means, other.means),
  }
}

/** One playout of each of so many draws on one day (or after the last), every lane a draw. */
export interface View {
  readonly batch: number
  readonly firstDraw: number
  readonly playout: number
  readonly day: number
  readonly kernel: Kernel
  /** The lanes of a variable such as `delivery.delivered` at a row-major position; valid until the next day. */
  readonly of: (variable: string, position?: number) => Float64Array
}

/** Plays the plan like `run`, and shows the memory after every day. */
export function watch(scenario: Scenario, options: PlayOptions, see: (view: View) => void): Plan {
  const plan = makePlan(scenario, options)
  const kernel = kernelOf(plan, options)
  const { memory, lanes } = kernel
  const { slots } = lower(scenario, options.mechanisms ?? mechanismsOf(scenario))
  const of: View['of'] = (variable, position = 0) => {
    const element = slots.get(variable)!.slot.offset + position
    return memory.subarray(element * lanes, (element + 1) * lanes)
  }
  const reset = (moment: 'draw' | 'playout'): void => {
    for (const { slot, value, when } of plan.resets) {
      if (when === moment) memory.fill(value, slot.offset * lanes, (slot.offset + slot.size) * lanes)
    }
  }
  prepare(plan, kernel)
  for (let batch = 0; batch < plan.design.batches; batch++) {
    const values = valuesOf(plan, normalScores(plan.hypercube, batch))
    for (let firstDraw = 0; firstDraw < plan.design.draws; firstDraw += lanes) {
      for (const { element, parameter } of plan.drawn) {
        memory.set(values[parameter]!.subarray(firstDraw, firstDraw + lanes), element * lanes)
      }
      reset('draw')
      kernel.draw()
      for (let playout = 0; playout < plan.design.playouts; playout++) {
        fillChance(memory, lanes, {
          elements: plan.chances,
          block: { firstDraw: batch * plan.design.draws + firstDraw, playout },
        })
        reset('playout')
        kernel.playout()
        for (let day = 0; day <= plan.lastDay; day++) {
          playDay(plan, kernel, day)
          see({ batch, firstDraw, playout, day, kernel, of })
        }
      }
    }
  }
  return plan
}
