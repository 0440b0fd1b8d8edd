/**
 * The checked scenario: what an analyst wrote, resolved and typed, with nothing
 * left to look up. The rooms beside this one parse and check each noun; the
 * engine reads only what stands here. All maps and lists are sorted by id.
 */
import type { Span } from '../base/fault.ts'
import { CHANNEL_LABELS } from '../mechanisms/axes.ts'
import type { RuleName } from '../mechanisms/rules.ts'
import type { Arms, Interdiction, Market, Place, Route, Shipment } from './flow.ts'
import type { Arsenal, Coalition, Inject } from './force.ts'
import type { Council } from './chamber.ts'

export type { Bloc, Council, Draft, Member, VotingRule } from './chamber.ts'
export type { Arsenal, Coalition, Inject, Weapon, When } from './force.ts'
export type { Arms, Interdiction, Market, Place, Route, Shipment } from './flow.ts'

/** A distribution in the base unit of its quantity (fraction, day, km, t, USD). */
export type Law =
  | { readonly kind: 'fixed'; readonly value: number }
  /** Inverse CDF piecewise linear in probit space through the three points, clamped to the bounds (docs/theory.md 7). */
  | { readonly kind: 'quantiles'; readonly p05: number; readonly p50: number; readonly p95: number }
  | { readonly kind: 'lognormal'; readonly p05: number; readonly p95: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'beta'; readonly alpha: number; readonly beta: number }
  /** One of several forms, by number from 0, each with its share of credence; the shares add up to 1. */
  | { readonly kind: 'choice'; readonly shares: readonly number[] }

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

/** A group that is no state and may enter the fight for its patron (docs/theory.md 10). */
export interface Proxy {
  /** The group. */
  readonly actor: string
  /** The belligerent for which it would fight: stated as `for:`, else its patron. */
  readonly ally: string
  /**
   * autonomy, request, trigger, ownTerritory, depletion, fear, hostConstraint, strength, opposition (fractions);
   * rate (count/day at full strength).
   */
  readonly quantities: Readonly<Record<string, Quantity>>
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
  /** People whom the supporter has in the theatre at level 1, 2, 3, in thousands; absent: none. */
  readonly presence?: readonly [Quantity, Quantity, Quantity]
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
  /** duration (day, an anchor: median length of the intense phase); mediator, channelsOpen, regimeThreat (fractions). */
  readonly quantities: Readonly<Record<string, Quantity>>
}

/** A third party, and the belligerent that it might support. */
export interface Dyad {
  readonly supporter: string
  readonly recipient: string
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
  /** Events of n, with a 90 % interval; fractions. Of what was published as a share alone there is neither. */
  readonly value: number
  readonly low?: number
  readonly high?: number
  readonly n?: number
  readonly source?: string
}

export interface Test {
  readonly op: '<' | '<=' | '>' | '>=' | '==' | '!='
  readonly value: number
}

export type Take = 'decided' | 'delivered' | 'observed'
export type Over = 'max' | 'min' | 'last' | 'sum' | 'firstDay'

/** A metric of one subject over a window. */
export interface Look {
  readonly metric: string
  /** Supporter, draft, group, kind of arms, shipment, seller or buyer; '' where the metric is of the crisis as a whole. */
  readonly of: string
  /** Recipient, or the seller from whom a buyer buys, where the metric has one. */
  readonly for?: string
  readonly take: Take
  /** Days from the start of the crisis, inclusive; beyond the horizon only for a metric of a slow mechanism. */
  readonly from: number
  readonly to: number
}

/** The first day in the window on which the metric reaches a value; never is infinity. */
export interface Onset extends Look {
  readonly reaches: number
}

export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | (Look & {
      readonly kind: 'metric'
      readonly over: Over
      /** For firstDay: the value that has to be reached. */
      readonly reaches: number
      readonly test: Test
    })
  /** The earliest of the first events comes on an earlier day than every one of the others; never is infinity. */
  | { readonly kind: 'order'; readonly first: readonly Onset[]; readonly before: readonly Onset[] }
  /** Sum over their windows of the part, divided by that of the whole; false where the whole is 0. */
  | {
      readonly kind: 'share'
      readonly part: readonly Look[]
      readonly whole: readonly Look[]
      readonly test: Test
    }
  /** A statement about the inputs: booleans are 0 and 1, dates are day numbers. */
  | { readonly kind: 'fact'; readonly path: string; readonly value: number | Quantity; readonly test: Test }

