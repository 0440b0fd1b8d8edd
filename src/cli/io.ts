/** What the command line needs from the machine, passed in so that a test can stand in for it. */
export interface Io {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Columns of the terminal; 80 where there is none. */
  readonly width: number
  readonly colour: boolean
  /** The terminal on which progress may be drawn; absent where the error stream is none. */
  readonly progress?: NodeJS.WritableStream
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
  /** Where relative paths begin. */
  readonly cwd: string
}

/** Exit codes, the same everywhere; 1 is the answer no: a claim fails, or a receipt does not verify. */
export const EXIT = { ok: 0, claimFails: 1, differs: 1, usage: 2, scenario: 3, machine: 4 } as const
