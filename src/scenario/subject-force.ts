/** Whose metric of a coalition it is: a candidate, named with the leader whom it may join. */
import type { Span } from '../base/fault.ts'
import { nearest } from '../base/nearest.ts'
import { candidacyOf } from './candidacy.ts'
import type { Context } from './context.ts'
import { resolve } from './context.ts'
import { fault, oneOf } from './fault-list.ts'
import type { ForceBook } from './force-book.ts'

interface Named {
  readonly id: string
  readonly span: Span
}

/** What has its fault already is taken for there. */
export function checkCandidate(
  context: Context,
  book: ForceBook,
  { leader, candidate }: { readonly leader: Named; readonly candidate: Named | undefined },
): void {
  const { entries } = book.coalitions
  const name = { code: 'unknown-coalition', called: 'leader of a coalition', known: entries }
  if (!resolve(context, leader.id, { span: leader.span, name }) || !candidate) return
  const { id, span } = candidate
  if (candidacyOf({ coalitions: entries, candidates: book.candidates }, leader.id, id) !== 'none') return
  const known = (book.candidates.get(leader.id) ?? []).map((named) => named.id)
  context.faults.push(
    fault('unknown-candidate', span, {
      says: `the coalition of "${leader.id}" names no candidate "${id}"`,
      expected: oneOf(known),
      suggestion: nearest(id, known),
    }),
  )
}
