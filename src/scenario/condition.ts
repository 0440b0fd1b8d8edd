/** What a claim says about a playout or about the inputs, joined by all, any and not. */
import * as z from 'zod'
import type { Span } from '../base/fault.ts'
import { METRICS } from '../mechanisms/metrics.ts'
import type { Metric } from '../mechanisms/metric.ts'
import type { Context } from './context.ts'
import { resolve, resolveActor } from './context.ts'
import { DAYS_MAX, readDays } from './days.ts'
import type { Entry } from './entry.ts'
import type { FactBook } from './fact.ts'
import { findFact } from './fact.ts'
import { fault } from './fault-list.ts'
import type { Node } from './node.ts'
import { child, firstToken, keySpan } from './node.ts'
import type { Condition, Crisis, Dyad, Over, Take } from './scenario.ts'
import * as shape from './shape.ts'
import type { ReadTest } from './test.ts'
import { parseTest } from './test.ts'

const TAKES: readonly Take[] = ['decided', 'delivered', 'observed']
const OVERS: readonly Over[] = ['max', 'min', 'last', 'sum', 'firstDay']
const TEST_WORDS = 'a comparison and a value: ">= 2", "== false", "< 2026-01-01"'

const test = z
  .string({ error: shape.pack('bad-test', TEST_WORDS) })
  .refine((value) => parseTest(value) !== undefined, shape.pack('bad-test', TEST_WORDS))
  .describe('A comparison and a value: ">= 2", "== false", "< 2026-01-01".')

const window = shape.fields({
  from: shape.amount('First day, from the start of the crisis: 0 days.').optional(),
  to: shape.amount('Last day, within the horizon: 60 days.').optional(),
})

/** A condition within a condition: always the one shape below, so that walking it comes to an end. */
const inner: z.ZodType = z.lazy((): z.ZodType => conditionShape)

export const conditionShape: z.ZodType = z
  .union(
    [
      shape.fields({ all: z.array(inner).min(1).describe('Every one of these.') }),
      shape.fields({ any: z.array(inner).min(1).describe('At least one of these.') }),
      shape.fields({ not: inner.describe('The opposite of this.') }),
      shape.fields({
        metric: shape.text(`What is measured: ${METRICS.map((metric) => metric.name).join(', ')}.`),
        of: shape.reference('The supporter, or the draft.'),
        for: shape.reference('The recipient, where the metric has one.').optional(),
        take: shape.word(TAKES, 'What was decided, delivered (unless stated) or observed.').optional(),
        over: shape.word(OVERS, 'What of the window counts: max unless stated.').optional(),
        reaches: z
          .number()
          .describe('For firstDay: the value that has to be reached; 1 unless stated.')
          .optional(),
        window: window.describe('The whole crisis unless stated.').optional(),
        test,
      }),
      shape.fields({ fact: shape.text('A fact about the inputs: tie.russia-iran.clauses.defence.'), test }),
    ],
    { error: shape.pack('wrong-type', 'a map with metric, fact, all, any or not') },
  )
  .meta({ id: 'condition' })

export interface Asked {
  readonly context: Context
  /** Absent when the crisis is at fault; then nothing is said that rests on it. */
  readonly crisis?: Crisis | undefined
  readonly dyads?: readonly Dyad[] | undefined
  readonly drafts: ReadonlyMap<string, Entry<unknown>>
  readonly facts: FactBook
}

/** What zod left of a condition; any part may be gone. */
interface Rest {
  readonly all?: readonly Rest[]
  readonly any?: readonly Rest[]
  readonly not?: Rest
  readonly metric?: string
  readonly of?: string
  readonly for?: string
  readonly take?: Take
  readonly over?: Over
  readonly reaches?: number
  readonly fact?: string
  readonly test?: string
}

/** The condition, if all of it is in order; faults are told one by one. */
export function readCondition(asked: Asked, value: unknown, node: Node | undefined): Condition | undefined {
  if (typeof value !== 'object' || value === null || !node) return undefined
  const rest = value as Rest
  for (const kind of ['all', 'any'] as const) {
    const parts = rest[kind]
    if (!Array.isArray(parts)) continue
    const list = child(node, kind)
    const of = (parts as readonly Rest[]).map((part, index) => readCondition(asked, part, child(list, index)))
    return of.every((part) => part !== undefined) ? { kind, of } : undefined
  }
  if (rest.not !== undefined) {
    const of = readCondition(asked, rest.not, child(node, 'not'))
    return of && { kind: 'not', of }
  }
  if (rest.metric !== undefined) return readMetric(asked, rest, node)
  return rest.fact === undefined ? undefined : readFact(asked, rest, node)
}

function placeOf(node: Node, key: string): Span {
  const found = child(node, key)
  return found && found.span.end > found.span.start ? found.span : (keySpan(node, key) ?? firstToken(node))
}

