/**
 * What a change does to a probability, from pairs of playouts with the same chance in both worlds: where it came
 * from and went to, the difference with its error, the share that flipped each way, and the ratio where there are
 * events enough to speak of one (docs/theory.md 13).
 */
import { PAIR } from '../engine/paired.ts'
import type { Design, OutcomeTally, VectorTally } from '../engine/summary.ts'
import { componentOf } from '../engine/vector.ts'
import {
  atMost,
  effective,
  FEW_EVENTS,
  type Interval,
  intervalOf,
  playoutsOf,
  RULE_OF_THREE,
  student,
} from './interval.ts'
import { batchError, scaledSpread, totalOf, type Weights } from './linear.ts'

/** A probability with its error. */
export interface Estimate {
  readonly p: number
  readonly count: number
  readonly interval: Interval
}

/** A number that may be negative, with its 95 % interval. */
export interface Contrast {
  readonly value: number
  readonly low: number
  readonly high: number
  /** Half the width: what stands after ±. */
  readonly half: number
  /**
   * batches, draws: by their spread. few flips, few events: widened by exact bounds. no flip: 3 in n_eff either
   * way; every playout: up to so much less. identical: the two worlds are the same number by number, and the difference is exactly 0.
   */
  readonly basis: 'batches' | 'draws' | 'few flips' | 'no flip' | 'every playout' | 'few events' | 'identical'
}

/** Playouts, and their share of all. */
export interface Counted {
  readonly count: number
  readonly share: number
}

export interface Effect {
  /** In the world as it is, or without the condition. */
  readonly from: Estimate
  /** In the changed world, or with the condition. */
  readonly to: Estimate
  /** To minus from. */
  readonly difference: Contrast
  /** Playouts in which it held with the change only, and without it only; absent where playouts are not paired. */
  readonly up?: Counted
  readonly down?: Counted
  /** To divided by from; absent where fewer than twenty events stand below. */
  readonly ratio?: Contrast
  /** Events below the line of the ratio. */
  readonly below: number
}

export interface EffectOptions {
  /** The two worlds are known to be the same. */
  readonly identical?: boolean
}

/** Weights of the difference over the counts of a pair. */
export const DIFFERENCE: Weights = weightsOf({ up: 1, down: -1 })

/** The effect that pairs show (counts: in the arm, in the base, in the arm only, in the base only). */
export function effectOf(pair: VectorTally, design: Design, options: EffectOptions = {}): Effect {
  const total = playoutsOf(design)
  const [arm, base] = [PAIR.arm, PAIR.base].map((at) =>
    estimateOf(componentOf(pair, at, design.playouts), design),
  ) as [Estimate, Estimate]
  const counted = (at: number): Counted => ({ count: pair.sums[at]!, share: pair.sums[at]! / total })
  const difference = differenceOf(pair, design, options)
  return {
    from: base,
    to: arm,
    difference,
    up: counted(PAIR.up),
    down: counted(PAIR.down),
    ...(base.count < FEW_EVENTS ? {} : { ratio: ratioOf(pair, design, difference) }),
    below: base.count,
  }
}

/** The share of all playouts. */
export function estimateOf(tally: OutcomeTally, design: Design): Estimate {
  return { p: tally.count / playoutsOf(design), count: tally.count, interval: intervalOf(tally, design) }
}

function weightsOf(given: Partial<Record<keyof typeof PAIR, number>>): Weights {
  return [given.arm ?? 0, given.base ?? 0, given.up ?? 0, given.down ?? 0]
}

/** Weights of what the changed world has more than `ratio` times the unchanged one. */
export function beyondRatio(ratio: number): Weights {
  return weightsOf({ arm: 1, base: -ratio })
}

