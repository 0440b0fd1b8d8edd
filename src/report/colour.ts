/**
 * Colour as a record of functions passed in, so that terminal, page and plain
 * text share every sentence. Colour is never alone: mark and word always stand.
 */
export interface Colour {
  readonly holds: (text: string) => string
  readonly fails: (text: string) => string
  readonly unresolved: (text: string) => string
  readonly notTestable: (text: string) => string
  /** Titles. */
  readonly strong: (text: string) => string
  /** Evidence that may be skipped. */
  readonly dim: (text: string) => string
}

const same = (text: string): string => text

export const PLAIN: Colour = {
  holds: same,
  fails: same,
  unresolved: same,
  notTestable: same,
  strong: same,
  dim: same,
}
