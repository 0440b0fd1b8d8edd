/** A summary under construction: what a batch counts, block by block. */
import { emptyForms, formsOf } from './forms.ts'
import type { OutcomePlan, Plan } from './plan.ts'
import { scoreSum, slopeOf } from './slope.ts'
import type { OutcomeTally, Summary } from './summary.ts'
import { emptyVector, vectorOf } from './vector.ts'

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

/** A block of playouts as it stands in memory; `first` is the batch's draw in lane 0. */
interface Standing {
  readonly memory: Float64Array
  readonly lanes: number
  readonly first: number
}

/** Counts what claims came to: they may look beyond the horizon, so this waits for the last day. */
export function countAnswers(plan: Plan, tally: BatchTally, block: Standing): void {
  const { outcomes } = tally
  for (let outcome = 0; outcome < outcomes.length; outcome++)
    countFlag(tally.successes[outcome]!, outcomes[outcome]!.element, block)
  for (let vector = 0; vector < plan.vectors.length; vector++) {
    const { elements } = plan.vectors[vector]!
    for (let at = 0; at < elements.length; at++) countFlag(tally.vectors[vector]![at]!, elements[at]!, block)
  }
}

/** Counts what a screen shows of the world, as it stands at the horizon: however far some claim looks beyond it. */
export function countWorld(plan: Plan, tally: BatchTally, { memory, lanes }: Omit<Standing, 'first'>): void {
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
  const fits = Math.abs(units) < EXACT_BELOW
  const sum = fits ? tally.sums[mean]! + units : units
  if (Math.abs(sum) < EXACT_BELOW) {
    tally.sums[mean] = sum
    return
  }
  tally.carried[mean]! += BigInt(sum)
  if (fits) tally.sums[mean] = 0
}

function countFlag(counts: Uint32Array, element: number, { memory, lanes, first }: Standing): void {
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
  const forms = emptyForms(plan)
  return {
    ...(forms === undefined ? {} : { forms }),
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
  const forms = formsOf(plan, tally.successes, own)
  return {
    ...summary,
    ...(forms === undefined ? {} : { forms }),
    vectors: new Map(plan.vectors.map(({ id }, at) => [id, vectorOf(tally.vectors[at]!, own)])),
    scores: own.map(scoreSum),
    design: { ...plan.design, batches: 1 },
  }
}
