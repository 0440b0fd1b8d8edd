/**
 * Sentences that no claim tests, or tests only in part, each with its reason; and the
 * sentences that nobody has said anything about.
 */
import type * as z from 'zod'
import type { Prose } from './assessment.ts'
import type { ClaimText } from './claim.ts'
import type { Context } from './context.ts'
import { resolve } from './context.ts'
import type { Entry, Noun } from './entry.ts'
import { warning } from './fault-list.ts'
import { spanAt } from './node.ts'
import * as shape from './shape.ts'

export interface UntestedText {
  readonly sentence: string
  readonly because: string
}

export const untestedShape: z.ZodObject = shape.fields({
  sentence: shape.sentence('The sentence that no claim tests, or tests only in part.'),
  because: shape.text('Why it, or the rest of it, cannot be tested.'),
})

export const UNTESTED: Noun<UntestedText> = {
  key: 'untested',
  container: 'list',
  called: 'untested sentence',
  shape: untestedShape,
  idOf: ({ sentence }) => sentence,
  idAt: 'sentence',
}

export function readUntested(
  context: Context,
  entries: ReadonlyMap<string, Entry<UntestedText>>,
  beside: { claims: readonly Entry<ClaimText>[]; prose: Prose | undefined },
): Map<string, string> {
  const { prose, claims } = beside
  const claimed = new Set(claims.map((claim) => claim.value.sentence))
  const reasons = new Map<string, string>()
  for (const [id, entry] of [...entries].sort((a, b) => bySentence(a[0], b[0]))) {
    const span = spanAt(entry.node, ['sentence'], entry.at)
    if (prose) {
      const name = { code: 'unknown-sentence', called: 'sentence', known: prose.places }
      resolve(context, id, { span, name })
    }
    if (entry.value.because !== undefined) reasons.set(id, entry.value.because)
  }
  for (const [id, span] of prose?.places ?? []) {
    if (claimed.has(id) || entries.has(id)) continue
    const suggestion = 'write a claim, or say under untested why there is none'
    context.faults.push(
      warning('sentence-without-claim', span, { says: `no claim tests sentence ${id}`, suggestion }),
    )
  }
  return reasons
}

/** 7.2 before 7.10. */
function bySentence(a: string, b: string): number {
  const [statementA = 0, sentenceA = 0] = a.split('.').map(Number)
  const [statementB = 0, sentenceB = 0] = b.split('.').map(Number)
  return statementA - statementB || sentenceA - sentenceB
}
