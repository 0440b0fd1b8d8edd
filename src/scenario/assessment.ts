/** The prose under test: numbered statements, and one sentence a line below each. */
import type { Fault, Span } from '../base/fault.ts'
import { fault } from './fault-list.ts'
import type { Assessment, Sentence } from './scenario.ts'

export interface Prose {
  readonly assessment: Assessment
  /** Where each sentence stands. */
  readonly places: ReadonlyMap<string, Span>
}

const STATEMENT = /^\s{0,3}#{1,6}\s+(\d+)\.\s+(.*?)\s*#*\s*$/
const HEADING = /^\s{0,3}#{1,2}\s/
const OTHER = /^\s*(#|>|[-*+]\s|\d+[.)]\s|[-*_=]{3,}\s*$)/

/** A text inside a scenario file: where its lines are looked for, each after the one before. */
export interface Block {
  readonly span: Span
  readonly text: string
}

/** `file` is the file of prose itself; of a text inside a scenario file, `block` says where it stands. */
export function readProse(faults: Fault[], text: string, at: { file: string; block?: Block }): Prose {
  const statements: { id: number; title: string }[] = []
  const sentences: Sentence[] = []
  const places = new Map<string, Span>()
  let open: number | undefined
  let count = 0
  let comment = false
  let start = 0
  let cursor = at.block?.span.start ?? 0
  for (const line of text.split('\n')) {
    const bare = line.trim()
    const indent = line.length - line.trimStart().length
    const span = at.block
      ? inBlock(at.block, bare, cursor)
      : { file: at.file, start: start + indent, end: start + indent + bare.length }
    if (at.block && span !== at.block.span) cursor = span.end
    start += line.length + 1
    const inside = comment || bare.startsWith('<!--')
    if (inside) {
      comment = !bare.includes('-->')
      continue
    }
    const heading = STATEMENT.exec(line)
    if (heading) {
      const id = Number(heading[1])
      const known = statements.some((statement) => statement.id === id)
      if (known) faults.push(fault('duplicate-id', span, `statement ${id} stands twice`))
      // The text below a second one belongs to nobody, or its sentences would take ids that exist.
      open = known ? undefined : id
      count = 0
      if (!known) statements.push({ id, title: heading[2] ?? '' })
      continue
    }
    if (HEADING.test(line)) open = undefined
    if (open === undefined || bare === '' || OTHER.test(line)) continue
    count += 1
    const id = `${open}.${count}`
    sentences.push({ id, statement: open, text: bare })
    places.set(id, span)
  }
  return { assessment: { statements, sentences }, places }
}

/** A folded line is nowhere in the file as it reads; then the whole block is its place. */
function inBlock(block: Block, line: string, from: number): Span {
  const found = block.text.indexOf(line, from)
  const whole = found < 0 || found + line.length > block.span.end
  return whole ? block.span : { ...block.span, start: found, end: found + line.length }
}
