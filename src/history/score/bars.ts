/** The bars that were set in history/models.yaml before anything was scored, and whether they are passed. */
import type { Scored } from './standings.ts'

/** The highest ranked probability score that passes. */
export const RPS_BAR = 0.13

export interface Bar {
  readonly id: 'rps' | 'climatology' | 'obligation-only' | 'combat'
  readonly passed: boolean
  readonly value: number
  /** What the value must not exceed, or, for a difference or a score beside another, must stay under. */
  readonly limit: number
}

/** By measure, the forecasters in the order of the scorecard. */
export interface Scores {
  readonly rps: readonly Scored[]
  readonly log: readonly Scored[]
  readonly combat: readonly Scored[]
}

export function barsOf({ rps, combat }: Scores): readonly Bar[] {
  const score = (lines: readonly Scored[], id: string): number =>
    valueOf(lines, id).score?.value ?? Number.NaN
  const high = (id: string): number => valueOf(rps, id).difference?.high ?? Number.NaN
  const own = score(rps, 'model')
  const [mine, climate] = [score(combat, 'model'), score(combat, 'climatology')]
  const under = (id: 'climatology' | 'obligation-only'): Bar => ({
    id,
    passed: high(id) < 0,
    value: high(id),
    limit: 0,
  })
  return [
    { id: 'rps', passed: own <= RPS_BAR, value: own, limit: RPS_BAR },
    under('climatology'),
    under('obligation-only'),
    { id: 'combat', passed: mine < climate, value: mine, limit: climate },
  ]
}

function valueOf(lines: readonly Scored[], id: string): Scored {
  const found = lines.find((line) => line.id === id)
  if (!found) throw new Error(`not scored: ${id}`)
  return found
}
