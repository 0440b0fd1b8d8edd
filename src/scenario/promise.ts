/**
 * A promise whose casus foederis this crisis does not meet reads as none at all. That may
 * be the point of the treaty or a slip of the pen, so it is told unless the analyst says why.
 */
import { CLAUSES, type Crisis, type Tie } from './scenario.ts'
import type { Context } from './context.ts'
import type { Entry } from './entry.ts'
import { warning } from './fault-list.ts'
import { keySpan, spanAt } from './node.ts'
import type { TieText } from './tie.ts'

export function warnIdlePromises(
  context: Context,
  crisis: Crisis,
  known: { ties: ReadonlyMap<string, Tie>; entries: ReadonlyMap<string, Entry<TieText>> },
): void {
  const sides = [...crisis.attackers, ...crisis.targets]
  for (const tie of known.ties.values()) {
    const entry = known.entries.get(tie.id)
    if (!entry || sides.includes(tie.from) || !sides.includes(tie.to)) continue
    if (!CLAUSES.some((clause) => tie.clauses[clause]) || entry.value.casusFoederis?.why !== undefined)
      continue
    const reason = idleReason(tie, crisis)
    if (reason === undefined) continue
    const span = keySpan(entry.node, 'casusFoederis') ?? spanAt(entry.node, ['clauses'], entry.at)
    context.faults.push(
      warning('promise-never-binds', span, {
        says: `what ${tie.from} promised ${tie.to} does not bind in this crisis: ${reason}`,
        suggestion: 'mend the word, or say why under casusFoederis',
      }),
    )
  }
}

/** Why a promise does not bind in this crisis; undefined where it does (docs/theory.md 2). */
export function idleReason(
  { casusFoederis, to }: Pick<Tie, 'casusFoederis' | 'to'>,
  crisis: Crisis,
): string | undefined {
  const { trigger, scope, exclusions } = casusFoederis
  if (trigger.length > 0 && !trigger.includes(crisis.form)) {
    return `it is triggered by ${trigger.join(' or ')}, and the form of the attack is ${crisis.form}`
  }
  if (scope.length > 0 && crisis.theatre === undefined) {
    return `it covers ${scope.join(' and ')}, and the crisis names no theatre`
  }
  if (scope.length > 0 && !scope.includes(crisis.theatre ?? '')) {
    return `it covers ${scope.join(' and ')}, and the theatre is ${crisis.theatre}`
  }
  const others = crisis.attackers.includes(to) ? crisis.targets : crisis.attackers
  return others.every((other) => exclusions.includes(other))
    ? `it does not run against ${others.join(', ')}`
    : undefined
}
