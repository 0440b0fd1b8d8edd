/**
 * What the second pass knows: every id that exists, whether its entry is well
 * formed or not, so that a fault in one entry makes no fault in another.
 */
import type { Fault, Span } from '../base/fault.ts'
import { nearest } from '../base/nearest.ts'
import type { Entry, Layer } from './entry.ts'
import { fault, oneOf } from './fault-list.ts'

export interface Context {
  readonly faults: Fault[]
  readonly sources: ReadonlyMap<string, Entry<{ readonly kind: string }>>
  readonly actors: ReadonlyMap<string, Entry<{ readonly kind: string; readonly nuclear: boolean }>>
  /** Day number; absent when it has a fault. */
  readonly asOf?: number
  readonly layerOf: (file: string) => Layer
}

export interface Name {
  readonly code: string
  /** `actor` */
  readonly called: string
  readonly known: Iterable<string>
}

/** True when the name resolves; else the fault is told, with the nearest name. */
export function resolve(context: Context, name: string, at: { span: Span; name: Name }): boolean {
  const known = new Set(at.name.known)
  if (known.has(name)) return true
  context.faults.push(
    fault(at.name.code, at.span, { says: `no ${at.name.called} is called "${name}"`, expected: oneOf(known), suggestion: nearest(name, known) }),
  )
  return false
}

export function resolveActor(context: Context, name: string, span: Span): boolean {
  return resolve(context, name, { span, name: { code: 'unknown-actor', called: 'actor', known: context.actors.keys() } })
}

export function resolveSource(context: Context, name: string | undefined, span: Span): string | undefined {
  if (name === undefined) return undefined
  if (!resolve(context, name, { span, name: { code: 'unknown-source', called: 'source', known: context.sources.keys() } })) return undefined
  return name
}
