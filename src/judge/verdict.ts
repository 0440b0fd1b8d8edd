/**
 * The verdict on one claim: what the playouts say of what was asserted, with the
 * evidence and, where nothing is settled, what would settle it (docs/theory.md 8).
 */
import type { Design, OutcomeTally } from '../engine/summary.ts'
import type { BaseRate, Claim, Ladder, Quantity } from '../scenario/scenario.ts'
import { type Band, bandOf, massIn, onlyEnds, type Spread, spreadOf } from './band.ts'
import { type Comparison, compareWords } from './comparison.ts'
import { type Driver, driversOf } from './driver.ts'
import { type Interval, intervalOf, playoutsOf } from './interval.ts'
import { contains, type Earned, type Region, regionOf, wordAt } from './ladder.ts'

export type Verdict = 'holds' | 'fails' | 'unresolved' | 'not testable'

export type Reason =
  | { readonly kind: 'as asserted' }
  /** The probability lies under or over what was asserted. */
  | { readonly kind: 'outside'; readonly side: 'below' | 'above' }
  /** `batches` in all would part the interval from `edge`; absent when no run of sensible size would. */
  | { readonly kind: 'needs more playouts'; readonly edge: number; readonly batches?: number }
  /** Absent driver: no single quantity stands out. */
  | { readonly kind: 'assumptions decide'; readonly driver?: Driver }
  | { readonly kind: 'asserts no likelihood' }
  /** Facts. */
  | { readonly kind: 'the inputs say so' }
  | { readonly kind: 'the inputs say otherwise' }

export interface ClaimVerdict {
  readonly id: string
  readonly sentence?: string
  readonly kind: Claim['kind']
  readonly verdict: Verdict
  readonly reason: Reason
  /** P: mean over parameter draws. */
  readonly p: number
  /** Playouts in which it held. */
  readonly count: number
  /** C. */
  readonly interval: Interval
  /** B: where p(θ) lies in nine draws of ten. */
  readonly band: Band
  /** Share of p(θ) in the asserted region; absent when none is asserted. */
  readonly mass?: number
  readonly region?: Region
  readonly said?: string
  readonly earned: Earned
  readonly comparison?: Comparison
  /** Every draw came out all one way: only C was asked. */
  readonly thetaAlone: boolean
  readonly drivers: readonly Driver[]
  readonly baseRate?: BaseRate
  readonly expectation?: Quantity
}

export interface Bench {
  readonly ladder: Ladder
  readonly design: Design
  /** Ids of the uncertain quantities, in the order of the slopes. */
  readonly parameters: readonly string[]
  /** Sums of their normal scores, in units of 2^-32. */
  readonly scores: readonly bigint[]
  readonly baseRates: ReadonlyMap<string, BaseRate>
}

/** Share of p(θ) that must agree before a verdict is given (docs/theory.md 8). */
const TWO_THIRDS = 2 / 3
/** A fact holds or fails from these probabilities on (docs/theory.md 8). */
const FACT_HOLDS = 0.95
const FACT_FAILS = 0.05
/** Beyond this many batches a run is not worth proposing: about a hundred million playouts of the default design. */
const BATCHES_MOST = 100_000

export function judgeClaim(claim: Claim, tally: OutcomeTally, bench: Bench): ClaimVerdict {
  const { design, ladder, parameters, scores } = bench
  const p = tally.count / playoutsOf(design)
  const interval = intervalOf(tally, design)
  const spread = spreadOf(tally, design)
  const drivers = driversOf(tally, { design, parameters, scores, spread })
  const said = claim.kind === 'probability' ? claim.says : undefined
  const region = said === undefined ? undefined : regionOf(ladder, said)
  const thetaAlone = onlyEnds(tally, design)
  const evidence: Evidence = { p, interval, spread, drivers, thetaAlone, design }
  const found =
    claim.kind === 'fact'
      ? judgeFact(evidence)
      : region === undefined
        ? SILENT
        : judgeRegion(region, evidence)
  const baseRate = claim.baseRate === undefined ? undefined : bench.baseRates.get(claim.baseRate)
  return {
    id: claim.id,
    ...(claim.sentence === undefined ? {} : { sentence: claim.sentence }),
    kind: claim.kind,
    ...found,
    p,
    count: tally.count,
    interval,
    // With few events, or few that are none, the assumptions are known no better than C.
    band: interval.basis === 'batches' || interval.basis === 'draws' ? bandOf(spread) : bandFrom(interval),
    ...(region === undefined ? {} : { region, mass: massIn(spread, region) }),
    earned: wordAt(ladder, p),
    ...(said === undefined ? {} : { said, comparison: compareWords(ladder, said, p) }),
    thetaAlone,
    drivers,
    ...(baseRate === undefined ? {} : { baseRate }),
    ...(claim.expectation === undefined ? {} : { expectation: claim.expectation }),
  }
}

