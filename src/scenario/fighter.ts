/** Whether one of whom something is stated fights in this crisis. */
import type { Span } from '../base/fault.ts'
import { nearest } from '../base/nearest.ts'
import type { Context } from './context.ts'
import { resolveActor } from './context.ts'
import { fault, oneOf } from './fault-list.ts'
import type { Parties } from './named-party.ts'
import { isId } from './shape.ts'

interface Named {
  readonly id: string
  readonly span: Span
  /** What follows where it does not: `it stops nobody's traffic`. */
  readonly so: string
}

/** False, and the fault told, when it does not; false and nothing told while nobody knows who fights. */
export function resolveFighter(
  context: Context,
  { id, span, so }: Named,
  { belligerents }: Pick<Parties, 'belligerents'>,
): boolean {
  // What cannot be an id has been told.
  if (!isId(id) || !resolveActor(context, id, span) || !belligerents) return false
  if (belligerents.includes(id)) return true
  context.faults.push(
    fault('not-a-belligerent', span, {
      says: `"${id}" does not fight in this crisis, so ${so}`,
      expected: oneOf(belligerents),
      suggestion: nearest(id, belligerents),
    }),
  )
  return false
}
