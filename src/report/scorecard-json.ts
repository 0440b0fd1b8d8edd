/** The scorecard as plain JSON, for other tools to read: all that is computed, and every bar with its words. */
import type { Hyper } from '../history/parameter.ts'
import type { Scorecard } from '../history/score/scorecard.ts'
import { envelope, type Json, type JsonOptions, toJson } from './json.ts'
import { barText } from './scorecard-words.ts'

export interface ScorecardJson extends JsonOptions {
  readonly folds: readonly { readonly of: string; readonly hyper: Hyper }[]
}

export function scorecardJson(card: Scorecard, { folds, ...options }: ScorecardJson): Json {
  const { bars, seed: _, ...rest } = card
  return {
    ...envelope('scorecard', options),
    bars: bars.map((bar) => ({ ...fieldsOf(bar), says: barText(bar) })),
    ...fieldsOf(rest),
    folds: folds.map(({ of, hyper }) => ({ of, hyper: toJson(hyper) })),
  }
}

function fieldsOf(value: object): { readonly [key: string]: Json } {
  return toJson(value) as { readonly [key: string]: Json }
}
