/**
 * A posterior as a patch in the language of scenarios: ranges and what moves together, so that any scenario can be
 * played with what the coded crises teach.
 */
import { CHANNELS } from '../../scenario/scenario.ts'
import type { Posterior } from '../parameter.ts'
import { correlations, marginals } from './posterior.ts'

/** How such a patch begins, by which it is known for one. */
export const PATCH_OPENS = '# A posterior over coded crises, written by foedus history fit.'
const SOURCE = 'coded-crises'
/** Digits of a number: more would only tell the draws apart. */
const DIGITS = 4

/** `source`: the title under which the numbers are cited. */
export function posteriorPatch(posterior: Posterior, { source }: { readonly source: string }): string {
  const ranges = new Map(
    marginals(posterior).map(({ id, p05, p50, p95 }) => [id, [p05, p50, p95].map(shown).join(', ')]),
  )
  const entries = (prefix: string, indent: string): string[] =>
    [...ranges]
      .filter(([id]) => id.startsWith(prefix))
      .map(([id, range]) => `${indent}${id.slice(prefix.length)}: { range: [${range}], source: ${SOURCE} }`)
  const paired = correlations(posterior).map(
    ({ between, rho }) => `  - { between: [${between.join(', ')}], rho: ${rho}, source: ${SOURCE} }`,
  )
  return [
    PATCH_OPENS,
    'foedus: 1',
    '',
    'sources:',
    `  ${SOURCE}:`,
    '    kind: computed',
    // Every JSON text is one in double quotes of YAML.
    `    title: ${JSON.stringify(source)}`,
    '',
    'weights:',
    ...entries('weights.', '  '),
    '',
    'channels:',
    ...CHANNELS.flatMap((channel) => [`  ${channel}:`, ...entries(`channels.${channel}.`, '    ')]),
    ...(paired.length === 0
      ? []
      : ['', '# Normal scores that move together in the draws.', 'correlations:', ...paired]),
    '',
  ].join('\n')
}

function shown(value: number): string {
  return String(Number(value.toPrecision(DIGITS)))
}
