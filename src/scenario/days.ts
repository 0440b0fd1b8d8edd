/** Stretches of time in days: horizons, windows and latencies, which are not uncertain quantities. */
import type { Fault } from '../base/fault.ts'
import { fault } from './fault-list.ts'
import { readLaw } from './law.ts'
import type { Node } from './node.ts'

/** Ten years: the day loop is made for crises. */
export const DAYS_MAX = 3_652

/** `90 days` as whole days. */
export function readDays(faults: Fault[], node: Node | undefined, name: string): number | undefined {
  if (node?.kind !== 'scalar') return undefined
  const law = readLaw(faults, node, { name, unit: 'day', bounds: [0, DAYS_MAX] })
  if (law?.kind === 'fixed') return Math.round(law.value)
  if (law)
    faults.push(
      fault('wrong-type', node.span, {
        says: `${name} is one stretch of time, not a range`,
        expected: 'a number of days',
      }),
    )
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
