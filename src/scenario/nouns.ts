/** Every entry of every noun, each held against its shape alone. */
import type { Fault } from '../base/fault.ts'
import type { ActorText } from './actor.ts'
import { ACTORS } from './actor.ts'
import type { ArmsText } from './arms.ts'
import { ARMS } from './arms.ts'
import type { ArsenalText } from './arsenal.ts'
import { ARSENALS } from './arsenal.ts'
import type { BaseRateText } from './base-rate.ts'
import { BASE_RATES } from './base-rate.ts'
import type { BuyerText } from './buyer.ts'
import { BUYERS } from './buyer.ts'
import type { CandidateText } from './candidate.ts'
import { CANDIDATES } from './candidate.ts'
import type { ChannelText } from './channel.ts'
import { CHANNEL_NOUN } from './channel.ts'
import type { ClaimText } from './claim.ts'
import { CLAIMS } from './claim.ts'
import type { CoalitionText } from './coalition.ts'
import { COALITIONS } from './coalition.ts'
import { collectWithin } from './collect-within.ts'
import type { CorrelationText } from './correlation.ts'
import { CORRELATIONS } from './correlation.ts'
import type { CouncilText } from './council.ts'
import { collectDrafts, COUNCIL } from './council.ts'
import type { CrisisText } from './crisis.ts'
import { CRISIS } from './crisis.ts'
import type { DraftText } from './draft.ts'
import type { Entry, Sheet } from './entry.ts'
import { byId, checkOwnIds, collect } from './entry.ts'
import type { InjectText } from './inject.ts'
import { INJECTS } from './inject.ts'
import type { InterdictionText } from './interdiction.ts'
import { INTERDICTION } from './interdiction.ts'
import type { LadderText } from './ladder.ts'
import { LADDERS } from './ladder.ts'
import type { MarketText } from './market.ts'
import { MARKETS } from './market.ts'
import type { PlaceText } from './place.ts'
import { PLACES } from './place.ts'
import type { ProxyText } from './proxy.ts'
import { PROXIES } from './proxy.ts'
import type { RouteText } from './route.ts'
import { ROUTES } from './route.ts'
import { RULE_FORMS } from './rule-form.ts'
import type { ShipmentText } from './shipment.ts'
import { SHIPMENTS } from './shipment.ts'
import type { SourceText } from './source.ts'
import { SOURCES } from './source.ts'
import type { TieText } from './tie.ts'
import { TIES } from './tie.ts'
import type { UntestedText } from './untested.ts'
import { UNTESTED } from './untested.ts'
import type { RuleText } from './voting-rule.ts'
import { VOTING_RULES } from './voting-rule.ts'
import { WEIGHT_NOUN } from './weight.ts'

type ById<T> = ReadonlyMap<string, Entry<T>>

export interface Entries {
  readonly sources: ById<SourceText>
  readonly actors: ById<ActorText>
  readonly ties: readonly Entry<TieText>[]
  readonly channels: readonly Entry<ChannelText>[]
  readonly weights: readonly Entry<object>[]
  readonly crisis: Entry<CrisisText> | undefined
  readonly proxies: ById<ProxyText>
  readonly places: ById<PlaceText>
  readonly routes: ById<RouteText>
  readonly shipments: ById<ShipmentText>
  readonly interdiction: ById<InterdictionText>
  readonly arms: ById<ArmsText>
  readonly markets: ById<MarketText>
  /** By seller, as if each market were a file of its own. */
  readonly buyers: ReadonlyMap<string, readonly Entry<BuyerText>[]>
  readonly arsenals: ById<ArsenalText>
  readonly coalitions: ById<CoalitionText>
  /** By leader, as if each coalition were a file of its own. */
  readonly candidates: ReadonlyMap<string, readonly Entry<CandidateText>[]>
  /** Forms of the rules of the theory. */
  readonly ruleForms: readonly Entry<object>[]
  readonly council: Entry<CouncilText> | undefined
  /** As if the council were a file of its own. */
  readonly drafts: readonly Entry<DraftText>[]
  readonly injects: ById<InjectText>
  readonly claims: readonly Entry<ClaimText>[]
  readonly untested: ById<UntestedText>
  readonly correlations: readonly Entry<CorrelationText>[]
  readonly baseRates: ById<BaseRateText>
  readonly ladders: ById<LadderText>
  /** Voting rules. */
  readonly rules: ById<RuleText>
}

export function collectAll(sheets: readonly Sheet[], faults: Fault[]): Entries {
  const entries = {
    sources: byId(collect(sheets, SOURCES, faults)),
    actors: byId(collect(sheets, ACTORS, faults)),
    ties: collect(sheets, TIES, faults),
    channels: collect(sheets, CHANNEL_NOUN, faults),
    weights: collect(sheets, WEIGHT_NOUN, faults),
    crisis: byId(collect(sheets, CRISIS, faults)).get(CRISIS.called),
    proxies: byId(collect(sheets, PROXIES, faults)),
    places: byId(collect(sheets, PLACES, faults)),
    routes: byId(collect(sheets, ROUTES, faults)),
    shipments: byId(collect(sheets, SHIPMENTS, faults)),
    interdiction: byId(collect(sheets, INTERDICTION, faults)),
    arms: byId(collect(sheets, ARMS, faults)),
    markets: byId(collect(sheets, MARKETS, faults)),
    arsenals: byId(collect(sheets, ARSENALS, faults)),
    coalitions: byId(collect(sheets, COALITIONS, faults)),
    ruleForms: collect(sheets, RULE_FORMS, faults),
    council: byId(collect(sheets, COUNCIL, faults)).get(COUNCIL.called),
    injects: byId(collect(sheets, INJECTS, faults)),
    claims: collect(sheets, CLAIMS, faults),
    untested: byId(collect(sheets, UNTESTED, faults)),
    correlations: collect(sheets, CORRELATIONS, faults),
    baseRates: byId(collect(sheets, BASE_RATES, faults)),
    ladders: byId(collect(sheets, LADDERS, faults)),
    rules: byId(collect(sheets, VOTING_RULES, faults)),
  }
  checkOwnIds(entries.claims, faults)
  checkOwnIds([...entries.injects.values()], faults)
  const { council } = entries
  const sheet = sheets.find((candidate) => candidate.path === council?.at.file)
  return {
    ...entries,
    buyers: collectWithin(entries.markets, BUYERS, { sheets, faults }),
    candidates: collectWithin(entries.coalitions, CANDIDATES, { sheets, faults }),
    drafts: council && sheet ? collectDrafts(council, sheet, faults) : [],
  }
}