/** What is made otherwise before the first day, by `do:` of a claim or by `foedus what-if`. */
export interface Change {
  /** As written, in one line: `ties.russia-iran.clauses.defence = true; without north-korea`. The same text, the same world. */
  readonly text: string
  /** The changed world, checked like any other; the claims in it carry no change of their own. */
  readonly world: Scenario
}

/** How an effect is measured and what it is asserted to be. */
export interface Effect {
  /** Changed minus unchanged probability, or changed divided by unchanged. */
  readonly as: 'difference' | 'ratio'
  /** One test or two; the effect has to pass all. */
  readonly tests: readonly Test[]
}

/** A count over history: how often it was so. */
export interface CaseRecord {
  /** What counts as a case: `wars next door or of a partner, 1950-2025`. */
  readonly of: string
  readonly cases: readonly {
    readonly title: string
    readonly held: boolean
    readonly source?: string
  }[]
}

/**
 * fact: every leaf is about the inputs. probability: share of playouts. conditional: share of the playouts in
 * which `given` came true, or of those in the world that `do` makes. counterfactual: the effect of `do`, by
 * paired playouts. contrast: how much more often it holds with `given` than without, seen and not made.
 * record: a count over history.
 */
export const CLAIM_KINDS = [
  'fact',
  'probability',
  'conditional',
  'counterfactual',
  'contrast',
  'record',
] as const
export type ClaimKind = (typeof CLAIM_KINDS)[number]

export interface Claim {
  readonly id: string
  /** `7.3`: third sentence of the seventh statement; absent when the claim belongs to no sentence. */
  readonly sentence?: string
  readonly kind: ClaimKind
  /** A word of the ladder; absent: the sentence asserts no likelihood. Never with an effect. */
  readonly says?: string
  /** How the analyst's wording was read as that word. */
  readonly reading?: string
  /** Absent in a record only. */
  readonly that?: Condition
  /** Only playouts in which this came true are looked at; never together with `do`. */
  readonly given?: Condition
  readonly do?: Change
  /** With `do`: against the world as it is. With `given`: against the playouts in which it did not come true. */
  readonly effect?: Effect
  readonly record?: CaseRecord
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
  /** By group, those that have a belligerent to fight for. */
  readonly proxies: ReadonlyMap<string, Proxy>
  readonly places: ReadonlyMap<string, Place>
  readonly routes: ReadonlyMap<string, Route>
  readonly shipments: ReadonlyMap<string, Shipment>
  /** By belligerent. */
  readonly interdiction: ReadonlyMap<string, Interdiction>
  readonly arms: ReadonlyMap<string, Arms>
  /** By seller. */
  readonly markets: ReadonlyMap<string, Market>
  /** By belligerent. */
  readonly arsenals: ReadonlyMap<string, Arsenal>
  /** By leader. */
  readonly coalitions: ReadonlyMap<string, Coalition>
  readonly injects: ReadonlyMap<string, Inject>
  /** Every rule of the theory that has rivals, with the credence of each form (a law of kind choice, or fixed). */
  readonly rules: ReadonlyMap<RuleName, Quantity>
  /** What a change takes out: actors that give nothing, do not enter and do not vote; mechanisms that do not run. */
  readonly without: { readonly actors: readonly string[]; readonly mechanisms: readonly string[] }
  /** False where a change takes the attack itself out: only the flows that wait for no war go on. */
  readonly attack: boolean
  readonly council?: Council
  readonly claims: readonly Claim[]
  /** Sentences that no claim tests, or tests only in part, with the reason. */
  readonly untested: ReadonlyMap<string, string>
  readonly correlations: readonly Correlation[]
  readonly baseRates: ReadonlyMap<string, BaseRate>
}
