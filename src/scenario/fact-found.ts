/** What a search for a fact comes to: its value, nothing that could be known, or nothing at all. */
import { nearest } from '../base/nearest.ts'
import type { Entry } from './entry.ts'
import type { Quantity } from './scenario.ts'

export type FactValue =
  | { readonly kind: 'flag' | 'date' | 'number'; readonly value: number }
  | { readonly kind: 'quantity'; readonly value: Quantity }

export type FactFound =
  | { readonly kind: 'found'; readonly fact: FactValue }
  /** It rests on something that has its fault already. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'missing'; readonly says: string; readonly suggestion?: string | undefined }

export function quantityFact(
  quantities: Readonly<Record<string, Quantity>>,
  asked: { holder: string; part: string; entry: Entry<unknown> | undefined },
): FactFound {
  const { holder, part, entry } = asked
  const quantity = Object.hasOwn(quantities, part) ? quantities[part] : undefined
  if (quantity) return { kind: 'found', fact: { kind: 'quantity', value: quantity } }
  return entry && entry.bad.length > 0 ? { kind: 'unknown' } : missing(holder, part, Object.keys(quantities))
}

export function flag(value: boolean): FactFound {
  return { kind: 'found', fact: { kind: 'flag', value: value ? 1 : 0 } }
}

export function path(...parts: readonly string[]): string {
  return parts.join('.')
}

export function missing(holder: string, part: string, known: readonly string[]): FactFound {
  const meant = nearest(part, known)
  return { kind: 'missing', says: `${holder} states no "${part}"`, suggestion: meant && `${holder}.${meant}` }
}
