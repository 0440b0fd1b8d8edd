/**
 * From a coded crisis to the rows of the fit. Every input is read out of the engine's own memory at the medians of the
 * eve, after the step in which the engine makes it: nothing is worked out a second time, least of all what is owed.
 */
import { fillChance } from '../engine/chance.ts'
import type { Slot } from '../engine/code.ts'
import type { Kernel } from '../engine/kernel.ts'
import { elementOf, type Lens, lensOf } from '../engine/lens.ts'
import { makePlan, type Plan } from '../engine/plan.ts'
import { fillParameters, prepare, reset } from '../engine/run.ts'
import type { Design } from '../engine/summary.ts'
import { valuesOf } from '../engine/values.ts'
import type { Mechanism } from '../formula/mechanism.ts'
import { capacity } from '../mechanisms/capacity.ts'
import { obligation } from '../mechanisms/obligation.ts'
import { support } from '../mechanisms/support.ts'
import { CHANNELS, type Scenario } from '../scenario/scenario.ts'
import type { CodedCase } from './coded.ts'
import { FEATURES, type Feature, type Row } from './row.ts'

/** All draws are the same: the medians. As many as any engine has lanes. */
const AT_MEDIANS: Design = { batches: 1, draws: 8, playouts: 1 }

/** What a decision on the eve hangs on; the others begin with the first day. */
const DECIDING: readonly Mechanism[] = [obligation, capacity, support]

/** What was recorded is copied beside what the engine read, and touches none of it. */
export function rowsOf(
  { id, eve, deeds }: Pick<CodedCase, 'id' | 'eve' | 'deeds'>,
  kernelOf: (plan: Plan) => Kernel,
): Row[] {
  const view = atMedians(eve, kernelOf)
  return eve.dyads.map(({ supporter, recipient }, dyad) => {
    const deed = deeds.find((one) => one.supporter === supporter && one.recipient === recipient)
    return {
      of: id,
      supporter,
      recipient,
      pull: CHANNELS.map((_, channel) => FEATURES.map((feature) => pull(view, feature, [dyad, channel]))),
      owed: CHANNELS.map((_, channel) => Number(view.variable('obligation.required', [dyad, channel]) > 0)),
      closed: CHANNELS.map((_, channel) => view.variable('support.closed', [dyad, channel]) !== 0),
      recorded: CHANNELS.map((channel) => deed?.levels.get(channel)),
    }
  })
}

/** The memory of a playout on the eve, by name. */
interface View {
  /** Of a variable of any mechanism: `capacity.free`. */
  readonly variable: (name: string, at: readonly number[]) => number
  /** Of what the support decision reads: `stake`, `loading.access`. */
  readonly input: (name: string, at: readonly number[]) => number
}

function atMedians(scenario: Scenario, kernelOf: (plan: Plan) => Kernel): View {
  // What is put in later in the crisis is no part of its eve.
  const eve: Scenario = { ...scenario, injects: new Map(), claims: [] }
  const plan = makePlan(eve, { design: AT_MEDIANS, mechanisms: DECIDING })
  const kernel = kernelOf(plan)
  prepare(plan, kernel)
  const scores = plan.parameters.map(() => new Float64Array(AT_MEDIANS.draws))
  fillParameters(plan, kernel, { values: valuesOf(plan, scores), first: 0 })
  reset(plan, kernel, 'draw')
  kernel.draw()
  // Whether a channel is shut can be a matter of chance under a rival rule, and so comes with the playout.
  fillChance(kernel.memory, kernel.lanes, { elements: plan.chances, block: { firstDraw: 0, playout: 0 } })
  reset(plan, kernel, 'playout')
  kernel.playout()
  return viewOf(lensOf(eve, DECIDING), kernel)
}

function viewOf(lens: Lens, { memory, lanes }: Kernel): View {
  const value = (slot: Slot, at: readonly number[]): number => memory[elementOf(slot, at) * lanes]!
  return {
    variable: (name, at) => {
      const slot = lens.slot(name)
      if (!slot) throw new Error(`nothing computes ${name}`)
      return value(slot, at)
    },
    input: (name, at) => {
      const found = lens.meaning(support, name)
      return typeof found === 'object' ? value(found, at) : Number(found)
    },
  }
}

/** What the weight of the feature is multiplied with, sign and loading included (docs/theory.md 4). */
function pull(
  { variable, input }: View,
  feature: Feature,
  [dyad, channel]: readonly [number, number],
): number {
  const loading = (name: string): number => input(`loading.${name}`, [channel])
  switch (feature) {
    case 'alignment':
    case 'stake':
    case 'precommitment':
      return input(feature, [dyad])
    case 'rivalry':
      return variable('support.rival', [dyad])
    case 'freeCapacity':
      return variable('capacity.free', [dyad]) * loading('capacity')
    case 'access':
      return input('access', [dyad]) * loading('access')
    case 'nuclear':
      return -variable('support.nuclear', [dyad]) * loading('escalation')
    case 'opponentPower':
      return -variable('support.power', [dyad]) * loading('escalation')
    case 'thirdPartyCost':
      return -input('thirdPartyCost', [dyad]) * loading('visibility')
    case 'domesticConstraint':
      return -input('domesticConstraint', [dyad]) * loading('domestic')
  }
}
