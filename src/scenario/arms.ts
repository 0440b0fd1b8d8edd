/** One kind of weapon between a supplier and a recipient: what serves already, what is ordered, what holds it back. */
import type * as z from 'zod'
import { parseDate } from '../base/date.ts'
import { ARMS_FIELDS, fieldsOf } from './arms-field.ts'
import type { Context } from './context.ts'
import type { Entry, Noun } from './entry.ts'
import { fault } from './fault-list.ts'
import { entrySource, readFilled } from './filled.ts'
import type { Arms } from './flow.ts'
import type { Parties } from './named-party.ts'
import { resolvePair } from './named-party.ts'
import { keySpan, spanAt } from './node.ts'
import { checkLeak, quantityShapes } from './quantity.ts'
import type { ReleaseText } from './release.ts'
import { readRelease, releaseShapes } from './release.ts'
import * as shape from './shape.ts'

export interface ArmsText extends ReleaseText {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly contract: string
  readonly source: string
}

export const armsShape: z.ZodObject = shape.fields({
  name: shape.text('Shown instead of the id; changes no result.').optional(),
  from: shape.reference('The supplier: a potential supporter of the recipient.'),
  to: shape.reference('The recipient: a belligerent.'),
  contract: shape
    .date('The day of the contract; not stated, there is none, only what serves or is talked about.')
    .optional(),
  ...quantityShapes(ARMS_FIELDS),
  ...releaseShapes,
  source: shape
    .reference('Source of the contract, and of its quantities unless they name their own.')
    .optional(),
})

export const ARMS: Noun<ArmsText> = { key: 'arms', container: 'map', called: 'arms', shape: armsShape }

interface Known extends Parties {
  /** First day of the crisis. */
  readonly start: number | undefined
}

/** Nothing when the two are no supporter and recipient. */
export function readArms(context: Context, entry: Entry<ArmsText>, known: Known): Arms | undefined {
  const { id, value } = entry
  const { from, to } = value
  const source = entrySource(context, entry)
  const at = {
    supporter: spanAt(entry.node, ['from'], entry.at),
    recipient: spanAt(entry.node, ['to'], entry.at),
  }
  const fits = resolvePair(context, { supporter: from, recipient: to, at }, known)
  const contract = readContract(context, entry, known.start)
  const release = readRelease(context, entry, known.start)
  const quantities = readFilled(context, entry, {
    fields: fieldsOf(keySpan(entry.node, 'ordered') !== undefined),
    prefix: `arms.${id}`,
    called: id,
    source,
  })
  if (!fits) entry.bad.push('from')
  if (!fits || from === undefined || to === undefined) return undefined
  return {
    id,
    name: value.name ?? id,
    from,
    to,
    ...(contract === undefined ? {} : { contract }),
    ...release,
    ...(source === undefined ? {} : { source }),
    quantities,
  }
}

function readContract(
  context: Context,
  entry: Entry<ArmsText>,
  start: number | undefined,
): number | undefined {
  const { contract } = entry.value
  const day = contract === undefined ? undefined : parseDate(contract)
  if (day === undefined) return undefined
  const span = spanAt(entry.node, ['contract'], entry.at)
  if (start === undefined || day <= start) checkLeak(context, day, { span, called: 'this contract' })
  else {
    context.faults.push(
      fault('dates-not-ascending', span, {
        says: 'a contract counts that is signed by the first day of the crisis; this one comes after',
        suggestion: 'leave contract out where there is none yet',
      }),
    )
  }
  return day
}
