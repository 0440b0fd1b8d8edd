/** What a claim looks at: a metric of one subject over a window of days. */
import type * as z from 'zod'
import type { Metric } from '../mechanisms/metric.ts'
import { METRICS } from '../mechanisms/metrics.ts'
import type { Context } from './context.ts'
import type { Entry } from './entry.ts'
import type { FactBook } from './fact.ts'
import { fault } from './fault-list.ts'
import { metricHint } from './metric-hint.ts'
import type { Node } from './node.ts'
import { placeOf } from './node.ts'
import type { Crisis, Dyad, Look, Take } from './scenario.ts'
import * as shape from './shape.ts'
import type { FlowIds } from './subject-flow.ts'
import { checkSubject } from './subject.ts'
import { readWindow, windowShape } from './window.ts'

export const TAKES: readonly Take[] = ['decided', 'delivered', 'observed']

export const LOOK_FIELDS: Record<string, z.ZodType> = {
  metric: shape.text(`What is measured: ${METRICS.map((metric) => metric.name).join(', ')}.`),
  of: shape
    .reference(
      'The supporter, group, draft, kind of arms, shipment, seller, buyer, belligerent, candidate or inject; none for the crisis as a whole.',
    )
    .optional(),
  for: shape
    .reference(
      'The recipient, where the metric has one; of a buyer the seller from whom it buys, of a candidate the leader it may join.',
    )
    .optional(),
  take: shape.word(TAKES, 'What was decided, delivered (unless stated) or observed.').optional(),
  window: windowShape.describe('The whole crisis unless stated.').optional(),
}

export interface Asked {
  readonly context: Context
  /** Absent when the crisis is at fault; then nothing is said that rests on it. */
  readonly crisis?: Crisis | undefined
  readonly dyads?: readonly Dyad[] | undefined
  readonly drafts: ReadonlyMap<string, Entry<unknown>>
  readonly facts: FactBook
  readonly flows: FlowIds
  /** As written. */
  readonly injects: ReadonlyMap<string, Entry<unknown>>
}

/** What zod left of a look; any part may be gone. */
export interface LookText {
  readonly metric?: string
  readonly of?: string
  readonly for?: string
  readonly take?: Take
}

export interface LookRead {
  /** Nothing when some part of it is at fault. */
  readonly look?: Look
  /** Nothing when there is no such metric. */
  readonly metric?: Metric
}

export function readLook(asked: Asked, rest: LookText, node: Node): LookRead {
  const { context } = asked
  const name = rest.metric ?? ''
  const known = new Set(METRICS.map((metric) => metric.name))
  const span = placeOf(node, 'metric')
  const found = known.has(name)
  if (rest.metric !== undefined && !found) {
    context.faults.push(
      fault('unknown-metric', span, { says: `no metric is called "${name}"`, ...metricHint(name) }),
    )
  }
  const metric = found ? METRICS.find((candidate) => candidate.name === name) : undefined
  if (metric) checkSubject(asked, metric, { rest, node })
  const days = readWindow(asked, node, metric)
  const of = metric?.of === 'crisis' ? '' : rest.of
  if (!metric || !days || of === undefined) return metric ? { metric } : {}
  const look: Look = {
    metric: name,
    of,
    ...(rest.for === undefined ? {} : { for: rest.for }),
    take: rest.take ?? 'delivered',
    from: days.from,
    to: days.to,
  }
  return { look, metric }
}
