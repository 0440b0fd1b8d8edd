/**
 * What was seen with a condition: the share of the playouts in which it came true that went as claimed, its
 * interval by linearising a ratio of two counts (Cochran 1977, 6), its spread over draws that saw the condition
 * unequally often (Kleinman 1973), and the contrast with the playouts without it.
 */
import type { Design, VectorTally } from '../engine/summary.ts'
import { cellsOf } from '../engine/vector.ts'
import type { Spread } from './band.ts'
import type { Contrast, Effect, Estimate } from './effect.ts'
import { widened } from './effect.ts'
import { FEW_EVENTS, playoutsOf, shareInterval, student } from './interval.ts'
import { roundingOf, squaresOf, type Weights } from './linear.ts'

/** Places of the counts of a claim with a condition. */
const BOTH = 0
const GIVEN = 1

/** Part of the playouts, and what of it went as claimed: weights of the three counts, and of every playout. */
interface Part {
  readonly hits: Weights
  readonly of: Weights
  /** Weight of every playout in `of`. */
  readonly all: 0 | 1
}

const WITH: Part = { hits: [1, 0, 0], of: [0, 1, 0], all: 0 }
const WITHOUT: Part = { hits: [-1, 0, 1], of: [0, -1, 0], all: 1 }

/** Playouts in which the condition came true. */
export function givenCount(vector: VectorTally): number {
  return vector.sums[GIVEN]!
}

export interface Conditional extends Estimate {
  /** Playouts in which the condition came true. */
  readonly n: number
  /** p(θ) over the draws, weighted by how often each saw the condition. */
  readonly spread: Spread
  /** Every draw that saw the condition came out all one way. */
  readonly thetaAlone: boolean
  /** Of a covariance with a normal score, what chance alone makes: one standard deviation. */
  readonly chance: number
}

export function conditionalOf(vector: VectorTally, design: Design): Conditional {
  const n = givenCount(vector)
  const estimate = estimateOf(vector, design, WITH)
  const cells = cellsOf(vector).map(({ counts, draws }) => ({ x: counts[BOTH]!, n: counts[GIVEN]!, draws }))
  let residual = 0
  for (const cell of cells)
    residual += cell.draws * (cell.x - estimate.p * cell.n) * (cell.x - estimate.p * cell.n)
  return {
    ...estimate,
    n,
    spread: unequalSpread(cells, estimate.p),
    thetaAlone: settledAlone(cells),
    chance: n === 0 ? 0 : Math.sqrt(residual) / n,
  }
}

/** Covariance of p(θ) with each quantity's normal score, over draws weighted by how often they saw the condition. */
export function givenCovariances(vector: VectorTally, p: number, unit: number): readonly number[] {
  const n = givenCount(vector)
  return vector.slopes[BOTH]!.map(
    (slope, at) => (Number(slope) - p * Number(vector.slopes[GIVEN]![at]!)) / unit / n,
  )
}

interface Cell {
  /** Hits of so many trials. */
  readonly x: number
  readonly n: number
  /** Draws like this. */
  readonly draws: number
}

/** A beta-binomial by moments where draws have unequal numbers of trials (Kleinman 1973, weights n). */
function unequalSpread(cells: readonly Cell[], p: number): Spread {
  if (p === 0 || p === 1) return { kind: 'point', at: p, variance: 0 }
  let [draws, trials, squares, distance] = [0, 0, 0, 0]
  for (const cell of cells) {
    if (cell.n === 0) continue
    draws += cell.draws
    trials += cell.draws * cell.n
    squares += cell.draws * cell.n * cell.n
    const off = cell.x / cell.n - p
    distance += cell.draws * cell.n * off * off
  }
  const apart = trials - squares / trials - (draws - 1)
  const ends: Spread = { kind: 'ends', chance: p, variance: p * (1 - p) }
  // One trial a draw cannot tell chance from assumptions: then the widest spread there is.
  if (apart <= 0) return ends
  const variance = (distance - p * (1 - p) * (draws - 1)) / apart
  if (variance <= 0) return { kind: 'point', at: p, variance: 0 }
  const size = (p * (1 - p)) / variance - 1
  return size > 0 ? { kind: 'beta', alpha: p * size, beta: (1 - p) * size, variance } : ends
}

/** Told only where at least half of what was seen lies in draws that saw it more than once. */
function settledAlone(cells: readonly Cell[]): boolean {
  let [several, all] = [0, 0]
  for (const { x, n, draws } of cells) {
    if (x !== 0 && x !== n) return false
    all += draws * n
    if (n > 1) several += draws * n
  }
  return 2 * several >= all
}

