/**
 * The name that was probably meant: the way out that a fault offers when a word
 * resolves to nothing.
 */
import { distance } from 'fastest-levenshtein'

/** The nearest candidate within a third of the word's length (at least two letters); ties go to the first in order. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(2, Math.floor(word.length / 3))
  let best: string | undefined
  let bestDistance = limit + 1
  for (const candidate of [...candidates].sort()) {
    const apart = distance(word.toLowerCase(), candidate.toLowerCase())
    // A word of two letters is within two edits of every other such word: a full rewrite is no hint.
    if (apart < bestDistance && apart < candidate.length) {
      best = candidate
      bestDistance = apart
    }
  }
  return best
}
