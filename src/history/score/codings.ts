/**
 * The same crises coded otherwise: what a promise asks clause by clause, the label of the tie as a number, and the
 * inputs of a second coder. All are fitted fold by fold and compared in the closed form, on the same record.
 */
import type { Kernel } from '../../engine/kernel.ts'
import type { Plan } from '../../engine/plan.ts'
import { CHANNELS } from '../../scenario/scenario.ts'
import type { CodedCase } from '../coded.ts'
import { fit } from '../fit/fit.ts'
import type { Form } from '../form.ts'
import { closedOdds } from '../fit/frozen.ts'
import { byLabels } from '../labels.ts'
import type { LeftOut } from '../loco.ts'
import type { Hyper, Posterior } from '../parameter.ts'
import { type Cell, type Forecaster, type Odds, SHUT } from '../prediction.ts'
import type { Row } from '../row.ts'
import { rowsOf } from '../rows.ts'

export interface CodingOptions {
  readonly form: Form
  readonly seed: number
  readonly kernelOf: (plan: Plan) => Kernel
  /** The same crises by another coder, with the rows that were coded by both. */
  readonly second?: readonly CodedCase[]
  readonly onFold?: (done: number, of: number) => void
  /** The fit of the house unless stated. */
  readonly fit?: (rows: readonly Row[], options: FoldFit) => Posterior
}

interface FoldFit {
  readonly form: Form
  readonly seed: number
  readonly hyper: Hyper
  readonly draws: number
}

/** A mean over draws needs fewer of them than the ranges that ship. */
const DRAWS = 64

/** Closed forms on the same cells. */
export interface Codings {
  readonly clauses: Forecaster
  readonly labels: Forecaster
  /** On these cells, of the rows that the other coder has; on all where there are none. */
  readonly second?: Forecaster & { readonly cells?: readonly Cell[] }
}

/** Beside the closed form of the same folds by clauses, the other codings, cell for cell. */
export function otherCodings(
  cases: readonly CodedCase[],
  { cells, frozen, folds }: Pick<LeftOut, 'cells' | 'frozen'> & Folds,
  { second, onFold, ...options }: CodingOptions,
): Codings {
  const { kernelOf } = options
  const labels = cases.map((one) => byLabels(rowsOf(one, kernelOf), one))
  const others = second?.map((one) => (one.eve.dyads.length === 0 ? [] : rowsOf(one, kernelOf)))
  const coded = [labels, ...(others === undefined ? [] : [others])]
  const steps = coded.length * cases.length
  const ownCells = others === undefined ? [] : cellsOfRows(cells, others.flat())
  const [byLabel, bySecond] = coded.map((rows, at) =>
    refitted(
      rows,
      { cells: at === 0 ? cells : ownCells, folds },
      { ...options, onFold: (done) => onFold?.(at * cases.length + done, steps) },
    ),
  )
  return {
    clauses: { ...frozen, id: 'clauses' },
    labels: { id: 'labels', odds: byLabel! },
    ...(bySecond === undefined ? {} : { second: { id: 'second coder', odds: bySecond, cells: ownCells } }),
  }
}

/** Of the rows that there are, in the same order. */
function cellsOfRows(cells: readonly Cell[], rows: readonly Named[]): readonly Cell[] {
  const known = new Set(rows.map((row) => keyOf(row, '')))
  return cells.filter((cell) => known.has(keyOf(cell, '')))
}

/** How far the priors reach was chosen in each fold without its crisis, and need not be chosen again. */
interface Folds {
  readonly folds: readonly { readonly of: string; readonly hyper: Hyper }[]
}

/** `rows`: by case. */
function refitted(
  rows: readonly (readonly Row[])[],
  { cells, folds }: Folds & { readonly cells: readonly Cell[] },
  { form, seed, onFold, fit: fitted = fit }: Omit<CodingOptions, 'second' | 'kernelOf'>,
): readonly Odds[] {
  const said = new Map<string, Odds>()
  for (const [at, own] of rows.entries()) {
    const posterior = fitted(rows.toSpliced(at, 1).flat(), {
      form,
      seed,
      hyper: folds[at]!.hyper,
      draws: DRAWS,
    })
    for (const row of own)
      closedOdds(row, posterior, form).forEach((odds, channel) =>
        said.set(keyOf(row, CHANNELS[channel]!), odds ?? SHUT),
      )
    onFold?.(at + 1, rows.length)
  }
  return cells.map((cell) => {
    const odds = said.get(keyOf(cell, cell.channel))
    if (odds === undefined) throw new Error(`not predicted: ${keyOf(cell, cell.channel)}`)
    return odds
  })
}

type Named = { readonly of: string; readonly supporter: string; readonly recipient: string }

function keyOf({ of, supporter, recipient }: Named, channel: string): string {
  return `${of}:${supporter}:${recipient}:${channel}`
}
