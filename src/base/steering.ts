/**
 * Characters that steer a terminal or turn the line around (controls, direction marks):
 * they have no place in a text that is shown to a person.
 */

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/** First and last code point of each range; a tab, a line feed and a byte order mark are none. */
const STEERING: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2066, 0x2069],
]

export function steers(code: number): boolean {
  return STEERING.some(([first, last]) => code >= first && code <= last)
}

/** Offset of the first such character, or −1. A carriage return that ends a line with its line feed is none. */
export function firstSteering(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const endsLine = code === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED
    if (steers(code) && !endsLine) return at
  }
  return -1
}
