/** Records made by the model itself, on the inputs of given rows: what the fit must be able to read back. */
import { type Key, uniformAt } from '../../base/stream.ts'
import { probit } from '../../engine/normal.ts'
import { CHANNELS } from '../../scenario/scenario.ts'
import type { Form } from '../form.ts'
import { levelsOf } from './frozen.ts'
import { LEANING, SALIENCE } from './likelihood.ts'
import type { Row } from '../row.ts'

/** Where in the stream each kind of number stands. */
const EFFECT = 0
const LEVEL = 1
const SEEN = 2

export interface Simulating {
  /** On the scale of the equation. */
  readonly draw: Float64Array
  readonly form: Form
  readonly key: Key
  /** Number of the data set. */
  readonly set: number
}

/** The rows with new records; a cell that was void stays void. */
export function simulated(rows: readonly Row[], { draw, form, key, set }: Simulating): Row[] {
  const cases = [...new Set(rows.map(({ of }) => of))]
  return rows.map((row, at) => {
    const salience = probit(uniformAt(key, set, 0, EFFECT, cases.indexOf(row.of)))
    const leaning = probit(uniformAt(key, set, 1, EFFECT, at))
    const shift = draw[SALIENCE]! * salience + draw[LEANING]! * leaning
    const recorded = CHANNELS.map((_, channel) => {
      if (row.recorded[channel] === undefined) return undefined
      if (row.closed[channel] === true) return 0
      const place = at * CHANNELS.length + channel
      const level = levelAt(levelsOf({ row, channel, draw, shift }), uniformAt(key, set, 0, LEVEL, place))
      const isSeen = uniformAt(key, set, 0, SEEN, place) < form.observation[channel]![level]!
      return isSeen ? level : 0
    })
    return { ...row, recorded }
  })
}

function levelAt(chances: readonly number[], u: number): number {
  let left = u
  for (let level = 0; level < chances.length - 1; level++) {
    left -= chances[level]!
    if (left < 0) return level
  }
  return chances.length - 1
}
