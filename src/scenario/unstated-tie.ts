/**
 * A tie that nobody stated may still be set, when both ends are actors: what stands in
 * for it has quantities like any other.
 */
import type { Span } from '../base/fault.ts'
import type { Sheet } from './entry.ts'
import { DOCUMENT, indexIn } from './form.ts'
import type { Node } from './node.ts'
import { child } from './node.ts'

/** The sheets with the tie that the path names, added to the first file of the scenario if it is nowhere. */
export function withTie(sheets: readonly Sheet[], path: string, at: Span): Sheet[] {
  const [noun, id = '', ...rest] = path.split('.')
  const form = DOCUMENT.get('ties')
  if (noun !== 'ties' || rest.length === 0 || form?.kind !== 'list') return [...sheets]
  const lists = sheets.map((sheet) => child(sheet.root, 'ties'))
  if (lists.some((list) => list?.kind === 'list' && indexIn(list, form, id) >= 0)) return [...sheets]
  const ends = endsOf(id, actorsIn(sheets))
  const home = sheets.findIndex((sheet) => sheet.layer === 'scenario' && sheet.root?.kind === 'map')
  const sheet = sheets[home]
  if (!ends || sheet?.root?.kind !== 'map') return [...sheets]
  const [from, to] = ends
  const scalar = (text: string): Node => ({ kind: 'scalar', span: at, text, plain: false, change: 'set' })
  const entries = new Map(
    Object.entries({ from, to }).map(([key, text]) => [key, { key, keySpan: at, node: scalar(text) }]),
  )
  const tie: Node = { kind: 'map', span: at, first: at, entries, partial: false, change: 'set' }
  const list = sheet.root.entries.get('ties')
  const old = list?.node.kind === 'list' ? list.node : { kind: 'list' as const, span: at, items: [] }
  const ties = { key: 'ties', keySpan: list?.keySpan ?? at, node: { ...old, items: [...old.items, tie] } }
  const root: Node = { ...sheet.root, entries: new Map(sheet.root.entries).set('ties', ties) }
  return sheets.map((other, index) => (index === home ? { ...sheet, root } : other))
}

function actorsIn(sheets: readonly Sheet[]): Set<string> {
  return new Set(
    sheets.flatMap(({ root }) => {
      const actors = child(root, 'actors')
      return actors?.kind === 'map' ? [...actors.entries.keys()] : []
    }),
  )
}

/** `south-korea-iran` as two actors; ids may hold hyphens themselves. */
function endsOf(id: string, actors: ReadonlySet<string>): readonly [string, string] | undefined {
  const parts = id.split('-')
  return parts
    .map((_, at) => [parts.slice(0, at).join('-'), parts.slice(at).join('-')] as const)
    .find(([from, to]) => from !== to && actors.has(from) && actors.has(to))
}
