/** A piece of text in a picture, at its place, with what XML would misread escaped. */
import { coordinate } from './picture-path.ts'

export interface Placed {
  readonly x: number
  readonly y: number
  /** Classes of the style sheet. */
  readonly style: string
  /** Where on the text the place is; its start unless stated. */
  readonly anchor?: 'middle' | 'end'
}

export function textSvg(text: string, { x, y, style, anchor }: Placed): string {
  const from = anchor === undefined ? '' : ` text-anchor="${anchor}"`
  return `<text class="${style}" x="${coordinate(x)}" y="${coordinate(y)}"${from}>${escaped(text)}</text>`
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
