/** The record of coded crises as cells, for baselines that are counted over crises other than those that are predicted. */
import type { Kernel } from '../../engine/kernel.ts'
import type { Plan } from '../../engine/plan.ts'
import { CHANNELS, type ChannelId } from '../../scenario/scenario.ts'
import type { CodedCase } from '../coded.ts'
import type { Cell } from '../prediction.ts'
import type { Row } from '../row.ts'
import { rowsOf } from '../rows.ts'

/** Void cells are left out. */
export function recordedCells(
  cases: readonly CodedCase[],
  kernelOf: (plan: Plan) => Kernel,
): readonly Cell[] {
  return cases.flatMap((one) =>
    rowsOf(one, kernelOf).flatMap((row) =>
      CHANNELS.flatMap((channel) => {
        const { recorded, ...cell } = cellOf(one, row, channel)
        return recorded === undefined ? [] : [{ ...cell, recorded }]
      }),
    ),
  )
}

/** The cell, with or without a record of it. */
export function cellOf(
  { id, eve, deeds }: CodedCase,
  { supporter, recipient, owed, recorded }: Row,
  channel: ChannelId,
): Omit<Cell, 'recorded'> & { readonly recorded: number | undefined } {
  const at = CHANNELS.indexOf(channel)
  const deed = deeds.find((one) => one.supporter === supporter && one.recipient === recipient)
  return {
    of: id,
    asOf: eve.asOf,
    supporter,
    recipient,
    channel,
    recorded: recorded[at],
    unsure: deed?.unsure.has(channel) === true || deed?.confidence === 'low',
    owed: owed[at]! > 0,
  }
}
