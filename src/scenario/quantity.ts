/**
 * Quantities: what a number of the model may look like in a file, and how it is
 * read. A noun declares its quantities as fields, from which both the shape and
 * the reading follow, so that the two cannot drift apart.
 */
import * as z from 'zod'
import type { Span } from '../base/fault.ts'
import { parseDate } from '../base/date.ts'
import type { Context } from './context.ts'
import { resolveSource } from './context.ts'
import { fault, warning } from './fault-list.ts'
import type { Node, ScalarNode } from './node.ts'
import { child, firstToken, keySpan } from './node.ts'
import { readLaw } from './law.ts'
import type { Law, Quantity, Role } from './scenario.ts'
import * as shape from './shape.ts'

export interface Field {
  readonly name: string
  /** Canonical unit: `fraction`, `km`, `log-odds`, … */
  readonly unit: string
  readonly bounds: readonly [number, number]
  readonly about: string
  /** What stands in when nothing is given: a vague range (p05, p50, p95) or a neutral value. Absent: it must be given. */
  readonly absent?: number | readonly [number, number, number]
  /** True when a mechanism solves one intercept or hazard from it: its role is anchor, stated or not. */
  readonly anchor?: true
}

/** A share about which nothing is known. */
export const VAGUE: readonly [number, number, number] = [0.05, 0.5, 0.95]

/** A quantity that runs from none to all. */
export function share(name: string, about: string, absent?: Field['absent']): Field {
  return { name, unit: 'fraction', bounds: [0, 1], about, ...(absent === undefined ? {} : { absent }) }
}

const amount = z.union([z.number(), z.string()])
const three = z.tuple([amount, amount, amount])
const ROLES: readonly Role[] = ['input', 'anchor', 'expectation']

const whole: z.ZodType = shape
  .fields({
    value: amount.describe('One value, held to be certain.').optional(),
    range: z
      .union([z.string(), three], {
        error: shape.pack('wrong-type', 'low to high, or a list of p05, p50, p95'),
      })
      .describe('Low to high (p05 to p95), or a list of p05, p50, p95.')
      .optional(),
    lognormal: z.string().describe('Low to high (p05 to p95) of a lognormal, both above 0.').optional(),
    uniform: z.string().describe('Low to high, all between equally likely.').optional(),
    beta: z.tuple([z.number(), z.number()]).describe('The two parameters of a beta distribution.').optional(),
    unit: shape.text('Unit of the numbers that carry none.').optional(),
    source: shape.reference('Id of the source it rests on.').optional(),
    asOf: shape.date('The day on which it was true.').optional(),
    grade: shape.grade('Admiralty grade of this figure, A1 to F6; never with a judgement.').optional(),
    role: shape
      .word(
        ROLES,
        'input: the model reads it. anchor: it solves one intercept. expectation: shown beside the result, never read.',
      )
      .optional(),
    why: shape.text('One line of reason.').optional(),
  })
  .meta({ id: 'quantity' })

export function quantityShape(field: Field): z.ZodType {
  const [low, high] = field.bounds
  const within = Number.isFinite(high) ? `, ${low} to ${high}` : low === 0 ? ', 0 or more' : ''
  return z
    .union([z.number(), z.string(), three, whole], {
      error: shape.pack('wrong-type', 'a number, low to high, [p05, p50, p95] or a map'),
    })
    .describe(`${field.about} (${field.unit}${within}${field.anchor ? ', an anchor' : ''})`)
}

/** The keys of a noun's map that are quantities. */
export function quantityShapes(all: readonly Field[]): Record<string, z.ZodType> {
  return Object.fromEntries(all.map((field) => [field.name, quantityShape(field).optional()]))
}

export interface Use {
  readonly field: Field
  /** The path: `ties.russia-iran.stake`. */
  readonly id: string
  /** The source of the entry around it. */
  readonly source?: string | undefined
  /** `input`, or `anchor` where the field is one, unless said otherwise. */
  readonly role?: Role
  /** True when no mechanism would read an expectation here. */
  readonly mayExpect?: boolean
}

