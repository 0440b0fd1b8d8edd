/**
 * What the model is bad at, computed and not picked: kinds of cells in which it does worse than climatology, or in
 * which more, or less, happened than it said. No kind is chosen by what was recorded, which would make any forecaster
 * look bad.
 */
import { CHANNELS } from '../../scenario/scenario.ts'
import { type Estimate, meanOf } from './bootstrap.ts'
import { CONFIDENCES } from '../coded.ts'
import type { Cell, Forecaster, Odds } from '../prediction.ts'
import { atLeast, rankedScore, SUBSTANTIAL } from './score.ts'
import { type RowFact, rowKey } from './input.ts'
import { apart, type Chosen, type Ground, read, summed } from './standings.ts'

/** A smaller kind is an anecdote. */
export const LEAST_CELLS = 10
/** So many cases are named. */
const NAMED = 3
/** Under the first, substantial support was called unlikely, over the second likely. */
const UNLIKELY = 0.2
const LIKELY = 0.6

export interface Kind {
  /** `channel: combat`, `owed something`. */
  readonly id: string
  readonly cells: number
  readonly model: number
  readonly climatology: number
  /** Model less climatology, ranked score. */
  readonly difference: Estimate
  /** Share recorded less mean forecast, of any support and of substantial support. */
  readonly any: Estimate
  readonly substantial: Estimate
  /** Where the ranked score loses most against climatology, and where most more, or less, happened than was said. */
  readonly cases: {
    readonly difference: readonly string[]
    readonly any: readonly string[]
    readonly substantial: readonly string[]
  }
}

export interface Contest {
  readonly model: Forecaster
  readonly climatology: Forecaster
  readonly facts: ReadonlyMap<string, RowFact>
}

/** Every kind of cell with enough of them. */
export function kindsOf(ground: Ground, contest: Contest): readonly Kind[] {
  return choices(contest).flatMap(([id, chosen]) => kindOf(ground, contest, { id, chosen }) ?? [])
}

function choices({ model, facts }: Contest): readonly (readonly [string, Chosen])[] {
  const fact = (cell: Cell): RowFact | undefined => facts.get(rowKey(cell))
  const said = (at: number): number => atLeast(model.odds[at]!, SUBSTANTIAL)
  return [
    ...CHANNELS.map((channel): readonly [string, Chosen] => [
      `channel: ${channel}`,
      (cell) => cell.channel === channel,
    ]),
    ...CONFIDENCES.map((word): readonly [string, Chosen] => [
      `coder's confidence: ${word}`,
      (cell) => fact(cell)?.confidence === word,
    ]),
    ['the recipient is attacked', (cell) => fact(cell)?.role === 'attacked'],
    ['the recipient attacks', (cell) => fact(cell)?.role === 'attacker'],
    ['a promise asks for the channel', (cell) => cell.owed],
    ['no promise asks for the channel', (cell) => !cell.owed],
    ['the coder is not sure', (cell) => cell.unsure],
    ['the coder is sure', (cell) => !cell.unsure],
    [`substantial support given under ${UNLIKELY}`, (_, at) => said(at) < UNLIKELY],
    [
      `substantial support given ${UNLIKELY} to ${LIKELY}`,
      (_, at) => said(at) >= UNLIKELY && said(at) < LIKELY,
    ],
    [`substantial support given ${LIKELY} or more`, (_, at) => said(at) >= LIKELY],
  ]
}

function kindOf(
  ground: Ground,
  { model, climatology }: Contest,
  { id, chosen }: { readonly id: string; readonly chosen: Chosen },
): Kind | undefined {
  const meanIn = (value: (cell: Cell, at: number) => number) =>
    summed(ground, (cell, at) => (chosen(cell, at) ? value(cell, at) : undefined))
  const own = meanIn(({ recorded }, at) => rankedScore(model.odds[at]!, recorded))
  const other = meanIn(({ recorded }, at) => rankedScore(climatology.odds[at]!, recorded))
  const missed = (level: number) =>
    meanIn(({ recorded }, at) => Number(recorded >= level) - atLeast(model.odds[at]!, level))
  const [worse, any, substantial] = [apart(own, other), missed(1), missed(SUBSTANTIAL)]
  const cells = own.count.reduce((sum, count) => sum + count, 0)
  if (cells < LEAST_CELLS) return undefined
  const total = (sums: Float64Array): number => sums.reduce((sum, one) => sum + one, 0) / cells
  const named = (sums: Float64Array, sign: number): readonly string[] =>
    ground.cases
      .map((name, at) => ({ name, share: sign * sums[at]! }))
      .filter(({ share }) => share > 0)
      .sort((a, b) => b.share - a.share)
      .slice(0, NAMED)
      .map(({ name }) => name)
  const along = (sums: Float64Array): readonly string[] => named(sums, Math.sign(total(sums)))
  return {
    id,
    cells,
    model: total(own.sum),
    climatology: total(other.sum),
    difference: read(ground, meanOf(worse))!,
    any: read(ground, meanOf(any))!,
    substantial: read(ground, meanOf(substantial))!,
    cases: { difference: named(worse.sum, 1), any: along(any.sum), substantial: along(substantial.sum) },
  }
}

/** Worse than climatology, the largest loss first. */
export function worseThanClimatology(kinds: readonly Kind[]): readonly Kind[] {
  return kinds
    .filter(({ difference }) => difference.value > 0)
    .sort((a, b) => b.difference.value - a.difference.value)
}

/** Those in which the record lies furthest from what was said, surely so first. */
export function mostBiased(
  kinds: readonly Kind[],
  level: 'any' | 'substantial',
  most: number,
): readonly Kind[] {
  const sure = (kind: Kind): boolean => (kind[level].low ?? 0) > 0 || (kind[level].high ?? 0) < 0
  return [...kinds]
    .sort((a, b) => Number(sure(b)) - Number(sure(a)) || Math.abs(b[level].value) - Math.abs(a[level].value))
    .slice(0, most)
}

/** A cell as it was said and as it was. */
export interface Miss {
  readonly cell: Cell
  readonly odds: Odds
  readonly score: number
}

/** The dearest cells first. */
export function worstCells(cells: readonly Cell[], model: Forecaster): readonly Miss[] {
  return cells
    .map((cell, at) => ({ cell, odds: model.odds[at]!, score: rankedScore(model.odds[at]!, cell.recorded) }))
    .sort((a, b) => b.score - a.score)
}