/** The share of a part of the playouts. Draws that saw none of the part are no trials. */
function estimateOf(vector: VectorTally, design: Design, part: Part): Estimate {
  const sum = (weights: Weights): number =>
    weights.reduce((all, weight, at) => all + weight * vector.sums[at]!, 0)
  const count = sum(part.hits)
  const total = sum(part.of) + part.all * playoutsOf(design)
  const p = total === 0 ? 0 : count / total
  let [seen, residual] = [0, 0]
  for (const { counts, draws } of cellsOf(vector)) {
    const of = (weights: Weights): number =>
      weights.reduce((all, weight, at) => all + weight * counts[at]!, 0)
    const trials = of(part.of) + part.all * design.playouts
    if (trials === 0) continue
    seen += draws
    residual += draws * (of(part.hits) - p * trials) * (of(part.hits) - p * trials)
  }
  if (total === 0) return { p, count, interval: { low: 0, high: 1, half: 1, basis: 'nothing' } }
  const byBatches = (student(design.batches) * batchSpread(vector, design, residuals(part, p))) / total
  const spread = residual > 0 && seen > 1 ? (residual * seen) / (seen - 1) : 0
  const byDraws = student(seen) * (spread > 0 ? Math.sqrt(spread) / total : Math.sqrt((p * (1 - p)) / seen))
  return {
    p,
    count,
    interval: shareInterval({
      count,
      total,
      n: seen,
      half: byBatches > 0 ? byBatches : byDraws,
      basis: byBatches > 0 ? 'batches' : 'draws',
    }),
  }
}

/** Weights of the counts, and of every playout, whose sum over all batches is 0: what a batch adds to an error. */
interface Residual {
  readonly weights: Weights
  readonly all: number
}

/** Hits less p times the trials. */
function residuals({ hits, of, all }: Part, p: number): Residual {
  return { weights: hits.map((weight, at) => weight - p * of[at]!), all: -p * all }
}

/** √(k/(k − 1) · Σ e²) over k batches, where the e add up to 0. */
function batchSpread(vector: VectorTally, design: Design, { weights, all }: Residual): number {
  const { batches, draws, playouts } = design
  if (batches < 2) return 0
  const each = all * draws * playouts
  const sum = weights.reduce((total, weight, at) => total + weight * vector.sums[at]!, 0)
  const spread = squaresOf(vector, weights) + 2 * each * sum + batches * each * each
  if (spread <= roundingOf(vector, weights)) return 0
  return Math.sqrt((spread * batches) / (batches - 1))
}

/** Playouts with the condition against those without it, as seen: nobody made the difference. */
export function contrastOf(vector: VectorTally, design: Design): Effect {
  const [to, from] = [estimateOf(vector, design, WITH), estimateOf(vector, design, WITHOUT)]
  const [n, rest] = [givenCount(vector), playoutsOf(design) - givenCount(vector)]
  const [above, under] = [residuals(WITH, to.p), residuals(WITHOUT, from.p)]
  const half = (ratio: number): number =>
    student(design.batches) *
    batchSpread(vector, design, {
      weights: above.weights.map((weight, at) => weight / n - (ratio * under.weights[at]!) / rest),
      all: above.all / n - (ratio * under.all) / rest,
    })
  const wide = basisOfEnds(to, from)
  const by = (value: number, width: number): Contrast => ({
    value,
    low: value - width,
    high: value + width,
    half: width,
    basis: 'batches',
  })
  // Batches that agree exactly tell nothing of the error: then the errors of the ends do.
  const told = (plain: Contrast, ends: Ends): Contrast =>
    wide === undefined && plain.half > 0 ? plain : widened(plain, ends, wide ?? 'draws')
  const [difference, ratio] = [to.p - from.p, to.p / from.p]
  return {
    from,
    to,
    difference: bounded(told(by(difference, half(1)), apart(to, from)), -1, 1),
    ...(from.count < FEW_EVENTS
      ? {}
      : {
          ratio: bounded(told(by(ratio, half(ratio) / from.p), times(to, from)), 0, Number.POSITIVE_INFINITY),
        }),
    below: from.count,
  }
}

interface Ends {
  readonly low: number
  readonly high: number
}

/** What makes a contrast as wide as its ends leave it; absent where batches tell enough of both. */
function basisOfEnds(to: Estimate, from: Estimate): 'few events' | 'draws' | undefined {
  const bases = [to, from].map(({ interval }) => interval.basis)
  if (bases.every((basis) => basis === 'batches')) return undefined
  return bases.every((basis) => basis === 'batches' || basis === 'draws') ? 'draws' : 'few events'
}

/** The interval of a difference from those of its two ends (Newcombe 1998, method 10). */
function apart(to: Estimate, from: Estimate): Ends {
  const value = to.p - from.p
  const root = (a: number, b: number): number => Math.sqrt(a * a + b * b)
  return {
    low: value - root(to.p - to.interval.low, from.interval.high - from.p),
    high: value + root(to.interval.high - to.p, from.p - from.interval.low),
  }
}

/** The interval of a ratio from those of its two ends, as of a difference: to − ratio·from is 0 at its limits. */
function times(to: Estimate, from: Estimate): Ends {
  // Each bound b of an end p enters as b(2p − b) = p² − (p − b)² (Donner & Zou 2012).
  const at = ({ p }: Estimate, bound: number): number => bound * (2 * p - bound)
  const product = to.p * from.p
  const root = (above: number, under: number): number =>
    product + Math.sqrt(Math.max(0, product * product - above * under))
  const [low, under] = [at(to, to.interval.low), at(from, from.interval.high)]
  const [high, least] = [at(to, to.interval.high), at(from, from.interval.low)]
  return {
    low: low > 0 ? low / root(low, under) : 0,
    high: least > 0 ? root(high, least) / least : Number.POSITIVE_INFINITY,
  }
}

function bounded(contrast: Contrast, least: number, most: number): Contrast {
  return { ...contrast, low: Math.max(least, contrast.low), high: Math.min(most, contrast.high) }
}
