/**
 * The same playouts in several worlds: batch by batch the world as it is and every changed one, with the same
 * named chance, so that a pair of playouts differs by nothing but what the change causes. Per claim it is counted
 * how often it held here, there, and where the two part; what is kept does not grow with the playouts.
 */
import { asked } from './asked.ts'
import { bitsOf } from './bits.ts'
import { nothingDrawn } from './common.ts'
import type { Kernel } from './kernel.ts'
import { normalScores } from './latin.ts'
import type { Plan } from './plan.ts'
import { playBatch, prepare } from './run.ts'
import { sameData } from '../base/same-data.ts'
import { scoreSum } from './slope.ts'
import type { Summary, VectorTally } from './summary.ts'
import { merge } from './merge.ts'
import { emptySummary } from './tally.ts'
import { emptyVector, mergeVectors, vectorOf } from './vector.ts'

/** A changed world to be played beside the world as it is. */
export interface ArmPlan {
  readonly id: string
  readonly plan: Plan
  /** Claims whose playouts are paired; all that both worlds can answer unless stated. */
  readonly claims?: readonly string[]
}

/** Places of the four counts of a pair. */
export const PAIR = { arm: 0, base: 1, up: 2, down: 3 } as const
const COUNTS = 4

export interface ArmOutcome {
  readonly id: string
  readonly summary: Summary
  /** By claim id: playouts in which it held in the changed world, in the unchanged, in the former only, in the latter only. */
  readonly pairs: ReadonlyMap<string, VectorTally>
  /** Ids of the uncertain quantities of both worlds, in the order of the pairs' slopes. */
  readonly parameters: readonly string[]
  /** Sums of their normal scores, in units of 2^-32. */
  readonly scores: readonly bigint[]
  /** The changed world is the same as the unchanged one, number by number: nothing can differ. */
  readonly identical: boolean
}

export interface Paired {
  readonly base: Summary
  readonly arms: readonly ArmOutcome[]
}

export interface PairedOptions {
  /** Called after every batch of every world with the share done; return false to stop after the batch. */
  readonly onBatch?: (done: number, of: number) => boolean | undefined
}

/** A world with all that it is played with. */
interface Stage {
  readonly plan: Plan
  readonly kernel: Kernel
}

interface Side extends Stage {
  readonly id: string
  readonly claims: readonly { readonly id: string; readonly here: number; readonly there: number }[]
  /** Positions in the arm's own hypercube of the quantities that the base does not draw. */
  readonly added: readonly number[]
  readonly identical: boolean
}

/** Plays every batch of the base and of its arms. Stopped early, it returns the batches done. */
export function runPaired(
  base: Plan,
  arms: readonly ArmPlan[],
  options: PairedOptions & { readonly makeKernel: (plan: Plan) => Kernel },
): Paired {
  const { makeKernel, onBatch } = options
  const stage = prepared(base, makeKernel)
  const sides = arms.map((arm) => sideOf(base, arm, makeKernel))
  const of = base.design.batches * (1 + sides.length)
  let paired = emptyPaired(base, arms)
  let done = 0
  let goOn = true
  const told = (): void => {
    done += 1
    if (onBatch?.(done, of) === false) goOn = false
  }
  for (let batch = 0; goOn && batch < base.design.batches; batch++)
    paired = mergePaired(paired, playPair(stage, sides, { batch, told }))
  return paired
}

/** One batch of every world by itself: `runPaired` is the merger of these. */
export function runPairedBatch(
  base: Plan,
  arms: readonly ArmPlan[],
  options: { readonly makeKernel: (plan: Plan) => Kernel; readonly batch: number },
): Paired {
  const { makeKernel, batch } = options
  const sides = arms.map((arm) => sideOf(base, arm, makeKernel))
  return playPair(prepared(base, makeKernel), sides, { batch })
}

/** The tally of no batch. */
export function emptyPaired(base: Plan, arms: readonly ArmPlan[]): Paired {
  return {
    base: emptySummary(base),
    arms: arms.map((arm) => {
      const parameters = [
        ...base.parameters,
        ...addedTo(base, arm.plan).map((at) => arm.plan.parameters[at]!),
      ]
      return {
        id: arm.id,
        summary: emptySummary(asked(arm.plan)),
        pairs: new Map(claimsOf(base, arm).map(({ id }) => [id, emptyVector(COUNTS, parameters.length)])),
        parameters: parameters.map(({ id }) => id),
        scores: parameters.map(() => 0n),
        identical: isSame(base, arm.plan),
      }
    }),
  }
}

/** In any order and any grouping of batches the same. */
export function mergePaired(a: Paired, b: Paired): Paired {
  return {
    base: merge(a.base, b.base),
    arms: a.arms.map((one, at) => {
      const other = b.arms[at]!
      return {
        ...one,
        summary: merge(one.summary, other.summary),
        pairs: new Map([...one.pairs].map(([id, pair]) => [id, mergeVectors(pair, other.pairs.get(id)!)])),
        scores: one.scores.map((sum, place) => sum + other.scores[place]!),
      }
    }),
  }
}

