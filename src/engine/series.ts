/**
 * Support day by day, for pictures: in how many playouts each belligerent is supported how far. A run counts ends only,
 * so a picture plays its batches itself, on the same chance.
 */
import { CHANNEL_LABELS } from '../mechanisms/axes.ts'
import type { ChannelId } from '../scenario/scenario.ts'
import type { Kernel } from './kernel.ts'
import { elementOf, type Lens } from './lens.ts'
import type { Plan } from './plan.ts'
import { playBatch, prepare } from './run.ts'

const LEVELS_SHOWN = [1, 2, 3] as const
/** The band holds nine tenths of the parameter draws (docs/theory.md 8). */
const BAND = [0.05, 0.95] as const

/** One line of a picture. */
export interface SeriesLine {
  /** A belligerent. */
  readonly recipient: string
  readonly channel: ChannelId
  /** Delivered, at least so much, by at least one supporter. */
  readonly level: (typeof LEVELS_SHOWN)[number]
  /** By day: share of playouts, a fraction. */
  readonly mean: readonly number[]
  /**
   * By day: the 5 % and the 95 % quantile over parameter draws of the share of a draw's playouts, fractions. They are
   * drawn in towards the mean by as much as the chance of few playouts a draw widens the spread.
   */
  readonly low: readonly number[]
  readonly high: readonly number[]
}

export interface Series {
  /** 0 to the horizon. */
  readonly days: readonly number[]
  /** By recipient, channel and level; none for a belligerent whom nobody might support. */
  readonly lines: readonly SeriesLine[]
  readonly playouts: number
}

export interface SeriesOptions {
  /** Of the scenario that the plan was made of. */
  readonly lens: Lens
  /** Called after every batch with the share done; return false to stop there. */
  readonly onBatch?: (done: number, of: number) => boolean | undefined
}

/** What a line looks at, and what it has counted. */
interface Counted extends Pick<SeriesLine, 'recipient' | 'channel' | 'level'> {
  readonly elements: readonly number[]
  /** By day, then by number of playouts: draws that had it in so many. Whole numbers, so batches add up exactly. */
  readonly draws: readonly Uint32Array[]
  /** Of the batch that is being played, by day, then by draw. */
  readonly batch: readonly Uint32Array[]
}

/** The elements that a series looks at: what none of them rests on need not be played for it. */
export function elementsSeen(plan: Plan, lens: Lens): number[] {
  return [...new Set(linesOf(plan, lens).flatMap(({ elements }) => elements))]
}

/** Plays every batch of the plan. Stopped early, it shows the batches done. */
export function seriesOf(plan: Plan, kernel: Kernel, { lens, onBatch }: SeriesOptions): Series {
  const { design, horizon } = plan
  const lines = linesOf(plan, lens)
  prepare(plan, kernel)
  let batches = 0
  while (batches < design.batches) {
    countBatch(plan, kernel, { lines, batch: batches })
    batches += 1
    if (onBatch?.(batches, design.batches) === false) break
  }
  return {
    days: Array.from({ length: horizon + 1 }, (_, day) => day),
    lines: lines.map((line) => lineOf(line, design.playouts)),
    playouts: batches * design.draws * design.playouts,
  }
}

function linesOf({ design, horizon }: Plan, { scenario, space, slot }: Lens): Counted[] {
  const delivered = slot('delivery.delivered')
  if (delivered === undefined) return []
  const perDay = (length: number): Uint32Array[] =>
    Array.from({ length: horizon + 1 }, () => new Uint32Array(length))
  return space.belligerents.flatMap((recipient) => {
    const dyads = [...scenario.dyads.keys()].filter((dyad) => scenario.dyads[dyad]!.recipient === recipient)
    if (dyads.length === 0) return []
    return CHANNEL_LABELS.flatMap((channel, column) =>
      LEVELS_SHOWN.map((level) => ({
        recipient,
        channel,
        level,
        elements: dyads.map((dyad) => elementOf(delivered, [dyad, column])),
        draws: perDay(design.playouts + 1),
        batch: perDay(design.draws),
      })),
    )
  })
}

function countBatch(
  plan: Plan,
  kernel: Kernel,
  { lines, batch }: { readonly lines: readonly Counted[]; readonly batch: number },
): void {
  const { memory, lanes } = kernel
  for (const line of lines) for (const day of line.batch) day.fill(0)
  const seeDay = ({ day, first }: { readonly day: number; readonly first: number }): void => {
    for (const { elements, level, batch: counts } of lines) {
      const own = counts[day]!
      for (let lane = 0; lane < lanes; lane++) {
        let most = 0
        for (let at = 0; at < elements.length; at++)
          most = Math.max(most, memory[elements[at]! * lanes + lane]!)
        if (most >= level) own[first + lane]! += 1
      }
    }
  }
  playBatch(plan, kernel, { batch, seeDay })
  for (const { draws, batch: counts } of lines)
    counts.forEach((perDraw, day) => {
      for (const count of perDraw) draws[day]![count]! += 1
    })
}

function lineOf({ recipient, channel, level, draws }: Counted, playouts: number): SeriesLine {
  const days = draws.map((counts) => bandOf(counts, playouts))
  return {
    recipient,
    channel,
    level,
    mean: days.map(({ mean }) => mean),
    low: days.map(({ low }) => low),
    high: days.map(({ high }) => high),
  }
}

/** Mean and band of a share, from the number of draws that had it in 0, 1, … of their playouts. */
export function bandOf(
  counts: ArrayLike<number>,
  playouts: number,
): { readonly mean: number; readonly low: number; readonly high: number } {
  const all = Array.from(counts)
  const draws = all.reduce((sum, count) => sum + count, 0)
  const mean = all.reduce((sum, count, successes) => sum + count * successes, 0) / (draws * playouts)
  const square = all.reduce((sum, count, successes) => {
    const away = successes / playouts - mean
    return sum + count * away * away
  }, 0)
  const observed = draws > 1 ? square / (draws - 1) : 0
  const between = playouts > 1 ? (playouts * observed - mean * (1 - mean)) / (playouts - 1) : 0
  const kept = between > 0 ? Math.min(1, Math.sqrt(between / observed)) : 0
  const [low, high] = BAND.map((share) => mean + kept * (quantile(all, share * draws) / playouts - mean))
  return { mean, low: Math.min(low!, mean), high: Math.max(high!, mean) }
}

/** The least number of playouts that so many draws do not exceed. */
function quantile(counts: readonly number[], draws: number): number {
  let upTo = 0
  const found = counts.findIndex((count) => {
    upTo += count
    return upTo >= draws
  })
  return found < 0 ? counts.length - 1 : found
}
