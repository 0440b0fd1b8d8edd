/** What each mechanism contributes as plain JSON, for other tools to read. */
import type { Design } from '../engine/summary.ts'
import type { Ablation } from '../judge/ablation.ts'
import { envelope, type Json, type JsonOptions, toJson } from './json.ts'

export function ablationJson(ablation: Ablation & { readonly design: Design }, options: JsonOptions): Json {
  const { design, mechanisms, rows, apart } = ablation
  return {
    ...envelope('ablation', options),
    design: toJson(design),
    mechanisms,
    claims: rows.map(({ claim, whole, parts }) => ({
      id: claim.id,
      ...(claim.sentence === undefined ? {} : { sentence: claim.sentence }),
      whole: toJson(whole),
      parts: Object.fromEntries(mechanisms.map((name, at) => [name, toJson(parts[at])])),
    })),
    apart,
  }
}
