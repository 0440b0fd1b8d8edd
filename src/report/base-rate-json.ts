/** Counted rates, and what the model gives for the same, as JSON. */
import type { Design } from '../engine/summary.ts'
import type { ReferenceRate } from '../judge/reference-rate.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { envelope, type Json, type JsonOptions, toJson } from './json.ts'

export function ratesJson(
  { baseRates, sources }: Pick<Scenario, 'baseRates' | 'sources'>,
  options: JsonOptions,
): Json {
  const rates = [...baseRates.values()].map((rate) => ({
    ...rate,
    ...(rate.source === undefined ? {} : { from: sources.get(rate.source)?.title ?? rate.source }),
  }))
  return { ...envelope('base-rates', options), rates: toJson(rates) }
}

export function baseRateJson(
  found: readonly ReferenceRate[],
  { design, ...options }: JsonOptions & { readonly design: Design },
): Json {
  const classes = found.map(({ reference, rate, found: instances, model, lies }) => ({
    rate,
    counts: reference.counts,
    ...(model === undefined ? {} : { model, lies }),
    instances,
  }))
  return { ...envelope('base-rate-comparison', options), design: toJson(design), classes: toJson(classes) }
}
