/**
 * A fault as a reader sees it: the law, the line itself, a caret under the very
 * characters, what was expected and the way out. Styling is passed in, so that
 * terminal and page share the sentence.
 */
import type { Fault } from '../base/fault.ts'
import { steers } from '../base/steering.ts'
import { wrap } from './wrap.ts'

export interface FaultStyle {
  readonly code: (text: string) => string
  readonly place: (text: string) => string
  readonly caret: (text: string) => string
  /** Columns for the sentences; 100 unless stated. */
  readonly width?: number
}

const PLAIN: FaultStyle = { code: (text) => text, place: (text) => text, caret: (text) => text }

/** A longer line is cut around the fault. */
const COLUMNS_MAX = 100
const CUT = '…'

/** `texts`: the files by path, as they were decoded for the check. */
export function faultText(
  fault: Fault,
  texts: ReadonlyMap<string, string>,
  style: FaultStyle = PLAIN,
): string {
  const code = style.code(fault.severity === 'warning' ? `warning ${fault.code}` : fault.code)
  const says = fault.expected === undefined ? fault.says : `${fault.says}; expected ${fault.expected}`
  const width = style.width ?? COLUMNS_MAX
  const rest = [says, ...(fault.suggestion === undefined ? [] : [`try: ${fault.suggestion}`])].flatMap(
    (line) => wrap(escape(line), { width, indent: 0, hang: 2 }),
  )
  if (!fault.span) return [code, ...rest].join('\n')
  const { file, start, end } = fault.span
  const text = texts.get(file)
  if (text === undefined) return [`${code}  ${style.place(escape(file))}`, ...rest].join('\n')
  const place = locate(text, start)
  const picture = draw(place, Math.max(1, codePoints(text.slice(start, Math.min(end, place.lineEnd)))))
  const gutter = `  ${place.line} | `
  return [
    `${code}  ${style.place(`${escape(file)}:${place.line}:${place.column + 1}`)}`,
    `${gutter}${picture.line}`,
    `${' '.repeat(gutter.length - 2)}| ${picture.indent}${style.caret('^'.repeat(picture.carets))}`,
    ...rest,
  ].join('\n')
}

/** Where an offset lies, both counted from 1; columns count code points. */
export function lineAndColumn(
  text: string,
  offset: number,
): { readonly line: number; readonly column: number } {
  const { line, column } = locate(text, offset)
  return { line, column: column + 1 }
}

interface Place {
  /** 1-based. */
  readonly line: number
  /** 0-based, in code points. */
  readonly column: number
  readonly points: readonly string[]
  /** Offset just after the line, without its end. */
  readonly lineEnd: number
}

function locate(text: string, offset: number): Place {
  const at = Math.max(0, Math.min(offset, text.length))
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  const next = text.indexOf('\n', at)
  const end = next < 0 ? text.length : next
  const lineEnd = text[end - 1] === '\r' && end > lineStart ? end - 1 : end
  let line = 1
  for (let found = text.indexOf('\n'); found >= 0 && found < lineStart; found = text.indexOf('\n', found + 1))
    line += 1
  return {
    line,
    column: codePoints(text.slice(lineStart, at)),
    points: Array.from(text.slice(lineStart, lineEnd)),
    lineEnd,
  }
}

function codePoints(text: string): number {
  return [...text].length
}

/** The line, cut if need be, with the spaces (and tabs) that bring the carets under the fault. */
function draw(place: Place, width: number): { line: string; indent: string; carets: number } {
  const { points, column } = place
  const cells = points.map(escapePoint)
  const widths = cells.map((cell) => [...cell].length)
  const total = sum(widths)
  let from = 0
  let to = points.length
  if (total > COLUMNS_MAX) {
    const room = COLUMNS_MAX - 2
    // A third of the room before the fault: enough to see where it stands, most of it for what follows.
    const lead = Math.floor(room / 3)
    from = Math.min(column, points.length)
    while (from > 0 && sum(widths.slice(from - 1, column)) <= lead) from -= 1
    to = from
    while (to < points.length && sum(widths.slice(from, to + 1)) <= room) to += 1
    while (from > 0 && to === points.length && sum(widths.slice(from - 1, to)) <= room) from -= 1
  }
  const before = from > 0 ? CUT : ''
  const line = `${before}${cells.slice(from, to).join('')}${to < points.length ? CUT : ''}`
  const indent = `${before && ' '}${cells
    .slice(from, column)
    .map((cell) => (cell === '\t' ? '\t' : ' '.repeat([...cell].length)))
    .join('')}`
  const carets = sum(widths.slice(column, Math.min(column + width, to)))
  return { line, indent, carets: Math.max(1, carets) }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

const LINE_FEED = 0x0a
const BYTE_ORDER_MARK = 0xfeff

/** Nothing in a file may steer the reader's terminal, break the picture's line, or hide in it. */
function escapePoint(point: string): string {
  const code = point.codePointAt(0) ?? 0
  return steers(code) || code === LINE_FEED || code === BYTE_ORDER_MARK ? `\\u{${code.toString(16)}}` : point
}

function escape(text: string): string {
  return [...text].map(escapePoint).join('')
}
