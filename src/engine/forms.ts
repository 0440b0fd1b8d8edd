/** What came true under which forms of the rival rules: tallied draw by draw, merged exactly (`FormsTally`). */
import type { Quantity } from '../scenario/scenario.ts'
import { valueAt } from './law.ts'
import type { OutcomePlan, Plan } from './plan.ts'
import type { FormOutcome, FormsTally } from './summary.ts'

interface Rule {
  readonly quantity: Quantity
  /** Its place among the parameters. */
  readonly at: number
  readonly forms: number
}

/** The uncertain rules of a plan. */
function rulesOf({ parameters }: Plan): Rule[] {
  return parameters.flatMap((quantity, at) =>
    quantity.law.kind === 'choice' ? [{ quantity, at, forms: quantity.law.shares.length }] : [],
  )
}

function combinations(rules: readonly { readonly forms: number }[]): number {
  return rules.reduce((product, { forms }) => product * forms, 1)
}

/** The tally of no batch; none where every rule is certain. */
export function emptyForms(plan: Plan): FormsTally | undefined {
  const rules = rulesOf(plan)
  if (rules.length === 0) return undefined
  const zeros = (): number[] => Array.from({ length: combinations(rules) }, () => 0)
  const each = (outcomes: readonly OutcomePlan[]): Map<string, FormOutcome> =>
    new Map(outcomes.map(({ id }) => [id, { sums: zeros(), squares: zeros() }]))
  return {
    rules: rules.map(({ quantity, forms }) => ({ id: quantity.id, forms })),
    draws: zeros(),
    claims: each(plan.claims),
    sentences: each(plan.sentences),
  }
}

/** The tally of one batch: per outcome, claims before sentences, its playouts by draw; and the batch's normal scores. */
export function formsOf(
  plan: Plan,
  successes: readonly Uint32Array[],
  scores: readonly Float64Array[],
): FormsTally | undefined {
  const tally = emptyForms(plan)
  if (tally === undefined) return undefined
  const rules = rulesOf(plan)
  const places = Array.from({ length: plan.design.draws }, (_, draw) =>
    rules.reduce(
      (place, { quantity, at, forms }) => place * forms + valueAt(quantity, scores[at]![draw]!),
      0,
    ),
  )
  const draws = [...tally.draws]
  for (const place of places) draws[place]! += 1
  const outcomes = [...tally.claims.values(), ...tally.sentences.values()]
  outcomes.forEach(({ sums, squares }, at) => {
    successes[at]!.forEach((count, draw) => {
      sums[places[draw]!]! += count
      squares[places[draw]!]! += count * count
    })
  })
  return { ...tally, draws }
}

export function mergeForms(a: FormsTally | undefined, b: FormsTally | undefined): FormsTally | undefined {
  if (a === undefined || b === undefined) return undefined
  const each = (
    one: ReadonlyMap<string, FormOutcome>,
    other: ReadonlyMap<string, FormOutcome>,
  ): Map<string, FormOutcome> =>
    new Map(
      [...one].map(([id, { sums, squares }]) => {
        const more = other.get(id)!
        return [id, { sums: added(sums, more.sums), squares: added(squares, more.squares) }]
      }),
    )
  return {
    rules: a.rules,
    draws: added(a.draws, b.draws),
    claims: each(a.claims, b.claims),
    sentences: each(a.sentences, b.sentences),
  }
}

function added(a: readonly number[], b: readonly number[]): number[] {
  return a.map((count, place) => count + b[place]!)
}
