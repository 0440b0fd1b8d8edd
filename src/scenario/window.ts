/** The days that a claim looks at. */
import type * as z from 'zod'
import type { Metric } from '../mechanisms/metric.ts'
import { isSlow } from '../mechanisms/slow.ts'
import { parseDate } from '../base/date.ts'
import { DAYS_MAX, readDays } from './days.ts'
import { fault } from './fault-list.ts'
import type { Asked } from './look.ts'
import type { Node } from './node.ts'
import { child, firstToken } from './node.ts'
import * as shape from './shape.ts'

export const windowShape: z.ZodObject = shape.fields({
  from: shape.amount('First day, from the start of the crisis: 0 days.').optional(),
  to: shape
    .amount('Last day: 60 days. Within the horizon; beyond it for arms, routes and livelihoods only.')
    .optional(),
})

/**
 * A window within the horizon, or of a slow flow beyond it; the horizon is its end unless stated. While the horizon,
 * or what is measured, is at fault, any window is taken.
 */
export function readWindow(
  asked: Asked,
  node: Node,
  metric: Metric | undefined,
): { from: number; to: number } | undefined {
  const { faults } = asked.context
  const stated = child(node, 'window')
  const horizon = asked.crisis?.horizon ?? DAYS_MAX
  const last = metric === undefined || isSlow(metric) ? DAYS_MAX : horizon
  const ends = { from: child(stated, 'from'), to: child(stated, 'to') }
  const dated = [ends.from, ends.to].filter((end) => refuseDate(asked, end))
  if (dated.length > 0) return undefined
  const from = ends.from ? readDays(faults, ends.from, 'the first day') : 0
  const to = ends.to ? readDays(faults, ends.to, 'the last day') : horizon
  if (from === undefined || to === undefined) return undefined
  for (const [key, day] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (day <= last) continue
    const says = `a window lies within the horizon of ${horizon} days; this one reaches day ${day}, and ${metric?.name ?? 'this'} stands still from the horizon on: only arms, routes and livelihoods go on`
    faults.push(
      fault('window-beyond-horizon', ends[key]?.span ?? firstToken(node), {
        says,
        suggestion: `${horizon} days`,
      }),
    )
    return undefined
  }
  if (from > to) {
    faults.push(
      fault(
        'window-backwards',
        ends.to?.span ?? ends.from?.span ?? firstToken(node),
        `a window ends after it begins; this one runs from day ${from} to day ${to}`,
      ),
    )
    return undefined
  }
  return { from, to }
}

/** True when a date stands where days are counted; the days are told where the start is known. */
function refuseDate({ context, crisis }: Asked, end: Node | undefined): boolean {
  const day = end?.kind === 'scalar' ? parseDate(end.text.trim()) : undefined
  if (!end || day === undefined) return false
  const after = crisis ? day - crisis.start : undefined
  context.faults.push(
    fault('wrong-type', end.span, {
      says: 'a window is counted in days from the start of the crisis; here stands a date',
      expected: 'a number of days',
      suggestion: after !== undefined && after >= 0 ? `${after} days` : undefined,
    }),
  )
  return true
}
