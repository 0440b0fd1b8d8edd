/** Facts about what flows: `route.caspian-west.reach.sea.usa`, `arms.su-35.contracted`, `market.iran.price`. */
import { nearest } from '../base/nearest.ts'
import { path, quantityFact } from './fact-found.ts'
import type { FactFound } from './fact-found.ts'
import type { FlowBook } from './flow-book.ts'
import type { Asked, Book } from './reach-fact.ts'
import { placeFact, routeFact } from './reach-fact.ts'
import type { Quantity } from './scenario.ts'
import { armsFact, marketFact } from './traded-fact.ts'

interface Holder {
  readonly quantities: Readonly<Record<string, Quantity>>
}

/** One noun, as facts name it. */
interface Noun {
  /** The noun of the scenario. */
  readonly plural: keyof Pick<
    FlowBook,
    'places' | 'routes' | 'shipments' | 'interdiction' | 'arms' | 'markets'
  >
  readonly called: string
  /** What of it is a fact beside its quantities; nothing when the path names none of that. */
  readonly more?: (book: Book, asked: Asked) => FactFound | undefined
}

const NOUNS: Readonly<Record<string, Noun>> = {
  place: { plural: 'places', called: 'place', more: placeFact },
  route: { plural: 'routes', called: 'route', more: routeFact },
  shipment: { plural: 'shipments', called: 'shipment' },
  interdiction: { plural: 'interdiction', called: 'interdiction' },
  arms: { plural: 'arms', called: 'kind of arms', more: armsFact },
  market: { plural: 'markets', called: 'market', more: marketFact },
}

/** The words with which these facts begin. */
export const FLOW_FACTS: readonly string[] = Object.keys(NOUNS)

/** Nothing when the fact is not about a flow. */
export function flowFact(
  book: Book,
  word: string,
  at: { readonly id: string; readonly rest: readonly string[] },
): FactFound | undefined {
  const noun = Object.hasOwn(NOUNS, word) ? NOUNS[word] : undefined
  if (!noun) return undefined
  const { id, rest } = at
  const { entries, read } = book.flows[noun.plural]
  const entry = entries.get(id)
  const found: Holder | undefined = read.get(id)
  if (!found) {
    if (entry) return { kind: 'unknown' }
    const meant = nearest(id, entries.keys())
    const suggestion = meant && path(word, meant, ...rest)
    return { kind: 'missing', says: `no ${noun.called} "${id}" is stated`, suggestion }
  }
  const holder = path(word, id)
  const more = noun.more?.(book, { holder, id, rest, entry })
  return more ?? quantityFact(found.quantities, { holder, part: rest.join('.'), entry })
}
