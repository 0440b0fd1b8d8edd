/** Facts about the inputs that a claim can test: `tie.russia-iran.clauses.defence`, `crisis.mediator`. */
import { nearest } from '../base/nearest.ts'
import type { Entry } from './entry.ts'
import { flag, missing, path, quantityFact } from './fact-found.ts'
import type { FactFound } from './fact-found.ts'
import type { ForceBook } from './force-book.ts'
import { FORCE_FACTS, forceFact } from './force-fact.ts'
import { FLOW_FACTS, flowFact } from './flow-fact.ts'
import type { FlowBook } from './flow-book.ts'
import { allOf, byText } from './fault-list.ts'
import { ruleFact } from './rule-fact.ts'
import type { Actor, Council, Crisis, Proxy, Scenario, Tie } from './scenario.ts'
import { CLAUSES } from './scenario.ts'
import type { TieText } from './tie.ts'

export interface FactBook {
  readonly actors: ReadonlyMap<string, Actor>
  readonly ties: ReadonlyMap<string, Tie>
  readonly tieEntries: ReadonlyMap<string, Entry<TieText>>
  readonly actorEntries: ReadonlyMap<string, Entry<unknown>>
  /** Those that are followed. */
  readonly proxies: ReadonlyMap<string, Proxy>
  readonly proxyEntries: ReadonlyMap<string, Entry<unknown>>
  readonly crisis: Crisis | undefined
  readonly crisisEntry: Entry<unknown> | undefined
  readonly flows: FlowBook
  readonly forces: ForceBook
  readonly council?: Council | undefined
  readonly councilStated: boolean
  /** Without those that are at fault. */
  readonly rules: Scenario['rules']
  /** False while the crisis is at fault: then nobody knows which ties are read, and what stands in for them. */
  readonly filled: boolean
  /** True when some tie has an end at fault: it may be the very tie that is asked for. */
  readonly loose: boolean
}

const NOUNS = ['tie', 'actor', 'proxy', 'crisis', 'council', 'rule', ...FLOW_FACTS, ...FORCE_FACTS]

export function findFact(book: FactBook, path: string): FactFound {
  const [noun = '', id = '', ...rest] = path.split('.')
  if (noun === 'tie') return tieFact(book, id, rest)
  if (noun === 'actor') return actorFact(book, id, rest)
  if (noun === 'proxy') return proxyFact(book, id, rest)
  if (noun === 'crisis') return crisisFact(book, id, rest)
  if (noun === 'council') return councilFact(book, id, rest)
  if (noun === 'rule') return ruleFact(book, id, rest)
  const found = flowFact(book, noun, { id, rest }) ?? forceFact(book.forces, noun, { id, rest })
  if (found) return found
  const suggestion = nearest(noun, NOUNS)
  return {
    kind: 'missing',
    says: `a fact begins with ${allOf([...NOUNS].sort(byText))}; here stands "${noun}"`,
    suggestion: suggestion && [suggestion, id, ...rest].join('.'),
  }
}

function tieFact(book: FactBook, id: string, rest: readonly string[]): FactFound {
  const tie = book.ties.get(id)
  const entry = book.tieEntries.get(id)
  if (!tie || !entry) {
    if (book.loose || entry) return { kind: 'unknown' }
    const meant = nearest(id, book.tieEntries.keys())
    const says = `no tie "${id}" is stated; a fact about a tie needs the tie written out, even if it promises nothing`
    return { kind: 'missing', says, suggestion: meant && ['tie', meant, ...rest].join('.') }
  }
  const [part = '', sub] = rest
  if (part === 'clauses' && sub !== undefined && rest.length === 2) {
    const clause = CLAUSES.find((name) => name === sub)
    if (clause)
      return entry.bad.some((bad) => bad.startsWith('clauses'))
        ? { kind: 'unknown' }
        : flag(tie.clauses[clause])
    return missing(path('tie', id, 'clauses'), sub, CLAUSES)
  }
  if (part === 'dependence' && sub !== undefined && rest.length === 2) {
    const quantity = tie.dependence.get(sub)
    if (quantity) return { kind: 'found', fact: { kind: 'quantity', value: quantity } }
    return entry.bad.length > 0
      ? { kind: 'unknown' }
      : missing(path('tie', id, 'dependence'), sub, [...tie.dependence.keys()])
  }
  if (part === 'casusFoederis' && rest.length === 2 && (sub === 'discretion' || sub === 'requiredLevel')) {
    const { discretion, requiredLevel } = tie.casusFoederis
    if (entry.bad.some((bad) => bad.startsWith(part))) return { kind: 'unknown' }
    return sub === 'discretion'
      ? flag(discretion)
      : { kind: 'found', fact: { kind: 'number', value: requiredLevel } }
  }
  if (rest.length === 1) {
    if (part === 'contiguous') return flag(tie.contiguous)
    const day = part === 'since' ? tie.since : part === 'until' ? tie.until : undefined
    if (day !== undefined) return { kind: 'found', fact: { kind: 'date', value: day } }
    const quantity = tie.quantities[part]
    if (quantity && Object.hasOwn(tie.quantities, part))
      return { kind: 'found', fact: { kind: 'quantity', value: quantity } }
  }
  if (entry.bad.length > 0 || !book.filled) return { kind: 'unknown' }
  return missing(path('tie', id), rest.join('.'), [
    ...CLAUSES.map((clause) => `clauses.${clause}`),
    'casusFoederis.discretion',
    'casusFoederis.requiredLevel',
    'contiguous',
    ...[...tie.dependence.keys()].map((sector) => `dependence.${sector}`),
    ...present({ since: tie.since, until: tie.until }),
    ...Object.keys(tie.quantities),
  ])
}

