/**
 * What one would say without any theory: how often each level was recorded in the channel. Every baseline of a cell is
 * counted over the other cases only, as the model's weights are.
 */
import { CHANNELS, type ChannelId } from '../../scenario/scenario.ts'
import type { Cell, Forecaster, Odds } from '../prediction.ts'
import { LEVELS } from './score.ts'
import { rowKey } from './input.ts'

/** Laplace: each level counts as if it had been seen once more. */
const LAPLACE = 1

/** Climatology counts for so many cells in a group's own shares: as many as there are levels, as Laplace's do. */
export const PSEUDO_CELLS = 4

/** The record that the baselines of a cell may read: whatever is not of its case. */
export interface Known {
  readonly cells: readonly Cell[]
  /** Keys of the rows that are owed something in any channel. */
  readonly owed: ReadonlySet<string>
}

/** By channel, the share of each level over the other cases. */
export function climatology(cells: readonly Cell[], training: readonly Cell[]): Forecaster {
  return { id: 'climatology', odds: byCase(cells, training, (known) => climateOf(known)) }
}

/** The same, counted apart for supporters who are bound by a promise in any channel and for all others. */
export function obligationOnly(cells: readonly Cell[], training: readonly Cell[]): Forecaster {
  const asked = owedRows(cells)
  const odds = byCase(cells, training, (known) => {
    const climate = climateOf(known)
    const shares = new Map(
      [true, false].map((owed) => {
        const own = known.cells.filter((cell) => known.owed.has(rowKey(cell)) === owed)
        return [owed, new Map(CHANNELS.map((channel) => [channel, countsOf(own, channel)]))]
      }),
    )
    return (cell) => {
      const prior = climate(cell)
      const counts = shares.get(asked.has(rowKey(cell)))!.get(cell.channel)!
      return shrunk(counts, prior)
    }
  })
  return { id: 'obligation-only', odds }
}

export type Say = (cell: Cell) => Odds

/** What is said of each cell by somebody who has read the record of all cases but its own. */
export function byCase(
  cells: readonly Cell[],
  training: readonly Cell[],
  learn: (known: Known) => Say,
): readonly Odds[] {
  const learnt = new Map<string, Say>()
  return cells.map((cell) => {
    let say = learnt.get(cell.of)
    if (say === undefined) {
      const others = training.filter(({ of }) => of !== cell.of)
      say = learn({ cells: others, owed: owedRows(others) })
      learnt.set(cell.of, say)
    }
    return say(cell)
  })
}

export function climateOf({ cells }: Known): Say {
  const shares = new Map(
    CHANNELS.map((channel): [ChannelId, Odds] => {
      const counts = countsOf(cells, channel)
      const total = counts.reduce((sum, count) => sum + count, 0) + LEVELS * LAPLACE
      return [channel, oddsOf((level) => (counts[level]! + LAPLACE) / total)]
    }),
  )
  return ({ channel }) => shares.get(channel)!
}

/** A group's own shares, on so many cells of climatology. */
export function shrunk(counts: readonly number[], prior: Odds): Odds {
  const total = counts.reduce((sum, count) => sum + count, 0) + PSEUDO_CELLS
  return oddsOf((level) => (counts[level]! + PSEUDO_CELLS * prior[level]!) / total)
}

export function oddsOf(share: (level: number) => number): Odds {
  return [share(0), share(1), share(2), share(3)]
}

function owedRows(cells: readonly Cell[]): ReadonlySet<string> {
  return new Set(cells.filter(({ owed }) => owed).map(rowKey))
}

export function countsOf(cells: readonly Cell[], channel: ChannelId): readonly number[] {
  const counts = [0, 0, 0, 0]
  for (const cell of cells) if (cell.channel === channel) counts[cell.recorded]! += 1
  return counts
}
