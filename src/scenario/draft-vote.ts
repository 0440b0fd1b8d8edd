/** How each member would vote on a draft, as far as that is stated; who is left out votes by the logit. */
import * as z from 'zod'
import { nearest } from '../base/nearest.ts'
import type { Context } from './context.ts'
import type { Entry } from './entry.ts'
import { isBad } from './entry.ts'
import { byText, fault, oneOf } from './fault-list.ts'
import { child, keySpan, nodeAt, spanAt } from './node.ts'
import type { Draft } from './scenario.ts'
import * as shape from './shape.ts'

export interface VotesText {
  readonly votes: Readonly<Record<string, readonly number[]>>
}

/** Decimal shares of three or four outcomes may miss 1 by rounding, not by more. */
const VOTES_SLACK = 1e-6

const share = shape.share('Probability.')
const vector = z.union([z.tuple([share, share, share]), z.tuple([share, share, share, share])], {
  error: shape.pack('wrong-type', 'the probabilities of yes, abstain, no and, if need be, absent'),
})

export const votesShape: z.ZodType = shape.idMap(
  vector,
  'By member: probabilities of yes, abstain, no and, if need be, absent. Who is left out votes by the logit.',
)

export function readVotes(
  context: Context,
  entry: Entry<VotesText>,
  members: readonly string[] | undefined,
): Draft['votes'] {
  const stated = entry.value.votes ?? {}
  const votes = new Map<string, readonly [number, number, number, number]>()
  for (const member of Object.keys(stated).sort(byText)) {
    const at = spanAt(entry.node, ['votes', member], entry.at)
    if (members && !members.includes(member)) {
      const more = { expected: oneOf(members), suggestion: nearest(member, members) }
      const key = keySpan(nodeAt(entry.node, ['votes']), member) ?? at
      context.faults.push(
        fault('vote-unknown-member', key, {
          says: `"${member}" is no member of the council and has no vote`,
          ...more,
        }),
      )
      continue
    }
    if (isBad(entry, `votes.${member}`)) continue
    const [yes = 0, abstain = 0, no = 0, absent = 0] = stated[member] ?? []
    const sum = yes + abstain + no + absent
    if (Math.abs(sum - 1) > VOTES_SLACK) {
      context.faults.push(
        fault(
          'votes-not-one',
          at,
          `the probabilities of a member's vote add up to 1; these add up to ${Number(sum.toFixed(6))}`,
        ),
      )
    }
    votes.set(member, [yes, abstain, no, absent])
  }
  return votes
}

/** Those who vote by the logit: their vote is not written down, not even with a fault in it, and they have not tabled the text. */
export function unstatedOf(entry: Entry<VotesText>, members: readonly string[]): string[] {
  const written = child(entry.node, 'votes')
  const sponsor = child(entry.node, 'sponsor')
  const others = members.filter((member) => sponsor?.kind !== 'scalar' || member !== sponsor.text)
  if (written === undefined) return others
  // A member under a misspelt name is not left out, and has its fault already.
  if (written.kind !== 'map' || written.partial) return []
  if ([...written.entries.keys()].some((name) => !members.includes(name))) return []
  return others.filter((member) => !written.entries.has(member))
}
