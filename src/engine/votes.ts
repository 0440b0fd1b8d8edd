/** How each member of a council voted on a draft, read off one playout. */
import { elementOf, type Lens } from './lens.ts'
import type { Day } from './replay.ts'

/** Members by what they did, each list sorted by id. */
export interface Votes {
  readonly yes: readonly string[]
  readonly no: readonly string[]
  readonly abstain: readonly string[]
  readonly absent: readonly string[]
}

export function votesOn(lens: Lens, draft: string, day: Day): Votes {
  const council = lens.mechanisms.find(({ name }) => name === 'council')!
  const row = lens.space.drafts.indexOf(draft)
  const read = (name: string, member: number): number => {
    const meaning = lens.meaning(council, name)
    return typeof meaning === 'object' ? day.today[elementOf(meaning, [row, member])]! : Number(meaning)
  }
  const votes = { yes: [], no: [], abstain: [], absent: [] } as Record<keyof Votes, string[]>
  lens.space.members.forEach((id, member) => {
    const abstains = read('ballot', member) < read('abstainUpTo', member)
    const vote = read('yes', member) ? 'yes' : read('no', member) ? 'no' : abstains ? 'abstain' : 'absent'
    votes[vote].push(id)
  })
  return votes
}
