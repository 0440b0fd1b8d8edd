/**
 * Where institutions and coalitions take their inputs from: drafts, members and their votes, and candidates at their
 * positions (`space.ts`). What an equation would not use stands at 0, so that it is drawn for nobody.
 */
import { medianOf } from '../scenario/median.ts'
import { VAGUE } from '../scenario/quantity.ts'
import type { Draft, Quantity, Scenario } from '../scenario/scenario.ts'
import type { Space } from './space.ts'

type Input = number | Quantity

interface Context {
  readonly scenario: Scenario
  readonly space: Space
}

/** Given the field and the whole name of a read (`given.strength`). */
type Supplier = (context: Context, field: string, name: string) => Input[]

/** What members look at who have no vote of their own; of a draft as it was written and as it is. */
const TERMS: readonly string[] = ['strength', 'blame', 'conduct', 'cosponsors']

export const POLITICS_SOURCES: Readonly<Record<string, Supplier>> = {
  draft: (context, field, name) =>
    draftsOf(context).map((draft) =>
      name.startsWith('given.') ? givenOf(context, draft, field) : draftInput(context, draft, field),
    ),
  ballot: (context, field) => ballots(context, field),
  vote: (context, field) =>
    draftsOf(context).flatMap((draft) =>
      context.space.members.map((member) => voteInput(context, draft, { member, field })),
    ),
  member: (context, field) =>
    context.space.members.map((id) => {
      const member = context.scenario.council?.members.find((one) => one.actor === id)
      if (field === 'permanent') return Number(member?.permanent ?? false)
      const asked = draftsOf(context).some((draft) => isWeighed(context, draft, id))
      return asked ? (member?.quantities[field] ?? 0) : 0
    }),
  rule: ({ scenario }, field) => {
    const rule = scenario.council?.rule
    if (field === 'needed') return [rule?.threshold ?? 0]
    return [Number((field === 'bypass' ? rule?.bypass : rule?.veto) ?? false)]
  },
  candidate: ({ scenario, space }, field) =>
    space.candidates.map(({ leader, actor }) => {
      if (field === 'size') return scenario.actors.get(actor)?.quantities['size'] ?? 0
      return scenario.coalitions.get(leader)?.candidates.get(actor)?.quantities[field] ?? 0
    }),
  coalition: ({ scenario, space }, field) =>
    space.belligerents.map((id) => scenario.coalitions.get(id)?.quantities[field] ?? 0),
}

export const POLITICS_SITUATION: Readonly<Record<string, (context: Context) => Input[]>> = {
  absentCandidate: ({ scenario, space }) =>
    space.candidates.map(({ actor }) => Number(scenario.without.actors.includes(actor))),
  lent: ({ scenario, space }) =>
    space.places.map((id) => {
      const consent = scenario.places.get(id)?.consent
      if (consent === undefined) return 0
      return Number(scenario.coalitions.get(consent.for)?.candidates.has(consent.of) ?? false)
    }),
}

function draftsOf({ scenario, space }: Context): Draft[] {
  return space.drafts.map((id) => {
    const found = scenario.council?.drafts.find((draft) => draft.id === id)
    if (!found) throw new Error(`missing input: council.${id}`)
    return found
  })
}

/** Who has been taken out does not come to vote, and so needs no reasons. */
function isStated({ scenario }: Context, draft: Draft, member: string): boolean {
  return scenario.without.actors.includes(member) || votesOf(draft, member) !== undefined
}

/** Yes, abstain, no, absent, as far as they are known without asking why: who tabled the text votes for it. */
function votesOf({ votes, sponsor }: Draft, member: string): readonly number[] | undefined {
  return votes.get(member) ?? (member === sponsor ? SURELY_YES : undefined)
}

const SURELY_YES: readonly number[] = [1, 0, 0, 0]

/** Whether the member's vote hangs on what the draft says: it has none of its own, or the draft has been changed. */
function isWeighed(context: Context, draft: Draft, member: string): boolean {
  return !isStated(context, draft, member) || draft.given !== undefined
}

function draftInput(context: Context, draft: Draft, field: string): Input {
  const { scenario, space } = context
  switch (field) {
    case 'authorises':
      return Number(draft.type === 'authorise')
    case 'condemns':
      return Number(draft.type === 'condemn')
    case 'substantive':
      return Number(draft.type !== 'procedural')
    case 'favoursAttacked':
      return Number(scenario.crisis.targets.includes(draft.favours))
    case 'within':
      return draft.within ?? scenario.crisis.horizon
    default:
      if (TERMS.includes(field) && !space.members.some((id) => isWeighed(context, draft, id))) return 0
      return draft.quantities[field] ?? 0
  }
}

/** What the votes were judged at: as it is, unless a change has moved it. */
function givenOf(context: Context, draft: Draft, field: string): Input {
  return draft.given?.[field] ?? draftInput(context, draft, field)
}

interface Asked {
  readonly member: string
  readonly field: string
}

function voteInput(context: Context, draft: Draft, { member, field }: Asked): Input {
  const stated = isStated(context, draft, member)
  if (field === 'stated') return Number(stated)
  // A stated vote has its sponsor in it already; what a change may still move is blame.
  if (field === 'withSponsor') return stated ? 0 : closest(context, member, [draft.sponsor])
  return isWeighed(context, draft, member) ? closest(context, member, blamedBy(context, draft)) : 0
}

function blamedBy({ scenario: { crisis } }: Context, { favours }: Draft): readonly string[] {
  return crisis.targets.includes(favours) ? crisis.attackers : crisis.targets
}

/**
 * How alike the member and one of these want the world: of several, the one that its ties put closest. Where no tie
 * says so nothing is known; the quantity bears the path under which it could be stated.
 */
function closest({ scenario }: Context, member: string, whom: readonly string[]): Input {
  if (whom.includes(member)) return 1
  const ties = whom.flatMap((id) => scenario.ties.get(`${member}-${id}`)?.quantities['alignment'] ?? [])
  const [first] = [...ties].sort((a, b) => medianOf(b.law) - medianOf(a.law))
  return first ?? unknownAlignment(`ties.${member}-${whom[0] ?? ''}.alignment`)
}

function unknownAlignment(id: string): Quantity {
  const [p05, p50, p95] = VAGUE
  return {
    id,
    unit: 'fraction',
    law: { kind: 'quantiles', p05, p50, p95 },
    bounds: [0, 1],
    role: 'input',
    assumed: true,
  }
}

/** Slices of [0, 1] on [draft, member]: yes ends first, then abstain, then no; the rest is absent. */
function ballots(context: Context, field: string): Input[] {
  const upTo = { yesUpTo: 1, abstainUpTo: 2, noUpTo: 3 }[field] ?? 0
  return draftsOf(context).flatMap((draft) =>
    context.space.members.map((member) => {
      const votes = votesOf(draft, member)
      // Who has been taken out does not come to vote: all of its slice is absence.
      if (votes === undefined || context.scenario.without.actors.includes(member)) return 0
      // The last slice ends at exactly 1 unless absence is possible, so that rounding never makes a vote vanish.
      if (upTo === 3 && votes[3] === 0) return 1
      return votes.slice(0, upTo).reduce((sum, share) => sum + share, 0)
    }),
  )
}
