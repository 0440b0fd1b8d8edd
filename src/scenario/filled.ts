/**
 * All quantities of an entry: what it states, and what stands in for the rest. A neutral value stands in
 * silently; of vague ranges the analyst is told, once an entry.
 */
import { readFields } from './actor.ts'
import type { Context } from './context.ts'
import { resolveSource } from './context.ts'
import type { Entry } from './entry.ts'
import { isBad } from './entry.ts'
import { warning } from './fault-list.ts'
import { spanAt } from './node.ts'
import type { Field } from './quantity.ts'
import { assumedQuantity } from './quantity.ts'
import type { Quantity } from './scenario.ts'

export interface Filling {
  readonly fields: readonly Field[]
  /** `places.anzali` */
  readonly prefix: string
  /** Who does not state it, in the warning. */
  readonly called: string
  /** Of the quantities that name none of their own. */
  readonly source?: string | undefined
}

/** Fields without anything to stand in for them are left out where they are not stated. */
export function readFilled<T>(context: Context, entry: Entry<T>, use: Filling): Record<string, Quantity> {
  return fillIn(context, entry, { ...use, stated: readFields(context, entry, use) })
}

/** What is stated, and what stands in for the rest. */
export function fillIn<T>(
  context: Context,
  entry: Entry<T>,
  use: Filling & { readonly stated: Readonly<Record<string, Quantity>> },
): Record<string, Quantity> {
  const { fields, prefix, called, stated } = use
  const missing = fields.filter(
    ({ name, absent }) => absent !== undefined && !stated[name] && !isBad(entry, name),
  )
  const quantities = { ...stated }
  for (const field of missing) quantities[field.name] = assumedQuantity(field, `${prefix}.${field.name}`)
  const vague = missing.filter(({ absent }) => Array.isArray(absent)).map(({ name }) => name)
  if (vague.length > 0) {
    context.faults.push(
      warning('assumed-input', entry.at, {
        says: `${called} does not state ${vague.join(', ')}: a vague range stands in`,
        suggestion: 'state what is known, even if it is a wide range',
      }),
    )
  }
  return quantities
}

/** The source of an entry's quantities, as it is named; a fault when there is none of that name. */
export function entrySource<T extends { readonly source?: string }>(
  context: Context,
  entry: Entry<T>,
): string | undefined {
  const { source } = entry.value
  resolveSource(context, source, spanAt(entry.node, ['source'], entry.at))
  return source
}
