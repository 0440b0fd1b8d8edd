/** How often the like has happened: shown beside a verdict, never read by a mechanism. */
import type * as z from 'zod'
import type { Context } from './context.ts'
import { resolveSource } from './context.ts'
import type { Entry, Noun } from './entry.ts'
import { isBad } from './entry.ts'
import { fault } from './fault-list.ts'
import { spanAt } from './node.ts'
import type { BaseRate } from './scenario.ts'
import * as shape from './shape.ts'

export interface BaseRateText {
  readonly title: string
  readonly value: number
  readonly low: number
  readonly high: number
  readonly n: number
  readonly source: string
}

export const baseRateShape: z.ZodObject = shape.fields({
  title: shape.text('What was counted.'),
  value: shape.share('The rate.'),
  low: shape.share('Lower end of the 90 % interval.').optional(),
  high: shape.share('Upper end of the 90 % interval.').optional(),
  n: shape.whole('Number of cases.', 1, 1_000_000_000).optional(),
  source: shape.reference('Where it was counted.').optional(),
})

export const BASE_RATES: Noun<BaseRateText> = {
  key: 'baseRates',
  container: 'map',
  called: 'base rate',
  shape: baseRateShape,
}

/** 96.4 % is 0.964, although 96.4 / 100 is a hair more; no rate is counted to twelve digits. */
function asWritten(share: number | undefined): number | undefined {
  return share === undefined ? undefined : Number(share.toPrecision(DIGITS))
}

const DIGITS = 12

export function readBaseRate(context: Context, entry: Entry<BaseRateText>): BaseRate | undefined {
  const { title, n } = entry.value
  const [value, low, high] = [entry.value.value, entry.value.low, entry.value.high].map(asWritten)
  const source = resolveSource(context, entry.value.source, spanAt(entry.node, ['source'], entry.at))
  if (title === undefined || value === undefined) return undefined
  checkInterval(context, entry, { low, value, high })
  return {
    id: entry.id,
    title,
    value,
    ...(low === undefined || high === undefined ? {} : { low, high }),
    ...(n === undefined ? {} : { n }),
    ...(source === undefined ? {} : { source }),
  }
}

interface Given {
  readonly low: number | undefined
  readonly value: number
  readonly high: number | undefined
}

/** Both ends or none: what was published as a share alone has no interval. */
function checkInterval(context: Context, entry: Entry<BaseRateText>, { low, value, high }: Given): void {
  const missing = low === undefined ? 'low' : 'high'
  if ((low === undefined) !== (high === undefined) && !isBad(entry, missing)) {
    const says = `an interval has two ends; the key "${missing}" is missing here`
    context.faults.push(fault('missing-key', entry.at, { says, expected: missing }))
  }
  if (low === undefined || high === undefined || (low <= value && value <= high)) return
  const span = spanAt(entry.node, ['value'], entry.at)
  const says = `a rate lies in its interval; ${value} does not lie from ${low} to ${high}`
  context.faults.push(fault('quantiles-not-ascending', span, says))
}
