/**
 * The verdict on one claim: what the playouts say of what was asserted, with the
 * evidence and, where nothing is settled, what would settle it (docs/theory.md 8).
 */
import type { Design, FormsTally, OutcomeTally } from '../engine/summary.ts'
import type { BaseRate, Claim, Effect as Asserted, Ladder, Quantity } from '../scenario/scenario.ts'
import { type Band, bandOf, massIn, onlyEnds, type Spread, spreadOf } from './band.ts'
import { type Comparison, compareWords } from './comparison.ts'
import { type Driver, driversOf } from './driver.ts'
import type { Effect } from './effect.ts'
import { type Interval, intervalOf, playoutsOf } from './interval.ts'
import { contains, type Earned, type Region, regionOf, wordAt } from './ladder.ts'
import { type Split, splitOf } from './split.ts'

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
  /** `n` playouts saw the condition, or went without it; `batches` in all would show enough. */
  | {
      readonly kind: 'too few given'
      readonly side: 'with' | 'without'
      readonly n: number
      readonly batches?: number
    }
  /** Of what was asserted only a ratio, with `n` events below the line. */
  | { readonly kind: 'ratio not estimable'; readonly n: number; readonly batches?: number }
  /** These are not there in the world that the claim speaks of: mechanisms, or the attack with all that waits for it. */
  | { readonly kind: 'left out'; readonly mechanisms: readonly string[]; readonly attack?: false }
  /** The changed world was not played beside this one. */
  | { readonly kind: 'not compared' }
  /** The changed world is the same as this one in all that the engine reads. */
  | { readonly kind: 'nothing changed' }
  /** The interval of a record covers an edge of what was asserted, and history has no more cases to play. */
  | { readonly kind: 'too few cases'; readonly edge: number }

export interface ClaimVerdict {
  readonly id: string
  readonly sentence?: string
  readonly kind: Claim['kind']
  readonly verdict: Verdict
  readonly reason: Reason
  /**
   * P: mean over parameter draws, in the world and among the playouts that the claim speaks of: those of the changed
   * world, those with the condition, the cases of the record. 0 where the interval's basis is "nothing".
   */
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
  /** The claim names none, and belongs to this class by what it asks. */
  readonly baseRateBy?: 'class'
  readonly expectation?: Quantity
  /** Only C was asked, because draws of the assumptions do not show what is compared one by one. */
  readonly onlyInterval?: true
  /** The change, in one line, of a claim about a world that is made. */
  readonly change?: string
  /** What was asserted of the effect, and the effect that was found. */
  readonly asserted?: Asserted
  readonly effect?: Effect
  /** One weight explains nearly all of how the effect moves with the assumptions: the verdict is that weight. */
  readonly weight?: Driver
  /** Playouts with the condition, of all. */
  readonly given?: { readonly n: number; readonly of: number }
  /** Cases of the record in which it was so, of all. */
  readonly record?: { readonly held: number; readonly n: number }
  /** What of the doubt is chance, parameters and rival rules; absent where every rule of the theory is certain. */
  readonly split?: Split
}

export interface Bench {
  readonly ladder: Ladder
  readonly design: Design
  /** Ids of the uncertain quantities, in the order of the slopes. */
  readonly parameters: readonly string[]
  /** Sums of their normal scores, in units of 2^-32. */
  readonly scores: readonly bigint[]
  readonly baseRates: ReadonlyMap<string, BaseRate>
  /** Outcomes by form of the uncertain rules, where there are such. */
  readonly forms?: FormsTally
}

/** Share of p(θ) that must agree before a verdict is given (docs/theory.md 8). */
const TWO_THIRDS = 2 / 3
/** A fact holds or fails from these probabilities on (docs/theory.md 8). */
const FACT_HOLDS = 0.95
const FACT_FAILS = 0.05
/** Beyond this many batches a run is not worth proposing: about a hundred million playouts of the default design. */
export const BATCHES_MOST = 100_000

/** The verdict on a share of all playouts of one world. */
export function judgeClaim(claim: Claim, tally: OutcomeTally, bench: Bench): ClaimVerdict {
  const { design, parameters, scores, ladder, forms } = bench
  const interval = intervalOf(tally, design)
  const spread = spreadOf(tally, design)
  const found = judgeShare(claim, bench, {
    p: tally.count / playoutsOf(design),
    count: tally.count,
    interval,
    spread,
    drivers: driversOf(tally, { design, parameters, scores, spread }),
    thetaAlone: onlyEnds(tally, design),
  })
  // A fact lies in the inputs alone, whatever rule holds.
  if (claim.kind === 'fact') return found
  const { region } = found
  const split = splitOf(claim.id, forms, { design, spread, ladder, ...(region ? { region } : {}) })
  return split === undefined ? found : { ...found, split }
}

/** The verdict on a share, however it was counted. */
export function judgeShare(claim: Claim, bench: Bench, counted: Counted): ClaimVerdict {
  const { ladder, design } = bench
  const { p, count, interval, spread, drivers, thetaAlone } = counted
  const said = claim.kind === 'fact' ? undefined : claim.says
  const region = said === undefined ? undefined : regionOf(ladder, said)
  const mass = region === undefined ? undefined : massIn(spread, region)
  const found =
    claim.kind === 'fact'
      ? judgeFact(counted)
      : region === undefined || mass === undefined
        ? SILENT
        : judgeRegion(region, {
            ...counted,
            value: p,
            mass,
            edges: [region.low, region.high].filter((edge) => edge > 0 && edge < 1),
            settles: (edge) => batchesFor(edge, counted, design),
          })
  return {
    ...named(claim, bench),
    ...found,
    p,
    count,
    interval,
    // With few events, or few that are none, the assumptions are known no better than C.
    band: interval.basis === 'batches' || interval.basis === 'draws' ? bandOf(spread) : bandFrom(interval),
    ...(region === undefined || mass === undefined ? {} : { region, mass }),
    earned: wordAt(ladder, p),
    ...(said === undefined ? {} : { said, comparison: compareWords(ladder, said, p) }),
    thetaAlone,
    drivers,
  }
}

