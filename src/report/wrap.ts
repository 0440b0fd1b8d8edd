/**
 * Lines that fit a screen, counted in code points. Text is wrapped and measured
 * before it is coloured, so that escape codes never shift a column.
 */

/** A piece of a line that is never broken unless it alone is wider than the line. */
export interface Cell {
  readonly text: string
  readonly style?: (text: string) => string
}

/** Spaces between cells. */
export const GAP = 3

export interface Margins {
  readonly width: number
  /** Spaces before the first line. */
  readonly indent: number
  /** Spaces before the lines after it; the same as `indent` unless stated. */
  readonly hang?: number
}

export function lengthOf(text: string): number {
  return points(text).length
}

/** Cells side by side, `GAP` apart, on as many lines as they need. */
export function flow(cells: readonly Cell[], margins: Margins): string[] {
  const { width, indent, hang = indent } = margins
  const lines: string[] = []
  let line = ' '.repeat(indent)
  let used = indent
  let empty = true
  for (const cell of cells) {
    const length = lengthOf(cell.text)
    if (!empty && used + GAP + length > width) {
      lines.push(line)
      line = ' '.repeat(hang)
      used = hang
      empty = true
    }
    if (empty && used + length > width) {
      const broken = wrap(cell.text, { width, indent: used })
      lines.push(...broken.slice(0, -1))
      line = broken.at(-1) ?? ''
      used = lengthOf(line)
    } else {
      line += (empty ? '' : ' '.repeat(GAP)) + (cell.style ?? same)(cell.text)
      used += (empty ? 0 : GAP) + length
    }
    empty = false
  }
  if (!empty) lines.push(line)
  return lines.map((text) => text.trimEnd())
}

/** A paragraph. */
export function wrap(text: string, margins: Margins): string[] {
  const { width, indent, hang = indent } = margins
  const lines: string[] = []
  let line = ''
  const room = (): number => Math.max(1, width - (lines.length === 0 ? indent : hang))
  const push = (): void => {
    lines.push(' '.repeat(lines.length === 0 ? indent : hang) + line)
    line = ''
  }
  for (const word of text.split(/\s+/u).filter((part) => part !== '')) {
    let rest = word
    if (line !== '' && lengthOf(line) + 1 + lengthOf(rest) > room()) push()
    while (line === '' && lengthOf(rest) > room()) {
      const cut = room()
      line = clip(rest, cut)
      rest = points(rest).slice(cut).join('')
      push()
    }
    line = line === '' ? rest : `${line} ${rest}`
  }
  if (line !== '') push()
  return lines
}

/** The first words that fit, with an ellipsis where something was left out. */
export function cut(text: string, width: number): string {
  const flat = text.replace(/\s+/gu, ' ').trim()
  if (lengthOf(flat) <= width) return flat
  const kept = clip(flat, Math.max(0, width - 1))
  const space = kept.lastIndexOf(' ')
  return `${(space > width / 2 ? kept.slice(0, space) : kept).replace(/[\s,;:–—-]+$/u, '')}…`
}

/** The first code points, without any mark of what was left out. */
export function clip(text: string, width: number): string {
  return points(text).slice(0, width).join('')
}

export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - lengthOf(text)))
}

function points(text: string): readonly string[] {
  return Array.from(text)
}

function same(text: string): string {
  return text
}
