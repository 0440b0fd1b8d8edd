/**
 * What a table of one coded input says, without any model: the cells of a channel in three groups by the supporter's
 * stake. It tells how much of a score is the worth of the inputs.
 */
import { CHANNELS, type ChannelId } from '../../scenario/scenario.ts'
import { byCase, climateOf, countsOf, shrunk } from './baseline.ts'
import type { Cell, Forecaster } from '../prediction.ts'

/** Undefined where none is known. */
export type StakeOf = (cell: Cell) => number | undefined

const GROUPS = 3

/**
 * Groups as equal as ties allow, their edges and their levels counted over the other cases, on the same prior of
 * climatology as obligation-only. Without a stake, climatology.
 */
export function stakeAlone(
  cells: readonly Cell[],
  training: readonly Cell[],
  stakeOf: { readonly cells: StakeOf; readonly training: StakeOf },
): Forecaster {
  const odds = byCase(cells, training, (known) => {
    const climate = climateOf(known)
    const tables = new Map(
      CHANNELS.map((channel) => [channel, tableOf(known.cells, channel, stakeOf.training)]),
    )
    return (cell) => {
      const stake = stakeOf.cells(cell)
      return stake === undefined ? climate(cell) : shrunk(tables.get(cell.channel)!(stake), climate(cell))
    }
  })
  return { id: 'stake-alone', odds }
}

/** By stake: how often each level was recorded in its group. */
function tableOf(
  cells: readonly Cell[],
  channel: ChannelId,
  stakeOf: StakeOf,
): (stake: number) => readonly number[] {
  const own = cells.flatMap((cell) => {
    const stake = cell.channel === channel ? stakeOf(cell) : undefined
    return stake === undefined ? [] : [{ cell, stake }]
  })
  const sorted = own.map(({ stake }) => stake).sort((a, b) => a - b)
  const edges =
    sorted.length === 0 ? [] : [1, 2].map((third) => sorted[Math.ceil((third * sorted.length) / GROUPS) - 1]!)
  const groupOf = (stake: number): number => edges.filter((edge) => stake > edge).length
  const counts = Array.from({ length: GROUPS }, (_, group) =>
    countsOf(
      own.filter(({ stake }) => groupOf(stake) === group).map(({ cell }) => cell),
      channel,
    ),
  )
  return (stake) => counts[groupOf(stake)]!
}
