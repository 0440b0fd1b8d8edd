/** Progress with rate and time left, on the error stream, for anything that takes over a second. */
import { SingleBar } from 'cli-progress'
import type { Design } from '../engine/summary.ts'
import type { Io } from './io.ts'

const PATIENCE_MS = 1000

export interface Progress {
  readonly onBatch: (done: number, of: number) => undefined
  readonly stop: () => void
}

export function progressOf(io: Io, design: Design): Progress {
  const started = io.now()
  const perBatch = design.draws * design.playouts
  let bar: SingleBar | undefined
  return {
    onBatch: (done, of) => {
      const elapsed = io.now() - started
      if (!io.progress || (bar === undefined && (elapsed < PATIENCE_MS || done === of))) return undefined
      const rate = Math.round((done * perBatch * 1000) / elapsed)
      const left = Math.ceil(((elapsed / done) * (of - done)) / 1000)
      if (bar === undefined) {
        bar = new SingleBar({
          format: '{bar} {percentage} %  {rate} playouts/s  {left} s left',
          clearOnComplete: true,
          hideCursor: true,
          stream: io.progress,
        })
        bar.start(of, done, { rate, left })
      } else bar.update(done, { rate, left })
      return undefined
    },
    stop: () => bar?.stop(),
  }
}
