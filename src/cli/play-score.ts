/** From coded crises to a scorecard: every crisis left out in turn, or a user's crises by the weights that ship. */
import { QUICK_DESIGN } from '../engine/plan.ts'
import type { Plan } from '../engine/plan.ts'
import type { Kernel } from '../engine/kernel.ts'
import { agreement } from '../history/sheet/agreement.ts'
import type { NamedSheet } from '../history/sheet/agreement-match.ts'
import { RESAMPLES } from '../history/score/bootstrap.ts'
import type { CodedCase } from '../history/coded.ts'
import { AS_SHIPPED } from '../history/form.ts'
import { type LeftOut, leaveOneOut, predictAll } from '../history/loco.ts'
import { SCORED_DESIGN } from '../history/predict.ts'
import type { Forecaster } from '../history/prediction.ts'
import { type Codings, otherCodings } from '../history/score/codings.ts'
import { rowFacts } from '../history/score/input.ts'
import { recordedCells } from '../history/score/record.ts'
import {
  type Scorecard,
  scorecard,
  type ScoreOptions,
  type SheetAgreement,
} from '../history/score/scorecard.ts'
import { codingsOf } from '../history/sheet/sheet-of.ts'
import { onSheet, shared } from '../history/sheet/shared-rows.ts'
import { withSheet } from '../history/sheet/with-sheet.ts'
import { makeKernel } from '../host/engine.ts'
import { scoredModels } from '../host/scored-models.ts'

export interface ScoreFlags {
  readonly seed: number
  readonly quick?: boolean
}

export interface ScoreWatch {
  /** The inputs of this sheet are those of the model; the record stays as it ships. */
  readonly sheet?: NamedSheet
  /** Another coder's, to be compared with the coding that ships. */
  readonly second?: NamedSheet
  /** The other codings are fitted as well. */
  readonly codings?: boolean
  readonly onFold?: (done: number, of: number) => void
}

export interface PlayedScore {
  readonly card: Scorecard
  readonly left: Omit<LeftOut, 'folds'> & Partial<Pick<LeftOut, 'folds'>>
}

const QUICK_RESAMPLES = 1000

const kernelOf = (plan: Plan): Kernel => makeKernel(plan, 'wasm')

export function designOfScore({ quick = false }: Pick<ScoreFlags, 'quick'>): typeof SCORED_DESIGN {
  return quick ? QUICK_DESIGN : SCORED_DESIGN
}

/** Each crisis by a fit on the others. */
export function playScore(
  shipped: readonly CodedCase[],
  flags: ScoreFlags,
  { sheet, second, codings = false, onFold }: ScoreWatch = {},
): PlayedScore & { readonly left: LeftOut } {
  const options = { form: AS_SHIPPED, seed: flags.seed, kernelOf }
  const cases = sheet === undefined ? shipped : withSheet(shipped, sheet.codings)
  const others = second === undefined ? 1 : 2
  const steps = codings ? (1 + others) * cases.length : cases.length
  const left = leaveOneOut(cases, {
    ...options,
    design: designOfScore(flags),
    onFold: (done) => onFold?.(done, steps),
  })
  const compared = codings
    ? otherCodings(cases, left, {
        ...options,
        ...(second === undefined
          ? {}
          : { second: withSheet(onSheet(shipped, second.codings), second.codings) }),
        onFold: (done) => onFold?.(cases.length + done, steps),
      })
    : undefined
  const other = sheet ?? second
  const told = {
    ...scoreOptions(cases, flags),
    ...(other === undefined
      ? {}
      : { agreement: { ...agreed(shipped, other, flags), played: sheet !== undefined } }),
  }
  return { card: carded(left, compared, told), left }
}

/** A second coder who has not coded every row is scored on those that there are. */
function carded(left: LeftOut, compared: Codings | undefined, options: ScoreOptions): Scorecard {
  if (compared === undefined) return scorecard(left, options)
  const { second, ...whole } = compared
  if (second === undefined || second.odds.length === left.cells.length)
    return scorecard(left, { ...options, codings: compared })
  const card = scorecard(left, { ...options, codings: whole })
  if (second.odds.length === 0) return card
  const known = new Set(second.cells)
  const places = left.cells.flatMap((cell, at) => (known.has(cell) ? [at] : []))
  const cut = ({ id, odds }: Forecaster): Forecaster => ({ id, odds: places.map((at) => odds[at]!) })
  const both = { clauses: cut(whole.clauses), labels: cut(whole.labels), second }
  const { beside } = scorecard(
    { cells: places.map((at) => left.cells[at]!), model: both.clauses, groups: [], voids: [] },
    { ...options, training: left.cells, codings: both },
  )
  const codings = [...(card.beside.codings ?? []), ...(beside.codings ?? []).slice(-1)]
  return { ...card, beside: { ...card.beside, codings } }
}

function agreed(
  shipped: readonly CodedCase[],
  { name, codings }: NamedSheet,
  { seed }: ScoreFlags,
): SheetAgreement {
  const { groups, variables } = agreement(shared(codingsOf(shipped), codings), { seed })
  return { sheet: name, groups, variables }
}

/** A user's crises by the weights that ship; what is usual is counted over the crises that ship. */
export function playFrozen(
  cases: readonly CodedCase[],
  shipped: readonly CodedCase[],
  { onFold, ...flags }: ScoreFlags & Pick<ScoreWatch, 'onFold'>,
): PlayedScore {
  const left = predictAll(cases, 'shipped', {
    form: AS_SHIPPED,
    seed: flags.seed,
    kernelOf,
    design: designOfScore(flags),
    ...(onFold === undefined ? {} : { onFold }),
  })
  // Nothing is played for the record: the engine without a compiler is the quicker one.
  const training = recordedCells(shipped, (plan) => makeKernel(plan, 'interpreter'))
  const told = { ...scoreOptions(cases, flags), training, trainingFacts: rowFacts(shipped), barless: true }
  return { left, card: scorecard(left, told) }
}

function scoreOptions(cases: readonly CodedCase[], { seed, quick = false }: ScoreFlags) {
  return {
    seed,
    facts: rowFacts(cases),
    variants: scoredModels(),
    resamples: quick ? QUICK_RESAMPLES : RESAMPLES,
  }
}
