/**
 * A patch: a file in the language of the scenario, laid over it noun by noun and id by
 * id. Maps merge key by key; a quantity, a list or a scalar is replaced whole; what is
 * not there yet is added. Every part keeps the place it was written at, so a fault in a
 * patch points into the patch.
 */
import type { Fault } from '../base/fault.ts'
import type { Sheet } from './entry.ts'
import { fault } from './fault-list.ts'
import type { Form, ListForm } from './form.ts'
import { DOCUMENT, idOfItem } from './form.ts'
import { merged, withoutTwins } from './merge.ts'
import type { ListNode, MapEntry, MapNode, Node } from './node.ts'
import { child, firstToken, markChanged } from './node.ts'

/** The sheets with one patch laid over them; what it adds stands in a sheet of its own, the last. */
export function applyPatch(sheets: readonly Sheet[], patch: Sheet, faults: Fault[]): Sheet[] {
  const { root } = patch
  if (root?.kind !== 'map') return [...sheets]
  const merge: Merge = { sheets: [...sheets], added: new Map(), faults }
  for (const entry of root.entries.values()) {
    const form = DOCUMENT.get(entry.key)
    if (!form || entry.key === 'foedus') merge.added.set(entry.key, entry)
    else if (form.kind === 'whole') mergeHead(merge, entry)
    else mergeNoun(merge, { ...entry, node: markChanged(entry.node, 'patch') }, form)
  }
  const version: MapEntry = {
    key: 'foedus',
    keySpan: root.first,
    node: { kind: 'scalar', span: root.first, text: '1', plain: true },
  }
  const entries = new Map(merge.added.has('foedus') ? merge.added : [['foedus', version], ...merge.added])
  return [...merge.sheets, { ...patch, layer: 'patch', root: { ...root, entries } }]
}

interface Merge {
  readonly sheets: Sheet[]
  readonly added: Map<string, MapEntry>
  readonly faults: Fault[]
}

/** The title, the day, the ladder: said by one file. */
function mergeHead({ sheets, added }: Merge, entry: MapEntry): void {
  const at = sheets.findLastIndex(
    (sheet) => sheet.layer !== 'theory' && child(sheet.root, entry.key) !== undefined,
  )
  const sheet = sheets[at]
  if (sheet?.root?.kind === 'map') sheets[at] = { ...sheet, root: withEntry(sheet.root, entry) }
  else added.set(entry.key, entry)
}

function mergeNoun(merge: Merge, entry: MapEntry, form: Form): void {
  const { sheets, added, faults } = merge
  const { key, node } = entry
  const expected = form.kind === 'list' ? 'list' : 'map'
  if (node.kind === 'broken') return
  if (node.kind !== expected) {
    const span = node.span.end > node.span.start ? node.span : entry.keySpan
    faults.push(
      fault('wrong-type', node.kind === 'scalar' ? span : firstToken(node), `"${key}" must be a ${expected}`),
    )
    return
  }
  const own = form.kind === 'list' ? withoutTwins(node as ListNode, { form, key, faults }) : node
  const rest: Parts = new Map()
  for (const [id, part] of partsOf(own, form)) {
    const at = holderOf(sheets, { key, form, id })
    const sheet = sheets[at]
    if (sheet) sheets[at] = { ...sheet, root: mergeInto(sheet.root, entry, { form, parts: [part], faults }) }
    else rest.set(id, part)
  }
  const parts = [...rest.values()]
  if (parts.length > 0) {
    const base: Node = own.kind === 'list' ? { ...own, items: [] } : { ...own, entries: new Map() }
    added.set(key, { ...entry, node: filled(base, parts) })
  }
}

/** Parts of a noun by id: entries of a map, items of a list. */
type Parts = Map<string, MapEntry | Node>

function partsOf(node: Node, form: Form): Parts {
  if (node.kind === 'map') return new Map(node.entries)
  const items = node.kind === 'list' && form.kind === 'list' ? node.items : []
  return new Map(items.map((item, index) => [idOfItem(item, form as ListForm) ?? ` ${index}`, item]))
}

/** The sheet whose own entry of this id is meant: what a change added, then the scenario, then the theory. */
function holderOf(sheets: readonly Sheet[], asked: { key: string; form: Form; id: string }): number {
  const { key, form, id } = asked
  const ranked = [...sheets.keys()].sort((a, b) => rank(sheets[b]!) - rank(sheets[a]!) || b - a)
  const found = ranked.find((at) => partsOf(nounOf(sheets[at]!, key), form).has(id))
  if (found !== undefined || form.kind !== 'fields') return found ?? -1
  // A crisis or a council is one: a new field goes where the rest of it stands.
  return ranked.find((at) => sheets[at]!.layer !== 'theory' && nounOf(sheets[at]!, key).kind === 'map') ?? -1
}

const RANKS: Readonly<Record<Sheet['layer'], number>> = { theory: 0, scenario: 1, patch: 2 }

function rank(sheet: Sheet): number {
  return RANKS[sheet.layer]
}

const NOTHING: Node = { kind: 'broken', span: { file: '', start: 0, end: 0 } }

function nounOf(sheet: Sheet, key: string): Node {
  return child(sheet.root, key) ?? NOTHING
}

function mergeInto(
  root: Node | undefined,
  entry: MapEntry,
  over: { form: Form; parts: readonly (MapEntry | Node)[]; faults: Fault[] },
): Node {
  const held = root?.kind === 'map' ? root.entries.get(entry.key) : undefined
  if (root?.kind !== 'map' || !held) throw new Error(`no ${entry.key} to merge into`)
  const base: Node =
    entry.node.kind === 'list'
      ? { ...entry.node, items: [] }
      : { ...(entry.node as MapNode), entries: new Map() }
  const to = { form: over.form, key: entry.key, at: entry.keySpan, faults: over.faults }
  return withEntry(root, { ...held, node: merged(held.node, filled(base, over.parts), to) })
}

function filled(base: Node, parts: readonly (MapEntry | Node)[]): Node {
  if (base.kind === 'list') return { ...base, items: parts as readonly Node[] }
  const entries = (parts as readonly MapEntry[]).map((part) => [part.key, part] as const)
  return { ...(base as MapNode), entries: new Map(entries) }
}

function withEntry(map: MapNode, entry: MapEntry): MapNode {
  return { ...map, entries: new Map(map.entries).set(entry.key, entry) }
}
