/**
 * From the text of one YAML file to a plain tree with places. What the language
 * leaves out of YAML (anchors, aliases, own tags, merge keys, keys that name
 * parts of an object) is refused here, by name and place.
 */
import type { Node as YamlNode, Pair, ParsedNode, YAMLError } from 'yaml'
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Fault, Span } from '../base/fault.ts'
import { fault, isFull } from './fault-list.ts'
import { inQuotes, PROSE_KEYS } from './quote-hint.ts'
import { DEPTH_MAX, scanLexemes } from './lexeme.ts'
import type { MapEntry, Node } from './node.ts'

export interface Parsed {
  readonly root?: Node
  /** From here on the text could not be understood: what stands after it is not judged. */
  readonly brokenAt?: number
  readonly faults: readonly Fault[]
}

interface Walk {
  readonly file: string
  readonly text: string
  readonly faults: Fault[]
}

const CORE_TAGS: readonly string[] = ['!!str', '!!int', '!!float', '!!bool', '!!null', '!!map', '!!seq']

/** Names that mean something to every object of the language this runs in. */
const RESERVED: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toString',
  'valueOf',
]

export function isReserved(key: string): boolean {
  return RESERVED.includes(key)
}

export function parseYaml(file: string, text: string): Parsed {
  const walk: Walk = { file, text, faults: [] }
  const { marks, tooDeepAt } = scanLexemes(text)
  if (tooDeepAt !== undefined) {
    walk.faults.push(tooDeep({ file, start: tooDeepAt, end: tooDeepAt + 1 }))
    return { faults: walk.faults, brokenAt: tooDeepAt }
  }
  const anchors = new Set(marks.filter((mark) => mark.kind === 'anchor').map((mark) => mark.text.slice(1)))
  for (const { kind, text: mark, start, end } of marks) {
    const span = { file, start, end }
    if (kind === 'tag' && !CORE_TAGS.includes(mark)) {
      walk.faults.push(
        fault('unknown-tag', span, {
          says: `the tag ${mark} means nothing here`,
          suggestion: 'leave the tag out',
        }),
      )
    } else if (kind === 'anchor' || (kind === 'alias' && !anchors.has(mark.slice(1)))) {
      walk.faults.push(
        fault('alias', span, {
          says: `anchors and aliases are no part of the language; here stands ${mark}`,
          suggestion: 'write the value out in each place',
        }),
      )
    }
  }
  const document = parseDocument<ParsedNode>(text, {
    merge: false,
    prettyErrors: false,
    schema: 'core',
    uniqueKeys: false,
    version: '1.2',
  })
  const first = [...document.errors].sort((a, b) => a.pos[0] - b.pos[0])[0]
  if (first) walk.faults.push(syntaxFault(file, text, first))
  const root = document.contents ? readNode(walk, document.contents, 0) : undefined
  if (!root && !first) walk.faults.push(fault('empty', { file, start: 0, end: 0 }, 'this file says nothing'))
  return { faults: walk.faults, ...(root ? { root } : {}), ...(first ? { brokenAt: first.pos[0] } : {}) }
}

/** Our words for the commonest slips; the parser's own sentence follows. */
const SYNTAX_WORDS: Readonly<Record<string, string>> = {
  BAD_INDENT: 'the indentation does not fit the lines above',
  TAB_AS_INDENT: 'a tab stands where spaces must indent',
  BAD_SCALAR_START: 'text that begins with this sign must stand in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'text that contains a colon and a space must stand in quotes',
  MULTILINE_IMPLICIT_KEY: 'a key must stand on one line, with a colon after it',
  MISSING_CHAR: 'a sign is missing, or the indentation does not fit',
  UNEXPECTED_TOKEN: 'something stands where it cannot; text that begins with > or | must stand in quotes',
  BLOCK_IN_FLOW: 'between braces or brackets text that contains a colon and a space must stand in quotes',
  MULTIPLE_DOCS: 'a file holds one document, without --- inside',
}

function syntaxFault(file: string, text: string, error: YAMLError): Fault {
  const start = Math.min(error.pos[0], text.length)
  const span = wordAt(text, { file, start, end: Math.max(start, Math.min(error.pos[1], text.length)) })
  if (error.code === 'RESOURCE_EXHAUSTION') return tooDeep(span)
  const words = SYNTAX_WORDS[error.code] ?? 'this is not YAML'
  const says = `${words} (${error.message.split('\n')[0] ?? ''})`
  return fault('yaml-syntax', span, { says, suggestion: unquoted(text, error) })
}

/** `{ why: gas: much }`: a text with a colon in it, which YAML takes for a map within a map. */
function unquoted(text: string, { code, pos: [start, end] }: YAMLError): string | undefined {
  if (code !== 'BLOCK_IN_FLOW') return undefined
  const before = text.slice(Math.max(0, start - KEY_MAX), start)
  const key = PROSE_KEYS.find((name) => new RegExp(`(^|[\\s,{])${name}:\\s+$`).test(before))
  const whole = text.slice(start, end).split('\n')[0]?.trim() ?? ''
  return key === undefined ? undefined : inQuotes(key, whole)
}

