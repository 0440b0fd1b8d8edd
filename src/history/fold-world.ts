/**
 * The eve of a crisis under the weights of a fold: every quantity that is fitted is replaced, with its range and with
 * what moves together, so that nothing that was ever fitted on the crisis itself is left in it.
 */
import { CHANNELS, type Quantity, type Scenario } from '../scenario/scenario.ts'
import { PARAMETERS, type Posterior } from './parameter.ts'
import { correlations, type Marginal, marginals } from './fit/posterior.ts'

/** Days that are played: the slowest help has come by then, so that the largest level is what was decided. */
const DAYS = 180
/** Would end the help as well as the fighting; the record is of the whole crisis, however long it lasted. */
const WITHOUT = 'termination'

/** The weights that the theory ships, as they are, or those of a posterior. */
export type Weights = Posterior | 'shipped'

export function foldWorld(eve: Scenario, weights: Weights): Scenario {
  const held = scored(eve)
  return weights === 'shipped' ? held : fitted(held, weights)
}

/** The eve as all predictions are scored on it: coded crises are salient ones, and nobody's claims are asked. */
function scored(eve: Scenario): Scenario {
  const { without, crisis } = eve
  return {
    ...eve,
    weights: new Map(
      [...eve.weights].map(([name, quantity]) => [
        name,
        name in HELD ? certain(quantity, HELD[name]!) : quantity,
      ]),
    ),
    crisis: { ...crisis, horizon: Math.max(DAYS, crisis.horizon) },
    without: { ...without, mechanisms: [...without.mechanisms, WITHOUT] },
    claims: [],
    untested: new Map(),
  }
}

/** Not fitted: the scale of all other weights, and the correction for crises that were picked for being salient. */
const HELD: Readonly<Record<string, number>> = { precision: 1, selection: 0 }

function certain(quantity: Quantity, value: number): Quantity {
  return { ...quantity, law: { kind: 'fixed', value } }
}

function fitted(eve: Scenario, posterior: Posterior): Scenario {
  const known = new Map(marginals(posterior).map((marginal) => [marginal.id, marginal]))
  const refit = (quantity: Quantity): Quantity => {
    const marginal = known.get(quantity.id)
    return marginal === undefined ? quantity : ranging(quantity, marginal)
  }
  return {
    ...eve,
    weights: new Map([...eve.weights].map(([name, quantity]) => [name, refit(quantity)])),
    channels: new Map(
      CHANNELS.map((id) => {
        const channel = eve.channels.get(id)!
        const quantities = Object.entries(channel.quantities).map(
          ([name, one]) => [name, refit(one)] as const,
        )
        return [id, { ...channel, quantities: Object.fromEntries(quantities) }]
      }),
    ),
    correlations: [
      ...eve.correlations.filter(({ between }) => !between.some((id) => PARAMETERS.includes(id))),
      // What is certain moves with nothing.
      ...correlations(posterior).filter(({ between }) => between.every((id) => isDrawn(known.get(id)))),
    ],
  }
}

function ranging(quantity: Quantity, marginal: Marginal): Quantity {
  const { p05, p50, p95 } = marginal
  if (!isDrawn(marginal)) return certain(quantity, p50)
  return { ...quantity, law: { kind: 'quantiles', p05, p50, p95 } }
}

function isDrawn(marginal: Marginal | undefined): boolean {
  return marginal !== undefined && marginal.p05 < marginal.p95
}
