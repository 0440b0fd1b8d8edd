/** The page of metrics: everything that a claim, or the condition of an inject, can ask for. Generated from the list that they read. */
import { METRICS } from '../mechanisms/metrics.ts'
import type { Metric } from '../mechanisms/metric.ts'

/** Whom `of:` names, as a reader looks for it; and whom `for:` names, where it has one. */
const OF: Readonly<Record<Metric['of'], string>> = {
  supporter: 'a supporter',
  draft: 'a draft',
  group: 'a group',
  crisis: '',
  arms: 'a kind of arms',
  shipment: 'a shipment',
  market: 'a seller',
  buyer: 'a buyer',
  belligerent: 'a belligerent',
  candidate: 'a candidate',
  inject: 'an inject',
}
const FOR: Readonly<Partial<Record<Metric['of'], string>>> = {
  supporter: 'the recipient',
  buyer: 'the seller',
  candidate: 'the leader',
}

export function metricsPage(): string {
  const mechanisms = [...new Set(METRICS.map(({ name }) => name.slice(0, name.indexOf('.'))))]
  return [
    '# What can be asked',
    '',
    'Printed from the code; do not edit. A claim asks for a metric under `metric:`, the condition of an inject by its name with',
    'its subjects in brackets. A *state* has a value every day, an *event* is 0 until it happens, and a *fact* is known',
    'before the first day. Support has three stages, chosen by `take:`: decided, delivered (unless stated) and observed.',
    '',
    ...mechanisms.flatMap((mechanism) => [
      `## ${mechanism}`,
      '',
      '| metric | `of:` | `for:` | unit | kind | what it is |',
      '|---|---|---|---|---|---|',
      ...METRICS.filter(({ name }) => name.startsWith(`${mechanism}.`)).map(row),
      '',
    ]),
  ].join('\n')
}

function row({ name, of, dyadic, unit, kind, about }: Metric): string {
  return `| \`${name}\` | ${OF[of]} | ${dyadic ? (FOR[of] ?? '') : ''} | ${unit} | ${kind} | ${about} |`
}
