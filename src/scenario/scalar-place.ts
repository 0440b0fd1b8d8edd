/** Where a stretch of a text stands in its file, when the text is a value in YAML, with quotes, folds and indentation. */
import type { Span } from '../base/fault.ts'
import type { ScalarNode } from './node.ts'

/** Half-open offsets into the text of the value. */
interface Stretch {
  readonly start: number
  readonly end: number
}

/** `file` is the text of the file, where it is at hand. What cannot be placed exactly is placed at the whole value. */
export function placesIn(node: ScalarNode, file: string | undefined): (stretch: Stretch) => Span {
  const { span, text } = node
  const offsets = offsetsOf(node, file)
  return ({ start, end }) => {
    // What is missing at the end is told at the last sign.
    const first = Math.max(0, Math.min(start, text.trimEnd().length - 1))
    const last = Math.max(first, Math.min(end, text.length) - 1)
    const from = offsets?.[first]
    const to = offsets?.[last]
    return from === undefined || to === undefined ? span : { ...span, start: from, end: to + 1 }
  }
}

/** For every sign of the value its place in the file; nothing where escapes stand between the two. */
function offsetsOf({ span, text }: ScalarNode, file: string | undefined): readonly number[] | undefined {
  const length = span.end - span.start
  const quotes = (length - text.length) / 2
  const raw = file?.slice(span.start, span.end)
  if (quotes === 0 && (raw === undefined || raw === text)) return countedFrom(span.start, text.length)
  if (quotes === 1 && (raw === undefined || raw.slice(1, -1) === text)) {
    return countedFrom(span.start + 1, text.length)
  }
  return raw === undefined ? undefined : aligned(raw, text)?.map((offset) => span.start + offset)
}

function countedFrom(start: number, length: number): number[] {
  return Array.from({ length }, (_, at) => start + at)
}

/** Folding moves blanks alone: the other signs are the same in both, in the same order. */
function aligned(raw: string, text: string): readonly number[] | undefined {
  const quoted = /^["']/.test(raw)
  const head = /^[|>][^\n]*\n/.exec(raw)?.[0].length ?? Number(quoted)
  let at = head
  const offsets: number[] = []
  for (const sign of text) {
    const isBlank = sign.trim() === ''
    while (!isBlank && at < raw.length && raw[at]!.trim() === '') at += 1
    if (!isBlank && raw[at] !== sign) return undefined
    for (let unit = 0; unit < sign.length; unit += 1) offsets.push(Math.min(at + unit, raw.length - 1))
    if (!isBlank) at += 1
  }
  return raw.slice(at, quoted ? -1 : undefined).trim() === '' ? offsets : undefined
}
