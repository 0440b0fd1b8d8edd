/** On whose roles a claim about a coalition turns: the candidate asked about, or each one that the side may count. */
import { ROLE_LABELS } from '../mechanisms/axes.ts'
import type { Look } from '../scenario/scenario.ts'
import type { Lens } from './lens.ts'

export const ROLE = 'coalition.role'

const MOST_ROLE = ROLE_LABELS.indexOf('combat')

/** The role from which on a candidate counts among those of a side. */
const COUNTED: Readonly<Record<string, number>> = {
  'coalition.joined': ROLE_LABELS.indexOf('basing'),
  'coalition.share': ROLE_LABELS.indexOf('basing'),
  'coalition.combat': MOST_ROLE,
}

interface Taking {
  readonly of: string
  readonly for: string
  /** The role that is in question. */
  readonly level: number
}

/** A count rests on many candidates, and which of them part its playouts is seen only by asking about each. */
export function rolesBehind(
  { scenario, space }: Lens,
  { metric, of, for: leader, level }: Look & { readonly level: number },
): readonly Taking[] {
  if (metric === ROLE) return [{ of, for: leader ?? '', level: Math.min(MOST_ROLE, Math.max(1, level)) }]
  const { attackers, targets } = scenario.crisis
  const side = attackers.includes(of) ? attackers : targets
  // Allies on one side share their candidates in the count of states, and not in the share of one's own.
  const leaders = metric === 'coalition.share' ? [of] : side
  const counted = COUNTED[metric]
  if (counted === undefined) return []
  return space.candidates
    .filter((candidate) => leaders.includes(candidate.leader))
    .map((candidate) => ({ of: candidate.actor, for: candidate.leader, level: counted }))
}
