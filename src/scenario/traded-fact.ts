/** What is signed of arms, and what each buyer of a market does, as facts. */
import { nearest } from '../base/nearest.ts'
import { flag, missing, path, quantityFact } from './fact-found.ts'
import type { FactFound } from './fact-found.ts'
import type { Arms, Market } from './flow.ts'
import { child } from './node.ts'
import type { Asked, Book } from './reach-fact.ts'

export function armsFact(book: Book, { id, rest, entry, holder }: Asked): FactFound | undefined {
  const arms = book.flows.arms.read.get(id)
  const [part = '', ...beyond] = rest
  if (!arms || beyond.length > 0) return undefined
  const bad = entry?.bad.includes(part === 'contracted' ? 'contract' : part) === true
  if (part === 'contracted') return bad ? { kind: 'unknown' } : flag(arms.contract !== undefined)
  if (Object.hasOwn(arms.quantities, part)) return undefined
  const day = part === 'contract' || part === 'releaseBy' ? arms[part] : undefined
  if (day !== undefined) return { kind: 'found', fact: { kind: 'date', value: day } }
  const excused = part === 'contract' || part === 'releaseBy' ? bad : (entry?.bad.length ?? 0) > 0
  return excused ? { kind: 'unknown' } : armsMissing(arms, holder, part)
}

/** `contracts` asks whether there is one, not for its day. */
function armsMissing(arms: Arms, holder: string, part: string): FactFound {
  const found = missing(holder, part, namesOf(arms))
  const longer = part.startsWith('contract')
  return longer && found.kind === 'missing' ? { ...found, suggestion: path(holder, 'contracted') } : found
}

function namesOf(arms: Arms): string[] {
  const dates = (['contract', 'releaseBy'] as const).filter((key) => arms[key] !== undefined)
  return ['contracted', ...dates, ...Object.keys(arms.quantities)]
}

export function marketFact(book: Book, { id, rest, holder, entry: seller }: Asked): FactFound | undefined {
  const [part, name = '', ...inner] = rest
  if (part !== 'buyers') return undefined
  const market: Market | undefined = book.flows.markets.read.get(id)
  const entry = book.flows.buyers.get(id)?.find((found) => found.id === name)
  const buyer = market?.buyers.find((found) => found.id === name)
  const buyers = path(holder, 'buyers')
  if (buyer) {
    return quantityFact(buyer.quantities, { holder: path(buyers, name), part: inner.join('.'), entry })
  }
  const stated = child(seller?.node, 'buyers')
  // Not a map, or a buyer of it that could not be read: its fault is told.
  if (entry || (stated && (stated.kind !== 'map' || stated.partial))) return { kind: 'unknown' }
  const known = market?.buyers.map((found) => found.id) ?? []
  const meant = nearest(name, known)
  const suggestion = meant && path(buyers, meant, ...inner)
  return { kind: 'missing', says: `${holder} names no buyer "${name}"`, suggestion }
}
