/** Flows that wait for no war and for no horizon: which metrics they answer. */
import { MECHANISMS } from './mechanisms.ts'
import type { Metric } from './metric.ts'

/** Whether the metric goes on after the horizon; what is known from the inputs has no days. */
export function isSlow({ variable, kind }: Metric): boolean {
  const first = typeof variable === 'string' ? variable : variable.delivered
  return kind !== 'fact' && MECHANISMS.some(({ name, slow }) => slow === true && first.startsWith(`${name}.`))
}