function prepared(plan: Plan, makeKernel: (plan: Plan) => Kernel): Stage {
  const kernel = makeKernel(plan)
  prepare(plan, kernel)
  return { plan, kernel }
}

function sideOf(base: Plan, arm: ArmPlan, makeKernel: (plan: Plan) => Kernel): Side {
  const { plan, id } = arm
  if (plan.seed !== base.seed || !sameData(plan.design, base.design))
    throw new Error(`a world of another seed or design has no pairs: ${id}`)
  return {
    // Of a changed world nothing is shown but its claims: what they do not rest on is not played.
    ...prepared(asked(plan), makeKernel),
    id,
    claims: claimsOf(base, arm),
    added: addedTo(base, plan),
    identical: isSame(base, plan),
  }
}

function claimsOf(base: Plan, { plan, claims }: ArmPlan): Side['claims'] {
  const here = new Map(base.claims.map(({ id, element }) => [id, element]))
  return plan.claims
    .filter(({ id }) => here.has(id) && (claims?.includes(id) ?? true))
    .map(({ id, element }) => ({ id, here: here.get(id)!, there: element }))
}

function addedTo(base: Plan, arm: Plan): number[] {
  const known = new Set(base.parameters.map(({ id }) => id))
  return arm.parameters.flatMap(({ id }, at) => (known.has(id) ? [] : [at]))
}

/**
 * The same program, filled from the same numbers by the same chance; sources and readings of a number aside. What is
 * asked of a world is no part of it: a changed world may be asked less.
 */
function isSame(base: Plan, arm: Plan): boolean {
  return base === arm || sameData(whatDecides(base), whatDecides(arm))
}

function whatDecides(plan: Plan): unknown {
  const { program, worldSize, horizon, hypercube, chances } = plan
  const isWorld = ({ slot }: { readonly slot: { readonly offset: number } }): boolean =>
    slot.offset < worldSize
  const day = program.phases.day.filter(({ assigns }) => assigns.every(isWorld))
  const resets = plan.resets.filter(isWorld)
  const constants = plan.constants.filter(({ element }) => element < worldSize)
  const quantities = [...plan.parameters, ...(plan.variants ?? []).map(({ quantity }) => quantity)]
  const drawn = plan.drawn
    .filter(({ element }) => element < worldSize)
    .map(({ element, parameter }) => {
      const { id, law, bounds } = quantities[parameter]!
      return { element, id, law, bounds }
    })
  const ids = [...hypercube.quantities, ...hypercube.unseen]
  const correlations = hypercube.correlations.map(({ members, matrix }) => ({
    members: members.map((member) => ids[member]),
    matrix,
  }))
  const phases = { ...program.phases, day }
  return { phases, horizon, correlations, constants, drawn, chances, resets }
}

function playPair(
  stage: Stage,
  sides: readonly Side[],
  { batch, told }: { readonly batch: number; readonly told?: () => void },
): Paired {
  const elements = [...new Set(sides.flatMap(({ claims }) => claims.map(({ here }) => here)))]
  const here = bitsOf(stage, elements)
  const common = nothingDrawn()
  const base = playBatch(stage.plan, stage.kernel, { batch, common, see: here.see })
  told?.()
  const scores = normalScores(stage.plan.hypercube, batch, common).slice(0, stage.plan.parameters.length)
  const arms = sides.map((side) => {
    const there = bitsOf(
      side,
      side.claims.map((claim) => claim.there),
    )
    const summary = playBatch(side.plan, side.kernel, { batch, common, see: there.see })
    told?.()
    const own = side.added.length === 0 ? [] : normalScores(side.plan.hypercube, batch, common)
    const all = [...scores, ...side.added.map((at) => own[at]!)]
    const pairs = side.claims.map((claim) => {
      const counts = compared(stage.plan, there.of(claim.there), here.of(claim.here))
      return [claim.id, vectorOf(counts, all)] as const
    })
    return {
      id: side.id,
      summary,
      pairs: new Map(pairs),
      parameters: [...stage.plan.parameters, ...side.added.map((at) => side.plan.parameters[at]!)].map(
        ({ id }) => id,
      ),
      scores: all.map(scoreSum),
      identical: side.identical,
    }
  })
  return { base, arms }
}

/** By draw: held in the arm, in the base, in the arm only, in the base only. */
function compared(
  { design: { draws, playouts } }: Plan,
  arm: Uint8Array,
  base: Uint8Array,
): readonly Uint32Array[] {
  const counts = Array.from({ length: COUNTS }, () => new Uint32Array(draws))
  for (let draw = 0; draw < draws; draw++) {
    for (let at = draw * playouts; at < (draw + 1) * playouts; at++) {
      counts[PAIR.arm]![draw]! += arm[at]!
      counts[PAIR.base]![draw]! += base[at]!
      if (arm[at]! > base[at]!) counts[PAIR.up]![draw]! += 1
      if (arm[at]! < base[at]!) counts[PAIR.down]![draw]! += 1
    }
  }
  return counts
}
