/**
 * Scenario → Plan: the program, what fills its memory, what is read off at the end.
 * Nothing is left to look up by name while it runs.
 */
import type { Mechanism } from '../formula/mechanism.ts'
import type { Quantity, Scenario } from '../scenario/scenario.ts'
import { type ChanceElement, chanceElements } from './chance.ts'
import type { History, Program } from './code.ts'
import type { Hypercube } from './latin.ts'
import { histogramsOf, meansOf } from './histograms.ts'
import type { Builder, Reset } from './builder.ts'
import { lower } from './lower.ts'
import { lowerClaims } from './lower-claim.ts'
import { mechanismsOf } from './running.ts'
import { sameData } from '../base/same-data.ts'
import type { Design } from './summary.ts'

/** 16 × 64 × 16 = 16,384 playouts (docs/theory.md 7). */
export const DEFAULT_DESIGN: Design = { batches: 16, draws: 64, playouts: 16 }
/** A first picture: 4 × 64 × 8 = 2,048 playouts (docs/theory.md 7). */
export const QUICK_DESIGN: Design = { batches: 4, draws: 64, playouts: 8 }

/** A whole-number quantity whose distribution is kept: bin = value, the last bin takes what is larger or never. */
export interface HistogramPlan {
  readonly name: string
  readonly element: number
  readonly bins: number
}

export interface MeanPlan {
  readonly name: string
  readonly element: number
}

/** A quantity of which the largest value is kept. */
export interface PeakPlan {
  readonly name: string
  readonly element: number
}

export interface OutcomePlan {
  readonly id: string
  readonly element: number
}

/** Flags of one claim that are counted side by side. */
export interface VectorPlan {
  readonly id: string
  readonly elements: readonly number[]
}

export interface Plan {
  readonly seed: number
  readonly design: Design
  readonly horizon: number
  /** The latest day that is played: the horizon, or beyond it what claims ask of slow flows. */
  readonly lastDay: number
  readonly program: Program
  /** Elements that the mechanisms need; what claims ask comes after them. */
  readonly worldSize: number
  /** The uncertain quantities, sorted by id. */
  readonly parameters: readonly Quantity[]
  readonly hypercube: Hypercube
  /** Elements that hold one number throughout. */
  readonly constants: readonly { readonly element: number; readonly value: number }[]
  /** Where an inject has a parameter follow another law than the scenario: drawn at the same normal score. */
  readonly variants?: readonly { readonly parameter: number; readonly quantity: Quantity }[]
  /** Elements that hold a parameter of the draw; numbers beyond the parameters are variants. */
  readonly drawn: readonly { readonly element: number; readonly parameter: number }[]
  readonly chances: readonly ChanceElement[]
  readonly resets: readonly Reset[]
  readonly claims: readonly OutcomePlan[]
  readonly sentences: readonly OutcomePlan[]
  /** Claims with a condition: what is claimed together with it, the condition, what is claimed. */
  readonly vectors: readonly VectorPlan[]
  /** Ids of the claims about what a mechanism would compute that the scenario leaves out. */
  readonly unasked: readonly string[]
  readonly histograms: readonly HistogramPlan[]
  readonly means: readonly MeanPlan[]
  readonly peaks: readonly PeakPlan[]
}

export interface PlanOptions {
  readonly seed?: number
  readonly design?: Design
  readonly mechanisms?: readonly Mechanism[]
}

export function makePlan(scenario: Scenario, options: PlanOptions = {}): Plan {
  const seed = options.seed ?? 1
  const design = options.design ?? DEFAULT_DESIGN
  const builder = lower(scenario, options.mechanisms ?? mechanismsOf(scenario))
  const worldSize = builder.size
  const outcomes = lowerClaims(builder, scenario)
  const program = programOf(builder, outcomes.lastDay)
  const parameters = uncertain(builder)
  const ids = parameters.map((quantity) => quantity.id)
  const outcome = ([id, slot]: [string, { offset: number }]): OutcomePlan => ({ id, element: slot.offset })
  return {
    seed,
    design,
    horizon: scenario.crisis.horizon,
    lastDay: outcomes.lastDay,
    program,
    worldSize,
    parameters,
    hypercube: { seed, draws: design.draws, quantities: ids, ...correlated(scenario, ids) },
    ...fills(builder, parameters),
    chances: chanceElements(builder.chances, { scenario, space: builder.space, seed }),
    resets: builder.resets,
    claims: [...outcomes.claims].map(outcome),
    sentences: [...outcomes.sentences].map(outcome),
    vectors: [...outcomes.given].map(([id, { both, given, that }]) => ({
      id,
      elements: [both.offset, given.offset, that.offset],
    })),
    unasked: outcomes.unasked,
    histograms: histogramsOf(builder),
    means: meansOf(builder),
    peaks: beliefPeak(builder),
  }
}

