/** Progress through steps of one kind, on the error stream, for what takes over a second and plays nothing. */
import { SingleBar } from 'cli-progress'
import type { Io } from './io.ts'

const PATIENCE_MS = 1000

export interface Steps {
  readonly onStep: (done: number, of: number) => void
  readonly stop: () => void
}

/** `what`: `conflicts`, `folds`. */
export function stepsOf(io: Io, what: string): Steps {
  const started = io.now()
  let bar: SingleBar | undefined
  return {
    onStep: (done, of) => {
      const elapsed = io.now() - started
      if (!io.progress || (bar === undefined && (elapsed < PATIENCE_MS || done === of))) return
      const left = Math.ceil(((elapsed / done) * (of - done)) / 1000)
      if (bar === undefined) {
        bar = new SingleBar({
          format: `{bar} {value} of {total} ${what}  {left} s left`,
          clearOnComplete: true,
          hideCursor: true,
          stream: io.progress,
        })
        bar.start(of, done, { left })
      } else bar.update(done, { left })
    },
    stop: () => bar?.stop(),
  }
}
