/** A shipment that is a supporter's own support on its way to the recipient. */
import type * as z from 'zod'
import type { Context } from './context.ts'
import type { Entry } from './entry.ts'
import { isBad } from './entry.ts'
import { fault } from './fault-list.ts'
import type { Shipment } from './flow.ts'
import type { Parties } from './named-party.ts'
import { resolvePair } from './named-party.ts'
import { keySpan, spanAt } from './node.ts'
import * as shape from './shape.ts'

export interface HaulText {
  readonly by: string
  readonly for: string
}

export const haulShapes: Record<string, z.ZodType> = {
  by: shape.reference('The supporter, where it is its own support that travels; then also for.').optional(),
  for: shape.reference('The belligerent whom that support is for; then also by.').optional(),
}

/** The pair whose support travels; both or neither. */
export function readHaul(
  context: Context,
  entry: Entry<HaulText>,
  parties: Parties,
): Pick<Shipment, 'by' | 'for'> {
  const { by, for: whom } = entry.value
  const at = {
    supporter: spanAt(entry.node, ['by'], entry.at),
    recipient: spanAt(entry.node, ['for'], entry.at),
  }
  const fits =
    (by !== undefined || whom !== undefined) &&
    resolvePair(context, { supporter: by, recipient: whom, at }, parties)
  const alone = by === undefined ? 'for' : 'by'
  const other = by === undefined ? 'by' : 'for'
  const partial = entry.node.kind === 'map' && entry.node.partial
  if ((by === undefined) !== (whom === undefined) && !isBad(entry, other) && !partial) {
    context.faults.push(
      fault('missing-key', keySpan(entry.node, alone) ?? entry.at, {
        says: `whose support travels needs both ends; here stands ${alone} without ${other}`,
        expected: other,
        suggestion: `state ${other} as well, or leave ${alone} out`,
      }),
    )
    entry.bad.push(other)
  }
  return fits && by !== undefined && whom !== undefined ? { by, for: whom } : {}
}
