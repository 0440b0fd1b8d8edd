/**
 * What a forecast of one cell costs when the record is known: scores that nobody can better by saying anything but
 * what they believe (proper scores). Lower is better throughout; 0 is a forecaster who knew.
 */
import { log } from '../../base/elementary.ts'
import type { Cell, Odds } from '../prediction.ts'

/** Levels 0 to 3: a ranked score is divided by one less, so that the worst there is costs 1. */
export const LEVELS = 4

/** Nobody's probability of what happened counts as less than this in a logarithm: one sure miss may not decide a mean. */
export const LOG_FLOOR = 0.001

/** From here on support is substantial (theory/channels.yaml). */
export const SUBSTANTIAL = 2

/** The probability of the level or more. */
export function atLeast(odds: Odds, level: number): number {
  let sum = 0
  for (let at = LEVELS - 1; at >= level; at--) sum += odds[at]!
  return sum
}

/** Ranked probability score (Epstein 1969), over 0 to 1: a miss by two levels costs more than a miss by one. */
export function rankedScore(odds: Odds, recorded: number): number {
  let [sum, below] = [0, 0]
  for (let level = 0; level < LEVELS - 1; level++) {
    below += odds[level]!
    const miss = below - (recorded <= level ? 1 : 0)
    sum += miss * miss
  }
  return sum / (LEVELS - 1)
}

/** The negative natural logarithm of what was given to the level recorded (Good 1952), with its floor. */
export function logScore(odds: Odds, recorded: number): number {
  return -log(Math.max(LOG_FLOOR, odds[recorded]!))
}

/** Squared miss of the chance of the level or more (Brier 1950). */
export function brierScore(odds: Odds, recorded: number, level: number): number {
  const miss = atLeast(odds, level) - (recorded >= level ? 1 : 0)
  return miss * miss
}

/** The three by which forecasters are compared. */
export interface Measure {
  readonly id: 'rps' | 'log' | 'combat'
  readonly of: (odds: Odds, cell: Cell) => number
  readonly counts: (cell: Cell) => boolean
}

export const MEASURES: readonly Measure[] = [
  { id: 'rps', of: (odds, { recorded }) => rankedScore(odds, recorded), counts: () => true },
  { id: 'log', of: (odds, { recorded }) => logScore(odds, recorded), counts: () => true },
  {
    id: 'combat',
    of: (odds, { recorded }) => brierScore(odds, recorded, SUBSTANTIAL),
    counts: ({ channel }) => channel === 'combat',
  },
]
