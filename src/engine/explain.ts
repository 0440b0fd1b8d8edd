/**
 * What tells the playouts in which a claim came true from those in which it did not: the mean
 * size of every term on either side, and the playout on each that is most like its side.
 */
import { type Apart, apartOf } from './apart.ts'
import type { Lens } from './lens.ts'
import { type Answer, type Probe, probeOf } from './probe.ts'
import { type Question, questionsOf } from './question.ts'
import type { Day, Place, Replay } from './replay.ts'
import type { Condition } from '../scenario/scenario.ts'

/** Means of one question over the playouts of one side. */
export interface Mean {
  /** Playouts in which the question arose. */
  readonly n: number
  /** By key; absent where it arose in none. */
  readonly sizes?: readonly number[]
}

export interface Contrast {
  readonly question: Question
  readonly keys: readonly string[]
  /** In the order in which the sides were given. */
  readonly means: readonly Mean[]
  /** How far the two sides part; undefined where one is empty. */
  readonly apart: Apart | undefined
}

export interface Explained {
  readonly contrasts: readonly Contrast[]
  /** By side: the playout nearest to its mean; absent where the side is empty. */
  readonly typical: readonly (Place | undefined)[]
}

export interface Stage {
  readonly lens: Lens
  readonly replay: Replay
}

/** All questions of the condition over each side. */
export function explain(
  stage: Stage,
  condition: Condition,
  sides: readonly [readonly Place[], readonly Place[]],
): Explained {
  const questions = questionsOf(stage.lens, condition)
  const probes = questions.map((question) => probeOf(stage.lens, question))
  const answers = sides.map((places) => places.map((place) => ask(stage, probes, place)))
  const of = (side: number, question: number): Answer[] => answers[side]!.map((all) => all[question])
  const means = answers.map((_, side) => questions.map((__, question) => meanOf(of(side, question))))
  return {
    contrasts: questions.map((question, at) => ({
      question,
      keys: probes[at]!.keys,
      means: means.map((side) => side[at]!),
      apart: apartOf(question.kind, [of(0, at), of(1, at)]),
    })),
    typical: sides.map((places, side) => places[nearestTo(means[side]!, answers[side]!)]),
  }
}

/** The answers of one playout, a question each. */
export function ask({ replay }: Stage, probes: readonly Probe[], place: Place): Answer[] {
  for (const probe of probes) probe.begin()
  const see = (day: Day): void => {
    for (const probe of probes) probe.see(day)
  }
  replay(place, { see, to: Math.max(0, ...probes.map(({ to }) => to)) })
  return probes.map((probe) => probe.answer())
}

export function meanOf(answers: readonly Answer[]): Mean {
  const given = answers.flatMap((answer) => (answer === undefined ? [] : [answer]))
  const [first] = given
  if (first === undefined) return { n: 0 }
  const sizes = first.map((_, key) => given.reduce((sum, answer) => sum + answer[key]!, 0) / given.length)
  return { n: given.length, sizes }
}

/** Position of the first playout whose answers lie nearest to the means; a question that never arose adds nothing. */
export function nearestTo(means: readonly Mean[], answers: readonly (readonly Answer[])[]): number {
  const away = answers.map((all) =>
    all.reduce((sum, answer, question) => sum + distance(answer, means[question]?.sizes), 0),
  )
  let nearest = 0
  away.forEach((far, at) => {
    if (far < away[nearest]!) nearest = at
  })
  return nearest
}

function distance(answer: Answer, mean: readonly number[] | undefined): number {
  if (answer === undefined || mean === undefined) return 0
  return answer.reduce((sum, size, key) => sum + (size - mean[key]!) * (size - mean[key]!), 0)
}