function actorFact(book: FactBook, id: string, rest: readonly string[]): FactFound {
  const actor = book.actors.get(id)
  if (!actor) {
    if (book.actorEntries.has(id)) return { kind: 'unknown' }
    const meant = nearest(id, book.actorEntries.keys())
    return {
      kind: 'missing',
      says: `no actor is called "${id}"`,
      suggestion: meant && ['actor', meant, ...rest].join('.'),
    }
  }
  const [part = ''] = rest
  if (rest.length === 1 && part === 'nuclear') return flag(actor.nuclear)
  const quantity =
    rest.length === 1 && Object.hasOwn(actor.quantities, part) ? actor.quantities[part] : undefined
  if (quantity) return { kind: 'found', fact: { kind: 'quantity', value: quantity } }
  if (!book.filled || (book.actorEntries.get(id)?.bad.length ?? 0) > 0) return { kind: 'unknown' }
  return missing(path('actor', id), rest.join('.'), ['nuclear', ...Object.keys(actor.quantities)])
}

function proxyFact(book: FactBook, id: string, rest: readonly string[]): FactFound {
  const proxy = book.proxies.get(id)
  const entry = book.proxyEntries.get(id)
  if (!proxy) {
    if (entry && (!book.filled || entry.bad.length > 0)) return { kind: 'unknown' }
    const meant = nearest(id, book.proxies.keys())
    return {
      kind: 'missing',
      says: entry
        ? `"${id}" is left out, for it has no belligerent to fight for`
        : `no group "${id}" stands among the proxies`,
      suggestion: meant && ['proxy', meant, ...rest].join('.'),
    }
  }
  return quantityFact(proxy.quantities, { holder: path('proxy', id), part: rest.join('.'), entry })
}

function crisisFact(book: FactBook, part: string, rest: readonly string[]): FactFound {
  const { crisis, crisisEntry: entry } = book
  if (!crisis) return entry ? { kind: 'unknown' } : { kind: 'missing', says: 'this scenario has no crisis' }
  if (part === 'start' && rest.length === 0)
    return { kind: 'found', fact: { kind: 'date', value: crisis.start } }
  return quantityFact(crisis.quantities, { holder: 'crisis', part: [part, ...rest].join('.'), entry })
}

function councilFact(book: FactBook, part: string, rest: readonly string[]): FactFound {
  const { council } = book
  if (!council)
    return book.councilStated
      ? { kind: 'unknown' }
      : { kind: 'missing', says: 'this scenario has no council' }
  const [sub = '', last] = rest
  if (part === 'rule' && rest.length === 1) {
    if (sub === 'veto') return flag(council.rule.veto)
    if (sub === 'threshold') return { kind: 'found', fact: { kind: 'number', value: council.rule.threshold } }
    if (sub === 'bypass') return flag(council.rule.bypass)
    return missing('council.rule', sub, ['veto', 'threshold', 'bypass'])
  }
  if (part === 'members' && last === 'permanent' && rest.length === 2) {
    const member = council.members.find((found) => found.actor === sub)
    return member
      ? flag(member.permanent)
      : missing(
          'council.members',
          `${sub}.permanent`,
          council.members.map((found) => `${found.actor}.permanent`),
        )
  }
  return missing('council', [part, ...rest].join('.'), [
    'rule.veto',
    'rule.threshold',
    'rule.bypass',
    'members.<actor>.permanent',
  ])
}

function present(values: Readonly<Record<string, number | undefined>>): string[] {
  return Object.keys(values).filter((key) => values[key] !== undefined)
}
