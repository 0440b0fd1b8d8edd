/** Made-up rows for the laws of the fit: inputs by chance, records by the model itself or by hand. */
import { log } from '../../src/base/elementary.ts'
import { keyOf, uniform } from '../../src/base/stream.ts'
import { probit } from '../../src/engine/normal.ts'
import { levelsOf } from '../../src/history/fit/frozen.ts'
import type { Form } from '../../src/history/form.ts'
import { LEANING, SALIENCE } from '../../src/history/fit/likelihood.ts'
import { LOGARITHMS, PARAMETERS } from '../../src/history/parameter.ts'
import { FEATURES, type Row } from '../../src/history/row.ts'
import { CHANNELS } from '../../src/scenario/scenario.ts'

/** A uniform number for each name. */
export function chance(...name: readonly (string | number)[]): number {
  const key = keyOf({ seed: 1, owner: 'toy', actor: '', purpose: name.join(' ') })
  return uniform(key, { draw: 0, playout: 0, day: 0, index: 0 })
}

/** Inputs of `perCase` rows in each of `cases` cases; the last four features hold back. Nothing is recorded yet. */
export function inputs(cases: number, perCase: number): Row[] {
  return Array.from({ length: cases * perCase }, (_, at) => ({
    of: `case-${Math.floor(at / perCase)}`,
    supporter: `supporter-${at}`,
    recipient: 'recipient',
    pull: CHANNELS.map((channel) =>
      FEATURES.map((feature, own) => {
        const size = Math.round(chance(at, feature) * 20) / 20
        const loading = own >= 4 ? Math.round(chance(channel, feature) * 10) / 10 : 1
        return own >= 6 ? -size * loading : size * loading
      }),
    ),
    owed: CHANNELS.map((channel) => (chance(at, 'treaty') < 0.3 && chance(channel, 'asks') < 0.5 ? 1 : 0)),
    closed: CHANNELS.map((channel) => chance(at, channel, 'closed') < 0.05),
    recorded: CHANNELS.map(() => undefined),
  }))
}

/** Parameters as a plausible truth, on the scale of the equation. */
export function truth(): Float64Array {
  const alpha = [1, -0.4, 0, -1, -2, -0.6, -2]
  const gamma = [1.2, 1, 0.8, 0.6, 0.4, 1, 0.8]
  const kappa = [0, 1, 0.5, 0, -0.5, 1.5, 1.5]
  return Float64Array.from([
    0.8,
    1.6,
    0.4,
    1.3,
    2.5,
    0.9,
    0.6,
    0.9,
    0.7,
    1.1,
    0.9,
    0.5,
    0.4,
    ...alpha,
    ...gamma,
    ...kappa,
  ])
}

/** Records by the model; a name keeps simulations apart. */
export function recorded(
  rows: readonly Row[],
  draw: Float64Array,
  { form, name }: { form: Form; name: string },
): Row[] {
  return rows.map((row, at) => {
    const shift =
      draw[SALIENCE]! * probit(chance(name, row.of)) + draw[LEANING]! * probit(chance(name, at, 'leaning'))
    const levels = CHANNELS.map((_, channel) => {
      const chances = levelsOf({ row, channel, draw, shift })
      let left = chance(name, at, channel, 'level')
      const level = chances.findIndex((share) => (left -= share) < 0)
      const seen = chance(name, at, channel, 'seen') < form.observation[channel]![level]!
      return row.closed[channel] === true || !seen ? 0 : level
    })
    return { ...row, recorded: levels }
  })
}

/** The same on the scale on which the fit works. */
export function toFitted(natural: Float64Array): Float64Array {
  return natural.map((value, at) => (at < LOGARITHMS ? log(value) : value))
}

export const SIZE: number = PARAMETERS.length
