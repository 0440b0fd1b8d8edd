/**
 * Names for what decides a result: SHA-256 of the scenario and of the theory in a form
 * that does not depend on the order or the layout of files. The same names, seed, design
 * and version give the same bits.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Claim, Inject, Scenario } from '../scenario/scenario.ts'
import type { Plan } from './plan.ts'

export interface Fingerprint {
  /** The case: everything but the theory, display names and places in files left out. */
  readonly scenario: string
  /** Weights, channels, ladders and base rates. */
  readonly theory: string
}

export function fingerprint(scenario: Scenario): Fingerprint {
  const { weights, channels, ladders, baseRates, ladder, claims, injects, ...own } = scenario
  const written = [...injects]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, inject]) => injectAsWritten(inject))
  return {
    scenario: hash({
      ...own,
      ladder: ladder.id,
      claims: claims.map(asWritten),
      ...(written.length > 0 ? { injects: written } : {}),
    }),
    theory: hash({ weights, channels, ladders, baseRates }),
  }
}

/** A claim's changed world holds the theory as well; what the analyst wrote is the text of the change. */
function asWritten({ do: change, ...claim }: Claim): object {
  return change === undefined ? claim : { ...claim, do: change.text }
}

/** Of its changed world and its condition as well the text is what the analyst wrote. */
function injectAsWritten({ change, when, ...inject }: Inject): object {
  return { ...inject, change: change.text, ...(when === undefined ? {} : { when: when.text }) }
}

/** What the engine runs and what fills its memory, streams of chance included: everything but how often. */
export function planHash(plan: Plan): string {
  const { design: _design, ...decided } = plan
  return hash(decided, ORIGIN)
}

export function hash(value: unknown, idle: ReadonlySet<string> = IDLE): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(value, idle))))
}

/** Fields that change no bit: display names, and where a thing stands in a file. */
const IDLE: ReadonlySet<string> = new Set(['span', 'name'])
/** Of a quantity in a plan: where it comes from. */
const ORIGIN: ReadonlySet<string> = new Set(['span', 'source', 'asOf', 'why'])

/** JSON with sorted keys; maps as objects, infinities as words. Only fields can be idle: an actor may be called `name`. */
function canonical(value: unknown, idle: ReadonlySet<string>): string {
  if (value instanceof Map) return members([...(value as Map<string, unknown>)], idle)
  if (Array.isArray(value)) return `[${value.map((part) => canonical(part, idle)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([key]) => !idle.has(key))
    return members(fields, idle)
  }
  if (typeof value === 'bigint') return `${value}n`
  if (value === undefined) return 'undefined'
  return typeof value === 'number' && !Number.isFinite(value) ? `"${value}"` : JSON.stringify(value)
}

function members(entries: readonly (readonly [string, unknown])[], idle: ReadonlySet<string>): string {
  const stated = entries.filter(([, part]) => part !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${stated.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part, idle)}`).join(',')}}`
}
