/**
 * Playouts on either side of a claim, those in which it came true and those in which it did not:
 * a sample of each, spread over the parameter draws.
 */
import type { Kernel } from './kernel.ts'
import type { Plan } from './plan.ts'
import { numberOf, type Place } from './replay.ts'
import { playBatch, prepare } from './run.ts'
import { spread } from './spread.ts'

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

/** Plays batch after batch until both sides are full of playouts of different draws or no batch is left. */
export function sidesOf(plan: Plan, kernel: Kernel, { sideOf, most, onBatch }: SidesOptions): Sides {
  const { design } = plan
  const found = { held: spread(most), not: spread(most) }
  prepare(plan, kernel)
  for (let batch = 0; batch < design.batches; batch++) {
    if (found.held.isFull() && found.not.isFull()) break
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
    for (const side of ['held', 'not'] as const) found[side].add(here[side])
    if (onBatch?.(batch + 1, design.batches) === false) break
  }
  return { held: found.held.places(), not: found.not.places() }
}
