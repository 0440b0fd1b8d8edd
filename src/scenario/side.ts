/**
 * On which side of even a word of a ladder stands: whether it speaks for an event or
 * against it. The verdict and the joint share of a sentence rest on the same rule.
 */
import type { Ladder } from './scenario.ts'

/** Below the even word, the even word itself, or above. */
export type Side = 'below' | 'even' | 'above'

/** Nothing is nearer certainty than anything else here. */
export const EVEN = 0.5

/** A ladder without an even word is split at one half. */
export function sideOf(ladder: Ladder, word: string): Side {
  const index = indexOf(ladder, word)
  const even = ladder.words.findIndex((entry) => entry.even)
  if (even >= 0) return index < even ? 'below' : index > even ? 'above' : 'even'
  const entry = ladder.words[index]!
  return entry.high <= EVEN ? 'below' : entry.low >= EVEN ? 'above' : 'even'
}

/** Throws for a word that the ladder lacks: the checker lets none through. */
export function indexOf(ladder: Ladder, word: string): number {
  const index = ladder.words.findIndex((entry) => entry.word === word)
  if (index < 0) throw new Error(`unknown word: ${word}`)
  return index
}
