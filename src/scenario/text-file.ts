/**
 * A file as it was read, before anything is known about it. What is too large,
 * no text or empty is refused here, so that the parser only ever sees text.
 */
import type { Fault } from '../base/fault.ts'

export interface TextFile {
  readonly path: string
  readonly bytes: Uint8Array | string
}

/** A scenario is written by hand; a larger file is a mistake, and would take the parser minutes. */
const FILE_BYTES_MAX = 4 * 1024 * 1024

export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fault'; readonly fault: Fault }

/** The text of a file. A byte order mark stays, so that offsets are those of the file. */
export function decodeFile(file: TextFile): Decoded {
  const { path, bytes } = file
  if (bytes.length > FILE_BYTES_MAX) {
    const size = (bytes.length / 1024 / 1024).toFixed(1)
    return refuse(
      path,
      { code: 'too-large', says: `a file may hold 4 MB; this one holds ${size} MB` },
      [0, 0],
    )
  }
  const { text, whole } = typeof bytes === 'string' ? { text: bytes, whole: true } : decodeUtf8(bytes)
  const control = firstControl(text)
  if (control >= 0) {
    const code = text.charCodeAt(control).toString(16).padStart(4, '0').toUpperCase()
    const says = `a file must be plain text; this one holds the control character U+${code}`
    return refuse(path, { code: 'not-text', says }, [control, control + 1])
  }
  if (!whole)
    return refuse(path, { code: 'not-text', says: 'a file must be text in UTF-8; these bytes are not' }, [
      text.length,
      text.length + 1,
    ])
  if (text.replace(/^\uFEFF/, '').trim() === '')
    return refuse(path, { code: 'empty', says: 'this file says nothing' }, [0, 0])
  return { kind: 'text', text }
}

function refuse(
  file: string,
  { code, says }: { code: string; says: string },
  at: readonly [number, number],
): Decoded {
  return { kind: 'fault', fault: { code, severity: 'fault', span: { file, start: at[0], end: at[1] }, says } }
}

/** Everything below a space but tab and line ends is refused, as YAML does; the lexer uses some of these as its own signs. */
function firstControl(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) return at
  }
  return -1
}

/** Strict UTF-8; on the first wrong byte it stops and gives what came before. */
function decodeUtf8(bytes: Uint8Array): { text: string; whole: boolean } {
  const parts: string[] = []
  let units: number[] = []
  let at = 0
  let whole = true
  while (at < bytes.length) {
    const next = codePointAt(bytes, at)
    if (next === undefined) {
      whole = false
      break
    }
    if (next.point > 0xffff) {
      units.push(0xd800 + ((next.point - 0x10000) >> 10), 0xdc00 + ((next.point - 0x10000) & 0x3ff))
    } else units.push(next.point)
    at += next.width
    if (units.length > 8_000) {
      parts.push(String.fromCharCode(...units))
      units = []
    }
  }
  parts.push(String.fromCharCode(...units))
  return { text: parts.join(''), whole }
}

function codePointAt(bytes: Uint8Array, at: number): { point: number; width: number } | undefined {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return { point: lead, width: 1 }
  const width =
    lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0
  if (width === 0 || at + width > bytes.length) return undefined
  let point = lead & (0xff >> (width + 1))
  for (let index = 1; index < width; index++) {
    const byte = bytes[at + index] ?? 0
    if ((byte & 0xc0) !== 0x80) return undefined
    point = (point << 6) | (byte & 0x3f)
  }
  const least = width === 4 ? 0x10000 : width === 3 ? 0x800 : 0x80
  const surrogate = point >= 0xd800 && point <= 0xdfff
  return point < least || point > 0x10ffff || surrogate ? undefined : { point, width }
}
