/**
 * What zod found, in our words and with exact places; and what is left of an
 * entry once the parts at fault are taken out, so that the second pass can go
 * on with the rest and one fault hides no other.
 */
import type * as z from 'zod'
import type { Fault, Span } from '../base/fault.ts'
import { nearest } from '../base/nearest.ts'
import type { Words } from './fault-list.ts'
import { fault, oneOf } from './fault-list.ts'
import type { Node, Path } from './node.ts'
import { firstToken, keySpan, nodeAt, spanAt } from './node.ts'
import { toPlain } from './plain.ts'
import { cutText } from './quote-hint.ts'
import { IDS_WORDS, unpack } from './shape.ts'
import { wordMeant } from './word-hint.ts'

type Issue = z.core.$ZodIssue

export interface Shaped {
  /** The plain value without its faulty parts. */
  readonly value: unknown
  readonly faults: readonly Fault[]
  /** Paths of the faulty parts, joined by dots. */
  readonly bad: readonly string[]
}

interface Found {
  readonly path: Path
  readonly fault: Fault
  /** The key that is missing, or that an unknown key probably meant. */
  readonly missing?: string
  readonly meant?: string
}

/** What fits in one world fits in all: the worlds of a scenario share every node that no change touches. */
const FITTED = new WeakMap<Node, { readonly shape: z.ZodType; readonly value: unknown }>()

/** `at` is the place of the whole entry, `key` the key it stands under. */
export function checkShape(shape: z.ZodType, node: Node, at: { span: Span; key: string }): Shaped {
  const fitted = FITTED.get(node)
  if (fitted?.shape === shape) return { value: fitted.value, faults: [], bad: [] }
  const value = toPlain(node, at.key)
  // Without the just-in-time compiler: no code is made from a text, nor in a browser that forbids it.
  const result = shape.safeParse(value, { jitless: true })
  if (result.success) {
    FITTED.set(node, { shape, value })
    return { value, faults: [], bad: [] }
  }
  const issues = result.error.issues.flatMap((issue) => innermost(issue, []))
  const found = issues.flatMap((issue) => explain(issue, node, at.span))
  // A misspelt key is unknown and leaves its place empty: one cause, one fault.
  const meant = new Set(
    found.flatMap((item) =>
      item.meant === undefined ? [] : [join([...item.path.slice(0, -1), item.meant])],
    ),
  )
  const told = found.filter((item) => item.missing === undefined || !meant.has(join(item.path)))
  for (const item of found) drop(value, item.path)
  const hollow = found.some((item) => item.path.length === 0)
  return {
    value: hollow ? {} : value,
    faults: told.map((item) => item.fault),
    bad: [...found.map((item) => join(item.path)), ...meant],
  }
}

function join(path: Path): string {
  return path.join('.')
}

/** The issues of the branch of a union that the writer most likely meant. */
function innermost(issue: Issue, base: Path): Issue[] {
  const path = [...base, ...(issue.path as (string | number)[])]
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ ...issue, path: [...path] }]
  const branches = issue.errors.map((branch) => branch.flatMap((inner) => innermost(inner as Issue, path)))
  const rank = (branch: readonly Issue[]): number =>
    branch.reduce((sum, inner) => sum + weight(inner, path.length), 0)
  const best = [...branches].sort((a, b) => rank(a) - rank(b))[0] ?? []
  // When no branch even has the right kind, the union's own sentence says more than any of theirs.
  const alien = best.some((inner) => inner.code === 'invalid_type' && inner.path.length === path.length)
  return alien && unpack(issue.message) ? [{ ...issue, errors: [], path: [...path] } as Issue] : best
}

function weight(issue: Issue, depth: number): number {
  if (issue.code === 'unrecognized_keys') return issue.keys.length
  return issue.code === 'invalid_type' && issue.path.length === depth ? 100 : 1
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a map',
  record: 'a map',
  array: 'a list',
  tuple: 'a list',
}

