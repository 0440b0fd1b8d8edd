/**
 * Estimative words as regions of probability: which word a probability earns,
 * and which region a word asserts. The edges are data; the rule for a
 * probability that lies on an edge or in a gap is here (docs/theory.md 9, 3.11).
 */
import type { Ladder } from '../scenario/scenario.ts'
import { EVEN, indexOf, type Side, sideOf } from '../scenario/side.ts'

/** A stretch of probability that a word asserts; an open end does not contain its edge. */
export interface Region {
  readonly low: number
  readonly high: number
  readonly lowOpen: boolean
  readonly highOpen: boolean
}

/** The word at a probability, or the two words around the gap in which it lies. */
export type Earned =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'between'; readonly lower: string; readonly upper: string }

/** The ladder's word at p. Its outer words reach to 0 and 1. */
export function wordAt(ladder: Ladder, p: number): Earned {
  const { words } = ladder
  const own = words.find((_, index) => contains(spanOf(ladder, index), p))
  if (own !== undefined) return { kind: 'word', word: own.word }
  const lower = words.findLastIndex((_, index) => spanOf(ladder, index).low <= p)
  const [before, after] = [words[lower], words[lower + 1]]
  if (before === undefined || after === undefined) throw new Error(`no word of ladder ${ladder.id} at ${p}`)
  return { kind: 'between', lower: before.word, upper: after.word }
}

/** The asserted region of a word: from its inner edge to certainty; the even word asserts its own band only. */
export function regionOf(ladder: Ladder, word: string): Region {
  const index = indexOf(ladder, word)
  const span = spanOf(ladder, index)
  switch (sideOf(ladder, word)) {
    case 'below':
      return { low: 0, high: span.high, lowOpen: false, highOpen: span.highOpen }
    case 'above':
      return { low: span.low, high: 1, lowOpen: span.lowOpen, highOpen: false }
    case 'even':
      return span
  }
}

/** Which side of the even word's band a probability lies on. */
export function sideAt(ladder: Ladder, p: number): Side {
  const even = ladder.words.findIndex((entry) => entry.even)
  if (even < 0) return p < EVEN ? 'below' : p > EVEN ? 'above' : 'even'
  const band = spanOf(ladder, even)
  if (contains(band, p)) return 'even'
  return p <= band.low ? 'below' : 'above'
}

export function contains(region: Region, p: number): boolean {
  return (
    (region.lowOpen ? p > region.low : p >= region.low) &&
    (region.highOpen ? p < region.high : p <= region.high)
  )
}

/** The probabilities that earn a word: a shared edge belongs to the word nearer certainty. */
function spanOf(ladder: Ladder, index: number): Region {
  const { words } = ladder
  const word = words[index]
  if (word === undefined) throw new Error(`no word ${index} on ladder ${ladder.id}`)
  const first = index === 0
  const last = index === words.length - 1
  const sharedLow = words[index - 1]?.high === word.low
  const sharedHigh = words[index + 1]?.low === word.high
  return {
    low: first ? 0 : word.low,
    high: last ? 1 : word.high,
    lowOpen: !first && sharedLow && word.low < EVEN,
    // An edge at one half that no word shares stays open: PHIA's "realistic possibility" is 40 to under 50 %.
    highOpen: !last && (sharedHigh ? word.high >= EVEN : word.high === EVEN),
  }
}
