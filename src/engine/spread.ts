/**
 * A sample of playouts spread over the parameter draws: one of every draw before a second of
 * any, so that what it shows is not the mood of a few draws. By number, hence the same each time.
 */
import type { Place } from './replay.ts'

export interface Spread {
  /** Playouts of one batch; whole batches are added in order. */
  readonly add: (places: readonly Place[]) => void
  /** True when every place is taken by a draw of its own: no later batch changes the sample. */
  readonly isFull: () => boolean
  /** By number, never more than were asked for. */
  readonly places: () => readonly Place[]
}

export function spread(most: number): Spread {
  /** By round: the first playout of each draw, then the second of each, and so on. */
  const rounds: Place[][] = []
  return {
    add: (places) => {
      const seen = new Map<number, number>()
      for (const place of [...places].sort(byNumber)) {
        const round = seen.get(place.draw) ?? 0
        seen.set(place.draw, round + 1)
        rounds[round] ??= []
        if (rounds[round].length < most) rounds[round].push(place)
      }
    },
    isFull: () => (rounds[0]?.length ?? 0) >= most,
    places: () => rounds.flat().slice(0, most).sort(byNumber),
  }
}

function byNumber(a: Place, b: Place): number {
  return a.number - b.number
}
