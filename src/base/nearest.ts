/**
 * The name that was probably meant: the way out that a fault offers when a word
 * resolves to nothing.
 */
import { distance } from 'fastest-levenshtein'

/** Up to this length every second edit makes another name: `ussr` is not a slip for `usa`. */
const SHORT = 5

/** The nearest candidate within a third of the word's length; ties go to the first in order. Numbers have none. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (!/\p{L}/u.test(word)) return undefined
  const limit = Math.max(2, Math.floor(word.length / 3))
  let best: string | undefined
  let bestDistance = limit + 1
  for (const candidate of [...candidates].sort()) {
    const apart = distance(word.toLowerCase(), candidate.toLowerCase())
    if (apart > 1 && word.length <= SHORT && !sameLetters(word, candidate)) continue
    // A word of two letters is within two edits of every other such word: a full rewrite is no hint.
    if (apart < bestDistance && apart < candidate.length) {
      best = candidate
      bestDistance = apart
    }
  }
  return best
}

/** Two letters that changed places are one slip, whatever the count of edits says. */
function sameLetters(a: string, b: string): boolean {
  const sorted = (word: string): string => [...word.toLowerCase()].sort().join('')
  return sorted(a) === sorted(b)
}
