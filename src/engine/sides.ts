/**
 * The first playouts on either side of a claim: those in which it came true and those in which
 * it did not.
 */
import type { Kernel } from './kernel.ts'
import type { Plan } from './plan.ts'
import { numberOf, type Place } from './replay.ts'
import { playBatch, prepare } from './run.ts'

/** By number, never more than were asked for. */
export interface Sides {
  readonly held: readonly Place[]
  readonly not: readonly Place[]
}

export interface SidesOptions {
  /** Which side a playout stands on; undefined: on neither. */
  readonly sideOf: (at: (element: number) => number) => keyof Sides | undefined
  readonly most: number
  readonly onBatch?: (done: number, of: number) => boolean | undefined
}

/** Plays batch after batch until both sides are full or no batch is left. */
export function sidesOf(plan: Plan, kernel: Kernel, { sideOf, most, onBatch }: SidesOptions): Sides {
  const { design } = plan
  const found: Record<keyof Sides, Place[]> = { held: [], not: [] }
  prepare(plan, kernel)
  for (let batch = 0; batch < design.batches; batch++) {
    if (found.held.length >= most && found.not.length >= most) break
    const here: Record<keyof Sides, Place[]> = { held: [], not: [] }
    const see = (memory: Float64Array, at: { readonly first: number; readonly playout: number }): void => {
      for (let lane = 0; lane < kernel.lanes; lane++) {
        const side = sideOf((element) => memory[element * kernel.lanes + lane]!)
        if (side === undefined) continue
        const place = { batch, draw: at.first + lane, playout: at.playout }
        here[side].push({ ...place, number: numberOf(design, place) })
      }
    }
    playBatch(plan, kernel, { batch, see })
    for (const side of ['held', 'not'] as const) {
      here[side].sort((a, b) => a.number - b.number)
      found[side].push(...here[side].slice(0, most - found[side].length))
    }
    if (onBatch?.(batch + 1, design.batches) === false) break
  }
  return found
}
