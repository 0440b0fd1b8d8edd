/** The weights that ship as draws of a posterior, so that their closed form can stand beside what the engine plays. */
import { normalScores } from '../engine/latin.ts'
import { valueAt } from '../engine/law.ts'
import { makePlan } from '../engine/plan.ts'
import type { Design } from '../engine/summary.ts'
import { CHANNELS, type Quantity, type Scenario } from '../scenario/scenario.ts'
import { foldWorld } from './fold-world.ts'
import { PARAMETERS, type Posterior } from './parameter.ts'

/** As many as are kept of a posterior. */
const KEPT: Design = { batches: 4, draws: 64, playouts: 1 }
/** Nothing was chosen. */
const NO_HYPER: Posterior['hyper'] = { spread: 0, pooling: 0 }

export function shippedDraws(eve: Scenario, seed: number): Posterior {
  const world = foldWorld(eve, 'shipped')
  const plan = makePlan(world, { seed, design: KEPT })
  const quantities = PARAMETERS.map((id) => quantityOf(world, id))
  const places = PARAMETERS.map((id) => plan.parameters.findIndex((one) => one.id === id))
  const draws = Array.from({ length: KEPT.batches }, (_, batch) => {
    const scores = normalScores(plan.hypercube, batch)
    return Array.from({ length: KEPT.draws }, (__, draw) =>
      Float64Array.from(quantities, (quantity, at) => valueAt(quantity, scores[places[at]!]?.[draw] ?? 0)),
    )
  })
  return { hyper: NO_HYPER, draws: draws.flat() }
}

function quantityOf({ weights, channels }: Scenario, id: string): Quantity {
  const all = [
    ...weights.values(),
    ...CHANNELS.flatMap((one) => Object.values(channels.get(one)!.quantities)),
  ]
  const found = all.find((quantity) => quantity.id === id)
  if (!found) throw new Error(`the theory has no ${id}`)
  return found
}
