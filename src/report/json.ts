/**
 * Verdicts and summaries as plain JSON, for other tools to read. Maps become
 * objects sorted by key; whole numbers too large to be exact become strings.
 */
import type { FormsTally, OutcomeTally, Summary } from '../engine/summary.ts'
import { ENTRIES } from '../mechanisms/ledger.ts'
import type { Assessed } from '../judge/judge.ts'
import { formName } from './rule-text.ts'
import { type Json, sorted, toJson } from './to-json.ts'
import { verdictJson } from './verdict-json.ts'

export { type Json, toJson } from './to-json.ts'

/** The language version that the scenario files carry too. */
const FOEDUS = 1

export interface JsonOptions {
  /** Version of the program. */
  readonly version: string
  /** Further fields of the envelope: title, seed, path. */
  readonly run?: { readonly [key: string]: Json }
}

export function assessedJson(assessed: Assessed, options: JsonOptions): Json {
  return {
    ...envelope('assessed', options),
    ...fieldsOf(toJson({ ...assessed, claims: assessed.claims.map(verdictJson) })),
  }
}

export function summaryJson(summary: Summary, options: JsonOptions): Json {
  const { design, parameters, scores, claims, sentences, vectors, histograms, means, peaks, forms } = summary
  return {
    ...envelope('summary', options),
    design: toJson(design),
    parameters,
    scores: scores.map((sum) => sum.toString()),
    claims: sorted(claims, tallyJson),
    sentences: sorted(sentences, tallyJson),
    vectors: sorted(vectors, toJson),
    // The values of the histograms `bound:…`, in their order.
    ledger: [...ENTRIES],
    histograms: sorted(histograms, ({ bins }) => [...bins]),
    means: sorted(means, ({ sum }) => sum.toString()),
    peaks: sorted(peaks, ({ value }) => value),
    // Absent where every rule of the theory is certain.
    ...(forms === undefined ? {} : { forms: formsJson(forms) }),
  }
}

export function envelope(kind: string, { version, run }: JsonOptions): { readonly [key: string]: Json } {
  return { foedus: FOEDUS, kind, version, ...(run === undefined ? {} : { run }) }
}

/** By combination of forms, with the names of the forms in the place of their numbers. */
function formsJson({ rules, draws, claims, sentences }: FormsTally): Json {
  return {
    rules: rules.map(({ id, forms }) => ({
      rule: id,
      forms: Array.from({ length: forms }, (_, form) => formName(id, form)),
    })),
    draws: [...draws],
    claims: sorted(claims, toJson),
    sentences: sorted(sentences, toJson),
  }
}

function tallyJson({ count, squares, histogram, slopes }: OutcomeTally): Json {
  return { count, squares, histogram: [...histogram], slopes: slopes.map((slope) => slope.toString()) }
}

function fieldsOf(json: Json): { readonly [key: string]: Json } {
  return json as { readonly [key: string]: Json }
}