function differenceOf(pair: VectorTally, design: Design, { identical = false }: EffectOptions): Contrast {
  const n = effective(design)
  const [up, down] = [pair.sums[PAIR.up]!, pair.sums[PAIR.down]!]
  const total = playoutsOf(design)
  const value = (up - down) / total
  if (up + down === 0) {
    if (identical) return { value: 0, low: 0, high: 0, half: 0, basis: 'identical' }
    const half = Math.min(1, RULE_OF_THREE / n)
    return { value: 0, low: -half, high: half, half, basis: 'no flip' }
  }
  if (up === total || down === total) {
    const half = Math.min(1, RULE_OF_THREE / n)
    return {
      value,
      low: value > 0 ? 1 - half : -1,
      high: value > 0 ? 1 : half - 1,
      half,
      basis: 'every playout',
    }
  }
  const byBatches = student(design.batches) * batchError(pair, DIFFERENCE, design)
  const half = byBatches > 0 ? byBatches : student(n) * drawError(pair, design)
  const plain: Contrast = {
    value,
    low: Math.max(-1, value - half),
    high: Math.min(1, value + half),
    half,
    basis: byBatches > 0 ? 'batches' : 'draws',
  }
  if (up + down >= FEW_EVENTS) return plain
  // The far end: what flips more often may be as frequent as the exact bound leaves open.
  return widened(
    plain,
    {
      low: up > down ? value : Math.max(-1, up / total - atMost(down / total, n)),
      high: up < down ? value : Math.min(1, atMost(up / total, n) - down / total),
    },
    'few flips',
  )
}

/** At least as wide as the other stretch. */
export function widened(
  plain: Contrast,
  { low, high }: { readonly low: number; readonly high: number },
  basis: Contrast['basis'],
): Contrast {
  const wide = { low: Math.min(plain.low, low), high: Math.max(plain.high, high) }
  return { ...plain, ...wide, half: Math.max(plain.value - wide.low, wide.high - plain.value), basis }
}

/** Standard error over draws, for one batch or batches that agree exactly; draws that agree too are single trials. */
function drawError(pair: VectorTally, design: Design): number {
  const n = effective(design)
  const { observed } = pairSpread(pair, design, DIFFERENCE)
  const total = playoutsOf(design)
  const value = totalOf(pair, DIFFERENCE) / total
  const single = (pair.sums[PAIR.up]! + pair.sums[PAIR.down]!) / total - value * value
  return Math.sqrt((observed > 0 ? observed : single) / n)
}

/** How a weighted sum over pairs moves with the assumptions. */
export function pairSpread(
  pair: VectorTally,
  design: Design,
  weights: Weights,
): ReturnType<typeof scaledSpread> {
  const { playouts } = design
  const at = (place: number): number => weights[place] ?? 0
  // A playout counts in arm and base, in one of them (and as a flip), or in neither.
  const both = at(PAIR.arm) + at(PAIR.base)
  const [onlyArm, onlyBase] = [at(PAIR.arm) + at(PAIR.up), at(PAIR.base) + at(PAIR.down)]
  return scaledSpread(pair, design, (counts) => {
    const [up, down] = [counts[PAIR.up]!, counts[PAIR.down]!]
    const shared = counts[PAIR.arm]! - up
    return {
      mean: (shared * both + up * onlyArm + down * onlyBase) / playouts,
      square: (shared * both * both + up * onlyArm * onlyArm + down * onlyBase * onlyBase) / playouts,
    }
  })
}

/** Pooled; its error by linearising: the batches' totals above, less ratio times those below (Cochran 1977, 6). */
function ratioOf(pair: VectorTally, design: Design, difference: Contrast): Contrast {
  const [above, below] = [pair.sums[PAIR.arm]!, pair.sums[PAIR.base]!]
  const value = above / below
  const under = below / playoutsOf(design)
  if (difference.basis === 'identical') return { value, low: value, high: value, half: 0, basis: 'identical' }
  const weights = beyondRatio(value)
  const byBatches = student(design.batches) * batchError(pair, weights, design)
  const n = effective(design)
  const byDraws = student(n) * Math.sqrt(pairSpread(pair, design, weights).observed / n)
  const half = (byBatches > 0 ? byBatches : byDraws) / under
  const plain: Contrast = {
    value,
    low: Math.max(0, value - half),
    high: value + half,
    half,
    basis: byBatches > 0 ? 'batches' : 'draws',
  }
  if (above < FEW_EVENTS)
    return widened(plain, { low: value, high: atMost(above / playoutsOf(design), n) / under }, 'few events')
  if (difference.basis === 'few flips' || difference.basis === 'no flip') {
    const bounds = { low: Math.max(0, 1 + difference.low / under), high: 1 + difference.high / under }
    return widened(plain, bounds, difference.basis)
  }
  return plain
}
