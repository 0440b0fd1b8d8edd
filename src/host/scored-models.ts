/** The list of models that were ever scored, which ships with the cases: nobody may try a hundred and show the best. */
import { parse } from 'yaml'
import type { Variant } from '../history/score/scorecard.ts'
import { packageText } from './package-files.ts'

const LIST = 'history/models.yaml'

/** In the order in which they were scored. */
export function scoredModels(text: string = packageText(LIST)): readonly Variant[] {
  const { scored } = (parse(text) ?? {}) as { readonly scored?: unknown }
  if (!Array.isArray(scored)) throw new Error(`${LIST} has no list of what was scored`)
  return scored.map((one: unknown, at) => {
    if (isVariant(one)) return one
    throw new Error(`${LIST}: entry ${at + 1} of scored has no id, date or rps, or a why that is no text`)
  })
}

function isVariant(one: unknown): one is Variant {
  const { id, date, rps, why } = (one ?? {}) as { readonly [name: string]: unknown }
  return (
    typeof id === 'string' &&
    typeof date === 'string' &&
    typeof rps === 'number' &&
    (why === undefined || typeof why === 'string')
  )
}
