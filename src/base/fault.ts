/**
 * A user's fault as data: what law is broken, where, and the way out. Faults are
 * collected, never thrown one by one; only the face turns them into text.
 */

/** A stretch of a text: half-open offsets in UTF-16 units. */
export interface Span {
  readonly file: string
  readonly start: number
  readonly end: number
}

export interface Fault {
  /** Kebab-case name of the law, stable across releases: tests and tools match on it. */
  readonly code: string
  /** A fault stops the run, a warning does not. */
  readonly severity: 'fault' | 'warning'
  /** Where; absent only when the fault is about no text (a file that is not there). */
  readonly span?: Span
  /** One sentence: the law and the fact, in the user's words, with the unit. */
  readonly says: string
  /** What was expected there, if not plain from the sentence. */
  readonly expected?: string
  /** The way out. */
  readonly suggestion?: string
}

/** The value if all went well (warnings allowed), and everything that was found. */
export interface Checked<T> {
  readonly value?: T
  readonly faults: readonly Fault[]
}
