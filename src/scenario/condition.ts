/** What a claim says about a playout or about the inputs, joined by all, any and not. */
import * as z from 'zod'
import { unitText } from '../base/unit.ts'
import { METRICS } from '../mechanisms/metrics.ts'
import { warnAnyDay } from './any-day.ts'
import type { Context } from './context.ts'
import { NO_ATTACK } from './do.ts'
import { findFact } from './fact.ts'
import { fault } from './fault-list.ts'
import type { Asked, LookText } from './look.ts'
import { LOOK_FIELDS, readLook } from './look.ts'
import type { Node } from './node.ts'
import { child, placeOf } from './node.ts'
import type { OrderText } from './order.ts'
import { orderShape, reachesShape, readOrder, readShare, shareShape } from './order.ts'
import { checkBounds, checkHeight, checkReach } from './reach.ts'
import type { Condition, Over } from './scenario.ts'
import * as shape from './shape.ts'
import type { ReadTest } from './test.ts'
import { inUnit, measureTestShape, parseTest } from './test.ts'

export type { Asked } from './look.ts'

const OVERS: readonly Over[] = ['max', 'min', 'last', 'sum', 'firstDay']

/** A condition within a condition: always the one shape below, so that walking it comes to an end. */
const inner: z.ZodType = z.lazy((): z.ZodType => conditionShape)

export const conditionShape: z.ZodType = z
  .union(
    [
      shape.fields({ all: z.array(inner).min(1).describe('Every one of these.') }),
      shape.fields({ any: z.array(inner).min(1).describe('At least one of these.') }),
      shape.fields({ not: inner.describe('The opposite of this.') }),
      shape.fields({
        ...LOOK_FIELDS,
        over: shape.word(OVERS, 'What of the window counts: max unless stated.').optional(),
        reaches: reachesShape.describe('For firstDay: the value that has to be reached; 1 unless stated.'),
        test: measureTestShape,
      }),
      orderShape,
      shareShape,
      shape.fields({
        fact: shape.text('A fact about the inputs: tie.russia-iran.clauses.defence.'),
        test: measureTestShape,
      }),
    ],
    { error: shape.pack('wrong-type', 'a map with metric, fact, first, share, all, any or not') },
  )
  .meta({ id: 'condition' })

/** A condition, or the word for the world without the attack. */
export const givenShape: z.ZodType = z.union([
  z.literal(NO_ATTACK, {
    error: shape.pack(
      'wrong-type',
      `a map with metric, fact, first, share, all, any or not; or ${NO_ATTACK}`,
    ),
  }),
  conditionShape,
])

/** What zod left of a condition; any part may be gone. */
interface Rest extends LookText, OrderText {
  readonly all?: readonly Rest[]
  readonly any?: readonly Rest[]
  readonly not?: Rest
  readonly over?: Over
  readonly reaches?: number
  readonly fact?: string
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
  if (rest.first !== undefined || rest.before !== undefined) return readOrder(asked, rest, node)
  if (rest.share !== undefined || rest.in !== undefined) return readShare(asked, rest, node)
  return rest.fact === undefined ? undefined : readFact(asked, rest, node)
}

function readMetric(asked: Asked, rest: Rest, node: Node): Condition | undefined {
  const { context } = asked
  const { look, metric } = readLook(asked, rest, node)
  const literal = readTest(context, rest, { unit: metric?.unit, name: metric?.name ?? '', node })
  const over = rest.over ?? 'max'
  const reaches = rest.reaches ?? 1
  const span = placeOf(node, 'test')
  const fits = metric && literal && checkReach(context, metric, { literal, over, span })
  if (metric && over === 'firstDay') {
    checkHeight(context, metric.name, { reaches, span: placeOf(node, 'reaches') })
  }
  if (!look || !literal) return undefined
  if (fits) warnAnyDay(context, look, { over: rest.over, op: literal.op, span })
  return { kind: 'metric', ...look, over, reaches, test: { op: literal.op, value: literal.value } }
}

/** The plain number of a test is in the base unit of what is measured. */
function readTest(
  context: Context,
  { test }: Rest,
  of: { unit: string | undefined; name: string; node: Node },
): ReadTest | undefined {
  const literal = test === undefined ? undefined : parseTest(test)
  if (test === undefined || literal) return literal
  const { unit, name, node } = of
  const stated = inUnit(test)
  const measured = unit === undefined || unitText(unit) === '' ? '' : `; ${name} is in ${unit}`
  context.faults.push(
    fault('bad-test', placeOf(node, 'test'), {
      says: `a test compares with a plain number, not with "${test}"${measured}`,
      expected: `a plain number${unit === undefined ? '' : unitText(unit)}`,
      suggestion: stated && stated.unit === unit ? `"${stated.op} ${stated.value}"` : undefined,
    }),
  )
  return undefined
}

function readFact(asked: Asked, rest: Rest, node: Node): Condition | undefined {
  const { faults } = asked.context
  const path = rest.fact ?? ''
  const found = findFact(asked.facts, path)
  if (found.kind === 'missing')
    faults.push(
      fault('bad-fact-path', placeOf(node, 'fact'), {
        says: found.says,
        expected: found.expected,
        suggestion: found.suggestion,
      }),
    )
  const unit = found.kind === 'found' && found.fact.kind === 'quantity' ? found.fact.value.unit : undefined
  const literal = readTest(asked.context, rest, { unit, name: path, node })
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
  if (fact.kind === 'quantity')
    checkBounds(asked.context, path, { literal, quantity: fact.value, span: placeOf(node, 'test') })
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
    case 'order':
    case 'share':
      return false
  }
}
