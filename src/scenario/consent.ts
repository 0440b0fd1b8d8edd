/** A place that opens only while a supporter enables a belligerent: an airfield, a passage through its waters. */
import type * as z from 'zod'
import type { Context } from './context.ts'
import type { Entry } from './entry.ts'
import type { Place } from './flow.ts'
import type { Parties } from './named-party.ts'
import { resolvePair } from './named-party.ts'
import { spanAt } from './node.ts'
import * as shape from './shape.ts'

export interface ConsentText {
  readonly consent: { readonly of?: string; readonly for?: string; readonly level?: number }
}

export const consentShape: z.ZodObject = shape.fields({
  of: shape.reference('The supporter whose consent opens it.'),
  for: shape.reference('The belligerent whom that supporter enables.'),
  level: shape.whole('Level of enablement from which it is open, 1 to 3.', 1, 3),
})

/** Nothing when there is none, or one of its parts is at fault. */
export function readConsent(context: Context, entry: Entry<ConsentText>, parties: Parties): Place['consent'] {
  const { of, for: whom, level } = entry.value.consent ?? {}
  if (of === undefined && whom === undefined) return undefined
  const at = {
    supporter: spanAt(entry.node, ['consent', 'of'], entry.at),
    recipient: spanAt(entry.node, ['consent', 'for'], entry.at),
  }
  const fits = resolvePair(context, { supporter: of, recipient: whom, at }, parties)
  if (!fits || of === undefined || whom === undefined || level === undefined) return undefined
  return { of, for: whom, level }
}
