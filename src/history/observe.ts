/** From what was done to what is recorded: secret help often leaves no trace, and then passes for none. */
import type { Odds } from './prediction.ts'

/** `seen`: by level, P(recorded as it was); what is not, is recorded as nothing. */
export function observe(done: readonly number[], seen: readonly number[]): Odds {
  const [none = 0, one = 0, two = 0, three = 0] = done.map((p, level) => (level > 0 ? seen[level]! * p : p))
  const missed = done.reduce((sum, p, level) => (level > 0 ? sum + (1 - seen[level]!) * p : sum), 0)
  return [none + missed, one, two, three]
}
