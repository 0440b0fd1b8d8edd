/** What holds arms back: how likely the supplier lets them go, by when, and judged at what. */
import type * as z from 'zod'
import { parseDate } from '../base/date.ts'
import type { Context } from './context.ts'
import type { Entry } from './entry.ts'
import { isBad } from './entry.ts'
import { fault } from './fault-list.ts'
import type { Arms } from './flow.ts'
import { keySpan, spanAt } from './node.ts'
import * as shape from './shape.ts'

export interface ReleaseText {
  readonly releaseBy: string
  readonly releaseGiven: Partial<NonNullable<Arms['releaseGiven']>>
}

const givenShape = shape.fields({
  thirdPartyCost: shape.share('What helping was thought to cost the supplier with third parties.'),
  utilisation: shape.share("Share of the supplier's force that was thought to be committed elsewhere."),
  paid: shape.share('Share of the price that was thought to be paid.'),
})

export const releaseShapes: Record<string, z.ZodType> = {
  releaseBy: shape.date('The day by which release is judged.').optional(),
  releaseGiven: givenShape.describe('What release was judged at.').optional(),
}

/** Of no use one without the other. */
const PARTS = ['release', 'releaseBy', 'releaseGiven'] as const

/** How likely, by when, and judged at what: all three or none. */
export function readRelease(
  context: Context,
  entry: Entry<ReleaseText>,
  start: number | undefined,
): Pick<Arms, 'releaseBy' | 'releaseGiven'> {
  const stated = PARTS.filter((key) => keySpan(entry.node, key) !== undefined || isBad(entry, key))
  const missing = PARTS.filter((key) => !stated.includes(key))
  const [first] = stated
  const partial = entry.node.kind === 'map' && entry.node.partial
  if (first !== undefined && missing.length > 0 && !partial) {
    context.faults.push(
      fault('missing-key', keySpan(entry.node, first) ?? entry.at, {
        says: 'a release says how likely, by when, and judged at what',
        expected: missing.join(' and '),
      }),
    )
  }
  const { releaseBy: by, releaseGiven: given = {} } = entry.value
  const releaseBy = by === undefined ? undefined : parseDate(by)
  const { thirdPartyCost, utilisation, paid } = given
  if (releaseBy === undefined) return {}
  if (start !== undefined && releaseBy <= start) {
    const span = spanAt(entry.node, ['releaseBy'], entry.at)
    const says =
      'the day by which release is judged comes after the first day of the crisis; this one does not'
    context.faults.push(fault('dates-not-ascending', span, says))
  }
  if (thirdPartyCost === undefined || utilisation === undefined || paid === undefined) return { releaseBy }
  return { releaseBy, releaseGiven: { thirdPartyCost, utilisation, paid } }
}
