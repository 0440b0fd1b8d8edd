/** Pairs of playouts and playouts under a condition by hand, draw by draw, tallied as the engine tallies them. */
import type { ArmOutcome } from '../../src/engine/paired.ts'
import type { Design, VectorTally } from '../../src/engine/summary.ts'
import { mergeVectors, vectorOf } from '../../src/engine/vector.ts'
import { summaryOf } from './make.ts'

/** Playouts of one draw: in both worlds, in the changed one only, in the unchanged one only. */
export type PairDraw = readonly [both: number, up: number, down: number]

/** Playouts of one draw: as claimed with the condition, the condition, as claimed at all. */
export type GivenDraw = readonly [both: number, given: number, that: number]

/** Scores are one list per quantity, draw by draw over all batches. */
export type Scores = readonly (readonly number[])[]

export function pairOf(batches: readonly (readonly PairDraw[])[], scores: Scores = []): VectorTally {
  return tally(
    batches.map((batch) => batch.map(([both, up, down]) => [both + up, both + down, up, down])),
    scores,
  )
}

export function givenOf(batches: readonly (readonly GivenDraw[])[], scores: Scores = []): VectorTally {
  return tally(batches, scores)
}

function tally(batches: readonly (readonly (readonly number[])[])[], scores: Scores): VectorTally {
  let first = 0
  return batches
    .map((draws) => {
      const counts = draws[0]!.map((_, at) => draws.map((draw) => draw[at]!))
      const own = scores.map((score) => Float64Array.from(score.slice(first, first + draws.length)))
      first += draws.length
      return vectorOf(counts, own)
    })
    .reduce(mergeVectors)
}

/** An arm in which this pair, and nothing else, was counted for a claim. */
export function armOf(
  pair: VectorTally,
  given: {
    readonly design: Design
    readonly claim: string
    readonly parameters?: readonly string[]
  } & Partial<ArmOutcome>,
): ArmOutcome {
  const { design, claim, parameters = [], ...rest } = given
  return {
    id: 'change',
    summary: summaryOf({ design, parameters, scores: parameters.map(() => 0n) }),
    pairs: new Map([[claim, pair]]),
    parameters,
    scores: parameters.map(() => 0n),
    identical: false,
    ...rest,
  }
}
