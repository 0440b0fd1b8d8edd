/** A summary under construction: counting block by block, and merging in any order to the same bits. */
import type { OutcomePlan, Plan } from './plan.ts'
import { scoreSum, slopeOf } from './slope.ts'
import type { Design, HistogramTally, MeanTally, OutcomeTally, PeakTally, Summary } from './summary.ts'
import { emptyVector, mergeVectors, vectorOf } from './vector.ts'

/** Fixed point of the means: 2^-40. */
const MEAN_UNIT = 1099511627776
/** Sums of means stay below this from one lane to the next, so that adding a value never rounds. */
const EXACT_BELOW = 4503599627370496

/** Counts of one batch in progress: successes per outcome and draw. */
export interface BatchTally {
  /** Claims, then sentences. */
  readonly outcomes: readonly OutcomePlan[]
  readonly successes: readonly Uint32Array[]
  /** By claim with a condition, count and draw. */
  readonly vectors: readonly (readonly Uint32Array[])[]
  readonly bins: readonly number[][]
  readonly sums: number[]
  /** What the sums outgrew. */
  readonly carried: bigint[]
  readonly peaks: number[]
}

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0)
}

export function emptyBatch(plan: Plan): BatchTally {
  const outcomes = [...plan.claims, ...plan.sentences]
  const perDraw = (): Uint32Array => new Uint32Array(plan.design.draws)
  return {
    outcomes,
    successes: outcomes.map(perDraw),
    vectors: plan.vectors.map(({ elements }) => elements.map(perDraw)),
    bins: plan.histograms.map(({ bins }) => zeros(bins)),
    sums: plan.means.map(() => 0),
    carried: plan.means.map(() => 0n),
    peaks: plan.peaks.map(() => 0),
  }
}

/** Counts what stands in memory after the last day; `first` is the batch's draw in lane 0. */
export function countBlock(
  plan: Plan,
  tally: BatchTally,
  block: { memory: Float64Array; lanes: number; first: number },
): void {
  const { memory, lanes } = block
  const { outcomes } = tally
  for (let outcome = 0; outcome < outcomes.length; outcome++)
    countFlag(tally.successes[outcome]!, outcomes[outcome]!.element, block)
  for (let vector = 0; vector < plan.vectors.length; vector++) {
    const { elements } = plan.vectors[vector]!
    for (let at = 0; at < elements.length; at++) countFlag(tally.vectors[vector]![at]!, elements[at]!, block)
  }
  for (let histogram = 0; histogram < plan.histograms.length; histogram++) {
    const row = plan.histograms[histogram]!.element * lanes
    const bins = tally.bins[histogram]!
    for (let lane = 0; lane < lanes; lane++) {
      const value = memory[row + lane]!
      const bin = value < bins.length ? value : bins.length - 1
      bins[bin]! += 1
    }
  }
  for (let mean = 0; mean < plan.means.length; mean++) {
    const row = plan.means[mean]!.element * lanes
    for (let lane = 0; lane < lanes; lane++) addToMean(tally, mean, memory[row + lane]!)
  }
  for (let peak = 0; peak < plan.peaks.length; peak++) {
    const row = plan.peaks[peak]!.element * lanes
    for (let lane = 0; lane < lanes; lane++)
      tally.peaks[peak] = Math.max(tally.peaks[peak]!, memory[row + lane]!)
  }
}

/** Dollars and tonnes are so large that one value can outgrow what a sum holds exactly: it is carried at once. */
function addToMean(tally: BatchTally, mean: number, value: number): void {
  const units = Math.round(value * MEAN_UNIT)
  const sum = units < EXACT_BELOW ? tally.sums[mean]! + units : units
  if (sum < EXACT_BELOW) {
    tally.sums[mean] = sum
    return
  }
  tally.carried[mean]! += BigInt(sum)
  if (units < EXACT_BELOW) tally.sums[mean] = 0
}

function countFlag(
  counts: Uint32Array,
  element: number,
  { memory, lanes, first }: { memory: Float64Array; lanes: number; first: number },
): void {
  const row = element * lanes
  for (let lane = 0; lane < lanes; lane++) counts[first + lane]! += memory[row + lane]!
}