interface Evidence {
  readonly p: number
  readonly interval: Interval
  readonly spread: Spread
  readonly drivers: readonly Driver[]
  readonly thetaAlone: boolean
  readonly design: Design
}

interface Found {
  readonly verdict: Verdict
  readonly reason: Reason
}

const SILENT: Found = { verdict: 'not testable', reason: { kind: 'asserts no likelihood' } }

function judgeFact({ p, drivers }: Evidence): Found {
  if (p >= FACT_HOLDS) return { verdict: 'holds', reason: { kind: 'the inputs say so' } }
  if (p <= FACT_FAILS) return { verdict: 'fails', reason: { kind: 'the inputs say otherwise' } }
  return { verdict: 'unresolved', reason: assumptionsDecide(drivers) }
}

function judgeRegion(region: Region, evidence: Evidence): Found {
  const { p, interval, spread, drivers, thetaAlone } = evidence
  const inside = within(region, interval)
  const outside = apart(region, interval)
  const mass = massIn(spread, region)
  if (inside && (thetaAlone || mass >= TWO_THIRDS))
    return { verdict: 'holds', reason: { kind: 'as asserted' } }
  if (outside && (thetaAlone || 1 - mass >= TWO_THIRDS)) {
    return { verdict: 'fails', reason: { kind: 'outside', side: p <= region.low ? 'below' : 'above' } }
  }
  // More playouts can settle only on the side where P lies, and only if the assumptions are there too.
  const withP = contains(region, p) ? mass : 1 - mass
  if (inside || outside || !(thetaAlone || withP >= TWO_THIRDS)) {
    return { verdict: 'unresolved', reason: assumptionsDecide(drivers) }
  }
  return { verdict: 'unresolved', reason: needsMore(region, evidence) }
}

function within(region: Region, { low, high }: Interval): boolean {
  return (
    (region.lowOpen ? low > region.low : low >= region.low) &&
    (region.highOpen ? high < region.high : high <= region.high)
  )
}

function apart(region: Region, { low, high }: Interval): boolean {
  return (
    (region.lowOpen ? high <= region.low : high < region.low) ||
    (region.highOpen ? low >= region.high : low > region.high)
  )
}

function assumptionsDecide(drivers: readonly Driver[]): Reason {
  const [driver] = drivers
  return { kind: 'assumptions decide', ...(driver === undefined ? {} : { driver }) }
}

/** How many batches part the interval from the nearest edge: its width falls with the root of their number. */
function needsMore(region: Region, { p, interval, design }: Evidence): Reason {
  const edges = [region.low, region.high].filter((edge) => edge > 0 && edge < 1)
  const edge = edges.reduce(
    (near, other) => (Math.abs(other - p) < Math.abs(near - p) ? other : near),
    edges[0] ?? p,
  )
  const ratio = interval.half / Math.abs(edge - p)
  // 3/n falls with n itself.
  const counted = interval.basis === 'no event' || interval.basis === 'every playout'
  const batches = Math.ceil(design.batches * (counted ? ratio : ratio * ratio)) + 1
  return { kind: 'needs more playouts', edge, ...(batches <= BATCHES_MOST ? { batches } : {}) }
}

function bandFrom({ low, high }: Interval): Band {
  return { low, high }
}
