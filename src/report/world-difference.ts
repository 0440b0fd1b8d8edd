/**
 * Two worlds held against each other, input by input: what a change made otherwise, with
 * what stood there before. A number is told with its range, a promise with yes or no.
 */
import { formatDate } from '../base/date.ts'
import type { Quantity, Scenario } from '../scenario/scenario.ts'
import { lawText } from './amount-text.ts'
import { fieldText } from './field-text.ts'
import { plain } from './number-text.ts'
import { quantityText } from './quantity-text.ts'
import { namesText } from './value-text.ts'

export interface Otherwise {
  /** `ties.russia-iran.stake` */
  readonly path: string
  /** In words, where there are any. */
  readonly name: string
  readonly was: string
  readonly is: string
}

/** What is no input of the playouts, or is told in words of its own. */
const APART: ReadonlySet<string> = new Set(
  'claims untested assessment title sources ladders ladder baseRates without attack dyads'.split(' '),
)
/** Of any part: where it stands, where it comes from, what it is called; of an inject, what its one line says too. */
const IDLE: ReadonlySet<string> = new Set([
  'span',
  'source',
  'asOf',
  'why',
  'name',
  'id',
  'label',
  'role',
  'assumed',
  'world',
  'formula',
  'looks',
])
const NONE = 'nothing'

/** Sorted by path. Whoever is taken out is told by `without`, and so is not told again by every vote it had. */
export function otherwise(before: Scenario, after: Scenario): readonly Otherwise[] {
  const gone = after.without.actors.filter((id) => !before.without.actors.includes(id))
  const found: Otherwise[] = []
  for (const key of Object.keys({ ...before, ...after })) {
    if (APART.has(key)) continue
    const sides = [before, after].map((scenario) => partsOf(scenario[key as keyof Scenario]))
    compare([sides[0], sides[1]], key, { after, found })
  }
  return found
    .filter(({ path }) => !gone.some((id) => isOf(path, id, after)))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The votes of one that is not there, and the drafts that only it would table. */
function isOf(path: string, id: string, { council }: Scenario): boolean {
  const [noun, draft = '', field = '', member] = path.split('.')
  if (noun !== 'council') return false
  const sponsored = council?.drafts.find((one) => one.id === draft)?.sponsor === id
  return (field === 'votes' && member === id) || (field === 'tabled' && sponsored)
}

interface Walk {
  readonly after: Scenario
  readonly found: Otherwise[]
}

function compare([was, is]: readonly [unknown, unknown], path: string, walk: Walk): void {
  // A promise that was never made is the same as one that is said not to be there.
  if ((was === undefined && is === false) || (was === false && is === undefined)) return
  const shown = (value: unknown): string | undefined =>
    namedShown(value, path, walk.after) ?? shownOf(value, path)
  const [left, right] = [shown(was), shown(is)]
  if (left !== undefined || right !== undefined) {
    if (left === right) return
    const quantity = isQuantity(is) ? is : isQuantity(was) ? was : undefined
    const name = quantity ? quantityText(quantity.id, walk.after) : fieldText(path, walk.after)
    walk.found.push({ path: quantity?.id ?? path, name, was: left ?? NONE, is: right ?? NONE })
    return
  }
  const [before, after] = [partsOf(was), partsOf(is)]
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    if (!IDLE.has(key)) compare([before.get(key), after.get(key)], inside(path, key), walk)
  }
}

/** Parts whose own name says nothing: of a change, or a condition, the line in which it is written. */
const UNNAMED: ReadonlySet<string> = new Set(['quantities', 'drafts', 'law', 'text'])

/** The fields of a part stand under its own name: `ties.russia-iran.stake`, not `….quantities.stake`. */
function inside(path: string, key: string): string {
  return UNNAMED.has(key) ? path : `${path}.${key}`
}

/** Actors and places by name, whoever names them. */
function namedShown(value: unknown, path: string, scenario: Scenario): string | undefined {
  const ids = typeof value === 'string' ? [value] : value
  if (!Array.isArray(ids) || ids.some((id) => typeof id !== 'string')) return undefined
  return namesText(path, ids.join(', '), scenario)
}

/** A leaf in words; nothing for what has parts of its own. */
function shownOf(value: unknown, path: string): string | undefined {
  if (isQuantity(value)) return lawText(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number')
    return /\.(since|until|start|contract|releaseBy)$/.test(path) ? formatDate(value) : plain(value)
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.every((part) => typeof part !== 'object')) {
    return value.length === 0 ? NONE : value.map(String).join(', ')
  }
  return undefined
}

function isQuantity(value: unknown): value is Quantity {
  return typeof value === 'object' && value !== null && 'law' in value && 'bounds' in value
}

/** Members of a map, fields of a record, items of a list by their id or their number. */
function partsOf(value: unknown): ReadonlyMap<string, unknown> {
  if (value instanceof Map) return value as ReadonlyMap<string, unknown>
  if (Array.isArray(value)) return new Map(value.map((part, at) => [idOf(part) ?? String(at + 1), part]))
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : new Map()
}

function idOf(part: unknown): string | undefined {
  if (typeof part !== 'object' || part === null) return undefined
  const { id, actor } = part as { readonly id?: unknown; readonly actor?: unknown }
  return typeof id === 'string' ? id : typeof actor === 'string' ? actor : undefined
}
