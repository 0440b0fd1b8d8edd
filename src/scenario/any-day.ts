/** A test that is passed on the first day already, of something that begins high and is meant to stay so. */
import type { Span } from '../base/fault.ts'
import type { Context } from './context.ts'
import { warning } from './fault-list.ts'
import type { Look, Test } from './scenario.ts'

/** What is at its usual height on the first day and sinks from there. */
const BEGIN_HIGH: readonly string[] = [
  'routes.uptime',
  'routes.covered',
  'routes.shipped',
  'lifeline.cover',
  'lifeline.reserves',
  'lifeline.exports',
  'lifeline.income',
  'lifeline.boughtShare',
]

/** Whoever writes `over: max` means any day; who writes nothing may not. */
export function warnAnyDay(
  context: Context,
  look: Look,
  at: { over: string | undefined; op: Test['op']; span: Span },
): void {
  const { over, op, span } = at
  const { metric, from, to } = look
  if (over !== undefined || from === to || (op !== '>=' && op !== '>') || !BEGIN_HIGH.includes(metric)) return
  const says = `the largest value from day ${from} to day ${to} counts, so one day is enough; ${metric} begins high`
  const suggestion = `over: last, over: min or a window of one day; over: max if any day will do`
  context.faults.push(warning('any-day', span, { says, suggestion }))
}
