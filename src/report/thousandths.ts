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

/** Sizes, and what they add up to. */
export interface Parts {
  readonly sizes: readonly number[]
  readonly whole: number
}

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

/**
 * Two columns beside each other: sizes that are equal in both are rounded once and so look equal; the others of each
 * column make up its sum, each shown less than two thousandths from its size.
 */
export function twoInThousandths(one: Parts, other: Parts): readonly [Thousandths, Thousandths] {
  const isEqual = one.sizes.map((size, at) => size === other.sizes[at])
  const equal = one.sizes.map((size, at) => (isEqual[at] ? size : 0))
  const once = thousandths(equal, total(equal))
  const column = ({ sizes, whole }: Parts): Thousandths => {
    const sum = Math.round(whole * THOUSAND) + 0
    const own = sizes.map((size, at) => (isEqual[at] ? 0 : size))
    const terms = thousandths(own, (sum - once.sum) / THOUSAND).terms.map((term, at) =>
      isEqual[at] ? once.terms[at]! : term,
    )
    // Rounding apart from the equal ones can leave one thousandth: the largest of the others takes it.
    const missing = sum - total(terms)
    const largest = own.reduce((best, size, at) => (Math.abs(size) > Math.abs(own[best]!) ? at : best), 0)
    if (missing === 0) return { terms, sum }
    if (own[largest] === 0) return { terms, sum: total(terms) }
    return { terms: terms.map((term, at) => (at === largest ? term + missing : term)), sum }
  }
  return [column(one), column(other)]
}

function total(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** `1.240`, `−0.003`, `0` */
export function thousandthsText(value: number): string {
  if (value === 0) return '0'
  const digits = String(Math.abs(value)).padStart(4, '0')
  return `${value < 0 ? '−' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`
}
