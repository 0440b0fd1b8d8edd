/**
 * Conditions over several metrics: which came first, and what share one is of another.
 * Both are about the course of a crisis, so what is known from the inputs has no place in them.
 */
import * as z from 'zod'
import { fault } from './fault-list.ts'
import type { Asked, LookText } from './look.ts'
import { LOOK_FIELDS, readLook } from './look.ts'
import type { Node } from './node.ts'
import { child, placeOf } from './node.ts'
import { checkHeight } from './reach.ts'
import type { Condition, Look, Onset } from './scenario.ts'
import * as shape from './shape.ts'
import { parseTest, testShape } from './test.ts'

const look = shape.fields(LOOK_FIELDS).meta({ id: 'look' })
export const reachesShape: z.ZodType = z
  .number()
  .describe('The value that has to be reached; 1 unless stated.')
  .optional()
const onset = shape.fields({ ...LOOK_FIELDS, reaches: reachesShape }).meta({ id: 'onset' })

function oneOrMore(one: z.ZodType, expected: string): z.ZodType {
  return z.union([one, z.array(one).min(1)], { error: shape.pack('wrong-type', expected) })
}

export const orderShape: z.ZodObject = shape.fields({
  first: oneOrMore(onset, 'a map with metric, or a list of such').describe(
    'Events: the earliest of these comes first.',
  ),
  before: oneOrMore(onset, 'a map with metric, or a list of such').describe(
    'Events: every one of these comes on a later day, or never.',
  ),
})

export const shareShape: z.ZodObject = shape.fields({
  share: oneOrMore(look, 'a map with metric, or a list of such').describe(
    'What is added up over its window and divided.',
  ),
  in: oneOrMore(look, 'a map with metric, or a list of such').describe(
    'What it is divided by: the whole, of which it is a part.',
  ),
  test: testShape,
})

export interface OrderText {
  readonly first?: unknown
  readonly before?: unknown
  readonly share?: unknown
  readonly in?: unknown
  readonly test?: string
}

export function readOrder(asked: Asked, rest: OrderText, node: Node): Condition | undefined {
  const first = readList(asked, rest.first, child(node, 'first')).map(onsetOf(asked))
  const before = readList(asked, rest.before, child(node, 'before')).map(onsetOf(asked))
  if (![...first, ...before].every((event) => event !== undefined)) return undefined
  if (first.length === 0 || before.length === 0) return undefined
  const both = before.find((event) => first.some((other) => isSame(event!, other!)))
  if (both) {
    const says = 'an event cannot come before itself: it stands under first and under before'
    asked.context.faults.push(fault('never-so', placeOf(node, 'before'), says))
    return undefined
  }
  return { kind: 'order', first: first as Onset[], before: before as Onset[] }
}

export function readShare(asked: Asked, rest: OrderText, node: Node): Condition | undefined {
  const part = readList(asked, rest.share, child(node, 'share')).map(lookOf)
  const whole = readList(asked, rest.in, child(node, 'in')).map(lookOf)
  const test = rest.test === undefined ? undefined : parseTest(rest.test)
  if (test && (test.literal !== 'number' || test.value < 0 || test.value > 1)) {
    const says = 'a share lies from 0 to 1; it is compared with a number or a percentage in between'
    asked.context.faults.push(
      fault(test.literal === 'number' ? 'out-of-bounds' : 'bad-test', placeOf(node, 'test'), says),
    )
    return undefined
  }
  if (test && ((test.op === '>' && test.value >= 1) || (test.op === '<' && test.value <= 0))) {
    const says = 'a share is never above 1 nor below 0, so this is never so'
    asked.context.faults.push(fault('never-so', placeOf(node, 'test'), says))
    return undefined
  }
  if (!test || ![...part, ...whole].every((one) => one !== undefined)) return undefined
  if (part.length === 0 || whole.length === 0) return undefined
  for (const [key, looks] of Object.entries({ share: part, in: whole })) {
    if (!looks.some((one, at) => looks.slice(0, at).some((other) => isSame(one!, other!)))) continue
    const says = `the same stands twice under ${key} and would be counted twice`
    asked.context.faults.push(fault('duplicate-id', placeOf(node, key), says))
    return undefined
  }
  return {
    kind: 'share',
    part: part as Look[],
    whole: whole as Look[],
    test: { op: test.op, value: test.value },
  }
}

/** The same metric of the same subject over the same days. */
function isSame(one: Look, other: Look): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

interface Item {
  readonly look: Look | undefined
  readonly rest: LookText & { readonly reaches?: number }
  readonly node: Node
}

/** The looks of a list, or the one that stands bare. */
function readList(asked: Asked, value: unknown, node: Node | undefined): Item[] {
  if (typeof value !== 'object' || value === null || !node) return []
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  return items.flatMap((item, index): Item[] => {
    const at = node.kind === 'list' ? child(node, index) : node
    if (!at || typeof item !== 'object' || item === null) return []
    const rest = item as Item['rest']
    const { look: read, metric } = readLook(asked, rest, at)
    if (metric?.kind !== 'fact') return [{ look: read, rest, node: at }]
    asked.context.faults.push(
      fault('not-played', placeOf(at, 'metric'), {
        says: `${metric.name} is known from the inputs and stays the same from the first day to the last`,
        suggestion: 'ask for it as a condition of its own',
      }),
    )
    return [{ look: undefined, rest, node: at }]
  })
}

function lookOf({ look: read }: Item): Look | undefined {
  return read
}

function onsetOf(asked: Asked): (item: Item) => Onset | undefined {
  return ({ look: read, rest, node }) => {
    if (!read) return undefined
    const reaches = rest.reaches ?? 1
    return checkHeight(asked.context, read.metric, { reaches, span: placeOf(node, 'reaches') })
      ? { ...read, reaches }
      : undefined
  }
}
