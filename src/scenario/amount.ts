/** Numbers as an analyst writes them: `0.7`, `70 %`, `1_900`, `1200 km`, `3 %/day`, `3 to 6 days`. */

export interface Amount {
  readonly value: number
  /** As written; nothing when the number stands bare. */
  readonly unit?: string
}

export type AmountText =
  | { readonly kind: 'one'; readonly at: Amount }
  | { readonly kind: 'between'; readonly low: Amount; readonly high: Amount }

const DIGITS = '\\d+(?:_\\d+)*'
const NUMBER = `[-+]?(?:${DIGITS}(?:\\.(?:${DIGITS})?)?|\\.${DIGITS})(?:[eE][-+]?\\d+)?`
const AMOUNT = new RegExp(`^(${NUMBER})\\s*(%(?:\\s*/\\s*[A-Za-z]+)?|[A-Za-z][A-Za-z /-]*)?$`)
const PERCENT = new RegExp(`^(${NUMBER})\\s*%$`)
const BARE = new RegExp(`^${NUMBER}$`)

export const PERCENT_FORM: RegExp = PERCENT

/** A bare number or a percentage as a number; nothing for any other text. */
export function parseNumber(text: string): number | undefined {
  const percent = PERCENT.exec(text)
  const value = percent ? digits(percent[1] ?? '') / 100 : BARE.test(text) ? digits(text) : Number.NaN
  return Number.isFinite(value) ? value : undefined
}

/** One amount or two; in `3 to 6 days` the unit belongs to both. */
export function parseAmounts(text: string): AmountText | undefined {
  const parts = text.trim().split(/\s+to(?:\s+|$)/)
  const first = parseAmount(parts[0] ?? '')
  if (parts.length === 1) return first && { kind: 'one', at: first }
  const second = parseAmount(parts[1] ?? '')
  if (parts.length > 2 || !first || !second) return undefined
  const low = first.unit === undefined && second.unit !== undefined ? { ...first, unit: second.unit } : first
  return { kind: 'between', low, high: second }
}

function parseAmount(text: string): Amount | undefined {
  const found = AMOUNT.exec(text.trim())
  if (!found) return undefined
  const value = digits(found[1] ?? '')
  if (!Number.isFinite(value)) return undefined
  const unit = found[2]?.trim()
  return unit === undefined ? { value } : { value, unit }
}

function digits(text: string): number {
  return Number(text.replaceAll('_', ''))
}
