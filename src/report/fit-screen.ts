/** A fit on the screen: what was believed before, what the crises made of it, and on whose word it began. */
import type { Fitted } from '../history/fit/fit.ts'
import { marginals } from '../history/fit/posterior.ts'
import { PRIOR_SOURCES, priorMarginals } from '../history/fit/prior.ts'
import { wrap } from './wrap.ts'

/** What was fitted. */
export interface FitScope {
  readonly cases: number
  readonly rows: number
  readonly cells: number
  readonly form: string
  readonly seed: number
  /** The crisis that was left out. */
  readonly leftOut?: string
}

const ID_WIDTH = 28
const COLUMN = 8
const INDENT = 3

export function fitScreen(
  fitted: Fitted,
  { width, ...scope }: FitScope & { readonly width: number },
): string {
  const said = (text: string): string[] => wrap(text, { width, indent: 0 })
  const prior = priorMarginals(fitted.hyper)
  const { hyper, draws } = fitted
  return [
    ...said(scopeText(scope)),
    ...said(
      `${draws.length} draws, seed ${scope.seed}; records as in the form ${scope.form}; spread ${hyper.spread}, pooling ${hyper.pooling}.`,
    ),
    '',
    row('', ['before', 'after', '5 %', '95 %']),
    ...marginals(fitted).map(({ id, p05, p50, p95 }, at) =>
      row(id, [prior[at]!.p50, p50, p05, p95].map(shown)),
    ),
    '',
    ...said('Before: the median of the prior. After: that of the posterior, with its range.'),
    '',
    ...said('Chosen by leaving out one crisis after the other (log-likelihood of the one left out):'),
    ...fitted.scores.map(({ hyper: { spread, pooling }, score }) => {
      const isChosen = spread === hyper.spread && pooling === hyper.pooling
      const name = `   spread ${spread}, pooling ${pooling}`
      return `${name.padEnd(ID_WIDTH)}${score.toFixed(2).padStart(COLUMN + 2)}${isChosen ? '   chosen' : ''}`
    }),
    '',
    'The prior rests on',
    ...PRIOR_SOURCES.flatMap(({ of, says }) =>
      wrap(`${of}: ${says}`, { width, indent: INDENT, hang: 2 * INDENT }),
    ),
    '',
  ].join('\n')
}

function scopeText({ cases, rows, cells, leftOut }: Omit<FitScope, 'form' | 'seed'>): string {
  const without = leftOut === undefined ? '' : `, without ${leftOut}`
  return `Fit of the support decision to ${cases} coded crises${without}: ${rows} pairs of supporter and side, ${cells} cells on record.`
}

function row(name: string, columns: readonly string[]): string {
  return `${name.padEnd(ID_WIDTH)}${columns.map((text) => text.padStart(COLUMN)).join('')}`
}

function shown(value: number): string {
  return value.toFixed(2)
}
