/** Councils for the small worlds of the tests: neutral unless a world says otherwise. */
import type { Bloc, Council, Draft, Law } from '../../src/scenario/scenario.ts'
import { quantity } from './quantity.ts'

type Values = Readonly<Record<string, number | Law>>

/** A vote: probabilities of yes, abstain, no, absent; one word for a certain one. */
export type Vote = 'yes' | 'abstain' | 'no' | 'absent' | readonly [number, number, number, number]

const CERTAIN: Readonly<Record<string, readonly [number, number, number, number]>> = {
  yes: [1, 0, 0, 0],
  abstain: [0, 1, 0, 0],
  no: [0, 0, 1, 0],
  absent: [0, 0, 0, 1],
}

export interface CouncilOptions {
  readonly permanent?: readonly string[]
  /** Yes votes needed. */
  readonly threshold?: number
  readonly veto?: boolean
  readonly bypass?: boolean
  readonly blocs?: readonly Bloc[]
  /** By member, its aversion to strong measures; they sit beside those who have a vote on the first draft. */
  readonly unstated?: Readonly<Record<string, number | Law>>
  readonly drafts: readonly ({
    readonly id: string
    readonly tabled?: number
    readonly showdown?: number
    /** strength, blame, conduct, cosponsors, assembly, assemblyAdopts. */
    readonly values?: Values
    readonly votes: Readonly<Record<string, Vote>>
  } & Partial<Pick<Draft, 'type' | 'favours' | 'sponsor' | 'within' | 'given'>>)[]
}

/** Drafts against `bad` that are certain to be tabled and put to the vote, unless stated. */
export function councilOf(options: CouncilOptions): Council {
  const { permanent = [], threshold = 9, veto = true, bypass = false, drafts, unstated = {} } = options
  const seats = [...new Set([...Object.keys(drafts[0]!.votes), ...Object.keys(unstated)])].sort()
  return {
    name: 'the council',
    rule: { id: 'rule', seats: seats.length, threshold, veto, bypass },
    members: seats.map((id) => ({
      actor: id,
      permanent: permanent.includes(id),
      quantities:
        unstated[id] === undefined
          ? {}
          : { restraint: quantity(`council.members.${id}.restraint`, unstated[id]) },
    })),
    blocs: options.blocs ?? [],
    drafts: drafts.map((draft) => {
      const { id, type = 'condemn', favours = 'good', sponsor = seats[0]! } = draft
      const { tabled = 1, showdown = 1, within, given, values, votes } = draft
      return {
        id,
        title: id,
        type,
        favours,
        sponsor,
        ...(within === undefined ? {} : { within }),
        ...(given === undefined ? {} : { given }),
        quantities: Object.fromEntries(
          Object.entries({ tabled, showdown, ...values }).map(([field, law]) => [
            field,
            quantity(`council.${id}.${field}`, law, field === 'cosponsors' ? [0, 1000] : [0, 1]),
          ]),
        ),
        votes: new Map(
          Object.entries(votes).map(([member, vote]) => [
            member,
            typeof vote === 'string' ? CERTAIN[vote]! : vote,
          ]),
        ),
      }
    }),
  }
}