/** Histories come last, so that how long they are moves nothing else. */
function programOf(builder: Builder, lastDay: number): Program {
  const histories = builder.histories.map((history): History => {
    const offset = builder.size
    builder.size += history.perDay * (lastDay + 1)
    return { ...history, offset }
  })
  const { size, phases, live } = builder
  const whole = { ...phases, day: [...live.dawn, ...phases.day] }
  return { size, phases: whole, ...(histories.length > 0 ? { histories } : {}) }
}

function uncertain({ inputs }: Builder): Quantity[] {
  const found = new Map<string, Quantity>()
  // What the scenario says comes first; what injects put in its place counts where that is certain.
  for (const { values } of [...inputs.filter(({ put }) => !put), ...inputs.filter(({ put }) => put)]) {
    for (const value of values)
      if (typeof value === 'object' && value.law.kind !== 'fixed' && !found.has(value.id))
        found.set(value.id, value)
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function fills(
  builder: Builder,
  parameters: readonly Quantity[],
): Pick<Plan, 'constants' | 'drawn' | 'variants'> {
  const constants: { element: number; value: number }[] = []
  const drawn: { element: number; parameter: number }[] = []
  const variants: { parameter: number; quantity: Quantity }[] = []
  const places = new Map(parameters.map(({ id }, place) => [id, place]))
  for (const { slot, values, put } of builder.inputs) {
    values.forEach((value, at) => {
      const element = slot.offset + at
      if (typeof value === 'number') constants.push({ element, value })
      else if (value.law.kind === 'fixed') constants.push({ element, value: value.law.value })
      else {
        const parameter = places.get(value.id)!
        const isOther = put !== undefined && !sameData(parameters[parameter]!.law, value.law)
        const variant = parameters.length + variants.length
        if (isOther) variants.push({ parameter, quantity: value })
        drawn.push({ element, parameter: isOther ? variant : parameter })
      }
    })
  }
  return { constants, drawn, ...(variants.length > 0 ? { variants } : {}) }
}

/**
 * Quantities that are correlated with each other, directly or through others, with their matrix. One that is
 * certain in this world keeps its place in the group, so that the others keep their draws.
 */
function correlated(scenario: Scenario, ids: readonly string[]): Pick<Hypercube, 'unseen' | 'correlations'> {
  const groups: Set<string>[] = []
  for (const { between } of scenario.correlations) {
    const touched = groups.filter((group) => between.some((id) => group.has(id)))
    const merged = new Set([...touched.flatMap((group) => [...group]), ...between])
    for (const group of touched) groups.splice(groups.indexOf(group), 1)
    groups.push(merged)
  }
  const named = new Set(groups.flatMap((group) => [...group]))
  const unseen = [...named].filter((id) => !ids.includes(id)).sort()
  const all = [...ids, ...unseen]
  const rhos = new Map<string, number>()
  for (const { between, rho: stated } of scenario.correlations)
    for (const a of between) for (const b of between) rhos.set(JSON.stringify([a, b]), a === b ? 1 : stated)
  const rho = (a: string, b: string): number => rhos.get(JSON.stringify([a, b])) ?? 0
  const correlations = groups.map((group) => {
    const sorted = [...group].sort()
    return {
      members: sorted.map((id) => all.indexOf(id)),
      matrix: sorted.map((a) => sorted.map((b) => rho(a, b))),
    }
  })
  return { unseen, correlations }
}

/** How far beliefs about others' help were from settled after the last round of the fixpoint. */
function beliefPeak(builder: Builder): PeakPlan[] {
  const slot = builder.slots.get('support.residual')?.slot
  return slot ? [{ name: 'belief-residual', element: slot.offset }] : []
}
