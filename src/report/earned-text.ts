/** The word of likelihood that a probability earns, or the two around the gap in which it lies. */
import type { Earned } from '../judge/ladder.ts'

export function earnedText(earned: Earned): string {
  return earned.kind === 'word' ? earned.word : `between ${earned.lower} and ${earned.upper}`
}
