/**
 * Chance is named: a stream belongs to (seed, owner, actor, purpose) and is read at
 * (playout, day, index), never in sequence. Renaming a display name, reordering a file
 * or adding an unrelated actor therefore moves no number of any other stream.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { log } from './elementary.ts'
import { philox } from './philox.ts'

/** A stream's key: the first 64 bits of SHA-256 over its name. */
export interface Key {
  readonly low: number
  readonly high: number
}

/** What a stream is called; `actor` is the stable id, empty when the draw belongs to the whole case. */
export interface StreamName {
  readonly seed: number
  /** A mechanism, or `quantity`. */
  readonly owner: string
  readonly actor: string
  readonly purpose: string
}

export function keyOf(name: StreamName): Key {
  const text = JSON.stringify([name.seed, name.owner, name.actor, name.purpose])
  const words = new DataView(sha256(utf8ToBytes(text)).buffer)
  return { low: words.getUint32(0), high: words.getUint32(4) }
}

/** Where in a stream: two words of the playout (parameter draw, playout within it), the day, an index. */
export interface Place {
  readonly draw: number
  readonly playout: number
  readonly day: number
  readonly index: number
}

const counter = new Uint32Array(4)

/**
 * A uniform number strictly between 0 and 1: 52 random bits and a half, so that no
 * rounding ever gives 0 or 1 (and no Gumbel is infinite).
 */
export function uniform(key: Key, place: Place): number {
  return uniformAt(key, place.draw, place.playout, place.day, place.index)
}

/** `uniform` for hot loops: nothing but numbers in. */
// oxlint-disable-next-line max-params
export function uniformAt(key: Key, draw: number, playout: number, day: number, index: number): number {
  counter[0] = draw
  counter[1] = playout
  counter[2] = day
  counter[3] = index
  philox(counter, key.low, key.high)
  return ((counter[0]! >>> 6) * 67108864 + (counter[1]! >>> 6) + 0.5) * 2.220446049250313e-16
}

/** Standard Gumbel quantile. */
export function gumbel(u: number): number {
  return -log(-log(u))
}

/** Standard exponential quantile. */
export function exponential(u: number): number {
  return -log(u)
}
