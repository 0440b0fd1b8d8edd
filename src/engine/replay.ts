/**
 * One playout again, on its own: the same bits as in the run, with memory open to view before
 * and after every day. Playouts are numbered over the whole design, batch by batch, in each
 * batch draw by draw, and in each draw playout by playout.
 */
import { fillChance } from './chance.ts'
import type { Kernel } from './kernel.ts'
import { normalScores } from './latin.ts'
import type { Plan } from './plan.ts'
import { fillParameters, playDay, prepare, reset } from './run.ts'
import type { Design } from './summary.ts'
import { valuesOf } from './values.ts'

/** Where a playout stands in the design. */
export interface Place {
  readonly number: number
  readonly batch: number
  /** The parameter draw within its batch. */
  readonly draw: number
  /** The playout within its draw. */
  readonly playout: number
}

/** Undefined when the design has no such playout. */
export function placeOf({ draws, playouts, batches }: Design, number: number): Place | undefined {
  if (!Number.isInteger(number) || number < 0 || number >= batches * draws * playouts) return undefined
  const playout = number % playouts
  const before = (number - playout) / playouts
  const draw = before % draws
  return { number, batch: (before - draw) / draws, draw, playout }
}

export function numberOf({ draws, playouts }: Design, at: Omit<Place, 'number'>): number {
  return (at.batch * draws + at.draw) * playouts + at.playout
}

/** A day of one playout; both memories are the player's own and change with the next day. */
export interface Day {
  readonly day: number
  /** One number an element, after the day's equations. */
  readonly today: Float64Array
  /** Before them: the end of the day before, or the start of the playout. */
  readonly before: Float64Array
}

export interface Look {
  readonly see: (day: Day) => void
  /** The last day that is looked at; the last that is played unless stated. */
  readonly to?: number
}

export type Replay = (place: Place, look: Look) => void

/** A player of single playouts of the plan; a kernel of many lanes plays the neighbours along, unseen. */
export function replayOf(plan: Plan, kernel: Kernel): Replay {
  prepare(plan, kernel)
  const { lanes, memory } = kernel
  let today = new Float64Array(plan.program.size)
  let before = new Float64Array(plan.program.size)
  let known: { readonly batch: number; readonly values: readonly Float64Array[] } | undefined
  return ({ batch, draw, playout }, { see, to = plan.lastDay }) => {
    const lane = draw % lanes
    const first = draw - lane
    const copy = (into: Float64Array): void => {
      for (let element = 0; element < into.length; element++) into[element] = memory[element * lanes + lane]!
    }
    if (known?.batch !== batch) known = { batch, values: valuesOf(plan, normalScores(plan.hypercube, batch)) }
    fillParameters(plan, kernel, { values: known.values, first })
    reset(plan, kernel, 'draw')
    kernel.draw()
    const block = { firstDraw: batch * plan.design.draws + first, playout }
    fillChance(memory, lanes, { elements: plan.chances, block })
    reset(plan, kernel, 'playout')
    kernel.playout()
    copy(today)
    for (let day = 0; day <= Math.min(to, plan.lastDay); day++) {
      const spare = before
      before = today
      today = spare
      playDay(plan, kernel, day)
      copy(today)
      see({ day, today, before })
    }
  }
}
