/** What `explain` plays for one claim: the run for its verdict, a sample of playouts of either side, and their terms. */
import { explain, type Stage } from '../engine/explain.ts'
import { flipped, flipsOf } from '../engine/flips.ts'
import { interpreter } from '../engine/interpreter.ts'
import type { Kernel } from '../engine/kernel.ts'
import { lensOf } from '../engine/lens.ts'
import type { Plan } from '../engine/plan.ts'
import { type Place, replayOf } from '../engine/replay.ts'
import { type Sides, sidesOf } from '../engine/sides.ts'
import { type Trace, tracerOf } from '../engine/trace.ts'
import { makeKernel } from '../host/engine.ts'
import { verdictOf } from '../judge/claim.ts'
import { type Compared, type Explanation, fewText, type Told } from '../report/explain-screen.ts'
import { countText } from '../report/number-text.ts'
import type { Claim, Condition, Scenario } from '../scenario/scenario.ts'
import type { Io } from './io.ts'
import { designOf, type RunFlags } from './options.ts'
import { playWorlds, type Worlds, worldsOf } from './worlds.ts'
import { progressOf } from './progress.ts'

/** Playouts looked at on either side. */
const MOST = 200

export interface Asked {
  readonly scenario: Scenario
  readonly claim: Claim
  readonly path: string
  readonly flags: RunFlags
  readonly io: Io
}

export function explained(asked: Asked): Explanation {
  const { scenario, claim, flags, io } = asked
  const design = designOf(flags)
  const worlds = worldsOf({ ...scenario, claims: [claim] }, { seed: flags.seed, design })
  const played = playWorlds(worlds, flags.engine, io)
  const found = verdictOf(claim, { scenario, ...played })
  const isPlayed = claim.that !== undefined && claim.kind !== 'fact' && found.reason.kind !== 'left out'
  return { claim, found, design, compared: isPlayed ? comparedOf(claim.that, worlds, asked) : [] }
}

function comparedOf(that: Condition, worlds: Worlds, asked: Asked): Compared[] {
  const { scenario, claim } = asked
  const [arm] = worlds.arms
  if (claim.do === undefined || arm === undefined)
    return [bySides(that, { scenario, plan: worlds.plan }, asked)]
  const changed = { scenario: claim.do.world, plan: arm.plan }
  if (claim.effect === undefined) return [bySides(that, changed, asked)]
  return byFlips(that, { changed, asIs: { scenario, plan: worlds.plan } }, asked)
}

/** A world as it is played. */
interface World {
  readonly scenario: Scenario
  readonly plan: Plan
}

/** What the two sides are called, in the columns and in sentences. */
const WORDS = {
  truth: { heads: ['true', 'not'], typical: ['where it came true', 'where it did not'] },
  condition: { heads: ['with', 'without'], typical: ['with the condition', 'without it'] },
} as const

/**
 * Playouts of one world in which the claim came true, against those in which it did not; of a claim on what its
 * condition makes of it, those that meet the condition against those that do not.
 */
function bySides(that: Condition, world: World, asked: Asked): Compared {
  const { claim, flags, io } = asked
  const { plan, scenario } = world
  const own = plan.claims.find(({ id }) => id === claim.id)!.element
  const given = plan.vectors.find(({ id }) => id === claim.id)?.elements[1]
  const isFiltered = given !== undefined && claim.effect === undefined
  const isContrast = given !== undefined && claim.effect !== undefined
  const progress = progressOf(io, plan.design)
  const sides = sidesOf(plan, makeKernel(plan, flags.engine), {
    most: MOST,
    sideOf: (at) =>
      isFiltered && at(given) === 0 ? undefined : at(isContrast ? given : own) === 1 ? 'held' : 'not',
    onBatch: progress.onBatch,
  })
  progress.stop()
  const stage = stageOf(world, makeKernel(plan, flags.engine))
  const { contrasts, typical } = explain(stage, that, [sides.held, sides.not])
  const words = isContrast ? WORDS.condition : WORDS.truth
  return {
    heads: words.heads,
    says: isContrast ? conditionSays(sides) : sidesSay(sides, isFiltered),
    contrasts,
    typical: typical.flatMap((place, side) =>
      place === undefined
        ? []
        : [
            {
              title: `Most typical ${words.typical[side]}`,
              told: told(stage, place, { asked, world: scenario }),
            },
          ],
    ),
  }
}

