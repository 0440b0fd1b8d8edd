/**
 * Every crisis predicted by weights that never saw it. A fold is fitted on all other crises alone: the spread of the
 * weights, the pooling of the channels and the weights themselves. Whatever happened in the crisis left out is read
 * only afterwards, to stand beside the prediction.
 */
import type { Kernel } from '../engine/kernel.ts'
import type { Plan } from '../engine/plan.ts'
import type { Design } from '../engine/summary.ts'
import { CHANNELS } from '../scenario/scenario.ts'
import type { CodedCase } from './coded.ts'
import { fit } from './fit/fit.ts'
import type { Weights } from './fold-world.ts'
import type { Form } from './form.ts'
import { closedOdds } from './fit/frozen.ts'
import type { Hyper, Posterior } from './parameter.ts'
import { cellKey, predict } from './predict.ts'
import { type Odds, SHUT } from './prediction.ts'
import type { Row } from './row.ts'
import { rowsOf } from './rows.ts'
import type { Predicted } from './score/input.ts'
import { cellOf } from './score/record.ts'
import { shippedDraws } from './shipped-draws.ts'

/** With the closed form of the same weights, in which nothing moves in the course of the crisis. */
export type Predictions = Required<Predicted>

export interface LeftOut extends Predictions {
  readonly folds: readonly { readonly of: string; readonly hyper: Hyper; readonly posterior: Posterior }[]
}

export interface Options {
  readonly form: Form
  readonly seed: number
  readonly design?: Design
  readonly kernelOf: (plan: Plan) => Kernel
  /** Called after every case. */
  readonly onFold?: (done: number, of: number) => void
}

export interface FoldOptions extends Options {
  /** The fit of the house unless stated. */
  readonly fit?: typeof fit
  /** Draws that are kept of a posterior. */
  readonly draws?: number
}

/** Each crisis in turn is left out, and predicted by a fit on the others. */
export function leaveOneOut(cases: readonly CodedCase[], options: FoldOptions): LeftOut {
  const { form, seed, draws, kernelOf, onFold, fit: fitted = fit } = options
  const rows = cases.map((one) => rowsOf(one, kernelOf))
  const folds = cases.map((one, at) => {
    const others = rows.filter((_, other) => other !== at).flat()
    const posterior = fitted(others, { form, seed, ...(draws === undefined ? {} : { draws }) })
    const predicted = predictCase(one, rows[at]!, { ...options, weights: posterior, posterior })
    onFold?.(at + 1, cases.length)
    return { of: one.id, hyper: posterior.hyper, posterior, predicted }
  })
  return {
    ...joined(folds.map(({ predicted }) => predicted)),
    folds: folds.map(({ of, hyper, posterior }) => ({ of, hyper, posterior })),
  }
}

/** All crises by the same weights: nothing of them is fitted here. */
export function predictAll(cases: readonly CodedCase[], weights: Weights, options: Options): Predictions {
  return joined(
    cases.map((one, at) => {
      const posterior = weights === 'shipped' ? shippedDraws(one.eve, options.seed) : weights
      const rows = rowsOf(one, options.kernelOf)
      const predicted = predictCase(one, rows, { ...options, weights, posterior })
      options.onFold?.(at + 1, cases.length)
      return predicted
    }),
  )
}

/** Of one case. */
type Part = Omit<Predictions, 'model' | 'frozen'> & {
  readonly model: readonly Odds[]
  readonly frozen: readonly Odds[]
}

function predictCase(
  one: CodedCase,
  rows: readonly Row[],
  { weights, posterior, ...options }: Options & { readonly weights: Weights; readonly posterior: Posterior },
): Part {
  const { odds, entered } = predict(one, weights, options)
  const asked = rows.flatMap((row) => {
    const frozen = closedOdds(row, posterior, options.form)
    return CHANNELS.map((channel, at) => ({
      cell: cellOf(one, row, channel),
      model: odds.get(cellKey(row, channel))!,
      frozen: frozen[at] ?? SHUT,
    }))
  })
  const scored = asked.flatMap(({ cell, ...rest }) =>
    cell.recorded === undefined ? [] : [{ ...rest, cell: { ...cell, recorded: cell.recorded } }],
  )
  return {
    cells: scored.map(({ cell }) => cell),
    model: scored.map(({ model }) => model),
    frozen: scored.map(({ frozen }) => frozen),
    groups: one.groups.map(({ group, day, inSample, within = one.eve.crisis.horizon }) => ({
      of: one.id,
      group,
      within,
      p: entered.get(group)![within]!,
      entered: day !== undefined && day <= within,
      inSample,
    })),
    voids: [
      ...asked.flatMap(({ cell: { supporter, channel, recorded } }) =>
        recorded === undefined ? [{ of: one.id, supporter, channel, because: UNRECORDED }] : [],
      ),
      ...one.left.map((left) => ({ of: one.id, ...left })),
    ],
  }
}

const UNRECORDED = 'the record does not say'

function joined(all: readonly Part[]): Predictions {
  return {
    cells: all.flatMap(({ cells }) => cells),
    model: { id: 'model', odds: all.flatMap(({ model }) => model) },
    frozen: { id: 'frozen', odds: all.flatMap(({ frozen }) => frozen) },
    groups: all.flatMap(({ groups }) => groups),
    voids: all.flatMap(({ voids }) => voids),
  }
}
