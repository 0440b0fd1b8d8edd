/** What a scenario says about itself: its title, its day, its ladder, its prose. */
import type { Fault, Span } from '../base/fault.ts'
import { parseDate } from '../base/date.ts'
import type { Prose } from './assessment.ts'
import { readProse } from './assessment.ts'
import type { HeadText } from './document.ts'
import { headShape } from './document.ts'
import type { Sheet } from './entry.ts'
import { addAll, fault } from './fault-list.ts'
import { firstToken, keySpan, spanAt } from './node.ts'
import { lineOf } from './parse.ts'
import { checkShape } from './shape-fault.ts'

/** One thing said, and where. */
export interface Said {
  readonly text: string
  readonly span: Span
}

export interface Head {
  readonly title?: Said
  readonly asOf?: Said
  readonly day?: number
  readonly ladder?: Said
  readonly assessment?: Said
  /** The place of a fault about what is nowhere. */
  readonly whole: Span
}

const KEYS = ['title', 'asOf', 'ladder', 'assessment'] as const
const REQUIRED = ['title', 'asOf', 'crisis'] as const

/** The heads of all files; only the scenario's own count, each thing said once. */
export function readHead(faults: Fault[], sheets: readonly Sheet[]): Head {
  const said = new Map<(typeof KEYS)[number], Said>()
  const told = new Set<string>()
  const own = sheets.filter((sheet) => sheet.layer === 'scenario')
  for (const sheet of sheets) {
    const { root } = sheet
    if (root?.kind !== 'map') continue
    const shaped = checkShape(headShape, root, { span: firstToken(root), key: '' })
    const before = sheet.brokenAt ?? Number.POSITIVE_INFINITY
    addAll(
      faults,
      shaped.faults.filter(
        (found) =>
          found.span !== undefined &&
          found.span.end <= before &&
          (sheet.brokenAt === undefined || found.code !== 'missing-key'),
      ),
    )
    if (sheet.layer === 'theory') continue
    for (const bad of shaped.bad) told.add(bad)
    for (const key of REQUIRED) if (root.entries.has(key) || root.partial) told.add(key)
    const value = shaped.value as Partial<HeadText>
    for (const key of KEYS) {
      const text = value[key]
      if (typeof text !== 'string') continue
      const first = said.get(key)
      if (!first) said.set(key, { text, span: spanAt(root, [key], firstToken(root)) })
      else faults.push(twice(key, { first, sheets, span: keySpan(root, key) ?? firstToken(root) }))
    }
  }
  const whole = wholeOf(own[0])
  const complete = own.every((sheet) => sheet.root && sheet.brokenAt === undefined)
  for (const key of REQUIRED) {
    if (complete && own.length > 0 && !told.has(key))
      faults.push(
        fault('missing-key', whole, `the key "${key}" is missing: no file of the scenario states it`),
      )
  }
  const day = parseDate(said.get('asOf')?.text ?? '')
  return { ...Object.fromEntries(said), ...(day === undefined ? {} : { day }), whole }
}

function wholeOf(sheet: Sheet | undefined): Span {
  if (sheet?.root) return firstToken(sheet.root)
  return { file: sheet?.path ?? '', start: 0, end: 0 }
}

function twice(key: string, at: { first: Said; span: Span; sheets: readonly Sheet[] }): Fault {
  const { file, start } = at.first.span
  const text = at.sheets.find((sheet) => sheet.path === file)?.text ?? ''
  return fault('duplicate-id', at.span, {
    says: `the ${key} stands twice; the first is at ${file}:${lineOf(text, start)}`,
    suggestion: 'keep one of the two',
  })
}

/** Taken when no name is given and the file is there. */
const DEFAULT_PROSE = 'assessment.md'

/** The prose under test; nothing when there is none, or when it is at fault. */
export function findProse(
  faults: Fault[],
  head: Head,
  from: { sheets: readonly Sheet[]; prose: ReadonlyMap<string, string> },
): Prose | undefined {
  const stated = head.assessment
  if (stated?.text.includes('\n')) {
    const { span } = stated
    const text = from.sheets.find((sheet) => sheet.path === span.file)?.text ?? ''
    return readProse(faults, stated.text, { file: span.file, block: { span, text } })
  }
  const name = stated?.text ?? DEFAULT_PROSE
  const path = [...from.prose.keys()].find(
    (candidate) => candidate === name || candidate.endsWith(`/${name}`),
  )
  if (path !== undefined) return readProse(faults, from.prose.get(path) ?? '', { file: path })
  if (stated) {
    faults.push(
      fault('no-assessment', stated.span, {
        says: `no file beside the scenario is called "${name}"`,
        expected: 'the name of a markdown file, or the text itself',
      }),
    )
  }
  return undefined
}