export function emptySummary(plan: Plan): Summary {
  const outcome = (): OutcomeTally => ({
    count: 0,
    squares: 0,
    histogram: zeros(plan.design.playouts + 1),
    slopes: plan.parameters.map(() => 0n),
  })
  return {
    design: { ...plan.design, batches: 0 },
    parameters: plan.parameters.map((quantity) => quantity.id),
    scores: plan.parameters.map(() => 0n),
    claims: new Map(plan.claims.map(({ id }) => [id, outcome()])),
    sentences: new Map(plan.sentences.map(({ id }) => [id, outcome()])),
    vectors: new Map(
      plan.vectors.map(({ id, elements }) => [id, emptyVector(elements.length, plan.parameters.length)]),
    ),
    histograms: new Map(plan.histograms.map(({ name, bins }) => [name, { name, bins: zeros(bins) }])),
    means: new Map(plan.means.map(({ name }) => [name, { name, sum: 0n }])),
    peaks: new Map(plan.peaks.map(({ name }) => [name, { name, value: 0 }])),
  }
}

/** Closes a batch; `scores` are its normal scores by parameter and draw. */
export function batchSummary(plan: Plan, tally: BatchTally, scores: readonly Float64Array[]): Summary {
  const summary = emptySummary(plan)
  // The hypercube may carry further quantities, which this plan does not draw.
  const own = scores.slice(0, plan.parameters.length)
  const outcomes = [...summary.claims.values(), ...summary.sentences.values()]
  outcomes.forEach((outcome, at) => {
    const successes = tally.successes[at]!
    for (const count of successes) {
      outcome.count += count
      outcome.histogram[count]! += 1
    }
    outcome.squares = outcome.count * outcome.count
    own.forEach((score, parameter) => {
      outcome.slopes[parameter] = slopeOf(score, successes)
    })
  })
  plan.histograms.forEach(({ name }, at) =>
    summary.histograms.get(name)!.bins.splice(0, Infinity, ...tally.bins[at]!),
  )
  plan.means.forEach(({ name }, at) => {
    summary.means.get(name)!.sum = tally.carried[at]! + BigInt(tally.sums[at]!)
  })
  plan.peaks.forEach(({ name }, at) => {
    summary.peaks.get(name)!.value = tally.peaks[at]!
  })
  return {
    ...summary,
    vectors: new Map(plan.vectors.map(({ id }, at) => [id, vectorOf(tally.vectors[at]!, own)])),
    scores: own.map(scoreSum),
    design: { ...plan.design, batches: 1 },
  }
}

/** Throws when the two were not made by the same plan. */
export function merge(a: Summary, b: Summary): Summary {
  if (a.parameters.join() !== b.parameters.join() || !sameShape(a.design, b.design)) {
    throw new Error('summaries of different plans do not merge')
  }
  return {
    design: { ...a.design, batches: a.design.batches + b.design.batches },
    parameters: a.parameters,
    scores: a.scores.map((sum, at) => sum + b.scores[at]!),
    claims: mergeMaps(a.claims, b.claims, mergeOutcomes),
    sentences: mergeMaps(a.sentences, b.sentences, mergeOutcomes),
    vectors: mergeMaps(a.vectors, b.vectors, mergeVectors),
    histograms: mergeMaps(a.histograms, b.histograms, mergeHistograms),
    means: mergeMaps(a.means, b.means, mergeMeans),
    peaks: mergeMaps(a.peaks, b.peaks, mergePeaks),
  }
}

function sameShape(a: Design, b: Design): boolean {
  return a.draws === b.draws && a.playouts === b.playouts
}

function mergeMaps<T>(
  a: ReadonlyMap<string, T>,
  b: ReadonlyMap<string, T>,
  join: (a: T, b: T) => T,
): Map<string, T> {
  return new Map([...a].map(([name, one]) => [name, join(one, b.get(name)!)]))
}

function mergeOutcomes(a: OutcomeTally, b: OutcomeTally): OutcomeTally {
  return {
    count: a.count + b.count,
    squares: a.squares + b.squares,
    histogram: a.histogram.map((draws, k) => draws + b.histogram[k]!),
    slopes: a.slopes.map((slope, at) => slope + b.slopes[at]!),
  }
}

function mergeHistograms(a: HistogramTally, b: HistogramTally): HistogramTally {
  return { name: a.name, bins: a.bins.map((count, bin) => count + b.bins[bin]!) }
}

function mergeMeans(a: MeanTally, b: MeanTally): MeanTally {
  return { name: a.name, sum: a.sum + b.sum }
}

function mergePeaks(a: PeakTally, b: PeakTally): PeakTally {
  return { name: a.name, value: Math.max(a.value, b.value) }
}
