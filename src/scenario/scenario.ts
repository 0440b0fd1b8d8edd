/**
 * The checked scenario: what an analyst wrote, resolved and typed, with nothing
 * left to look up. The rooms beside this one parse and check each noun; the
 * engine reads only what stands here. All maps and lists are sorted by id.
 */
import type { Span } from '../base/fault.ts'
import { CHANNEL_LABELS } from '../mechanisms/axes.ts'

/** A distribution in the base unit of its quantity (fraction, day, km, t, USD). */
export type Law =
  | { readonly kind: 'fixed'; readonly value: number }
  /** Inverse CDF piecewise linear in probit space through the three points, clamped to the bounds (docs/theory.md 7). */
  | { readonly kind: 'quantiles'; readonly p05: number; readonly p50: number; readonly p95: number }
  | { readonly kind: 'lognormal'; readonly p05: number; readonly p95: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'beta'; readonly alpha: number; readonly beta: number }

/** input: a mechanism reads it. anchor: solves one intercept. expectation: shown beside the result, never read. */
export type Role = 'input' | 'anchor' | 'expectation'

export interface Quantity {
  /** The path under which `--set` finds it, and the name of its random stream: `ties.russia-iran.stake`. */
  readonly id: string
  /** Canonical unit name of the field (`fraction`, `day`, `km`, `log-odds`, …). */
  readonly unit: string
  readonly law: Law
  readonly bounds: readonly [number, number]
  /** Id of a source; absent only on an assumed quantity or an unsourced one (a warning). */
  readonly source?: string
  /** Day number. */
  readonly asOf?: number
  readonly role: Role
  readonly why?: string
  /** True when the analyst gave nothing and the field's declared vague prior or neutral value stands in. */
  readonly assumed: boolean
  readonly span?: Span
}

export interface Source {
  readonly id: string
  readonly kind: 'published' | 'computed' | 'unverified' | 'judgement'
  readonly title: string
  readonly by?: string
  /** Day number. */
  readonly date?: number
  readonly url?: string
  /** Admiralty grade A1–F6; never on a judgement. */
  readonly grade?: string
}

export interface Actor {
  readonly id: string
  /** Display only: changes no bit. */
  readonly name: string
  readonly kind: 'state' | 'nonstate' | 'institution' | 'bloc'
  readonly nuclear: boolean
  /** The patron of a group that is no state. */
  readonly patron?: string
  readonly quantities: Readonly<Record<string, Quantity>>
}

/** ATOP's five obligations: independent, per direction. */
export const CLAUSES = ['defence', 'offence', 'neutrality', 'nonaggression', 'consultation'] as const
export type Clause = (typeof CLAUSES)[number]

export interface CasusFoederis {
  /** Forms of attack that bind; empty: every form. */
  readonly trigger: readonly string[]
  /** Theatres that are covered; empty: everywhere. */
  readonly scope: readonly string[]
  /** Attackers against whom the promise does not run. */
  readonly exclusions: readonly string[]
  /** Level of combat that a defence or offence clause requires, 1-3. */
  readonly requiredLevel: number
  /** "Appropriate measures": the giver chooses how; then level 1 honours the promise. */
  readonly discretion: boolean
}

export interface Tie {
  /** `russia-iran` */
  readonly id: string
  readonly from: string
  readonly to: string
  /** Day numbers. */
  readonly since?: number
  readonly until?: number
  /** What the parties call it; nothing is ever inferred from it. */
  readonly label?: string
  readonly source?: string
  /** All false unless stated and in force at the start of the crisis. */
  readonly clauses: Readonly<Record<Clause, boolean>>
  readonly casusFoederis: CasusFoederis
  /** The giver reaches the recipient over a common border or inland sea: no loss of strength with distance. */
  readonly contiguous: boolean
  readonly quantities: Readonly<Record<string, Quantity>>
  /** By sector, fraction of the giver's flow in that sector. */
  readonly dependence: ReadonlyMap<string, Quantity>
}

export const CHANNELS: typeof CHANNEL_LABELS = CHANNEL_LABELS
export type ChannelId = (typeof CHANNELS)[number]

export interface Channel {
  readonly id: ChannelId
  /** alpha, gamma, kappa (log-odds); loadings capacity, access, escalation, visibility, domestic (fraction). */
  readonly quantities: Readonly<Record<string, Quantity>>
  /** Decision to delivery, days: drawn once a playout, actor and channel, lognormal. */
  readonly latency: { readonly p05: number; readonly p95: number }
  /** P(credibly reported within 30 days | level 1, 2, 3); absent: seen as it is delivered. */
  readonly reported?: readonly [Quantity, Quantity, Quantity]
  /** What level 0-3 means in this channel. */
  readonly anchors: readonly [string, string, string, string]
}

export interface Crisis {
  readonly attackers: readonly string[]
  readonly targets: readonly string[]
  readonly aims?: string
  readonly form: string
  readonly theatre?: string
  /** Day number; the as-of date unless stated. */
  readonly start: number
  /** Days. */
  readonly horizon: number
}

