/** Shares of one whole as whole per cents that add up to a hundred. */

/** What rounding down loses goes to those that lost most; what is nearly nothing is not told as nothing. */
export function percentTexts(shares: readonly number[]): readonly string[] {
  const exact = shares.map((share) => share * 100)
  const whole = exact.map((share) => Math.floor(share))
  const most = exact.map((share, at) => ({ at, rest: share - whole[at]! })).sort((a, b) => b.rest - a.rest)
  const missing = 100 - whole.reduce((sum, share) => sum + share, 0)
  for (const { at } of most.slice(0, Math.max(0, missing))) whole[at]! += 1
  return whole.map((share, at) => (share === 0 && exact[at]! > 0 ? '<1 %' : `${share} %`))
}
