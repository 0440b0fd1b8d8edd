/**
 * From the tree with places to the plain values that the shapes check. Maps get
 * no prototype; a percentage is a number; a date stays text.
 */
import { parseNumber } from './amount.ts'
import type { Node, ScalarNode } from './node.ts'

/** Keys whose value is always text, as it is written: `sentence: 7.10` is not 7.1, and a title may be 1956. */
const TEXT_KEYS: ReadonlySet<string> = new Set([
  'title',
  'name',
  'by',
  'url',
  'label',
  'aims',
  'form',
  'theatre',
  'because',
  'why',
  'reading',
  'sentence',
  'says',
  'unit',
  'assessment',
  'indicators',
  'anchors',
  'trigger',
  'scope',
  'word',
  'case',
  'when',
])

export function toPlain(node: Node, key = ''): unknown {
  switch (node.kind) {
    case 'scalar':
      return TEXT_KEYS.has(key) && node.text !== '' ? node.text : scalarValue(node)
    case 'list':
      return node.items.map((item) => toPlain(item, key))
    case 'map': {
      const plain: Record<string, unknown> = Object.create(null) as Record<string, unknown>
      for (const entry of node.entries.values()) plain[entry.key] = toPlain(entry.node, entry.key)
      return plain
    }
    case 'broken':
      return undefined
  }
}

function scalarValue(node: ScalarNode): unknown {
  if (!node.plain) return node.text
  const { text } = node
  if (text === '' || text === '~' || text === 'null') return null
  if (text === 'true' || text === 'false') return text === 'true'
  return parseNumber(text) ?? text
}
