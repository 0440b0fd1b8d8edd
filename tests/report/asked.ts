/** A condition of a claim on one metric, as far as nothing else is said: that it is 1 or more on some day of 60. */
import type { Condition } from '../../src/scenario/scenario.ts'

type MetricCondition = Extract<Condition, { kind: 'metric' }>

export function asked(metric: string, of: string, given: Partial<MetricCondition> = {}): MetricCondition {
  return {
    kind: 'metric',
    metric,
    of,
    take: 'delivered',
    from: 0,
    to: 60,
    over: 'max',
    reaches: 1,
    test: { op: '>=', value: 1 },
    ...given,
  }
}