function sidesSay({ held, not }: Sides, isFiltered: boolean): string[] {
  const of = isFiltered ? ' of those that meet the condition' : ''
  if (held.length === 0) return [`It came true in no playout${of}: there is only what held it back.`]
  if (not.length === 0) return [`It came true in every playout${of}: there is only what brought it about.`]
  return [
    `Set against each other, taken from all parameter draws alike: ${playoutsText(held)} in which it came true and ${playoutsText(not)} in which it did not${of}.`,
  ]
}

function conditionSays({ held, not }: Sides): string[] {
  if (held.length === 0) return ['No playout meets the condition: there is only what it is without it.']
  if (not.length === 0) return ['Every playout meets the condition: there is only what it is with it.']
  return [
    `Set against each other, taken from all parameter draws alike: ${playoutsText(held)} with the condition met and ${playoutsText(not)} without.`,
  ]
}

function playoutsText({ length }: readonly Place[]): string {
  return `${countText(length)} ${length === 1 ? 'playout' : 'playouts'}${fewText(length)}`
}

/** Playouts that the change turns: what it was made of in the changed world, and as it is. */
function byFlips(
  that: Condition,
  { changed, asIs }: { readonly changed: World; readonly asIs: World },
  asked: Asked,
): Compared[] {
  const { claim, flags, io } = asked
  const kernelOf = ({ plan }: World): Kernel => makeKernel(plan, flags.engine)
  const element = ({ plan }: World): number => plan.claims.find(({ id }) => id === claim.id)!.element
  const side = (world: World): Parameters<typeof flipsOf>[0]['changed'] => ({
    plan: world.plan,
    kernel: kernelOf(world),
    element: element(world),
  })
  const progress = progressOf(io, asIs.plan.design)
  const flips = flipsOf(
    { changed: side(changed), asIs: side(asIs) },
    { most: MOST, onBatch: progress.onBatch },
  )
  progress.stop()
  const stages = { changed: stageOf(changed, kernelOf(changed)), asIs: stageOf(asIs, kernelOf(asIs)) }
  const ways = [
    { places: flips.up, says: 'that the change makes come true' },
    { places: flips.down, says: 'that the change keeps from coming true' },
  ]
  if (ways.every(({ places }) => places.length === 0))
    return [
      { heads: ['changed', 'as it is'], says: ['The change turns no playout.'], contrasts: [], typical: [] },
    ]
  return ways.map(({ places, says }): Compared => {
    const { contrasts, typical } = flipped(stages, that, places)
    const count =
      places.length === 0
        ? 'There is no playout'
        : `Taken from all parameter draws alike: ${playoutsText(places)}`
    const tell = (world: 'changed' | 'asIs'): Told =>
      told(stages[world], typical!.place, { asked, world: (world === 'changed' ? changed : asIs).scenario })
    return {
      heads: ['changed', 'as it is'],
      says: [`${count} ${says}.`],
      contrasts: places.length === 0 ? [] : contrasts,
      paired: { answers: typical?.answers ?? [] },
      typical:
        typical === undefined
          ? []
          : [
              { title: 'Most typical of them, in the changed world', told: tell('changed') },
              { title: 'The same, as it is', told: tell('asIs') },
            ],
    }
  })
}

function stageOf({ scenario, plan }: World, kernel: Kernel): Stage {
  return { lens: lensOf(scenario), replay: replayOf(plan, kernel) }
}

function told(
  { lens, replay }: Stage,
  place: Place,
  { asked, world }: { readonly asked: Asked; readonly world: Scenario },
): Told {
  const { path, flags, claim, scenario } = asked
  const tell = tracerOf(lens, replay, { seed: flags.seed, horizon: world.crisis.horizon })
  const options = [
    `--playout ${place.number}`,
    ...(flags.seed === 1 ? [] : [`--seed ${flags.seed}`]),
    ...(flags.quick ? ['--quick'] : []),
    ...(flags.batches === undefined ? [] : [`--batches ${flags.batches}`]),
    ...(world === scenario ? [] : [`--do ${claim.id}`]),
  ]
  return { trace: tell(place), command: `foedus trace ${path} ${options.join(' ')}` }
}

/** One playout of a world, by the plain engine. */
export function traced(scenario: Scenario, plan: Plan, place: Place): Trace {
  const { lens, replay } = stageOf({ scenario, plan }, interpreter(plan.program, 1))
  return tracerOf(lens, replay, plan)(place)
}
