/** An explanation as plain JSON: the verdict, the means of either side, the typical playouts. */
import type { Question } from '../engine/question.ts'
import type { Explanation } from './explain-screen.ts'
import { verdictJson } from './verdict-json.ts'
import { envelope, type Json, type JsonOptions, toJson } from './json.ts'

export function explainJson({ claim, found, design, compared }: Explanation, options: JsonOptions): Json {
  const fields = {
    claim: claim.id,
    design,
    verdict: verdictJson(found),
    compared: compared.map(({ heads, says, contrasts, typical }) => ({
      sides: heads,
      says,
      turnsOn: contrasts.map(({ question, keys, means, apart }) => ({
        ...aboutOf(question),
        keys,
        means,
        ...(apart === undefined ? {} : { apart }),
      })),
      typical: typical.map(({ title, told: { trace, command } }) => ({
        title,
        playout: trace.number,
        command,
      })),
    })),
  }
  return { ...envelope('explained', options), ...(toJson(fields) as { readonly [key: string]: Json }) }
}

/** What a question is about, without the formulas behind it. */
function aboutOf(question: Question): Readonly<Record<string, unknown>> {
  const { kind, metric, of, for: recipient, from, to } = question
  return {
    kind,
    metric,
    of,
    ...(recipient === undefined ? {} : { for: recipient }),
    from,
    to,
    ...(question.kind === 'choice' ? { level: question.level, day: question.day } : {}),
    ...(question.kind === 'threshold' ? { level: question.level } : {}),
  }
}
