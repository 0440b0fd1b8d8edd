/**
 * A scenario file as a plain tree with places: what the rest of this folder
 * reads instead of the YAML library's nodes, so that no value is ever resolved
 * behind our back and no map has a prototype.
 */
import type { Span } from '../base/fault.ts'

/** What put a node where it stands; absent: the scenario itself. */
interface Placed {
  /** patch: a file laid over the scenario. set: one value, which rests on no source. */
  readonly change?: 'patch' | 'set'
}

export interface ScalarNode extends Placed {
  readonly kind: 'scalar'
  readonly span: Span
  /** The text as written, without quotes. */
  readonly text: string
  /** True for a bare word or number, which may be read as something else than text. */
  readonly plain: boolean
}

export interface ListNode extends Placed {
  readonly kind: 'list'
  readonly span: Span
  readonly items: readonly Node[]
}

export interface MapEntry {
  readonly key: string
  readonly keySpan: Span
  readonly node: Node
}

export interface MapNode extends Placed {
  readonly kind: 'map'
  readonly span: Span
  /** The first key, or the opening brace. */
  readonly first: Span
  readonly entries: ReadonlyMap<string, MapEntry>
  /** True when a key was refused: what seems missing may have stood there. */
  readonly partial: boolean
}

/** Something that has its fault already; nothing more is said about it. */
export interface BrokenNode extends Placed {
  readonly kind: 'broken'
  readonly span: Span
}

export type Node = ScalarNode | ListNode | MapNode | BrokenNode

export type Path = readonly (string | number)[]

export function child(node: Node | undefined, key: string | number): Node | undefined {
  if (node?.kind === 'map') return node.entries.get(String(key))?.node
  if (node?.kind === 'list' && typeof key === 'number') return node.items[key]
  return undefined
}

/** The node at a path; a broken node on the way answers for all below it. */
export function nodeAt(node: Node | undefined, path: Path): Node | undefined {
  let at = node
  for (const key of path) {
    if (at === undefined || at.kind === 'broken') return at
    at = child(at, key)
  }
  return at
}

export function keySpan(node: Node | undefined, key: string): Span | undefined {
  return node?.kind === 'map' ? node.entries.get(key)?.keySpan : undefined
}

/** The node and all in it, marked as put there by a change. */
export function markChanged(node: Node, change: 'patch' | 'set'): Node {
  if (node.kind === 'list') {
    return { ...node, change, items: node.items.map((item) => markChanged(item, change)) }
  }
  if (node.kind !== 'map') return { ...node, change }
  const entries = [...node.entries].map(
    ([key, entry]) => [key, { ...entry, node: markChanged(entry.node, change) }] as const,
  )
  return { ...node, change, entries: new Map(entries) }
}

/** The first token of a node: what a fault about the whole of it points to. */
export function firstToken(node: Node): Span {
  if (node.kind === 'map') return node.first
  if (node.kind === 'list') return { ...node.span, end: Math.min(node.span.end, node.span.start + 1) }
  return node.span
}

/** Where the value at a path stands; an empty value has no place of its own, then its key stands for it. */
export function spanAt(node: Node, path: Path, otherwise: Span): Span {
  const found = nodeAt(node, path)
  if (found && found.span.end > found.span.start) return found.span
  const last = path.at(-1)
  const parent = nodeAt(node, path.slice(0, -1))
  return (typeof last === 'string' ? keySpan(parent, last) : undefined) ?? otherwise
}

/** The place of a value, of its key if it says nothing, else of the whole. */
export function placeOf(node: Node, key: string): Span {
  const found = child(node, key)
  return found && found.span.end > found.span.start ? found.span : (keySpan(node, key) ?? firstToken(node))
}
