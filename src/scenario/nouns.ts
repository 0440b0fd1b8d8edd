/** Every entry of every noun, each held against its shape alone. */
import type { Fault } from '../base/fault.ts'
import { ACTORS } from './actor.ts'
import { BASE_RATES } from './base-rate.ts'
import { CHANNEL_NOUN } from './channel.ts'
import { CLAIMS } from './claim.ts'
import { CORRELATIONS } from './correlation.ts'
import { collectDrafts, COUNCIL } from './council.ts'
import { CRISIS } from './crisis.ts'
import type { Sheet } from './entry.ts'
import { byId, checkOwnIds, collect } from './entry.ts'
import { LADDERS } from './ladder.ts'
import { PROXIES } from './proxy.ts'
import { SOURCES } from './source.ts'
import { TIES } from './tie.ts'
import { UNTESTED } from './untested.ts'
import { VOTING_RULES } from './voting-rule.ts'
import { WEIGHT_NOUN } from './weight.ts'

export type Entries = ReturnType<typeof collectAll>

export function collectAll(sheets: readonly Sheet[], faults: Fault[]) {
  const entries = {
    sources: byId(collect(sheets, SOURCES, faults)),
    actors: byId(collect(sheets, ACTORS, faults)),
    ties: collect(sheets, TIES, faults),
    channels: collect(sheets, CHANNEL_NOUN, faults),
    weights: collect(sheets, WEIGHT_NOUN, faults),
    crisis: byId(collect(sheets, CRISIS, faults)).get(CRISIS.called),
    proxies: byId(collect(sheets, PROXIES, faults)),
    council: byId(collect(sheets, COUNCIL, faults)).get(COUNCIL.called),
    claims: collect(sheets, CLAIMS, faults),
    untested: byId(collect(sheets, UNTESTED, faults)),
    correlations: collect(sheets, CORRELATIONS, faults),
    baseRates: byId(collect(sheets, BASE_RATES, faults)),
    ladders: byId(collect(sheets, LADDERS, faults)),
    rules: byId(collect(sheets, VOTING_RULES, faults)),
  }
  checkOwnIds(entries.claims, faults)
  const { council } = entries
  const sheet = sheets.find((candidate) => candidate.path === council?.at.file)
  return { ...entries, drafts: council && sheet ? collectDrafts(council, sheet, faults) : [] }
}
