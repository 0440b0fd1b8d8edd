/**
 * How a column becomes a number from 0 to 1, or a variable of the outside view: a small closed vocabulary, so that a
 * mapping of columns is data that can be printed and checked against a file before anything is computed.
 */
import { exp, log } from '../../base/elementary.ts'
import { type Table, numbersIn } from './table.ts'

export type Measure =
  /** 1 where the column holds anything but 0. */
  | { readonly kind: 'flag'; readonly column: string }
  /** 1 where it holds this number. */
  | { readonly kind: 'equals'; readonly column: string; readonly value: number }
  /** A straight line from 0 at `from`, which is at least 0, to 1 at `to`, held at the ends. */
  | {
      readonly kind: 'ramp'
      readonly column: string
      readonly from: number
      readonly to: number
      readonly blank: number
    }
  /** x ÷ (x + half): half of the way at `half`. */
  | { readonly kind: 'saturating'; readonly column: string; readonly half: number }
  /** From `least` without a common border, over water in between, to 1 by land. */
  | { readonly kind: 'border'; readonly column: string; readonly least: number }
  /** What is left of a capability at a distance, as a share of it and another's. */
  | (Far & { readonly kind: 'reach'; readonly column: string; readonly against: string })
  /**
   * What is left of a capability, of that of the strongest state of the year, by orders of magnitude: 1 at all of it, 0
   * at so many tenfold steps less.
   */
  | (Far & {
      readonly kind: 'strength'
      readonly column: string
      /** Every column in which the strongest state may stand. */
      readonly among: readonly string[]
      readonly year: string
      /** Counts what holds forces elsewhere; each takes this share of what is left. */
      readonly busy: string
      readonly held: number
      readonly tenfolds: number
    })
  | { readonly kind: 'both'; readonly of: readonly Measure[] }
  | { readonly kind: 'either'; readonly of: readonly Measure[] }
  | { readonly kind: 'not'; readonly of: Measure }

/** Capability dies off as e^(−distance ÷ over), and not at all across a land border. */
interface Far {
  readonly contiguity: string
  readonly distance: string
  readonly over: number
}

/**
 * Contiguity is coded from 0 (none) over water to 5 (a common land border). The tables have a 6 as well: 6 less the
 * original's code, which is 0 for years in which the two had no border though at some other time they did.
 */
const LAND_BORDER = 5
const LN_10 = log(10)

export function columnsOf(measure: Measure): readonly string[] {
  switch (measure.kind) {
    case 'flag':
    case 'equals':
    case 'ramp':
    case 'saturating':
    case 'border':
      return [measure.column]
    case 'reach':
      return [measure.column, measure.against, measure.contiguity, measure.distance]
    case 'strength': {
      const { column, among, year, busy, contiguity, distance } = measure
      return [column, ...among, year, busy, contiguity, distance]
    }
    case 'both':
    case 'either':
      return measure.of.flatMap(columnsOf)
    case 'not':
      return columnsOf(measure.of)
  }
}

/**
 * The measure of a row; blanks count as none unless the measure says otherwise. No measure has a use for a number below
 * 0, and publishers write −9 for what is missing: it is a blank.
 */
export function measureIn(table: Table, measure: Measure): (row: number) => number {
  const column = (name: string): ((row: number) => number) => columnIn(table, name)
  switch (measure.kind) {
    case 'flag': {
      const of = column(measure.column)
      return (row) => Number(of(row) !== 0)
    }
    case 'equals': {
      const all = numbersIn(table, measure.column)
      return (row) => Number(all[row] === measure.value)
    }
    case 'ramp': {
      const all = statedIn(table, measure.column)
      const { from, to, blank } = measure
      return (row) => (Number.isNaN(all[row]!) ? blank : held((all[row]! - from) / (to - from)))
    }
    case 'saturating': {
      const of = column(measure.column)
      return (row) => of(row) / (of(row) + measure.half)
    }
    case 'border': {
      const { least } = measure
      const border = borderIn(table, measure.column)
      return (row) => least + (1 - least) * border(row)
    }
    case 'reach': {
      const [one, other] = [leftOf(table, measure), column(measure.against)]
      return (row) => shareOf(one(row), other(row))
    }
    case 'strength':
      return strength(table, measure)
    case 'both': {
      const all = measure.of.map((one) => measureIn(table, one))
      return (row) => all.reduce((least, one) => Math.min(least, one(row)), 1)
    }
    case 'either': {
      const all = measure.of.map((one) => measureIn(table, one))
      return (row) => all.reduce((most, one) => Math.max(most, one(row)), 0)
    }
    case 'not': {
      const of = measureIn(table, measure.of)
      return (row) => 1 - of(row)
    }
  }
}

