/** Stretches of time in days: horizons, windows and latencies, which are not uncertain quantities. */
import type { Fault } from '../base/fault.ts'
import { fault } from './fault-list.ts'
import { readLaw } from './law.ts'
import type { Node, ScalarNode } from './node.ts'

/** Ten years: the day loop is made for crises. */
export const DAYS_MAX = 3_652

/** `90 days` as whole days. */
export function readDays(faults: Fault[], node: Node | undefined, name: string): number | undefined {
  if (node?.kind !== 'scalar') return undefined
  const law = readLaw(faults, node, { name, unit: 'day', bounds: [0, DAYS_MAX] })
  if (law?.kind === 'fixed') return wholeDays(faults, node, { name, days: law.value })
  if (law)
    faults.push(
      fault('wrong-type', node.span, {
        says: `${name} is one stretch of time, not a range`,
        expected: 'a number of days',
      }),
    )
  return undefined
}

/** Hours and weeks are turned into days by a division that may miss a whole one by a hair. */
const SLACK = 1e-6

/** Months and years are means over the calendar, of which nobody means the odd hours. */
const MEAN = /\b(months?|years?)\s*$/

/** The engine counts in days: a part of one is refused and not rounded away. */
function wholeDays(
  faults: Fault[],
  { span, text }: ScalarNode,
  { name, days }: { readonly name: string; readonly days: number },
): number | undefined {
  const whole = Math.round(days)
  if (Math.abs(days - whole) <= SLACK || MEAN.test(text)) return whole
  const says = `${name} is counted in whole days; this is ${Number(days.toFixed(2))} days`
  const suggestion = `${Math.max(1, whole)} ${whole > 1 ? 'days' : 'day'}`
  faults.push(fault('part-of-day', span, { says, expected: 'whole days', suggestion }))
  return undefined
}

/** `7 to 60 days` as p05 and p95. */
export function readLatency(
  faults: Fault[],
  node: Node | undefined,
): { p05: number; p95: number } | undefined {
  if (node?.kind !== 'scalar') return undefined
  const law = readLaw(faults, node, { name: 'latency', unit: 'day', bounds: [1 / 1_440, DAYS_MAX] })
  if (law?.kind === 'fixed') return { p05: law.value, p95: law.value }
  return law?.kind === 'quantiles' ? { p05: law.p05, p95: law.p95 } : undefined
}
