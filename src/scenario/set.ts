/** One value set at one path, in the place of what stands there. */
import type { Fault, Span } from '../base/fault.ts'
import type { Sheet } from './entry.ts'
import { fault } from './fault-list.ts'
import type { MapNode, Node } from './node.ts'
import { markChanged } from './node.ts'
import type { Step } from './path.ts'
import { place } from './path.ts'
import { withTie } from './unstated-tie.ts'

export interface Setting {
  readonly path: string
  /** Where the path is written. */
  readonly at: Span
  readonly value: Node
}

/** The sheets with the value in its place; unchanged, and the fault told, when there is no such place. */
export function applySetting(sheets: readonly Sheet[], setting: Setting, faults: Fault[]): Sheet[] {
  const { path, at, value } = setting
  const open = withTie(sheets, path, at)
  const found = place(open, path)
  if (found.kind === 'nowhere') {
    const { says, expected, suggestion } = found
    faults.push(fault('unknown-path', at, { says, expected, suggestion }))
    return [...sheets]
  }
  const written = markChanged(value, 'set')
  return open.map((sheet, index) =>
    index === found.sheet && sheet.root
      ? { ...sheet, root: put(sheet.root, found.steps, { value: written, at }) }
      : sheet,
  )
}

/** The node with the value at the end of the steps; maps on the way are made where none are. */
function put(node: Node | undefined, steps: readonly Step[], change: { value: Node; at: Span }): Node {
  const [step, ...rest] = steps
  if (step === undefined) return change.value
  const { at } = change
  if (typeof step === 'number') {
    if (node?.kind !== 'list') throw new Error(`item ${step} of no list`)
    return {
      ...node,
      items: node.items.map((item, index) => (index === step ? put(item, rest, change) : item)),
    }
  }
  const map: MapNode =
    node?.kind === 'map'
      ? node
      : { kind: 'map', span: at, first: at, entries: new Map(), partial: false, change: 'set' }
  const entry = map.entries.get(step)
  const inner = put(entry?.node, rest, change)
  const keySpan = rest.length === 0 || !entry ? at : entry.keySpan
  return { ...map, entries: new Map(map.entries).set(step, { key: step, keySpan, node: inner }) }
}
