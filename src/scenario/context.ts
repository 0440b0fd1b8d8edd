/**
 * What the second pass knows: every id that exists, whether its entry is well
 * formed or not, so that a fault in one entry makes no fault in another.
 */
import type { Fault, Span } from '../base/fault.ts'
import { nearest } from '../base/nearest.ts'
import type { Entry, Layer } from './entry.ts'
import { fault, isFull, oneOf } from './fault-list.ts'

export interface Context {
  readonly faults: Fault[]
  readonly sources: ReadonlyMap<string, Entry<{ readonly kind: string }>>
  readonly actors: ReadonlyMap<string, Entry<{ readonly kind: string; readonly nuclear: boolean }>>
  /** Day number; absent when it has a fault. */
  readonly asOf?: number
  readonly layerOf: (file: string) => Layer
  /** Ids of the quantities that a change has put in the place of the scenario's own; filled as they are read. */
  readonly changed: Set<string>
}

/** Names that exist: a map by id, or a set. */
export interface Known {
  readonly has: (name: string) => boolean
  readonly keys: () => Iterable<string>
}

export interface Name {
  readonly code: string
  /** `actor` */
  readonly called: string
  readonly known: Known
}

/** True when the name resolves; else the fault is told, with the nearest name. */
export function resolve(context: Context, name: string, at: { span: Span; name: Name }): boolean {
  const known = at.name.known
  if (known.has(name)) return true
  const says = `no ${at.name.called} is called "${name}"`
  const hints = isFull(context.faults)
    ? {}
    : { expected: oneOf(known.keys()), suggestion: nearest(name, known.keys()) }
  context.faults.push(fault(at.name.code, at.span, { says, ...hints }))
  return false
}

export function resolveActor(context: Context, name: string, span: Span): boolean {
  return resolve(context, name, {
    span,
    name: { code: 'unknown-actor', called: 'actor', known: context.actors },
  })
}

export function resolveSource(context: Context, name: string | undefined, span: Span): string | undefined {
  if (name === undefined) return undefined
  if (
    !resolve(context, name, {
      span,
      name: { code: 'unknown-source', called: 'source', known: context.sources },
    })
  )
    return undefined
  return name
}
