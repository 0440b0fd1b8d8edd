/**
 * One entry of one noun (an actor, a tie, a claim) as it was written: its id,
 * its place, and what is left of it when its faulty parts are taken out.
 */
import type * as z from 'zod'
import type { Fault, Span } from '../base/fault.ts'
import { addAll, byText, fault, isFull } from './fault-list.ts'
import type { Node } from './node.ts'
import { firstToken, nodeAt, spanAt } from './node.ts'
import { lineOf, isReserved } from './parse.ts'
import { checkShape } from './shape-fault.ts'
import { ID_WORDS, isId } from './shape.ts'

/** theory lies beneath the scenario; patch holds what a change adds to it. */
export type Layer = 'theory' | 'scenario' | 'patch'

/** One parsed file. */
export interface Sheet {
  readonly path: string
  readonly text: string
  readonly layer: Layer
  readonly root?: Node
  readonly brokenAt?: number
}

export interface Entry<T> {
  /** Its key in a map; in a list its own id, or one made of what it names. Empty when it has none. */
  readonly id: string
  readonly layer: Layer
  readonly at: Span
  readonly node: Node
  readonly value: Partial<T>
  /** Paths of parts that have their fault already; the second pass adds those it finds. */
  readonly bad: string[]
}

export interface Noun<T> {
  readonly key: string
  readonly container: 'map' | 'list' | 'one'
  readonly shape: z.ZodType
  /** What one entry is called in a fault: `actor`. */
  readonly called: string
  /** True when the keys are fixed words, which the noun itself checks. */
  readonly fixedKeys?: boolean
  /** The id of an entry of a list; where it stands, for the fault of a second one. */
  readonly idOf?: (value: Partial<T>) => string | undefined
  readonly idAt?: string
}

/** All entries of a noun, faults told, second ones of the same id and layer left out. */
export function collect<T>(sheets: readonly Sheet[], noun: Noun<T>, faults: Fault[]): Entry<T>[] {
  const first = new Map<string, { sheet: Sheet; span: Span }>()
  const kept: Entry<T>[] = []
  for (const sheet of sheets) {
    for (const entry of entriesOf(sheet, noun, faults)) {
      const span = noun.idAt === undefined ? entry.at : spanAt(entry.node, [noun.idAt], entry.at)
      const key = `${sheet.layer} ${entry.id}`
      const before = entry.id === '' ? undefined : first.get(key)
      if (before && isFull(faults)) continue
      if (before) faults.push(twice(noun.called, entry.id, { span, before }))
      else {
        first.set(key, { sheet, span })
        kept.push(entry)
      }
    }
  }
  return kept
}

function twice(called: string, id: string, at: { span: Span; before: { sheet: Sheet; span: Span } }): Fault {
  const { sheet, span } = at.before
  const name = called === id ? `the ${called}` : `the ${called} "${id}"`
  return fault('duplicate-id', at.span, {
    says: `${name} stands twice; the first is at ${sheet.path}:${lineOf(sheet.text, span.start)}`,
    suggestion: 'keep one of the two, or give one another id',
  })
}

function entriesOf<T>(sheet: Sheet, noun: Noun<T>, faults: Fault[]): Entry<T>[] {
  const node = nodeAt(sheet.root, [noun.key])
  const found = sheet.root?.kind === 'map' ? sheet.root.entries.get(noun.key) : undefined
  if (!node || !found || node.kind === 'broken') return []
  // What reaches past the place where the text broke cannot be judged.
  const whole = (span: Span): boolean => sheet.brokenAt === undefined || span.end < sheet.brokenAt
  const read = (id: string, at: Span, item: Node): Entry<T>[] => {
    if (!whole(item.span) || item.kind === 'broken') return []
    const shaped = checkShape(noun.shape, item, { span: at, key: noun.key })
    addAll(faults, shaped.faults)
    const value = shaped.value as Partial<T>
    const own = noun.idOf ? (noun.idOf(value) ?? '') : id
    return [{ id: own, layer: sheet.layer, at, node: item, value, bad: [...shaped.bad] }]
  }
  if (noun.container === 'one') return read(noun.called, found.keySpan, node)
  if (node.kind !== noun.container) {
    if (!whole(node.span)) return []
    const expected =
      noun.container === 'map' ? 'a map from ids to entries' : 'a list, each entry after a hyphen'
    const span =
      node.span.end > node.span.start
        ? node.kind === 'scalar'
          ? node.span
          : firstToken(node)
        : found.keySpan
    faults.push(
      fault('wrong-type', span, {
        says: `"${noun.key}" must be ${noun.container === 'map' ? 'a map' : 'a list'}`,
        expected,
      }),
    )
    return []
  }
  if (node.kind === 'list') return node.items.flatMap((item) => read('', firstToken(item), item))
  return [...node.entries.values()].flatMap(({ key, keySpan, node: item }) => {
    if (noun.fixedKeys !== true && !isId(key) && whole(keySpan))
      faults.push(fault('bad-id', keySpan, { says: `"${key}" cannot be an id`, expected: ID_WORDS }))
    return read(key, keySpan, item)
  })
}

/** By id; an entry of the scenario takes the place of the theory's. */
export function byId<T>(entries: readonly Entry<T>[]): Map<string, Entry<T>> {
  const map = new Map<string, Entry<T>>()
  for (const entry of entries) {
    if (entry.id !== '' && (entry.layer !== 'theory' || !map.has(entry.id))) map.set(entry.id, entry)
  }
  return map
}

/** By id, those that could be read. */
export function readEach<T, R>(
  entries: ReadonlyMap<string, Entry<T>>,
  read: (entry: Entry<T>) => R | undefined,
): Map<string, R> {
  const result = new Map<string, R>()
  for (const [id, entry] of [...entries].sort((a, b) => byText(a[0], b[0]))) {
    const value = read(entry)
    if (value !== undefined) result.set(id, value)
  }
  return result
}

/** Ids that entries give themselves may not name parts of an object either. */
export function checkOwnIds<T>(entries: readonly Entry<T>[], faults: Fault[]): void {
  for (const entry of entries) {
    if (isReserved(entry.id)) {
      faults.push(
        fault(
          'reserved-key',
          spanAt(entry.node, ['id'], entry.at),
          `"${entry.id}" is reserved and cannot be an id`,
        ),
      )
    }
  }
}

/** True when the part at this path, or something in it, has its fault already. */
export function isBad<T>(entry: Entry<T>, path: string): boolean {
  return entry.bad.some((bad) => bad === path || bad === '' || bad.startsWith(`${path}.`))
}
