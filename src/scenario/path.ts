/**
 * Paths are the ids of quantities and the names of fields: `ties.russia-iran.clauses.defence`.
 * One that leads nowhere is told with the nearest that leads somewhere.
 */
import { nearest } from '../base/nearest.ts'
import type { Sheet } from './entry.ts'
import { oneOf } from './fault-list.ts'
import type { Form, ListForm } from './form.ts'
import { DOCUMENT, idOfItem, indexIn } from './form.ts'
import type { Node } from './node.ts'
import { child } from './node.ts'

/** Changed by a patch file only, or not at all. */
const CLOSED: readonly string[] = [
  'foedus',
  'title',
  'asOf',
  'assessment',
  'claims',
  'untested',
  'correlations',
]

/** A key of a map, or the number of an item. */
export type Step = string | number

interface Nowhere {
  readonly kind: 'nowhere'
  readonly says: string
  readonly expected?: string | undefined
  readonly suggestion?: string | undefined
}

export type Placed =
  | { readonly kind: 'there'; readonly sheet: number; readonly steps: readonly Step[] }
  | Nowhere

export function place(sheets: readonly Sheet[], path: string): Placed {
  const [noun = '', ...written] = path.split('.')
  const form = CLOSED.includes(noun) ? undefined : DOCUMENT.get(noun)
  if (!form) {
    if (CLOSED.includes(noun)) {
      return { kind: 'nowhere', says: `${noun} is changed by a patch file, not by a path` }
    }
    const known = [...DOCUMENT.keys()].filter((key) => !CLOSED.includes(key))
    const says = `a path begins with a noun of the scenario; here stands "${noun}"`
    return nowhere({ says, known, head: noun, before: [], after: written })
  }
  const rest = noun === 'council' ? inCouncil(form, written) : written
  // The scenario before the theory; what a change added before both.
  const order = [...sheets.keys()].sort((a, b) => rank(sheets[b]!) - rank(sheets[a]!) || b - a)
  const tried = order.flatMap((sheet) => {
    const node = child(sheets[sheet]!.root, noun)
    return node && node.kind !== 'broken' ? [{ sheet, walked: walk(form, node, { rest, done: [noun] }) }] : []
  })
  const there = tried.filter(({ walked }) => walked.kind === 'there')
  // Fields may be spread over layers: the place that holds most of the path is the one that is read.
  const best =
    form.kind === 'fields'
      ? there.reduce<(typeof there)[number] | undefined>(
          (one, next) => (one && held(one.walked) >= held(next.walked) ? one : next),
          undefined,
        )
      : there[0]
  if (best?.walked.kind === 'there') {
    return { kind: 'there', sheet: best.sheet, steps: [noun, ...best.walked.steps] }
  }
  const misses = tried.flatMap(({ walked }) => (walked.kind === 'nowhere' ? [walked] : []))
  return furthest(misses) ?? { kind: 'nowhere', says: `this scenario states no ${noun}` }
}

function rank(sheet: Sheet): number {
  return sheet.layer === 'theory' ? 0 : sheet.layer === 'scenario' ? 1 : 2
}

/** Drafts are named without the word: `council.authorise-force.tabled`. */
function inCouncil(form: Form, written: readonly string[]): string[] {
  const [head = ''] = written
  const own = form.kind === 'fields' && form.of.has(head)
  return own ? [...written] : ['drafts', ...written]
}

type Walked =
  | { readonly kind: 'there'; readonly steps: readonly Step[]; readonly held: number }
  | (Nowhere & { readonly depth: number; readonly known: readonly string[] })

function held(walked: Walked): number {
  return walked.kind === 'there' ? walked.held : -1
}

interface Way {
  readonly rest: readonly string[]
  readonly done: readonly string[]
}

/** Down the path, through what is there and, for fields, through what might be. */
function walk(form: Form, node: Node | undefined, { rest, done }: Way): Walked {
  const [head, ...after] = rest
  const miss = (says: string, known: readonly string[]): Walked => ({
    ...nowhere({ says, known, head: head ?? '', before: done, after }),
    depth: done.length,
    known,
  })
  if (head === undefined) {
    if (form.kind === 'whole' || (form.kind === 'list' && !form.merges)) {
      return { kind: 'there', steps: [], held: node ? 1 : 0 }
    }
    return miss(`${shown(done)} is no single value; name one of its parts`, namesIn(form, node))
  }
  const next = stepInto(form, node, head)
  if (!next) {
    const known = namesIn(form, node)
    const says =
      known.length === 0 && form.kind === 'whole'
        ? `${shown(done)} is set as a whole; it has no part "${head}"`
        : `${shown(done)} has no "${head}"`
    return miss(says, known)
  }
  const walked = walk(next.form, next.node, { rest: after, done: [...done, head] })
  if (walked.kind === 'nowhere') return walked
  return { ...walked, steps: [next.step, ...walked.steps], held: walked.held + (node ? 1 : 0) }
}

function stepInto(
  form: Form,
  node: Node | undefined,
  head: string,
): { form: Form; node: Node | undefined; step: Step } | undefined {
  switch (form.kind) {
    case 'whole':
      return undefined
    case 'fields': {
      const inner = form.of.get(head)
      return inner && { form: inner, node: child(node, head), step: head }
    }
    case 'ids': {
      const inner = child(node, head)
      return inner && { form: form.of, node: inner, step: head }
    }
    case 'list': {
      const at = node?.kind === 'list' ? indexIn(node, form, head) : -1
      return at < 0 ? undefined : { form: form.of, node: child(node, at), step: at }
    }
  }
}

function namesIn(form: Form, node: Node | undefined): string[] {
  switch (form.kind) {
    case 'whole':
      return []
    case 'fields':
      return [...form.of].flatMap(([key, inner]) =>
        key === 'drafts' ? namesIn(inner, child(node, key)) : [key],
      )
    case 'ids':
      return node?.kind === 'map' ? [...node.entries.keys()] : []
    case 'list':
      return node?.kind === 'list' ? itemNames(node.items, form) : []
  }
}

function itemNames(items: readonly Node[], form: ListForm): string[] {
  return items.flatMap((item, index) => (form.by ? (idOfItem(item, form) ?? []) : String(index + 1)))
}

function shown(done: readonly string[]): string {
  return done.filter((part, index) => !(index === 1 && done[0] === 'council' && part === 'drafts')).join('.')
}

function nowhere(miss: {
  says: string
  known: readonly string[]
  head: string
  before: readonly string[]
  after: readonly string[]
}): Nowhere {
  const { says, known, head, before, after } = miss
  const meant = nearest(head, known)
  return {
    kind: 'nowhere',
    says,
    ...(known.length > 0 ? { expected: oneOf(known) } : {}),
    ...(meant === undefined ? {} : { suggestion: shown([...before, meant, ...after]) }),
  }
}

/** The miss that came furthest; of equals all names are offered together. */
function furthest(misses: readonly (Walked & { kind: 'nowhere' })[]): Nowhere | undefined {
  const depth = Math.max(...misses.map((miss) => miss.depth))
  const last = misses.filter((miss) => miss.depth === depth)
  const [first] = last
  if (!first) return undefined
  const known = new Set(last.flatMap((miss) => miss.known))
  const suggestion = last.find((miss) => miss.suggestion !== undefined)?.suggestion
  const { says } = first
  return {
    kind: 'nowhere',
    says,
    ...(known.size > 0 ? { expected: oneOf(known) } : {}),
    ...(suggestion === undefined ? {} : { suggestion }),
  }
}
