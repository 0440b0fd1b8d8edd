/**
 * The second field of a verdict: how the word that was said compares with the
 * word that the probability earns (docs/theory.md 8). A claim can hold and still be
 * understated: "likely" at .97.
 */
import type { Ladder } from '../scenario/scenario.ts'
import { sideOf } from '../scenario/side.ts'
import { sideAt, wordAt } from './ladder.ts'

export type Comparison = 'as stated' | 'understated' | 'overstated' | 'contradicted'

/** Understated: the truth is nearer certainty, on the side that was said, than the word. */
export function compareWords(ladder: Ladder, said: string, p: number): Comparison {
  const earned = wordAt(ladder, p)
  if (earned.kind === 'word' && earned.word === said) return 'as stated'
  const side = sideOf(ladder, said)
  // Whichever way an even word is missed, the truth is nearer certainty than was said.
  if (side === 'even') return 'understated'
  const found = sideAt(ladder, p)
  if (found !== 'even' && found !== side) return 'contradicted'
  const word = ladder.words.find((entry) => entry.word === said)
  if (word === undefined) throw new Error(`unknown word: ${said}`)
  const above = p >= word.high
  return above === (side === 'above') ? 'understated' : 'overstated'
}