/** A third party, and the belligerent that it might support. */
export interface Dyad {
  readonly supporter: string
  readonly recipient: string
}

export interface VotingRule {
  readonly id: string
  /** Seats, yes votes needed, and whether a permanent member's no blocks. */
  readonly seats: number
  readonly threshold: number
  readonly veto: boolean
  readonly source?: string
}

export interface Member {
  readonly actor: string
  readonly permanent: boolean
}

export interface Draft {
  readonly id: string
  readonly title: string
  readonly type: 'authorise' | 'condemn' | 'ceasefire' | 'procedural'
  /** The belligerent in whose favour it is. */
  readonly favours: string
  readonly sponsor: string
  /** tabled: P(tabled within the horizon), showdown: P(put to the vote although it would lose); both fractions. */
  readonly quantities: Readonly<Record<string, Quantity>>
  /** Member → probabilities of yes, abstain, no, absent; they add up to 1. */
  readonly votes: ReadonlyMap<string, readonly [number, number, number, number]>
}

export interface Council {
  readonly name: string
  /** The rule in force at the start of the crisis. */
  readonly rule: VotingRule
  readonly members: readonly Member[]
  readonly drafts: readonly Draft[]
}

export interface Ladder {
  readonly id: string
  readonly title: string
  readonly source?: string
  /** From least to most likely; fractions. `even` marks the word around one half. */
  readonly words: readonly {
    readonly word: string
    readonly low: number
    readonly high: number
    readonly even: boolean
  }[]
}

export interface BaseRate {
  readonly id: string
  readonly title: string
  /** Events of n, with a 90 % interval; fractions. */
  readonly value: number
  readonly low: number
  readonly high: number
  readonly n?: number
  readonly source?: string
}

export interface Test {
  readonly op: '<' | '<=' | '>' | '>=' | '==' | '!='
  readonly value: number
}

export type Take = 'decided' | 'delivered' | 'observed'
export type Over = 'max' | 'min' | 'last' | 'sum' | 'firstDay'

export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | {
      readonly kind: 'metric'
      readonly metric: string
      /** Supporter, or draft. */
      readonly of: string
      /** Recipient, where the metric has one. */
      readonly for?: string
      readonly take: Take
      readonly over: Over
      /** For firstDay: the value that has to be reached. */
      readonly reaches: number
      /** Days from the start of the crisis, inclusive, within the horizon. */
      readonly from: number
      readonly to: number
      readonly test: Test
    }
  /** A statement about the inputs: booleans are 0 and 1, dates are day numbers. */
  | { readonly kind: 'fact'; readonly path: string; readonly value: number | Quantity; readonly test: Test }

export interface Claim {
  readonly id: string
  /** `7.3`: third sentence of the seventh statement; absent when the claim belongs to no sentence. */
  readonly sentence?: string
  /** fact when every leaf is about the inputs. */
  readonly kind: 'fact' | 'probability'
  /** A word of the ladder; absent: the sentence asserts no likelihood. */
  readonly says?: string
  /** How the analyst's wording was read as that word. */
  readonly reading?: string
  readonly that: Condition
  readonly baseRate?: string
  /** What the analyst expects the probability to be: shown, never read. */
  readonly expectation?: Quantity
  readonly why?: string
  readonly indicators: readonly string[]
  readonly span: Span
}

export interface Sentence {
  /** `7.3` */
  readonly id: string
  readonly statement: number
  readonly text: string
}

export interface Assessment {
  readonly statements: readonly { readonly id: number; readonly title: string }[]
  readonly sentences: readonly Sentence[]
}

export interface Correlation {
  /** Ids of two quantities that are drawn, or more: every pair gets the same coefficient. */
  readonly between: readonly string[]
  /** Correlation of the normal scores, -1 to 1. */
  readonly rho: number
  readonly source?: string
}

export interface Scenario {
  readonly title: string
  /** Day number. */
  readonly asOf: number
  readonly ladder: Ladder
  readonly ladders: ReadonlyMap<string, Ladder>
  readonly assessment?: Assessment
  readonly sources: ReadonlyMap<string, Source>
  readonly actors: ReadonlyMap<string, Actor>
  readonly ties: ReadonlyMap<string, Tie>
  readonly channels: ReadonlyMap<ChannelId, Channel>
  readonly weights: ReadonlyMap<string, Quantity>
  readonly crisis: Crisis
  /** Every third-party state or bloc with a stated stake in a belligerent, sorted. */
  readonly dyads: readonly Dyad[]
  readonly council?: Council
  readonly claims: readonly Claim[]
  /** Sentences that no claim tests, or tests only in part, with the reason. */
  readonly untested: ReadonlyMap<string, string>
  readonly correlations: readonly Correlation[]
  readonly baseRates: ReadonlyMap<string, BaseRate>
}
