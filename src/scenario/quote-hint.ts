/** Text that was meant to stand in quotes: between braces a comma ends it, and a colon makes a map of it. */
import { keySpan, type Node } from './node.ts'

/** Keys under which an analyst writes sentences. */
export const PROSE_KEYS: readonly string[] = [
  'why',
  'title',
  'reading',
  'name',
  'about',
  'because',
  'label',
  'aims',
]

export function inQuotes(key: string, text: string): string {
  return `put the text in quotes: ${key}: "${text.replaceAll('"', "'")}"`
}

/** The way out where an unknown key without a value is the rest of a text before it: `{ why: gas, much }`. */
export function cutText(map: Node | undefined, key: string): string | undefined {
  if (map?.kind !== 'map') return undefined
  const entries = [...map.entries.values()]
  const at = entries.findIndex((entry) => entry.key === key)
  const isRest = ({ node }: { readonly node: Node }): boolean => node.kind === 'scalar' && node.text === ''
  if (at < 1 || !isRest(entries[at]!)) return undefined
  // More commas than one cut a text into more keys than one.
  const start = entries.slice(0, at).findLastIndex((entry) => !isRest(entry))
  const head = entries[start]
  if (head?.node.kind !== 'scalar' || !head.node.plain || !PROSE_KEYS.includes(head.key)) return undefined
  const last = keySpan(map, key)
  // A comma cuts only between braces.
  if (!last || map.first.end - map.first.start !== 1 || map.first.start === entries[0]?.keySpan.start)
    return undefined
  return inQuotes(
    head.key,
    [head.node.text, ...entries.slice(start + 1, at + 1).map((entry) => entry.key)].join(', '),
  )
}
