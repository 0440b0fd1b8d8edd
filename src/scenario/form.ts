/**
 * What a file of the language is made of, read off the published shapes: where maps
 * have fields, where they have ids, and which lists hold entries with ids of their own.
 * A change finds its place by it, so that no second list of fields can drift from the first.
 */
import * as z from 'zod'
import { documentShape } from './document.ts'
import type { ListNode, Node } from './node.ts'
import { child } from './node.ts'

export type Form =
  /** Replaced as a whole: a number, a text, a quantity, a condition. */
  | { readonly kind: 'whole' }
  | { readonly kind: 'fields'; readonly of: ReadonlyMap<string, Form> }
  | { readonly kind: 'ids'; readonly of: Form }
  | ListForm

export interface ListForm {
  readonly kind: 'list'
  readonly of: Form
  /** The keys whose values make the id of an entry; none: items are counted from 1. */
  readonly by?: readonly string[]
  /** True when entries with the same id merge; else the list is replaced as a whole. */
  readonly merges: boolean
}

/** Lists whose entries have ids, by path. */
const LISTS: Readonly<Record<string, Pick<ListForm, 'by' | 'merges'>>> = {
  ties: { by: ['from', 'to'], merges: true },
  claims: { by: ['id'], merges: true },
  untested: { by: ['sentence'], merges: true },
  correlations: { by: ['between'], merges: true },
  'council.drafts': { by: ['id'], merges: true },
  'council.members': { by: ['actor'], merges: false },
  injects: { by: ['id'], merges: true },
}

/** Parts that say one thing together: a patch states them anew. */
const WHOLE: ReadonlySet<string> = new Set([
  'claims.*.effect',
  'claims.*.do',
  'claims.*.record',
  'injects.*.set',
])

/** A scenario file, noun by noun. */
export const DOCUMENT: ReadonlyMap<string, Form> = fieldsOf(documentShape, '')

function formOf(shape: unknown, path: string): Form {
  if (shape instanceof z.ZodOptional) return formOf(shape.unwrap(), path)
  if (WHOLE.has(path)) return { kind: 'whole' }
  if (shape instanceof z.ZodObject) return { kind: 'fields', of: fieldsOf(shape, path) }
  if (shape instanceof z.ZodRecord) return { kind: 'ids', of: formOf(shape.valueType, `${path}.*`) }
  if (shape instanceof z.ZodArray) {
    const known = Object.hasOwn(LISTS, path) ? LISTS[path] : undefined
    const of = formOf(shape.element, `${path}.*`)
    return { kind: 'list', of: withoutKeys(of, known?.by ?? []), merges: false, ...known }
  }
  return { kind: 'whole' }
}

/** What makes the id of an entry cannot be changed: with another id it would be another entry. */
function withoutKeys(form: Form, keys: readonly string[]): Form {
  if (form.kind !== 'fields') return form
  return { kind: 'fields', of: new Map([...form.of].filter(([key]) => !keys.includes(key))) }
}

function fieldsOf(shape: z.ZodObject, path: string): Map<string, Form> {
  return new Map(
    Object.entries(shape.shape).map(([key, inner]) => [
      key,
      formOf(inner, path === '' ? key : `${path}.${key}`),
    ]),
  )
}

/** The id of an entry of a list; nothing when it does not state one. */
export function idOfItem(item: Node, { by }: ListForm): string | undefined {
  const parts = (by ?? []).map((key) => textOf(child(item, key)))
  return parts.length > 0 && parts.every((part) => part !== undefined) ? parts.join('-') : undefined
}

function textOf(node: Node | undefined): string | undefined {
  if (node?.kind === 'scalar' && node.text !== '') return node.text
  if (node?.kind !== 'list') return undefined
  const items = node.items.map(textOf)
  return items.every((item) => item !== undefined) ? items.sort().join(' ') : undefined
}

/** The place of an entry in a list, by its id, or by its number where items have none. */
export function indexIn(list: ListNode, form: ListForm, id: string): number {
  if (form.by) return list.items.findIndex((item) => idOfItem(item, form) === id)
  return /^[1-9]\d*$/.test(id) && Number(id) <= list.items.length ? Number(id) - 1 : -1
}
