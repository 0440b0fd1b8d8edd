/**
 * The playouts that a change turns: those in which a claim comes true in the changed world and
 * not in the world as it is, and the other way round, with what both worlds answer there.
 */
import { apartPaired } from './apart.ts'
import { bitsOf } from './bits.ts'
import { ask, type Contrast, meanOf, nearestTo, type Stage } from './explain.ts'
import type { Kernel } from './kernel.ts'
import type { Plan } from './plan.ts'
import { type Answer, keysOf, probeOf } from './probe.ts'
import { questionsOf } from './question.ts'
import { numberOf, type Place } from './replay.ts'
import { playBatch, prepare } from './run.ts'
import { spread } from './spread.ts'
import type { Condition } from '../scenario/scenario.ts'

/** One world, and the element of memory that says whether the claim came true in it. */
export interface World {
  readonly plan: Plan
  readonly kernel: Kernel
  readonly element: number
}

export interface Flips {
  /** Came true by the change. */
  readonly up: readonly Place[]
  /** Came true without it only. */
  readonly down: readonly Place[]
}

/** Flips of either kind, spread over the parameter draws, at most so many of each. */
export function flipsOf(
  worlds: { readonly changed: World; readonly asIs: World },
  options: { readonly most: number; readonly onBatch?: (done: number, of: number) => boolean | undefined },
): Flips {
  const { changed, asIs } = worlds
  const { most, onBatch } = options
  const { design } = asIs.plan
  const found = { up: spread(most), down: spread(most) }
  for (const { plan, kernel } of [changed, asIs]) prepare(plan, kernel)
  for (let batch = 0; batch < design.batches; batch++) {
    if (found.up.isFull() && found.down.isFull()) break
    const turned: Record<keyof Flips, Place[]> = { up: [], down: [] }
    const there = playedBits(changed, batch)
    const here = playedBits(asIs, batch)
    there.forEach((bit, at) => {
      const side = bit > here[at]! ? 'up' : bit < here[at]! ? 'down' : undefined
      if (side === undefined) return
      const playout = at % design.playouts
      const place = { batch, draw: (at - playout) / design.playouts, playout }
      turned[side].push({ ...place, number: numberOf(design, place) })
    })
    for (const side of ['up', 'down'] as const) found[side].add(turned[side])
    if (onBatch?.(batch + 1, design.batches) === false) break
  }
  return { up: found.up.places(), down: found.down.places() }
}

/** Whether the claim came true in each playout of a batch, in the order of their numbers. */
function playedBits({ plan, kernel, element }: World, batch: number): Uint8Array {
  const bits = bitsOf({ plan, kernel }, [element])
  playBatch(plan, kernel, { batch, see: bits.see })
  return bits.of(element)
}

/** One kind of flip: means in the changed world and in the world as it is, and the most typical flip of all. */
export interface Flipped {
  readonly n: number
  readonly contrasts: readonly Contrast[]
  readonly typical?: {
    readonly place: Place
    /** By question: in the changed world, and as it is. */
    readonly answers: readonly (readonly [Answer, Answer])[]
  }
}

export function flipped(
  stages: { readonly changed: Stage; readonly asIs: Stage },
  condition: Condition,
  places: readonly Place[],
): Flipped {
  const both = [stages.changed, stages.asIs]
  // A world that leaves a mechanism out has no question to it: only what both can be asked is compared.
  const asked = both.map(({ lens }) => questionsOf(lens, condition))
  const shared = asked[0]!.flatMap((question) => {
    const twin = asked[1]!.find((other) => JSON.stringify(nameOf(other)) === JSON.stringify(nameOf(question)))
    return twin === undefined ? [] : [[question, twin] as const]
  })
  const answers = both.map((stage, world) => {
    const probes = shared.map((pair) => probeOf(stage.lens, pair[world]!))
    return { probes, answers: places.map((place) => ask(stage, probes, place)) }
  })
  const means = answers.map((world) =>
    shared.map((_, question) => meanOf(world.answers.map((all) => all[question]))),
  )
  const joined = places.map((_, at) => [...answers[0]!.answers[at]!, ...answers[1]!.answers[at]!])
  const at = nearestTo([...means[0]!, ...means[1]!], joined)
  const place = places[at]
  return {
    n: places.length,
    contrasts: shared.map(([question], number) => {
      const pairs = places.map(
        (_, playout) =>
          [answers[0]!.answers[playout]![number], answers[1]!.answers[playout]![number]] as const,
      )
      return {
        question,
        keys: answers[0]!.probes[number]!.keys,
        means: means.map((world) => world[number]!),
        apart: apartPaired(question.kind, pairs),
      }
    }),
    ...(place === undefined
      ? {}
      : {
          typical: {
            place,
            answers: shared.map(
              (_, number) => [answers[0]!.answers[at]![number], answers[1]!.answers[at]![number]] as const,
            ),
          },
        }),
  }
}

function nameOf(question: ReturnType<typeof questionsOf>[number]): unknown {
  const { kind, metric, of, for: recipient, from, to } = question
  return [
    kind,
    metric,
    of,
    recipient,
    from,
    to,
    question.kind === 'choice' ? [question.level, question.day] : [],
    question.kind === 'threshold' ? question.level : [],
    question.kind === 'ways' ? keysOf(question) : [],
  ]
}
