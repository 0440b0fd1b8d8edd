/** A playout as plain JSON: every event, with raw sizes of terms and those shown on the screen. */
import type { Told, Trace } from '../engine/trace.ts'
import { envelope, type Json, type JsonOptions, toJson } from './json.ts'
import { termText } from './term-text.ts'
import { thousandths } from './thousandths.ts'

export function traceJson(trace: Trace, options: JsonOptions): Json {
  const { events, ...place } = trace
  const list = events.map(({ told, ...event }) => ({
    ...event,
    ...(told === undefined ? {} : { told: toldJson(told) }),
  }))
  return {
    ...envelope('trace', options),
    ...(toJson({ ...place, events: list }) as { readonly [key: string]: Json }),
  }
}

/** `sizes` are raw, in the order of the options; `shown` are whole thousandths that add up to `shownSums`. */
function toldJson(told: Told): unknown {
  const options = told.kind === 'choice' ? told.options : [{ whole: told.whole, sizes: told.sizes }]
  const shown = options.map(({ sizes, whole }) => thousandths(sizes, whole))
  return {
    kind: told.kind,
    ...restedOn(told),
    wholes: options.map(({ whole }) => whole),
    shownSums: shown.map(({ sum }) => sum),
    terms: told.keys.map((key, term) => ({
      key,
      says: termText(key),
      sizes: options.map(({ sizes }) => sizes[term]),
      shown: shown.map(({ terms }) => terms[term]),
      ...(told.kind === 'choice' && told.moved !== undefined ? { moved: told.moved[term] } : {}),
    })),
  }
}

function restedOn(told: Told): object {
  switch (told.kind) {
    case 'choice':
      return { chosen: told.chosen, runnerUp: told.runnerUp, closed: told.closed }
    case 'hazard':
      return { exposure: told.exposure, patience: told.patience }
    case 'threshold':
      return { cuts: told.cuts, passed: told.passed }
  }
}
