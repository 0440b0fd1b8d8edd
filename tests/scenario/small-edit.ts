/** The small scenario with some of its text replaced, and what is told of it. */
import { SMALL, toldOf, world } from './small.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'

export type Edit = readonly [string, string]

/** With the first of each text replaced; fails where there is nothing to replace. */
export function smallWith(...edits: readonly Edit[]): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the scenario does not contain ${from}`)
    return text.replace(from, () => to)
  }, SMALL)
}

/** Fails when it has a fault. */
export function smallWorld(...edits: readonly Edit[]): Scenario {
  return world({ base: smallWith(...edits) })
}

/** Code and covered text of all faults and warnings, in order. */
export function toldWith(...edits: readonly Edit[]): [string, string | undefined][] {
  return toldOf({ base: smallWith(...edits) }).map(([code, , covered]) => [code, covered])
}

/** The scenario with these lines under `injects:`, an item each. */
export function injecting(...items: readonly string[]): Edit {
  return ['claims:\n', `injects:\n${items.map((item) => `  - ${item}\n`).join('')}claims:\n`]
}