/** What a verdict carries of its claim, whatever was found. */
export function named(
  claim: Claim,
  { baseRates }: Pick<Bench, 'baseRates'>,
): Pick<ClaimVerdict, 'id' | 'sentence' | 'kind' | 'baseRate' | 'expectation' | 'change' | 'asserted'> {
  const baseRate = claim.baseRate === undefined ? undefined : baseRates.get(claim.baseRate)
  return {
    id: claim.id,
    ...(claim.sentence === undefined ? {} : { sentence: claim.sentence }),
    kind: claim.kind,
    ...(baseRate === undefined ? {} : { baseRate }),
    ...(claim.expectation === undefined ? {} : { expectation: claim.expectation }),
    ...(claim.do === undefined ? {} : { change: claim.do.text }),
    ...(claim.effect === undefined ? {} : { asserted: claim.effect }),
  }
}

/** A claim that cannot be tested, with the reason; nothing was counted for it. */
export function untested(claim: Claim, bench: Bench, reason: Reason): ClaimVerdict {
  return {
    ...named(claim, bench),
    verdict: 'not testable',
    reason,
    p: 0,
    count: 0,
    interval: { low: 0, high: 1, half: 1, basis: 'nothing' },
    band: { low: 0, high: 1 },
    earned: wordAt(bench.ladder, 0),
    thetaAlone: false,
    drivers: [],
  }
}

/** A share with what it says of itself. */
export interface Counted {
  readonly p: number
  readonly count: number
  readonly interval: Interval
  readonly spread: Spread
  readonly drivers: readonly Driver[]
  readonly thetaAlone: boolean
}

export interface Found {
  readonly verdict: Verdict
  readonly reason: Reason
}

const SILENT: Found = { verdict: 'not testable', reason: { kind: 'asserts no likelihood' } }

function judgeFact({ p, drivers }: Counted): Found {
  if (p >= FACT_HOLDS) return { verdict: 'holds', reason: { kind: 'the inputs say so' } }
  if (p <= FACT_FAILS) return { verdict: 'fails', reason: { kind: 'the inputs say otherwise' } }
  return { verdict: 'unresolved', reason: assumptionsDecide(drivers) }
}

/** A number, its interval, and what the assumptions say of it. */
export interface Asked {
  readonly value: number
  readonly interval: { readonly low: number; readonly high: number }
  /** Share of the assumptions under which it lies in the region; absent where only C is asked. */
  readonly mass?: number
  readonly thetaAlone: boolean
  readonly drivers: readonly Driver[]
  /** Edges of the region beyond which there is something. */
  readonly edges: readonly number[]
  /** How many batches would part the interval from an edge. */
  readonly settles: (edge: number) => number
}

/** The rule: the interval and two thirds of the draws, both in or both out. */
export function judgeRegion(region: Region, asked: Asked): Found {
  const { value, interval, mass, drivers } = asked
  const thetaAlone = asked.thetaAlone || mass === undefined
  const inside = within(region, interval)
  const outside = apart(region, interval)
  if (inside && (thetaAlone || mass >= TWO_THIRDS))
    return { verdict: 'holds', reason: { kind: 'as asserted' } }
  if (outside && (thetaAlone || 1 - mass >= TWO_THIRDS)) {
    return { verdict: 'fails', reason: { kind: 'outside', side: value <= region.low ? 'below' : 'above' } }
  }
  // More playouts can settle only on the side where the value lies, and only if the assumptions are there too.
  const withValue = thetaAlone || (contains(region, value) ? mass : 1 - mass) >= TWO_THIRDS
  if (inside || outside || !withValue) {
    return { verdict: 'unresolved', reason: assumptionsDecide(drivers) }
  }
  return { verdict: 'unresolved', reason: needsMore(asked) }
}

function within(region: Region, { low, high }: Asked['interval']): boolean {
  return (
    (region.lowOpen ? low > region.low : low >= region.low) &&
    (region.highOpen ? high < region.high : high <= region.high)
  )
}

function apart(region: Region, { low, high }: Asked['interval']): boolean {
  return (
    (region.lowOpen ? high <= region.low : high < region.low) ||
    (region.highOpen ? low >= region.high : low > region.high)
  )
}

function assumptionsDecide(drivers: readonly Driver[]): Reason {
  const [driver] = drivers
  return { kind: 'assumptions decide', ...(driver === undefined ? {} : { driver }) }
}

function needsMore({ value, edges, settles }: Asked): Reason {
  const edge = nearest(edges, value)
  const batches = settles(edge)
  return { kind: 'needs more playouts', edge, ...(batches <= BATCHES_MOST ? { batches } : {}) }
}

function nearest(edges: readonly number[], value: number): number {
  return edges.reduce(
    (near, other) => (Math.abs(other - value) < Math.abs(near - value) ? other : near),
    edges[0] ?? value,
  )
}

/** The width of an interval falls with the root of the number of batches. */
function batchesFor(edge: number, { p, interval }: Counted, { batches }: Design): number {
  const ratio = interval.half / Math.abs(edge - p)
  // 3/n falls with n itself.
  const counted = interval.basis === 'no event' || interval.basis === 'every playout'
  return Math.ceil(batches * (counted ? ratio : ratio * ratio)) + 1
}

function bandFrom({ low, high }: Interval): Band {
  return { low, high }
}
