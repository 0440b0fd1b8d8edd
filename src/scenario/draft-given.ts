/** At what the stated votes of a draft were judged: a change moves them by how far it moves away from that. */
import type { Context } from './context.ts'
import { JUDGED, usualOf } from './draft-field.ts'
import type { Sheet } from './entry.ts'
import { readLaw } from './law.ts'
import { medianOf } from './median.ts'
import type { Node } from './node.ts'
import { child } from './node.ts'
import type { Draft } from './scenario.ts'

/** By field that a change has set: the median of what was written before it. */
export function givenOf(
  context: Context,
  written: readonly Sheet[],
  { id, type }: Pick<Draft, 'id' | 'type'>,
): Record<string, number> {
  const changed = JUDGED.filter(({ name }) => context.changed.has(`council.${id}.${name}`))
  const node = changed.length > 0 ? draftIn(written, id) : undefined
  return Object.fromEntries(
    changed.map((field) => {
      const stated = child(node, field.name)
      const law = stated && readLaw([], stated, field)
      const usual = usualOf(type, field)
      return [field.name, law ? medianOf(law) : typeof usual === 'number' ? usual : usual[1]]
    }),
  )
}

function draftIn(sheets: readonly Sheet[], id: string): Node | undefined {
  for (const { root } of sheets) {
    const drafts = child(child(root, 'council'), 'drafts')
    const found = drafts?.kind === 'list' ? drafts.items.find((item) => textAt(item, 'id') === id) : undefined
    if (found) return found
  }
  return undefined
}

function textAt(node: Node, key: string): string | undefined {
  const found = child(node, key)
  return found?.kind === 'scalar' ? found.text : undefined
}
