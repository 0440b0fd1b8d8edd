/** Summaries of different batches become one, in any order of arrival to the same bits. */
import { mergeForms } from './forms.ts'
import type { Design, HistogramTally, MeanTally, OutcomeTally, PeakTally, Summary } from './summary.ts'
import { mergeVectors } from './vector.ts'

/** Throws when the two were not made by the same plan. */
export function merge(a: Summary, b: Summary): Summary {
  if (a.parameters.join() !== b.parameters.join() || !sameShape(a.design, b.design)) {
    throw new Error('summaries of different plans do not merge')
  }
  const forms = mergeForms(a.forms, b.forms)
  return {
    ...(forms === undefined ? {} : { forms }),
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