/** Further back no key begins. */
const KEY_MAX = 40

/** The parser often points at a space or a single sign: the word there is easier to see. */
function wordAt(text: string, span: Span): Span {
  if (span.end - span.start > 1) return span
  const blank = /^[ \t]*/.exec(text.slice(span.start))?.[0].length ?? 0
  const start = span.start + blank
  const word = /^[^\s,:{}[\]]*/.exec(text.slice(start))?.[0].length ?? 0
  return word > 0 ? { ...span, start, end: start + word } : span
}

function tooDeep(span: Span): Fault {
  return fault('too-deep', span, `lists and maps may stand ${DEPTH_MAX} deep in one another; these go deeper`)
}

function readNode(walk: Walk, node: YamlNode, depth: number): Node {
  const [start, end] = node.range ?? [0, 0]
  const span: Span = { file: walk.file, start, end }
  if (depth > DEPTH_MAX) {
    walk.faults.push(tooDeep({ ...span, end: Math.min(end, start + 1) }))
    return { kind: 'broken', span }
  }
  if (isScalar(node)) {
    const plain = node.type === 'PLAIN' && node.tag !== 'tag:yaml.org,2002:str'
    const text = node.source ?? ''
    return { kind: 'scalar', span: node.type?.startsWith('BLOCK') ? trimmed(walk, span) : span, text, plain }
  }
  if (isSeq(node)) {
    return {
      kind: 'list',
      span,
      items: node.items.map((item) => readNode(walk, item as YamlNode, depth + 1)),
    }
  }
  if (isMap(node))
    return readMap(walk, node.items as Pair<YamlNode, YamlNode | null>[], {
      span,
      depth,
      flow: node.flow === true,
    })
  // An alias has its fault at its anchor, or where it stands if there is none.
  return { kind: 'broken', span }
}

/** A block text ends with its last line; the empty lines below belong to nobody. */
function trimmed(walk: Walk, span: Span): Span {
  const text = walk.text.slice(span.start, span.end)
  return { ...span, end: span.start + text.trimEnd().length }
}

function readMap(
  walk: Walk,
  pairs: readonly Pair<YamlNode, YamlNode | null>[],
  at: { span: Span; depth: number; flow: boolean },
): Node {
  const { span, depth } = at
  const entries = new Map<string, MapEntry>()
  let partial = false
  let first: Span | undefined = at.flow ? { ...span, end: span.start + 1 } : undefined
  for (const pair of pairs) {
    const [start, end] = pair.key.range ?? [span.start, span.start]
    const keySpan: Span = { file: walk.file, start, end }
    first ??= keySpan
    const key = isScalar(pair.key) ? (pair.key.source ?? '') : undefined
    const refused =
      key === undefined ? refuseKey(pair.key, keySpan) : keyFault(key, keySpan, { walk, entries })
    if (refused.kind !== 'fine' || key === undefined) {
      if (refused.kind === 'fault') walk.faults.push(refused.fault)
      partial ||= key === undefined || key === '<<'
      continue
    }
    const node: Node = pair.value
      ? readNode(walk, pair.value, depth + 1)
      : { kind: 'scalar', span: { ...keySpan, start: end }, text: '', plain: true }
    entries.set(key, { key, keySpan, node })
  }
  return { kind: 'map', span, first: first ?? span, entries, partial }
}

type KeyFault =
  | { readonly kind: 'fine' }
  | { readonly kind: 'told' }
  | { readonly kind: 'fault'; readonly fault: Fault }

function refuseKey(key: YamlNode, span: Span): KeyFault {
  if (isAlias(key)) return { kind: 'told' }
  return {
    kind: 'fault',
    fault: fault('wrong-type', span, { says: 'a key must be one word', expected: 'a word' }),
  }
}

function keyFault(
  key: string,
  span: Span,
  { walk, entries }: { walk: Walk; entries: ReadonlyMap<string, MapEntry> },
): KeyFault {
  if (key === '<<') {
    const says = 'merge keys are no part of the language'
    return {
      kind: 'fault',
      fault: fault('merge-key', span, { says, suggestion: 'write the values out in each place' }),
    }
  }
  if (isReserved(key)) {
    return {
      kind: 'fault',
      fault: fault('reserved-key', span, `"${key}" is reserved and cannot be a key or an id`),
    }
  }
  const before = entries.get(key)
  if (!before) return { kind: 'fine' }
  if (isFull(walk.faults)) return { kind: 'told' }
  const line = lineOf(walk.text, before.keySpan.start)
  const says = `the key "${key}" stands twice in one map; the first is on line ${line}`
  return { kind: 'fault', fault: fault('duplicate-key', span, { says, suggestion: 'keep one of the two' }) }
}

/** 1-based. */
export function lineOf(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1
  return line
}
