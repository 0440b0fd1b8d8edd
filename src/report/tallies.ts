/** Everything that a run counted, as it stands in a receipt: by section, name and field. */
import { hash } from '../engine/fingerprint.ts'
import type { ArmOutcome } from '../engine/paired.ts'
import type { Design, Summary } from '../engine/summary.ts'
import { type Json, summaryJson, toJson } from './json.ts'

/** By section, name and field, as they stand in JSON. */
export type Tallies = { readonly [section: string]: Json }

/** How many playouts were counted is part of what was counted. */
export type Counted = Tallies & { readonly design: Json & Design }

/** What came of a run: the world as it is, and those that claims make of it, by the text of the change. */
export interface Outcome {
  readonly summary: Summary
  readonly arms: ReadonlyMap<string, ArmOutcome>
}

/** Nothing is left out of the hash of the tallies. */
const ALL: ReadonlySet<string> = new Set()

/** As they come back from a file: what JSON cannot tell apart is not told apart here either. */
export function talliesOf({ summary, arms }: Outcome): Counted {
  const worlds = [...arms].map(([text, arm]) => [`world with ${text}`, worldTallies(arm)] as const)
  const tallies = { ...sectionsOf(summary), ...Object.fromEntries(worlds) }
  return JSON.parse(JSON.stringify(tallies)) as Counted
}

/** The pairs of the claims that ask for the effect, and a hash of all else that was counted there. */
function worldTallies({ summary, pairs }: ArmOutcome): Json {
  return { ...(toJson(pairs) as Tallies), 'all tallies': hashOf(sectionsOf(summary)) }
}

function sectionsOf(summary: Summary): Tallies {
  const json = summaryJson(summary, { version: '' }) as { readonly [key: string]: Json }
  const { foedus: _foedus, kind: _kind, version: _version, ...sections } = json
  return sections
}

export function hashOf(tallies: Tallies): string {
  return hash(tallies, ALL)
}

/** Whatever the order of the keys. */
export function same(a: Json | undefined, b: Json | undefined): boolean {
  return hash(a, ALL) === hash(b, ALL)
}

/** A name of a map that came from outside: never one that every object has. */
export function own<T>(map: { readonly [key: string]: T }, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined
}
