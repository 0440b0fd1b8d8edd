/**
 * What a result rests on: every source that a run of the scenario uses, each once, with
 * the numbers and statements that it bears. What is stated but bears nothing is not cited.
 */
import { quantitiesRead } from '../engine/reads.ts'
import type { Quantity, Scenario, Source } from '../scenario/scenario.ts'
import { restsOf } from './rests.ts'

export interface Citation {
  readonly source: Source
  /** Ids of the quantities that the run reads from it. */
  readonly quantities: readonly string[]
  /** What else rests on it, in words: a promise, a vote, a base rate, a fact. */
  readonly statements: readonly string[]
}

export interface Citations {
  /** Sorted by id. */
  readonly cited: readonly Citation[]
  /** Ids of quantities that were stated without a source. */
  readonly unsourced: readonly string[]
  /** Ids of quantities that were not stated: a vague range stands in for each. */
  readonly assumed: readonly string[]
}

export function citationsOf(scenario: Scenario): Citations {
  const worlds = worldsOf(scenario)
  const sources = new Map(worlds.flatMap((world) => [...world.sources]))
  const read = worlds.flatMap(quantitiesRead)
  const rests = worlds.flatMap((world) => restsOf(world, { ratesByClass: world === scenario }))
  const used = new Set([...read, ...rests].flatMap(({ source }) => source ?? []))
  const cited = [...used].sort().flatMap((id): Citation[] => {
    const source = sources.get(id)
    if (source === undefined) return []
    return [
      {
        source,
        quantities: unique(read.filter((quantity) => quantity.source === id).map((quantity) => quantity.id)),
        statements: unique(rests.filter((rest) => rest.source === id).map(({ statement }) => statement)),
      },
    ]
  })
  // A number that a claim supposes needs no source: nobody says that it is so.
  return { cited, ...withoutSource(quantitiesRead(scenario)) }
}

/** The world as it is, and each that a claim makes of it. */
function worldsOf(scenario: Scenario): readonly Scenario[] {
  const made = new Map(
    scenario.claims.flatMap(({ do: change }) => (change ? [[change.text, change.world]] : [])),
  )
  return [scenario, ...made.values()]
}

function withoutSource(read: readonly Quantity[]): Pick<Citations, 'unsourced' | 'assumed'> {
  const none = read.filter(({ source }) => source === undefined)
  return {
    unsourced: none.filter(({ assumed }) => !assumed).map(({ id }) => id),
    // A neutral value that stands in for nothing said is no statement about the case.
    assumed: none.filter(({ assumed, law }) => assumed && law.kind !== 'fixed').map(({ id }) => id),
  }
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}
