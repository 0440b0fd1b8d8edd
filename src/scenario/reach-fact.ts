/** Whether somebody can reach a place or a route, as a fact. */
import { nearest } from '../base/nearest.ts'
import type { Entry } from './entry.ts'
import { flag, missing, path } from './fact-found.ts'
import type { FactFound } from './fact-found.ts'
import type { Domain } from './flow.ts'
import { DOMAINS } from './flow.ts'
import type { FlowBook } from './flow-book.ts'

export interface Book {
  readonly flows: FlowBook
  readonly actorEntries: ReadonlyMap<string, Entry<unknown>>
}

export interface Asked {
  /** `route.caspian-west` */
  readonly holder: string
  readonly id: string
  readonly rest: readonly string[]
  readonly entry: Entry<unknown> | undefined
}

export function placeFact(book: Book, asked: Asked): FactFound | undefined {
  const [part, actor, ...beyond] = asked.rest
  if (part !== 'reach' || actor === undefined || beyond.length > 0) return undefined
  const place = book.flows.places.read.get(asked.id)
  return reachFact(book, { ...asked, actor, part: 'reach', reach: place?.reach ?? [] })
}

export function routeFact(book: Book, asked: Asked): FactFound | undefined {
  const [part, domain = '', actor, ...beyond] = asked.rest
  if (part !== 'reach' || actor === undefined || beyond.length > 0) return undefined
  if (!isDomain(domain)) return missing(path(asked.holder, 'reach'), domain, DOMAINS)
  const reach = book.flows.routes.read.get(asked.id)?.reach[domain] ?? []
  return reachFact(book, { ...asked, actor, part: path('reach', domain), reach })
}

function isDomain(word: string): word is Domain {
  return (DOMAINS as readonly string[]).includes(word)
}

/** Whoever is not named cannot reach it; but it has to be somebody. */
function reachFact(
  book: Book,
  asked: Asked & { readonly actor: string; readonly part: string; readonly reach: readonly string[] },
): FactFound {
  const { actor, part, reach, entry, holder } = asked
  if (!book.actorEntries.has(actor)) {
    const meant = nearest(actor, book.actorEntries.keys())
    const suggestion = meant && path(holder, part, meant)
    return { kind: 'missing', says: `no actor is called "${actor}"`, suggestion }
  }
  if (entry?.bad.some((bad) => bad === 'reach' || bad.startsWith(part)) === true) return { kind: 'unknown' }
  return flag(reach.includes(actor))
}
