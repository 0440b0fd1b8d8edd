/**
 * A place that opens only while somebody enables a belligerent: an airfield, a passage through its waters. A supporter
 * does so from a level of enablement on, a candidate of a coalition from the role of basing on.
 */
import type * as z from 'zod'
import type { Context } from './context.ts'
import type { Entry } from './entry.ts'
import { isBad } from './entry.ts'
import { fault, warning } from './fault-list.ts'
import type { Place } from './flow.ts'
import type { Parties } from './named-party.ts'
import { resolvePair } from './named-party.ts'
import { child, keySpan, spanAt } from './node.ts'
import * as shape from './shape.ts'

export interface ConsentText {
  readonly consent: { readonly of?: string; readonly for?: string; readonly level?: number }
}

export const consentShape: z.ZodObject = shape.fields({
  of: shape.reference('The supporter whose consent opens it, or a candidate of the coalition.'),
  for: shape.reference('The belligerent that is enabled.'),
  level: shape
    .whole('Level of enablement from which it is open, 1 to 3; of a supporter only.', 1, 3)
    .optional(),
})

/** The level stands for nothing where a candidate consents. */
const ANY_LEVEL = 1

/** Nothing when there is none, or one of its parts is at fault. */
export function readConsent(context: Context, entry: Entry<ConsentText>, parties: Parties): Place['consent'] {
  const { of, for: whom, level } = entry.value.consent ?? {}
  const node = child(entry.node, 'consent')
  if (node?.kind !== 'map') return undefined
  const candidacy = parties.candidacy(whom ?? '', of ?? '')
  if (candidacy === 'unknown') return undefined
  if (candidacy === 'named' && of !== undefined && whom !== undefined) {
    warnLevel(context, entry, of)
    return { of, for: whom, level: ANY_LEVEL }
  }
  if (level === undefined && !node.partial && !isBad(entry, 'consent.level')) {
    const says = 'the key "level" is missing here: a supporter consents from a level of enablement on'
    context.faults.push(fault('missing-key', keySpan(entry.node, 'consent') ?? entry.at, says))
  }
  if (of === undefined && whom === undefined) return undefined
  const at = {
    supporter: spanAt(entry.node, ['consent', 'of'], entry.at),
    recipient: spanAt(entry.node, ['consent', 'for'], entry.at),
  }
  const fits = resolvePair(context, { supporter: of, recipient: whom, at }, parties)
  if (!fits || of === undefined || whom === undefined || level === undefined) return undefined
  return { of, for: whom, level }
}

function warnLevel(context: Context, entry: Entry<ConsentText>, of: string): void {
  const stated = keySpan(child(entry.node, 'consent'), 'level')
  if (!stated) return
  const says = `"${of}" is a candidate of the coalition: it consents while its role is basing or one above it, whatever the level`
  context.faults.push(warning('idle-level', stated, { says, suggestion: 'leave level out' }))
}
