/** How likely each member of a council is to vote how on a draft, in `foedus run -v`; who votes by the rule is marked. */
import type { VoteChance } from '../engine/vote-chances.ts'
import type { Draft } from '../scenario/scenario.ts'
import { actorName } from './names.ts'
import type { Played } from './blocks.ts'
import { flow, wrap } from './wrap.ts'

const HEAD = 'chance of yes/abstain/no'
/** Behind the name of one for whom no vote is stated. */
const BY_RULE = '*'
const DECIMALS = 2

/** Nothing where the chances were not looked at. */
export function voteChanceLines(draft: Draft, { scenario, options }: Played): readonly string[] {
  const chances = options.votes?.get(draft.id)
  if (chances === undefined || chances.size === 0) return []
  const cells = [...chances].map(([member, chance]) => {
    const mark = draft.votes.has(member) || member === draft.sponsor ? '' : BY_RULE
    return { text: `${actorName(member, scenario)}${mark} ${chanceText(chance)}` }
  })
  return [
    ...wrap(HEAD, { width: options.width, indent: 3 }),
    ...flow(cells, { width: options.width, indent: 5 }),
  ]
}

function chanceText({ yes, abstain, no }: VoteChance): string {
  return [yes, abstain, no].map((share) => share.toFixed(DECIMALS)).join('/')
}

export const VOTE_NOTES: readonly (readonly [RegExp, string])[] = [
  [
    /chance of yes\/abstain\/no/u,
    'chance of yes/abstain/no: a mean over the assumptions. *: no vote is stated, so the member votes by the rule of docs/theory.md 5: its ties to the sponsor and to the side that is blamed, its restraint, and what the draft asks for.',
  ],
]
