/** A fit as JSON: in figures, and, apart, every draw of it. */
import type { Fitted } from '../history/fit/fit.ts'
import { PARAMETERS, type Posterior } from '../history/parameter.ts'
import { correlations, marginals } from '../history/fit/posterior.ts'
import { PRIOR_SOURCES, priorMarginals } from '../history/fit/prior.ts'
import type { FitScope } from './fit-screen.ts'
import { envelope, type Json, type JsonOptions, toJson } from './json.ts'

/** The kind that a file of draws says it is. */
const DRAWS_KIND = 'posterior-draws'

export function fitJson(
  fitted: Fitted,
  { scope, ...options }: JsonOptions & { readonly scope: Omit<FitScope, 'seed'> },
): Json {
  const prior = priorMarginals(fitted.hyper)
  const parameters = marginals(fitted).map(({ id, ...posterior }, at) => {
    const { id: _, ...before } = prior[at]!
    return { id, prior: before, posterior }
  })
  return {
    ...envelope('history-fit', options),
    scope: toJson(scope),
    hyper: toJson(fitted.hyper),
    tried: toJson(fitted.scores),
    parameters: toJson(parameters),
    correlations: toJson(correlations(fitted)),
    priorSources: toJson(PRIOR_SOURCES),
  }
}

/** By draw the numbers in the order of `parameters`. */
export function drawsJson({ hyper, draws }: Posterior, options: JsonOptions): Json {
  return {
    ...envelope(DRAWS_KIND, options),
    hyper: toJson(hyper),
    parameters: [...PARAMETERS],
    draws: draws.map((draw) => [...draw]),
  }
}

/** Whether a text is a file of draws, which a new one may replace. */
export function isDraws(text: string): boolean {
  try {
    return (JSON.parse(text) as { readonly kind?: unknown } | null)?.kind === DRAWS_KIND
  } catch {
    return false
  }
}
