/** What a search for a fact comes to: its value, nothing that could be known, or nothing at all. */
import { nearest } from '../base/nearest.ts'
import type { Entry } from './entry.ts'
import { allOf } from './fault-list.ts'
import type { Quantity } from './scenario.ts'

export type FactValue =
  | { readonly kind: 'flag' | 'date' | 'number'; readonly value: number }
  | { readonly kind: 'quantity'; readonly value: Quantity }

export type FactFound =
  | { readonly kind: 'found'; readonly fact: FactValue }
  /** It rests on something that has its fault already. */
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'missing'
      readonly says: string
      /** What there is. */
      readonly expected?: string | undefined
      readonly suggestion?: string | undefined
    }

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
  const meant = nearest(part, known) ?? nearestEnd(part, known)
  return {
    kind: 'missing',
    says: `${holder} has no fact "${part}"`,
    ...(known.length > 0 ? { expected: allOf(known) } : {}),
    suggestion: meant && `${holder}.${meant}`,
  }
}

/** `discretion` for `casusFoederis.discretion`, and `clause.defense` for `clauses.defence`. */
function nearestEnd(part: string, known: readonly string[]): string | undefined {
  const end = (name: string): string => name.split('.').at(-1) ?? name
  const meant = nearest(end(part), known.map(end))
  return meant === undefined ? undefined : known.find((name) => end(name) === meant)
}
