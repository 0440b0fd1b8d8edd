/** How a count follows an uncertain quantity: a sum over draws, in whole numbers so that it merges exactly. */

/** Fixed point of normal scores: 2^-32. */
export const SCORE_UNIT = 4294967296

/** Sum over draws of normal score × count. */
export function slopeOf(score: Float64Array, counts: ArrayLike<number>): bigint {
  let sum = 0
  for (let draw = 0; draw < score.length; draw++) sum += Math.round(score[draw]! * SCORE_UNIT) * counts[draw]!
  return BigInt(sum)
}

/** Sum over draws of the normal score itself. */
export function scoreSum(score: Float64Array): bigint {
  return BigInt(score.reduce((sum, z) => sum + Math.round(z * SCORE_UNIT), 0))
}
