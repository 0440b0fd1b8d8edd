/**
 * Steps whose answers change only with some flags: they are run on the first day of a playout, and on days when the
 * flags are others than they were. What stands between is what they would have written again.
 */
import type { Slot, Step } from './code.ts'

/** A kernel's memory as it stands when the day comes. */
interface Lanes {
  readonly lanes: number
  readonly memory: Float64Array
}

export type Gate = (run: (today: number) => void) => (today: number) => void

/** The gates of one kernel, by piece; a piece that stands in two moments has one gate, and one memory of its flags. */
export function gates(kernel: Lanes): (piece: readonly Step[]) => Gate | undefined {
  const known = new Map<Step, (today: number) => boolean>()
  return ([first]) => {
    if (first?.on === undefined) return undefined
    const hasChanged = known.get(first) ?? watch(first.on, kernel)
    known.set(first, hasChanged)
    return (run) => (today) => {
      if (hasChanged(today)) run(today)
    }
  }
}

function watch({ offset, size }: Slot, kernel: Lanes): (today: number) => boolean {
  const { lanes } = kernel
  const last = new Float64Array(size * lanes)
  return (today) => {
    const { memory } = kernel
    let changed = today === 0
    for (let at = 0; at < last.length; at++) {
      const now = memory[offset * lanes + at]!
      if (now !== last[at]) changed = true
      last[at] = now
    }
    return changed
  }
}
