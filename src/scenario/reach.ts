/** What a metric or a fact can be: a value that it never has makes a claim that says nothing. */
import type { Span } from '../base/fault.ts'
import { unitText } from '../base/unit.ts'
import type { Metric } from '../mechanisms/metric.ts'
import { METRICS } from '../mechanisms/metrics.ts'
import type { Context } from './context.ts'
import { fault } from './fault-list.ts'
import type { Over, Quantity } from './scenario.ts'
import type { ReadTest } from './test.ts'

const HIGHEST: Readonly<Record<string, number>> = { level: 3, rung: 10, role: 4, flag: 1, fraction: 1 }

/** True when it can be. */
export function checkReach(
  context: Context,
  metric: Metric,
  at: { literal: ReadTest; over: Over; span: Span },
): boolean {
  const { literal, over, span } = at
  if (literal.literal === 'date' || (literal.literal === 'flag' && metric.unit !== 'flag')) {
    const expected = metric.unit === 'flag' ? 'true or false' : `a number${unitText(metric.unit)}`
    const says = `${metric.name} ${KINDS.includes(metric.unit) ? 'is a' : 'is measured in'} ${metric.unit} and cannot be compared with that`
    context.faults.push(fault('bad-test', span, { says, expected }))
    return false
  }
  if (over === 'firstDay') return true
  const { name, unit } = metric
  // A sum over days has no highest value, and no lowest where a day can be below 0.
  const highest = over === 'sum' ? undefined : highestOf(metric)
  if (over === 'sum' && lowestOf(metric) < 0) return true
  if (literal.value >= lowestOf(metric) && literal.value <= (highest ?? Number.POSITIVE_INFINITY)) return true
  const limits = highest === undefined ? 'is never below 0' : `lies from ${lowestOf(metric)} to ${highest}`
  const percent = unit === 'fraction' && literal.value > 1 && literal.value <= 100
  context.faults.push(
    fault('out-of-bounds', span, {
      says: `${name} ${limits}${unitText(unit)}; the test compares it with ${literal.value}`,
      suggestion: percent ? `${literal.value} %` : undefined,
    }),
  )
  return false
}

/** Units that are a kind of thing; all others are measures. */
const KINDS: readonly string[] = ['level', 'rung', 'role', 'flag', 'fraction', 'count', 'number']

/** Who sells below cost has an income below 0; all else is an amount. */
function lowestOf({ unit, least }: Metric): number {
  return least ?? (unit === 'USD/day' ? Number.NEGATIVE_INFINITY : 0)
}

/** Nothing where it can be as large as one likes. */
function highestOf({ unit, most }: Metric): number | undefined {
  return most ?? HIGHEST[unit]
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
  const highest = (metric && highestOf(metric)) ?? Number.POSITIVE_INFINITY
  if (reaches > 0 && reaches <= highest) return true
  const limits = Number.isFinite(highest) ? `above 0 and at most ${highest}` : 'above 0'
  context.faults.push(
    fault('out-of-bounds', span, `what ${name} has to reach lies ${limits}; here stands ${reaches}`),
  )
  return false
}
