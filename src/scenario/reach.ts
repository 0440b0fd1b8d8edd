/** What a metric or a fact can be: a value that it never has makes a claim that says nothing. */
import type { Span } from '../base/fault.ts'
import { unitText } from '../base/unit.ts'
import type { Metric } from '../mechanisms/metric.ts'
import { METRICS } from '../mechanisms/metrics.ts'
import type { Context } from './context.ts'
import { fault } from './fault-list.ts'
import type { Over, Quantity } from './scenario.ts'
import type { ReadTest } from './test.ts'

const HIGHEST: Readonly<Record<string, number>> = { level: 3, rung: 10, flag: 1, fraction: 1 }

export function checkReach(
  context: Context,
  metric: Metric,
  at: { literal: ReadTest; over: Over; span: Span },
): void {
  const { literal, over, span } = at
  if (literal.literal === 'date' || (literal.literal === 'flag' && metric.unit !== 'flag')) {
    const expected = metric.unit === 'flag' ? 'true or false' : 'a number'
    context.faults.push(
      fault('bad-test', span, {
        says: `${metric.name} is a ${metric.unit} and cannot be compared with that`,
        expected,
      }),
    )
    return
  }
  const highest = HIGHEST[metric.unit]
  if (highest === undefined || over === 'sum' || over === 'firstDay') return
  if (literal.value < 0 || literal.value > highest) {
    context.faults.push(
      fault(
        'out-of-bounds',
        span,
        `${metric.name} lies from 0 to ${highest}; the test compares it with ${literal.value}`,
      ),
    )
  }
}

/** A fact is compared with a value that its quantity can have; 30 for a share was meant as 30 %. */
export function checkBounds(
  context: Context,
  path: string,
  at: { literal: ReadTest; quantity: Quantity; span: Span },
): void {
  const { literal, quantity, span } = at
  const { unit, bounds } = quantity
  const [low, high] = bounds
  const { value } = literal
  if (value >= low && value <= high) return
  const limits = Number.isFinite(high) ? `from ${low} to ${high}` : `at least ${low}`
  const percent = unit === 'fraction' && value > high && value <= high * 100
  context.faults.push(
    fault('out-of-bounds', span, {
      says: `${path} lies ${limits}${unitText(unit)}; the test compares it with ${value}`,
      suggestion: percent ? `${value} %` : undefined,
    }),
  )
}

/** True when the metric can come to that value and does not begin with it. */
export function checkHeight(context: Context, name: string, at: { reaches: number; span: Span }): boolean {
  const { reaches, span } = at
  const metric = METRICS.find((candidate) => candidate.name === name)
  const highest = (metric && HIGHEST[metric.unit]) ?? Number.POSITIVE_INFINITY
  if (reaches > 0 && reaches <= highest) return true
  const limits = Number.isFinite(highest) ? `above 0 and at most ${highest}` : 'above 0'
  context.faults.push(
    fault('out-of-bounds', span, `what ${name} has to reach lies ${limits}; here stands ${reaches}`),
  )
  return false
}
