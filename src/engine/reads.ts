/** What a run takes in: every quantity that a mechanism reads or that a claim states as a fact. */
import type { Quantity, Scenario } from '../scenario/scenario.ts'
import { lower } from './lower.ts'
import { lowerClaims } from './lower-claim.ts'
import { mechanismsOf } from './running.ts'

/** Sorted by id, each once; what is only expected stands beside the result and is not among them. */
export function quantitiesRead(scenario: Scenario): readonly Quantity[] {
  const builder = lower(scenario, mechanismsOf(scenario))
  lowerClaims(builder, scenario)
  const found = new Map<string, Quantity>()
  // What injects put in the place of a quantity is read as well, under the same id: the scenario's own is shown.
  for (const { values } of [...builder.inputs].sort(
    (a, b) => Number(b.put !== undefined) - Number(a.put !== undefined),
  )) {
    for (const value of values)
      if (typeof value === 'object' && value.role !== 'expectation') found.set(value.id, value)
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
