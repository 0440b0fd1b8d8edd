/**
 * Every quantity that a scenario carries, by its id, and how many of the inputs
 * about the case itself are somebody's judgement. The theory's weights and
 * channels are left out of that count: they are the same for every case.
 */
import { flowQuantities } from '../scenario/flows.ts'
import { forceQuantities } from '../scenario/forces.ts'
import type { Quantity, Scenario } from '../scenario/scenario.ts'

/** Of the inputs that were stated or assumed, those that are judgement. */
export interface InputCount {
  readonly all: number
  /** Stated with a judgement as their source. */
  readonly judged: number
  /** Not stated: a vague prior stands in. */
  readonly assumed: number
}

export function inputCount(scenario: Scenario): InputCount {
  const inputs = statedInputs(scenario)
  const assumed = inputs.filter((quantity) => quantity.assumed).length
  const judged = inputs.filter((quantity) => !quantity.assumed && isJudgement(quantity, scenario)).length
  return { all: inputs.length, judged, assumed }
}

/** The inputs about the case that were stated, or that a vague prior stands in for. */
export function statedInputs(scenario: Scenario): readonly Quantity[] {
  return caseQuantities(scenario).filter(
    // A neutral value that stands in for nothing said is no statement about the case.
    (quantity) => quantity.role !== 'expectation' && !(quantity.assumed && quantity.law.kind === 'fixed'),
  )
}

function isJudgement(quantity: Quantity, scenario: Scenario): boolean {
  return quantity.source !== undefined && scenario.sources.get(quantity.source)?.kind === 'judgement'
}

/** All quantities, the theory's too. */
export function quantitiesById(scenario: Scenario): ReadonlyMap<string, Quantity> {
  const theory = [...scenario.channels.values()].flatMap((channel) => [
    ...Object.values(channel.quantities),
    ...(channel.reported ?? []),
    ...(channel.presence ?? []),
  ])
  const all = [
    ...caseQuantities(scenario),
    ...theory,
    ...scenario.weights.values(),
    ...scenario.rules.values(),
  ]
  return new Map(all.map((quantity) => [quantity.id, quantity]))
}

function caseQuantities(scenario: Scenario): readonly Quantity[] {
  return [
    ...[...scenario.actors.values()].flatMap((actor) => Object.values(actor.quantities)),
    ...[...scenario.ties.values()].flatMap((tie) => [
      ...Object.values(tie.quantities),
      ...tie.dependence.values(),
    ]),
    ...Object.values(scenario.crisis.quantities),
    ...[...scenario.proxies.values()].flatMap((proxy) => Object.values(proxy.quantities)),
    ...flowQuantities(scenario),
    ...forceQuantities(scenario),
    ...[...(scenario.council?.drafts ?? []), ...(scenario.council?.members ?? [])].flatMap(({ quantities }) =>
      Object.values(quantities),
    ),
    ...[...scenario.injects.values()].map(({ chance }) => chance),
  ]
}
