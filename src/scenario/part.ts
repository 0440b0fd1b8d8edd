/** A part of an entry that is read as if it were an entry of its own: one weapon of an arsenal. */
import type { Entry } from './entry.ts'
import { child, keySpan } from './node.ts'

/** Nothing where it is not stated, or is no map: then its fault has been told. */
export function partOf(entry: Entry<unknown>, key: string): Entry<object> | undefined {
  const node = child(entry.node, key)
  if (node?.kind !== 'map') return undefined
  const inside = `${key}.`
  const bad = entry.bad.flatMap((path) =>
    path === key ? [''] : path.startsWith(inside) ? [path.slice(inside.length)] : [],
  )
  return { id: key, layer: entry.layer, at: keySpan(entry.node, key) ?? entry.at, node, value: {}, bad }
}
