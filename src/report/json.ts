/**
 * Verdicts and summaries as plain JSON, for other tools to read. Maps become
 * objects sorted by key; whole numbers too large to be exact become strings.
 */
import type { OutcomeTally, Summary } from '../engine/summary.ts'
import { ENTRIES } from '../mechanisms/ledger.ts'
import type { Assessed } from '../judge/judge.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** The language version that the scenario files carry too. */
const FOEDUS = 1

export interface JsonOptions {
  /** Version of the program. */
  readonly version: string
  /** Further fields of the envelope: title, seed, path. */
  readonly run?: { readonly [key: string]: Json }
}

export function assessedJson(assessed: Assessed, options: JsonOptions): Json {
  return { ...envelope('assessed', options), ...fieldsOf(toJson(assessed)) }
}

export function summaryJson(summary: Summary, options: JsonOptions): Json {
  const { design, parameters, scores, claims, sentences, vectors, histograms, means, peaks } = summary
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
  }
}

export function envelope(kind: string, { version, run }: JsonOptions): { readonly [key: string]: Json } {
  return { foedus: FOEDUS, kind, version, ...(run === undefined ? {} : { run }) }
}

function tallyJson({ count, squares, histogram, slopes }: OutcomeTally): Json {
  return { count, squares, histogram: [...histogram], slopes: slopes.map((slope) => slope.toString()) }
}

function sorted<T>(map: ReadonlyMap<string, T>, one: (value: T) => Json): Json {
  const keys = [...map.keys()].sort()
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = map.get(key)
      return value === undefined ? [] : [[key, one(value)]]
    }),
  )
}

function fieldsOf(json: Json): { readonly [key: string]: Json } {
  return json as { readonly [key: string]: Json }
}

/** Readonly data as JSON: bigints as decimal strings, absent fields left out. */
export function toJson(value: unknown): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return value.map(toJson)
  if (value instanceof Map) return sorted(value as ReadonlyMap<string, unknown>, toJson)
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(([, field]) => field !== undefined)
    return Object.fromEntries(entries.map(([key, field]) => [key, toJson(field)]))
  }
  throw new Error(`no JSON for a ${typeof value}`)
}
