/**
 * Philox4x32-10: random numbers as a function of a counter and a key, with no state
 * between calls, so that any playout can be played alone (Salmon, Moraes, Dror & Shaw,
 * "Parallel random numbers: as easy as 1, 2, 3", SC 2011).
 */

const MULTIPLIER_0 = 0xd2511f53
const MULTIPLIER_1 = 0xcd9e8d57
const WEYL_0 = 0x9e3779b9
const WEYL_1 = 0xbb67ae85
const ROUNDS = 10

/** High 32 bits of the product of two unsigned words. */
function highProduct(a: number, b: number): number {
  const aLow = a & 0xffff
  const aHigh = a >>> 16
  const bLow = b & 0xffff
  const bHigh = b >>> 16
  const cross = aLow * bHigh
  const middle = ((aLow * bLow) >>> 16) + (cross & 0xffff) + ((aHigh * bLow) & 0xffff)
  return aHigh * bHigh + (cross >>> 16) + ((aHigh * bLow) >>> 16) + (middle >>> 16)
}

/** Turns the four counter words in place into four random words under the key. */
export function philox(words: Uint32Array, keyLow: number, keyHigh: number): void {
  let a = words[0]!
  let b = words[1]!
  let c = words[2]!
  let d = words[3]!
  let low = keyLow | 0
  let high = keyHigh | 0
  for (let round = 0; round < ROUNDS; round++) {
    const nextA = highProduct(MULTIPLIER_1, c) ^ b ^ low
    const nextC = highProduct(MULTIPLIER_0, a) ^ d ^ high
    b = Math.imul(MULTIPLIER_1, c) >>> 0
    d = Math.imul(MULTIPLIER_0, a) >>> 0
    a = nextA >>> 0
    c = nextC >>> 0
    low = (low + WEYL_0) | 0
    high = (high + WEYL_1) | 0
  }
  words[0] = a
  words[1] = b
  words[2] = c
  words[3] = d
}
