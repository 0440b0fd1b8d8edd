/**
 * The one registry of units: every number of a scenario is turned into the base
 * unit of its dimension when it is read, and two dimensions never meet.
 */

export interface Unit {
  readonly name: string
  /** `time`, `length`, …; of a quotient `mass/time`. */
  readonly dimension: string
  /** The base unit of the dimension, in which quantities are kept. */
  readonly canonical: string
  /** Base units in one of these, as a quotient: 70 % is 70 × 1 / 100, exactly 0.7. */
  readonly times: number
  readonly per: number
}

/** A month and a year are means over the calendar. */
const DAYS_PER_YEAR = 365.25

/** dimension → base unit first, then the others with times and per. */
const DIMENSIONS: Readonly<Record<string, readonly (readonly [string, number, number])[]>> = {
  fraction: [
    ['fraction', 1, 1],
    ['%', 1, 100],
  ],
  count: [['count', 1, 1]],
  level: [['level', 1, 1]],
  flag: [['flag', 1, 1]],
  'log-odds': [['log-odds', 1, 1]],
  number: [['number', 1, 1]],
  time: [
    ['day', 1, 1],
    ['days', 1, 1],
    ['d', 1, 1],
    ['hour', 1, 24],
    ['hours', 1, 24],
    ['h', 1, 24],
    ['week', 7, 1],
    ['weeks', 7, 1],
    ['month', DAYS_PER_YEAR, 12],
    ['months', DAYS_PER_YEAR, 12],
    ['year', DAYS_PER_YEAR, 1],
    ['years', DAYS_PER_YEAR, 1],
  ],
  length: [
    ['km', 1, 1],
    ['m', 1, 1_000],
    ['nmi', 1_852, 1_000],
  ],
  mass: [
    ['t', 1, 1],
    ['kt', 1_000, 1],
    ['Mt', 1_000_000, 1],
  ],
  money: [
    ['USD', 1, 1],
    ['USD m', 1_000_000, 1],
    ['USD bn', 1_000_000_000, 1],
  ],
  // A mbbl is a million barrels, as in "1.5 mb a day".
  volume: [
    ['bbl', 1, 1],
    ['mbbl', 1_000_000, 1],
  ],
}

const UNITS: ReadonlyMap<string, Unit> = new Map(
  Object.entries(DIMENSIONS).flatMap(([dimension, rows]) =>
    rows.map(([name, times, per]): [string, Unit] => [
      name,
      { name, dimension, canonical: rows[0]?.[0] ?? name, times, per },
    ]),
  ),
)

/** A rate has no share of a whole above its line, only a number. */
const PERCENT: Unit = { name: '%', dimension: 'number', canonical: 'number', times: 1, per: 100 }

/** Units that a bare number may leave out, since no other reading is possible. */
const BARE: readonly string[] = ['fraction', 'count', 'level', 'flag', 'log-odds', 'number']

export const UNIT_NAMES: readonly string[] = [...UNITS.keys()]

/** The unit of that name; a quotient such as `kt/day` is made from its parts. 3 % a day is the number 0.03 a day. */
export function unitOf(name: string): Unit | undefined {
  const known = UNITS.get(name)
  if (known) return known
  const parts = name.split('/')
  const word = (parts[0] ?? '').trim()
  const above = word === '%' ? PERCENT : UNITS.get(word)
  const below = UNITS.get((parts[1] ?? '').trim())
  if (parts.length !== 2 || !above || !below) return undefined
  return {
    name,
    dimension: `${above.dimension}/${below.dimension}`,
    canonical: `${above.canonical}/${below.canonical}`,
    times: above.times * below.per,
    per: above.per * below.times,
  }
}

export function toCanonical(value: number, unit: Unit): number {
  return (value * unit.times) / unit.per
}

/** Units that a number is read in without a word. */
const SILENT: readonly string[] = ['fraction', 'number', 'level', 'role']

/** The unit as it stands behind a number in a text, with its space: nothing where the number says all. */
export function unitText(canonical: string): string {
  if (SILENT.includes(canonical)) return ''
  if (canonical === 'number/day') return ' a day'
  return ` ${canonical === 'day' ? 'days' : canonical}`
}

/** True when a number of this dimension says nothing without its unit. */
export function needsUnit(unit: Unit): boolean {
  return !BARE.includes(unit.dimension)
}
