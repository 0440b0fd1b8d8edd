/**
 * A receipt: what was played with what, file by file, and every tally that came of it,
 * so that somebody else can play it again and see whether the bits are the same. It holds
 * no time, no host and no absolute path: the same run writes the same bytes.
 */
import type { EngineName } from '../engine/kernel.ts'
import type { Json } from './json.ts'
import { type Counted, hashOf, type Outcome, talliesOf } from './tallies.ts'

/** By path or name, sorted: SHA-256 of the bytes, or a version with it. */
export type Names = Readonly<Record<string, string>>

/** What decides the bits of a run, with names to find each part again. */
export interface Provenance {
  /** Of foedus. */
  readonly version: string
  readonly engine: {
    readonly name: EngineName
    /** The code that runs: the built files, or the sources they are built from. */
    readonly files: Names
    /** Packages that the code uses: version, `+`, and the SHA-256 of their code. */
    readonly libraries: Names
  }
  readonly theory: { readonly fingerprint?: string; readonly files: Names }
  readonly scenario: { readonly fingerprint?: string; readonly files: Names }
  /** Of the program and what fills its memory; absent, as fingerprints are, when the scenario has faults. */
  readonly plan?: string
}

export interface Receipt extends Provenance {
  readonly foedus: typeof LANGUAGE
  readonly kind: typeof KIND
  /** Where the scenario lies, seen from the folder of the receipt. */
  readonly path: string
  readonly seed: number
  readonly summaryHash: string
  readonly summary: Counted
}

export const LANGUAGE = 1
export const KIND = 'receipt'

export function makeReceipt(
  provenance: Provenance,
  { path, seed, outcome }: { readonly path: string; readonly seed: number; readonly outcome: Outcome },
): Receipt {
  const tallies = talliesOf(outcome)
  return {
    foedus: LANGUAGE,
    kind: KIND,
    ...provenance,
    path,
    seed,
    summaryHash: hashOf(tallies),
    summary: tallies,
  }
}

/** JSON with one name a line and lists in a row, so that a person and a diff can read it. */
export function receiptText(receipt: Receipt): string {
  return `${laidOut(receipt as unknown as Json, '')}\n`
}

function laidOut(json: Json, indent: string): string {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return JSON.stringify(json)
  const inner = `${indent}  `
  const lines = Object.entries(json).map(
    ([key, value]) => `${inner}${JSON.stringify(key)}: ${laidOut(value, inner)}`,
  )
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`
}