function readMetric(asked: Asked, rest: Rest, node: Node): Condition | undefined {
  const { context } = asked
  const span = placeOf(node, 'metric')
  const name = rest.metric ?? ''
  const known = new Set(METRICS.map((metric) => metric.name))
  const found = resolve(context, name, { span, name: { code: 'unknown-metric', called: 'metric', known } })
  const metric = found ? METRICS.find((candidate) => candidate.name === name) : undefined
  if (metric) checkSubject(asked, metric, { rest, node })
  const window = readWindow(asked, node)
  const literal = rest.test === undefined ? undefined : parseTest(rest.test)
  const over = rest.over ?? 'max'
  if (metric && literal) checkReach(context, metric, { literal, over, span: placeOf(node, 'test') })
  if (!metric || !literal || !window || rest.of === undefined) return undefined
  return {
    kind: 'metric',
    metric: name,
    of: rest.of,
    ...(rest.for === undefined ? {} : { for: rest.for }),
    take: rest.take ?? 'delivered',
    over,
    reaches: rest.reaches ?? 1,
    from: window.from,
    to: window.to,
    test: { op: literal.op, value: literal.value },
  }
}

function checkSubject(asked: Asked, metric: Metric, at: { rest: Rest; node: Node }): void {
  const { context } = asked
  const { rest, node } = at
  if (rest.take !== undefined && !metric.staged) {
    context.faults.push(
      fault('not-staged', placeOf(node, 'take'), {
        says: `${metric.name} is not decided, delivered and observed apart`,
        suggestion: 'leave take out',
      }),
    )
  }
  if (metric.of === 'draft') {
    const name = { code: 'unknown-draft', called: 'draft', known: asked.drafts }
    if (rest.of !== undefined) resolve(context, rest.of, { span: placeOf(node, 'of'), name })
  }
  if (!metric.dyadic && rest.for !== undefined) {
    context.faults.push(
      fault('unknown-key', keySpan(node, 'for') ?? firstToken(node), {
        says: `${metric.name} has no recipient`,
        suggestion: 'leave for out',
      }),
    )
  }
  if (metric.of === 'draft') return
  const known = rest.of !== undefined && resolveActor(context, rest.of, placeOf(node, 'of'))
  if (!metric.dyadic) return
  if (rest.for === undefined) {
    if (keySpan(node, 'for') === undefined) {
      context.faults.push(
        fault(
          'missing-key',
          firstToken(node),
          `${metric.name} is measured for a recipient; the key "for" is missing here`,
        ),
      )
    }
    return
  }
  const both = resolveActor(context, rest.for, placeOf(node, 'for')) && known
  const dyad = asked.dyads?.some(
    ({ supporter, recipient }) => supporter === rest.of && recipient === rest.for,
  )
  if (both && dyad === false && !asked.facts.loose) {
    const says = `"${rest.of ?? ''}" is no potential supporter of "${rest.for}"`
    const suggestion =
      'a tie with a stake, from a third party that is no group to one of the two sides, makes a supporter'
    context.faults.push(fault('not-a-dyad', placeOf(node, 'of'), { says, suggestion }))
  }
}

/** A window within the horizon; while the horizon is at fault, any window is taken. */
function readWindow(asked: Asked, node: Node): { from: number; to: number } | undefined {
  const { faults } = asked.context
  const stated = child(node, 'window')
  const horizon = asked.crisis?.horizon ?? DAYS_MAX
  const ends = { from: child(stated, 'from'), to: child(stated, 'to') }
  const from = ends.from ? readDays(faults, ends.from, 'the first day') : 0
  const to = ends.to ? readDays(faults, ends.to, 'the last day') : horizon
  if (from === undefined || to === undefined) return undefined
  for (const [key, day] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (day <= horizon) continue
    const says = `a window lies within the horizon of ${horizon} days; this one reaches day ${day}`
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

const HIGHEST: Readonly<Record<string, number>> = { level: 3, flag: 1, fraction: 1 }

/** A value that the metric can never have makes a claim that says nothing. */
function checkReach(
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

function readFact(asked: Asked, rest: Rest, node: Node): Condition | undefined {
  const { faults } = asked.context
  const path = rest.fact ?? ''
  const found = findFact(asked.facts, path)
  if (found.kind === 'missing')
    faults.push(
      fault('bad-fact-path', placeOf(node, 'fact'), { says: found.says, suggestion: found.suggestion }),
    )
  const literal = rest.test === undefined ? undefined : parseTest(rest.test)
  if (found.kind !== 'found' || !literal) return undefined
  const { fact } = found
  const bit =
    fact.kind === 'flag' && literal.literal === 'number' && (literal.value === 0 || literal.value === 1)
  const wanted = fact.kind === 'quantity' ? 'number' : fact.kind
  if (literal.literal !== wanted && !bit) {
    const expected =
      wanted === 'flag' ? 'true or false' : wanted === 'date' ? 'a date such as 2020-01-31' : 'a number'
    faults.push(
      fault('bad-test', placeOf(node, 'test'), { says: `${path} cannot be compared with that`, expected }),
    )
    return undefined
  }
  return { kind: 'fact', path, value: fact.value, test: { op: literal.op, value: literal.value } }
}

/** True when nothing in it depends on how the crisis is played. */
export function isFact(condition: Condition): boolean {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.every(isFact)
    case 'not':
      return isFact(condition.of)
    case 'metric':
      return METRICS.some((metric) => metric.name === condition.metric && metric.kind === 'fact')
    case 'fact':
      return true
  }
}
