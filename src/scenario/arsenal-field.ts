/** What is said of an arsenal in numbers, and what stands in where it is not said (docs/theory.md 22). */
import type { Field } from './quantity.ts'
import { share } from './quantity.ts'

const UP: readonly [number, number] = [0, Number.POSITIVE_INFINITY]

/** More than anybody has ever fired in a day: a ration of this size holds nothing back. */
const NO_LIMIT = 1_000_000

/** What a weapon cannot do without: nothing could stand in for them. */
export const WEAPON_NEEDED: readonly Field[] = [
  { name: 'stock', unit: 'count', bounds: UP, about: 'Munitions at hand on the eve.' },
  { name: 'launchers', unit: 'count', bounds: UP, about: 'What fires them: launchers, tubes, aircraft.' },
]
/** What may be left out of a weapon. */
export const WEAPON_OTHERS: readonly Field[] = [
  {
    name: 'production',
    unit: 'count/day',
    bounds: UP,
    absent: 0,
    about: 'Munitions that are built in a day.',
  },
  {
    name: 'cycles',
    unit: 'number/day',
    bounds: UP,
    absent: [0.3, 0.5, 1],
    about: 'How often a ready launcher fires in a day.',
  },
  {
    name: 'ration',
    unit: 'count/day',
    bounds: UP,
    absent: NO_LIMIT,
    about: 'The most that it lets itself fire in a day; no limit unless stated.',
  },
  {
    name: 'launcherLoss',
    unit: 'number/day',
    bounds: [0, 1],
    absent: 0,
    about: "Share of the launchers that is lost in a day at the enemy's opening tempo: 3 %/day.",
  },
  share('outside', 'Share of the production that hangs on materiel from abroad.', 0),
]

/** What stops what comes in, and how much of it can be borne. */
export const ARSENAL_FIELDS: readonly Field[] = [
  {
    name: 'interceptors',
    unit: 'count',
    bounds: UP,
    absent: 0,
    about: 'Interceptors at hand on the eve, against missiles and drones.',
  },
  {
    name: 'interceptorProduction',
    unit: 'count/day',
    bounds: UP,
    absent: 0,
    about: 'Interceptors that are built in a day.',
  },
  share('stopsMissile', 'Share of the missiles that come in that it stops while interceptors last.', 0),
  share('stopsDrone', 'Share of the drones that come in that it stops, by what does not run out.', 0),
  share('stopsStrike', 'Share of the strikes by aircraft and ships that it stops.', 0),
  {
    name: 'threshold',
    unit: 'count',
    // What has got through is divided by it.
    bounds: [1, Number.POSITIVE_INFINITY],
    absent: [300, 1_500, 6_000],
    about: 'Hits, weighted by their kind, that it bears before it would rather stop; 1 or more.',
  },
]