export function readQuantity(context: Context, node: Node, use: Use): Quantity | undefined {
  if (node.kind === 'broken') return undefined
  const law = readLaw(context.faults, node, use.field)
  const span = node.kind === 'map' ? node.span : firstWhole(node)
  const asOf = readAsOf(context, node)
  const own = scalar(node, 'source')
  const supposed = node.change === 'set'
  const around = supposed ? undefined : use.source
  const source = own ? resolveSource(context, own.text, own.span) : around
  if (node.change) context.changed.add(use.id)
  // What is only supposed rests on nothing, and says so by having no source.
  if (own === undefined && around === undefined && !supposed) {
    context.faults.push(
      warning('unsourced', span, {
        says: `${use.id} rests on no source`,
        suggestion: 'name its source, or the source of the entry',
      }),
    )
  }
  checkGrade(context, node, own?.text ?? around)
  const role = readRole(context, node, use)
  const why = scalar(node, 'why')?.text
  if (!law) return undefined
  return {
    id: use.id,
    unit: use.field.unit,
    law,
    bounds: use.field.bounds,
    ...(source === undefined ? {} : { source }),
    ...(asOf === undefined ? {} : { asOf }),
    role,
    ...(why === undefined ? {} : { why }),
    assumed: false,
    span,
  }
}

/** What stands in for a quantity that nobody gave. */
export function assumedQuantity(field: Field, id: string, absent: Field['absent'] = field.absent): Quantity {
  if (absent === undefined) throw new Error(`${id} has nothing that could stand in for it`)
  const law: Law =
    typeof absent === 'number'
      ? { kind: 'fixed', value: absent }
      : { kind: 'quantiles', p05: absent[0], p50: absent[1], p95: absent[2] }
  return {
    id,
    unit: field.unit,
    law,
    bounds: field.bounds,
    role: field.anchor ? 'anchor' : 'input',
    assumed: true,
  }
}

function firstWhole(node: Node): Span {
  return node.span.end > node.span.start ? node.span : firstToken(node)
}

function scalar(node: Node, key: string): ScalarNode | undefined {
  const found = child(node, key)
  return found?.kind === 'scalar' && found.text !== '' ? found : undefined
}

function readAsOf(context: Context, node: Node): number | undefined {
  const found = scalar(node, 'asOf')
  const day = found && parseDate(found.text)
  if (found && day !== undefined) checkLeak(context, day, { span: found.span, called: 'this figure' })
  return day
}

/** Nothing may be known before it happened. The theory is timeless, so its own literature is exempt. */
export function checkLeak(context: Context, day: number, at: { span: Span; called: string }): void {
  if (context.asOf === undefined || day <= context.asOf || context.layerOf(at.span.file) === 'theory') return
  context.faults.push(
    fault('source-after-as-of', at.span, {
      says: `${at.called} is from ${day - context.asOf} days after the date the scenario speaks from`,
      expected: 'a date on or before asOf',
    }),
  )
}

function checkGrade(context: Context, node: Node, source: string | undefined): void {
  const span = keySpan(node, 'grade')
  if (!span || source === undefined || context.sources.get(source)?.value.kind !== 'judgement') return
  context.faults.push(
    fault('graded-judgement', span, {
      says: 'a judgement carries no Admiralty grade',
      suggestion: 'leave the grade out',
    }),
  )
}

function readRole(context: Context, node: Node, use: Use): Role {
  const found = scalar(node, 'role')
  const role =
    ROLES.find((word) => word === found?.text) ?? use.role ?? (use.field.anchor ? 'anchor' : 'input')
  if (found && role === 'expectation' && use.mayExpect !== true) {
    context.faults.push(
      fault('expectation-read', found.span, {
        says: `a mechanism reads ${use.id}, so it cannot be an expectation: the model would echo the analyst`,
        expected: 'input',
        suggestion: 'input',
      }),
    )
  }
  if (found && role === 'anchor' && !use.field.anchor) {
    context.faults.push(
      fault('anchor-unsolved', found.span, {
        says: `no mechanism solves anything from ${use.id}, so it cannot be an anchor`,
        expected: 'input',
        suggestion: 'input',
      }),
    )
  }
  if (found && role === 'input' && use.field.anchor) {
    context.faults.push(
      fault('anchor-as-input', found.span, {
        says: `a hazard is solved from ${use.id}: it is an anchor, whatever it is called`,
        expected: 'anchor',
        suggestion: 'anchor',
      }),
    )
  }
  return role
}
