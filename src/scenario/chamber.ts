/** What the checked scenario says of the council: its rule, who sits in it, who votes together, and what is tabled. */
import type { Quantity } from './scenario.ts'

export interface VotingRule {
  readonly id: string
  /** Seats, yes votes needed, and whether a permanent member's no blocks. */
  readonly seats: number
  readonly threshold: number
  readonly veto: boolean
  /** A blocked matter can be taken to the General Assembly (resolution 377(V), since 1950-11-03). */
  readonly bypass: boolean
  readonly source?: string
}

export interface Member {
  readonly actor: string
  readonly permanent: boolean
  /** restraint: how averse it is to strong measures, whoever asks for them (fraction). */
  readonly quantities: Readonly<Record<string, Quantity>>
}

/** Members whose votes go together: a Gaussian copula over what chance adds to each. */
export interface Bloc {
  readonly members: readonly string[]
  /** Correlation of the normal scores of their votes, 0 to 1. */
  readonly rho: number
  readonly source?: string
}

export interface Draft {
  readonly id: string
  readonly title: string
  readonly type: 'authorise' | 'condemn' | 'ceasefire' | 'procedural'
  /** The belligerent in whose favour it is. */
  readonly favours: string
  readonly sponsor: string
  /** Of the votes. */
  readonly source?: string
  /** Days within which it is tabled, if it is; absent: the horizon. */
  readonly within?: number
  /**
   * tabled: P(tabled within that time), showdown: P(put to the vote although it would lose), assembly: P(taken to the
   * General Assembly once it is blocked), assemblyAdopts: P(adopted there); strength of what it asks for, blame that it
   * lays on the other side, conduct of that side as the world sees it (fractions); cosponsors (count).
   */
  readonly quantities: Readonly<Record<string, Quantity>>
  /**
   * Where a change has moved strength, blame, conduct or cosponsors: their medians before it, at which the votes were
   * judged; the stated votes shift by the difference.
   */
  readonly given?: Readonly<Record<string, number>>
  /** Member → probabilities of yes, abstain, no, absent; they add up to 1. Who is missing votes by the logit. */
  readonly votes: ReadonlyMap<string, readonly [number, number, number, number]>
}

export interface Council {
  readonly name: string
  /** The rule in force at the start of the crisis. */
  readonly rule: VotingRule
  readonly members: readonly Member[]
  /** Nobody sits in two. */
  readonly blocs: readonly Bloc[]
  readonly drafts: readonly Draft[]
}
