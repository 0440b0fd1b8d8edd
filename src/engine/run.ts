/**
 * The day loop: batch by batch, block by block of parameter draws, playout by playout,
 * day by day. A batch depends on nothing but the plan and its number, so batches can be
 * run anywhere and merged in any order.
 */
import { batchChance } from './chance.ts'
import { type Common, nothingDrawn } from './common.ts'
import type { Kernel } from './kernel.ts'
import { normalScores } from './latin.ts'
import type { Plan } from './plan.ts'
import { merge } from './merge.ts'
import { batchSummary, countAnswers, countWorld, emptyBatch, emptySummary } from './tally.ts'
import type { Summary } from './summary.ts'
import { valuesOf } from './values.ts'

export interface RunOptions {
  /** Called after every batch with the share done; return false to stop there. */
  readonly onBatch?: (done: number, of: number) => boolean | undefined
}

/** Runs every batch of the plan in order. Stopped early, it returns the batches done. */
export function run(plan: Plan, kernel: Kernel, options: RunOptions = {}): Summary {
  let summary = emptySummary(plan)
  prepare(plan, kernel)
  for (let batch = 0; batch < plan.design.batches; batch++) {
    summary = merge(summary, runBatch(plan, kernel, batch))
    if (options.onBatch?.(batch + 1, plan.design.batches) === false) break
  }
  return summary
}

/** Writes what never changes into a fresh kernel's memory. */
export function prepare(plan: Plan, kernel: Kernel): void {
  const { memory, lanes } = kernel
  if (plan.design.draws % lanes !== 0)
    throw new Error(`${lanes} lanes do not divide ${plan.design.draws} draws`)
  for (const { element, value } of plan.constants) memory.fill(value, element * lanes, (element + 1) * lanes)
}

/** One batch on a prepared kernel. */
export function runBatch(plan: Plan, kernel: Kernel, batch: number): Summary {
  return playBatch(plan, kernel, { batch })
}

/** What a batch is played with: its number, and who else looks at the playouts as they end. */
export interface Batch {
  readonly batch: number
  /** What worlds beside this one have drawn for the same batch. */
  readonly common?: Common
  /**
   * Called with what stands in memory after the last day of a playout of each draw in a block; `first` is the
   * batch's draw in lane 0.
   */
  readonly see?: (memory: Float64Array, at: { readonly first: number; readonly playout: number }) => void
  /** Called after each day up to the horizon of those playouts; pictures alone look so closely. */
  readonly seeDay?: (at: { readonly day: number; readonly first: number }) => void
}

/** One batch on a prepared kernel, with each playout shown as it ends. */
export function playBatch(
  plan: Plan,
  kernel: Kernel,
  { batch, common = nothingDrawn(), see, seeDay }: Batch,
): Summary {
  const tally = emptyBatch(plan)
  const { memory, lanes } = kernel
  const scores = normalScores(plan.hypercube, batch, common)
  const values = valuesOf(plan, scores)
  const chance = batchChance(plan.chances, plan.design, { batch, common })
  for (let first = 0; first < plan.design.draws; first += lanes) {
    fillParameters(plan, kernel, { values, first })
    reset(plan, kernel, 'draw')
    kernel.draw()
    for (let playout = 0; playout < plan.design.playouts; playout++) {
      beginBlock(plan, kernel, { chance, from: playout * plan.design.draws + first })
      playDays(plan, kernel, {
        from: 0,
        to: plan.horizon,
        ...(seeDay ? { see: (day) => seeDay({ day, first }) } : {}),
      })
      countWorld(plan, tally, { memory, lanes })
      playDays(plan, kernel, { from: plan.horizon + 1, to: plan.lastDay })
      countAnswers(plan, tally, { memory, lanes, first })
      see?.(memory, { first, playout })
    }
  }
  return batchSummary(plan, tally, scores)
}

/** Runs a day of the plan: up to the horizon all of it, after it the slow flows alone. */
export function playDay({ horizon }: Plan, kernel: Kernel, day: number): void {
  if (day <= horizon) kernel.day(day)
  else kernel.late(day)
}

/** What comes before the first day in one playout of each of so many draws in a row, which stand from there on. */
function beginBlock(
  plan: Plan,
  kernel: Kernel,
  { chance, from }: { readonly chance: readonly Float64Array[]; readonly from: number },
): void {
  const { memory, lanes } = kernel
  for (let at = 0; at < chance.length; at++) {
    const row = plan.chances[at]!.element * lanes
    const drawn = chance[at]!
    for (let lane = 0; lane < lanes; lane++) memory[row + lane] = drawn[from + lane]!
  }
  reset(plan, kernel, 'playout')
  kernel.playout()
}

function playDays(
  plan: Plan,
  kernel: Kernel,
  { from, to, see }: { readonly from: number; readonly to: number; readonly see?: (day: number) => void },
): void {
  for (let day = from; day <= to; day++) {
    playDay(plan, kernel, day)
    see?.(day)
  }
}

/** Writes the parameters of so many draws in a row, from `first` on, one in each lane. */
export function fillParameters(
  plan: Plan,
  { memory, lanes }: Kernel,
  { values, first }: { readonly values: readonly Float64Array[]; readonly first: number },
): void {
  for (const { element, parameter } of plan.drawn) {
    memory.set(values[parameter]!.subarray(first, first + lanes), element * lanes)
  }
}

/** Puts what is remembered back to where a parameter draw, or a playout, begins. */
export function reset(plan: Plan, { memory, lanes }: Kernel, when: 'draw' | 'playout'): void {
  for (const { slot, value, when: moment } of plan.resets) {
    if (moment === when) memory.fill(value, slot.offset * lanes, (slot.offset + slot.size) * lanes)
  }
}