/** Not a number where nothing is stated, in which way ever. */
function statedIn(table: Table, name: string): Float64Array {
  return numbersIn(table, name).map((value) => (value < 0 ? Number.NaN : value))
}

/** A blank counts as none. */
function columnIn(table: Table, name: string): (row: number) => number {
  const all = statedIn(table, name)
  return (row) => (Number.isNaN(all[row]!) ? 0 : all[row]!)
}

/** The degree of contiguity, 1 by land. */
function borderIn(table: Table, name: string): (row: number) => number {
  const degree = columnIn(table, name)
  return (row) => (degree(row) > LAND_BORDER ? 0 : degree(row) / LAND_BORDER)
}

/** What distance leaves of a capability; one that nobody stated is as good as out of reach. */
function leftOf(table: Table, far: Far & { readonly column: string }): (row: number) => number {
  const whole = columnIn(table, far.column)
  const border = borderIn(table, far.contiguity)
  const distances = statedIn(table, far.distance)
  return (row) => {
    if (border(row) === 1) return whole(row)
    const distance = distances[row]!
    return Number.isNaN(distance) ? 0 : whole(row) * exp(-distance / far.over)
  }
}

function strength(table: Table, measure: Measure & { kind: 'strength' }): (row: number) => number {
  const years = numbersIn(table, measure.year)
  const strongest = new Map<number, number>()
  for (const among of measure.among.map((name) => columnIn(table, name))) {
    for (let row = 0; row < table.rows; row++)
      strongest.set(years[row]!, Math.max(strongest.get(years[row]!) ?? 0, among(row)))
  }
  const left = leftOf(table, measure)
  const busy = columnIn(table, measure.busy)
  const free = log(1 - measure.held)
  return (row) => {
    const relative = left(row) / strongest.get(years[row]!)!
    if (!(relative > 0)) return 0
    return held(1 + (log(relative) + busy(row) * free) / (LN_10 * measure.tenfolds))
  }
}

function shareOf(one: number, other: number): number {
  return one <= 0 ? 0 : one / (one + other)
}

function held(share: number): number {
  return Math.min(1, Math.max(0, share))
}

/** A variable of the outside view: a column on a scale on which a logit is at home. */
export interface Variable {
  readonly column: string
  /**
   * `log`: ln(x + floor), for what spans orders of magnitude. `is`: 1 where it holds this number. `border`: a degree of
   * contiguity. `plain`: as it is.
   */
  readonly scale: { readonly log: number } | { readonly is: number } | 'border' | 'plain'
}

/** The variable, row by row; a blank takes the mean of the rest. */
export function variableIn(table: Table, { column, scale }: Variable): Float64Array {
  if (scale === 'border') {
    const border = borderIn(table, column)
    return Float64Array.from({ length: table.rows }, (_, row) => border(row))
  }
  const all = statedIn(table, column).map((value) => {
    if (Number.isNaN(value) || scale === 'plain') return value
    return 'is' in scale ? Number(value === scale.is) : log(value + scale.log)
  })
  const stated = all.filter((value) => !Number.isNaN(value))
  const mean = stated.reduce((sum, value) => sum + value, 0) / Math.max(1, stated.length)
  return all.map((value) => (Number.isNaN(value) ? mean : value))
}
