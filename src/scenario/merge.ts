/** One node over another: maps with fields and lists with ids merge, everything else is replaced whole. */
import type { Fault, Span } from '../base/fault.ts'
import { fault } from './fault-list.ts'
import type { Form, ListForm } from './form.ts'
import { idOfItem } from './form.ts'
import type { ListNode, MapNode, Node } from './node.ts'
import { firstToken } from './node.ts'

/** Where two nodes meet. */
interface Place {
  readonly form: Form
  readonly key: string
  /** Where the key stands: the place of a value that says nothing. */
  readonly at: Span
  readonly faults: Fault[]
}

/** One node over another, by the form of the place where they stand. */
export function merged(base: Node | undefined, over: Node, to: Place): Node {
  const { form } = to
  if (over.kind === 'broken' && base) return base
  if (base?.kind === 'map' && (form.kind === 'fields' || form.kind === 'ids')) {
    return over.kind === 'map' ? mergedMap(base, over, { ...to, form }) : refused(base, over, to)
  }
  if (base?.kind === 'list' && form.kind === 'list' && form.merges) {
    return over.kind === 'list' ? mergedList(base, over, { ...to, form }) : refused(base, over, to)
  }
  return over
}

/** What cannot merge is told, and what it was laid over stays. */
function refused(base: Node, over: Node, { key, at, faults }: Place): Node {
  const span = over.span.end > over.span.start ? firstToken(over) : at
  faults.push(fault('wrong-type', span, `"${key}" must be a ${base.kind}`))
  return base
}

function mergedMap(
  base: MapNode,
  over: MapNode,
  to: Place & { form: Form & { kind: 'fields' | 'ids' } },
): MapNode {
  const { form, faults } = to
  const entries = new Map(base.entries)
  for (const entry of over.entries.values()) {
    const held = base.entries.get(entry.key)
    const inner = (form.kind === 'ids' ? form.of : form.of.get(entry.key)) ?? { kind: 'whole' }
    const node = merged(held?.node, entry.node, { form: inner, key: entry.key, at: entry.keySpan, faults })
    // What is replaced stands in the patch; what is only added to stays where it was.
    entries.set(entry.key, node === entry.node || !held ? { ...entry, node } : { ...held, node })
  }
  return { ...base, entries, partial: base.partial || over.partial }
}

function mergedList(base: ListNode, over: ListNode, to: Place & { form: ListForm }): ListNode {
  const { form } = to
  const items = [...base.items]
  for (const item of withoutTwins(over, to).items) {
    const id = idOfItem(item, form)
    const at = id === undefined ? -1 : items.findIndex((candidate) => idOfItem(candidate, form) === id)
    if (at < 0 || item.kind !== 'map') items.push(item)
    else items[at] = merged(items[at], withoutKeys(item, form), { ...to, form: form.of })
  }
  return { ...base, items }
}

/** The keys that make the id are the same in both: those of the base stay, with their places. */
function withoutKeys(item: MapNode, form: ListForm): MapNode {
  const rest = [...item.entries].filter(([key]) => form.by?.includes(key) !== true)
  return { ...item, entries: new Map(rest) }
}

/** Second entries of one id in one patch are told and left out. */
export function withoutTwins(
  list: ListNode,
  { form, key, faults }: { form: Form; key: string; faults: Fault[] },
): ListNode {
  const seen = new Set<string>()
  const items = list.items.filter((item) => {
    const id = form.kind === 'list' ? idOfItem(item, form) : undefined
    if (id === undefined || !seen.has(id)) {
      if (id !== undefined) seen.add(id)
      return true
    }
    faults.push(
      fault('duplicate-id', firstToken(item), {
        says: `"${id}" stands twice among the ${key} of one patch`,
        suggestion: 'keep one of the two',
      }),
    )
    return false
  })
  return { ...list, items }
}
