/** Facts about forces: `arsenal.iran.missile.stock`, `coalition.usa.uk.alignment`. */
import { WEAPON_LABELS } from '../mechanisms/axes.ts'
import { nearest } from '../base/nearest.ts'
import { candidacyOf } from './candidacy.ts'
import type { FactFound } from './fact-found.ts'
import { missing, path, quantityFact } from './fact-found.ts'
import type { ForceBook } from './force-book.ts'
import type { Weapon } from './force.ts'

/** The words with which these facts begin. */
export const FORCE_FACTS: readonly string[] = ['arsenal', 'coalition']

interface Asked {
  readonly id: string
  readonly rest: readonly string[]
}

/** Nothing when the fact is not about a force. */
export function forceFact(book: ForceBook, word: string, asked: Asked): FactFound | undefined {
  if (word !== 'arsenal' && word !== 'coalition') return undefined
  const { entries, read } = word === 'arsenal' ? book.arsenals : book.coalitions
  const { id, rest } = asked
  if (read.has(id)) return word === 'arsenal' ? arsenalFact(book, asked) : coalitionFact(book, asked)
  if (entries.has(id)) return { kind: 'unknown' }
  const meant = nearest(id, entries.keys())
  const says = word === 'arsenal' ? `no arsenal of "${id}" is stated` : `no coalition of "${id}" is stated`
  return { kind: 'missing', says, suggestion: meant && path(word, meant, ...rest) }
}

function arsenalFact({ arsenals }: ForceBook, { id, rest }: Asked): FactFound {
  const arsenal = arsenals.read.get(id)!
  const entry = arsenals.entries.get(id)
  const holder = path('arsenal', id)
  const [part = '', ...inner] = rest
  const weapon = arsenal.weapons.get(part as Weapon)
  if (weapon) return quantityFact(weapon, { holder: path(holder, part), part: inner.join('.'), entry })
  const known = quantityFact(arsenal.quantities, { holder, part: rest.join('.'), entry })
  if (known.kind !== 'missing') return known
  const named: readonly string[] = [...arsenal.weapons.keys(), ...Object.keys(arsenal.quantities)]
  const meant = nearest(part, named)
  if ((WEAPON_LABELS as readonly string[]).includes(part)) return missing(holder, part, [])
  return { ...known, suggestion: meant && path(holder, meant, ...inner) }
}

function coalitionFact({ coalitions, candidates }: ForceBook, { id, rest }: Asked): FactFound {
  const coalition = coalitions.read.get(id)!
  const entry = coalitions.entries.get(id)
  const holder = path('coalition', id)
  const [part = '', ...inner] = rest
  const candidate = coalition.candidates.get(part)
  if (candidate) {
    return quantityFact(candidate.quantities, {
      holder: path(holder, part),
      part: inner.join('.'),
      entry: candidates.get(id)?.find((found) => found.id === part),
    })
  }
  // It has its fault already.
  const named = candidacyOf({ coalitions: coalitions.entries, candidates }, id, part)
  if (named === 'named' || (named === 'unknown' && inner.length > 0)) return { kind: 'unknown' }
  if (inner.length === 0) return quantityFact(coalition.quantities, { holder, part, entry })
  const meant = nearest(part, coalition.candidates.keys())
  const says = `${holder} names no candidate "${part}"`
  return { kind: 'missing', says, suggestion: meant && path(holder, meant, ...inner) }
}
