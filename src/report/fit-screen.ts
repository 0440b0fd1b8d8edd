/** A fit on the screen: what was believed before, what the crises made of it, and on whose word it began. */
import { type Fitted, GRID } from '../history/fit/fit.ts'
import { marginals } from '../history/fit/posterior.ts'
import { PRIOR_SOURCES, priorMarginals } from '../history/fit/prior.ts'
import type { Hyper } from '../history/parameter.ts'
import { wrap } from './wrap.ts'

/** What was fitted. */
export interface FitScope {
  readonly cases: number
  readonly rows: number
  readonly cells: number
  /** Cells on record that a rule shuts: known beforehand, and not fitted. */
  readonly shut?: number
  readonly form: string
  readonly seed: number
  /** The crisis that was left out. */
  readonly leftOut?: string
}

/** What the letters stand for; before the first channel of each. */
const LETTERS: Readonly<Record<string, string>> = {
  alpha: 'the readiness to give',
  gamma: 'the rising price of more',
  kappa: 'the threshold of giving any',
}

const WORDS: readonly string[] = [
  'spread: how far a weight may lie from the outside estimate, as a logarithm',
  'pooling: how far a channel may lie from the mean of all channels',
  'leaning: how far supporters differ for reasons that nobody coded',
  'salience: how far crises differ for reasons that nobody coded',
]

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
    ...marginals(fitted).flatMap(({ id, p05, p50, p95 }, at, all) => [
      ...(letterOf(id) === letterOf(all[at - 1]?.id) ? [] : headText(letterOf(id))),
      row(id, [prior[at]!.p50, p50, p05, p95].map(shown)),
    ]),
    '',
    ...said('Before: the median of the prior. After: that of the posterior, with its range.'),
    ...WORDS.flatMap((text) => wrap(text, { width, indent: INDENT, hang: 2 * INDENT })),
    '',
    ...said('Chosen by leaving out one crisis after the other (log-likelihood of the one left out):'),
    ...fitted.scores.map(({ hyper: { spread, pooling }, score }) => {
      const isChosen = spread === hyper.spread && pooling === hyper.pooling
      const name = `   spread ${spread}, pooling ${pooling}`
      return `${name.padEnd(ID_WIDTH)}${score.toFixed(2).padStart(COLUMN + 2)}${isChosen ? '   chosen' : ''}`
    }),
    ...edges(fitted).flatMap(said),
    '',
    'The prior rests on',
    ...PRIOR_SOURCES.flatMap(({ of, says }) =>
      wrap(`${of}: ${says}`, { width, indent: INDENT, hang: 2 * INDENT }),
    ),
    '',
  ].join('\n')
}

function scopeText({ cases, rows, cells, shut = 0, leftOut }: Omit<FitScope, 'form' | 'seed'>): string {
  const without = leftOut === undefined ? '' : `, without ${leftOut}`
  return `Fit of the support decision to ${cases} coded crises${without}: ${rows} pairs of supporter and side, ${cells} cells on record${shut === 0 ? '' : `, besides ${shut} that a rule shuts, as combat is to institutions: known beforehand, and not fitted`}.`
}

function row(name: string, columns: readonly string[]): string {
  return `${name.padEnd(ID_WIDTH)}${columns.map((text) => text.padStart(COLUMN)).join('')}`
}

function shown(value: number): string {
  return value.toFixed(2)
}

/** `alpha` of `channels.combat.alpha`. */
function letterOf(id = ''): string | undefined {
  return id.startsWith('channels.') ? id.split('.').at(-1) : undefined
}

function headText(letter: string | undefined): readonly string[] {
  const meaning = LETTERS[letter ?? '']
  return meaning === undefined ? [] : [`${letter}: ${meaning}`]
}

/** Where a wider grid might have chosen otherwise. */
function edges({ hyper, scores }: Fitted): readonly string[] {
  if (scores.length === 0) return []
  return (['spread', 'pooling'] as const).flatMap((name) => {
    const end = endOf(name, hyper)
    return end === undefined
      ? []
      : [`The ${name} chosen, ${hyper[name]}, is the ${end} that was tried: it lies at the edge of the grid.`]
  })
}

function endOf(name: keyof Hyper, hyper: Hyper): 'largest' | 'smallest' | undefined {
  const tried = GRID.map((one) => one[name])
  if (hyper[name] === Math.max(...tried)) return 'largest'
  return hyper[name] === Math.min(...tried) ? 'smallest' : undefined
}
