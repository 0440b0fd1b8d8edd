/**
 * Members who vote by the logit although something that would move their vote is not stated: their nearness to the
 * sponsor and to the side that is blamed, their restraint, the conduct of that side. Once all of it is stated nothing is
 * told: to leave a vote to the logit is then a choice like any other.
 */
import type { Context } from './context.ts'
import type { Entry } from './entry.ts'
import { warning } from './fault-list.ts'
import { topOf } from './median.ts'
import { keySpan } from './node.ts'
import type { VotesText } from './draft-vote.ts'
import type { Crisis, Draft, Member, Quantity, Tie } from './scenario.ts'

interface Voting {
  readonly draft: Draft
  readonly members: readonly Member[]
  /** Those who have no vote of their own on the draft. */
  readonly unstated: readonly string[]
  readonly ties: ReadonlyMap<string, Tie>
  readonly crisis: Crisis
}

/** While anything is at fault, what seems to be missing may be the very thing that could not be read. */
export function tellLogit(context: Context, entry: Entry<VotesText>, voting: Voting): void {
  if (context.faults.some(({ severity }) => severity === 'fault')) return
  const { draft, members, unstated } = voting
  const ties = unstated.flatMap((member) => tiesLacking(voting, member))
  const restraint = unstated.filter((id) => {
    const member = members.find(({ actor }) => actor === id)
    return !isStated(member?.quantities['restraint'])
  })
  const conduct = unstated.length === 0 || isStated(draft.quantities['conduct'])
  const lacking = [
    ...(ties.length > 0 ? [`the alignment of ${ties.join(', ')}`] : []),
    ...(restraint.length > 0 ? [`the restraint of ${restraint.join(', ')}`] : []),
    ...(conduct ? [] : ['the conduct that it judges']),
  ]
  if (lacking.length === 0) return
  const names = unstated.length === members.length ? '' : ` (${unstated.join(', ')})`
  const says = `${unstated.length} of ${members.length} members${names} vote on "${entry.id}" by the logit, and what moves them is not all stated: ${lacking.join('; ')}`
  const suggestion = 'state what is known of it, even if it is a wide range, or their votes'
  context.faults.push(
    warning('votes-by-logit', keySpan(entry.node, 'votes') ?? entry.at, { says, suggestion }),
  )
}

/** Ties whose alignment moves the member's vote and is not stated; of several blamed sides one is enough. */
function tiesLacking({ draft, ties, crisis }: Voting, member: string): string[] {
  const { attackers, targets } = crisis
  const blamed = targets.includes(draft.favours) ? attackers : targets
  const blames = draft.quantities['blame']
  const sides = [[draft.sponsor], ...(blames && topOf(blames.law) <= 0 ? [] : [blamed])]
  return sides.flatMap((side) => {
    const known = side.some(
      (id) => id === member || isStated(ties.get(`${member}-${id}`)?.quantities['alignment']),
    )
    return known ? [] : [`${member}-${side[0] ?? ''}`]
  })
}

function isStated(quantity: Quantity | undefined): boolean {
  return quantity !== undefined && !quantity.assumed
}