function explain(issue: Issue, node: Node, at: Span): Found[] {
  const path = issue.path as (string | number)[]
  const target = nodeAt(node, path)
  if (target?.kind === 'broken') return []
  const words = unpack(issue.message)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(key, words?.known ?? [], { path, target, at }))
  }
  const span = spanAt(node, path, at)
  const make = (code: string, words: Words): Found[] => [{ path, fault: fault(code, span, words) }]
  if (target === undefined && issue.code !== 'invalid_key') return missingKey(path, node, at)
  if (target?.kind === 'scalar' && target.text === '' && target.plain) {
    const expected = words?.expected ?? 'a value'
    return make('wrong-type', {
      says: `${nameOf(path)} says nothing`,
      expected,
      suggestion: 'write a value, or leave the key out',
    })
  }
  if (issue.code === 'invalid_key') return badKey(issue, node, at)
  const says = `${nameOf(path)} cannot be ${shownAs(target)}`
  if (words) return make(words.code, { says, expected: words.expected, suggestion: asList(words, target) })
  switch (issue.code) {
    case 'invalid_type':
      return make('wrong-type', { says, expected: KINDS[issue.expected] ?? issue.expected })
    case 'invalid_value': {
      const known = issue.values.map(String)
      return make('unknown-word', {
        says,
        expected: oneOf(known),
        suggestion: wordMeant(textOf(target), known),
      })
    }
    case 'too_small':
    case 'too_big': {
      const limit =
        issue.code === 'too_small' ? `at least ${String(issue.minimum)}` : `at most ${String(issue.maximum)}`
      if (target?.kind === 'list')
        return make('wrong-type', { says: `${nameOf(path)} must have ${limit} items` })
      return make('out-of-bounds', { says: `${nameOf(path)} must be ${limit}, not ${shownAs(target)}` })
    }
    default:
      return make('wrong-type', { says })
  }
}

function unknownKey(
  key: string,
  known: readonly string[],
  place: { path: Path; target: Node | undefined; at: Span },
): Found {
  const rest = cutText(place.target, key)
  const meant = rest === undefined ? nearest(key, known) : undefined
  return {
    path: [...place.path, key],
    fault: fault('unknown-key', keySpan(place.target, key) ?? place.at, {
      says: `the key "${key}" means nothing here`,
      expected: oneOf(known),
      suggestion: rest ?? meant,
    }),
    ...(meant === undefined ? {} : { meant }),
  }
}

function missingKey(path: Path, node: Node, at: Span): Found[] {
  const key = String(path.at(-1) ?? '')
  const parentPath = path.slice(0, -1)
  const parent = nodeAt(node, parentPath)
  if (parent?.kind === 'broken' || (parent?.kind === 'map' && parent.partial)) return []
  const parentKey = parentPath.at(-1)
  const holder = nodeAt(node, parentPath.slice(0, -1))
  const span =
    parentPath.length === 0
      ? at
      : ((typeof parentKey === 'string' ? keySpan(holder, parentKey) : undefined) ??
        (parent ? firstToken(parent) : at))
  return [{ path, missing: key, fault: fault('missing-key', span, `the key "${key}" is missing here`) }]
}

function badKey(issue: Issue, node: Node, at: Span): Found[] {
  const path = issue.path as (string | number)[]
  const key = String(path.at(-1) ?? '')
  const span = keySpan(nodeAt(node, path.slice(0, -1)), key) ?? at
  const inner = issue.code === 'invalid_key' ? unpack(issue.issues[0]?.message ?? '') : undefined
  return [
    {
      path,
      fault: fault(inner?.code ?? 'bad-id', span, {
        says: `"${key}" cannot be a key here`,
        expected: inner?.expected,
      }),
    },
  ]
}

function nameOf(path: Path): string {
  const keys = path.filter((key) => typeof key === 'string')
  return keys.length === 0 ? 'this' : keys.slice(-2).join('.')
}

const SHOWN_MAX = 40

function shownAs(node: Node | undefined): string {
  if (node?.kind !== 'scalar')
    return node?.kind === 'list' ? 'a list' : node?.kind === 'map' ? 'a map' : 'this'
  return `"${node.text.length > SHOWN_MAX ? `${node.text.slice(0, SHOWN_MAX)}…` : node.text}"`
}

function textOf(node: Node | undefined): string {
  return node?.kind === 'scalar' ? node.text : ''
}

/** One name where a list of names stands only lacks its brackets. */
function asList({ expected }: { readonly expected: string }, target: Node | undefined): string | undefined {
  return expected === IDS_WORDS && target?.kind === 'scalar' ? `[${target.text}]` : undefined
}

/** Takes the part at the path out of a plain value that is ours alone. */
function drop(value: unknown, path: Path): void {
  const last = path.at(-1)
  let holder: unknown = value
  for (const key of path.slice(0, -1)) {
    if (typeof holder !== 'object' || holder === null) return
    holder = (holder as Record<string, unknown>)[String(key)]
  }
  if (last === undefined || typeof holder !== 'object' || holder === null) return
  if (Array.isArray(holder)) holder[Number(last)] = undefined
  else delete (holder as Record<string, unknown>)[String(last)]
}
