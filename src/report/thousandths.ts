/**
 * A sum of terms in thousandths that adds up to the last digit: each term is rounded down, and
 * the thousandths that are missing go to those that lost most (largest remainders). So no term
 * is shown further than one thousandth from its true size, and a 0 stays 0.
 */

export interface Thousandths {
  /** Whole numbers of thousandths, in the order of the sizes. */
  readonly terms: readonly number[]
  readonly sum: number
}

const THOUSAND = 1000

export function thousandths(sizes: readonly number[], whole: number): Thousandths {
  const exact = sizes.map((size) => size * THOUSAND)
  const terms = exact.map((size) => Math.floor(size))
  // Adding 0 turns the minus zero of a rounded −0.0002 into a plain one.
  const sum = Math.round(whole * THOUSAND) + 0
  let missing = sum - terms.reduce((total, term) => total + term, 0)
  const lost = exact.map((size, at) => ({ at, rest: size - terms[at]! })).filter(({ rest }) => rest > 0)
  lost.sort((a, b) => b.rest - a.rest || a.at - b.at)
  for (const { at } of lost) {
    if (missing <= 0) break
    terms[at]! += 1
    missing -= 1
  }
  return { terms, sum }
}

/** `1.240`, `−0.003`, `0` */
export function thousandthsText(value: number): string {
  if (value === 0) return '0'
  const digits = String(Math.abs(value)).padStart(4, '0')
  return `${value < 0 ? '−' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`
}
