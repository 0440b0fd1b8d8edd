/**
 * Whether coders who worked apart say the same: alpha of each variable and each group of them, with an interval over
 * crises, and the places where they differ most.
 */
import { alphaFrom, type Disagreeing, disagreeing, type Pairs, pairsOf, type Unit } from './alpha.ts'
import { ends, type Resamples, resamplesOf } from '../score/bootstrap.ts'
import {
  type Coding,
  type Group,
  GROUPS,
  keyOfCoding,
  METRICS,
  VARIABLES,
  type Variable,
  WIDEST,
} from './sheet.ts'

/** Enough that the ends of a 90 % interval stand still in the second digit. */
export const RESAMPLES_OF_AGREEMENT = 2_000

export interface Alpha {
  /** Absent where it cannot be told: nothing was coded twice, or everybody said the same of everything. */
  readonly alpha?: number
  /** 90 %, had history drawn its crises anew; absent where there are fewer than two. */
  readonly interval?: { readonly low: number; readonly high: number }
  /** What at least two coders said something of. */
  readonly units: number
  /** Share of them of which all said the same; absent without any. */
  readonly same?: number
}

export interface Disagreement {
  readonly of: string
  readonly supporter: string
  readonly recipient: string
  readonly variable: string
  /** By coder; absent where one said nothing. */
  readonly said: readonly (number | undefined)[]
  /** Between the lowest and the highest, as a share of the widest there can be. */
  readonly apart: number
}

export interface Agreement {
  readonly coders: number
  readonly cases: number
  readonly rows: number
  readonly variables: readonly (Alpha & Variable)[]
  readonly groups: readonly (Alpha & { readonly group: Group })[]
  /** The worst first. */
  readonly disagreements: readonly Disagreement[]
}

/** Sheets with the same rows, in any order. */
export function agreement(
  sheets: readonly (readonly Coding[])[],
  { seed, resamples: draws = RESAMPLES_OF_AGREEMENT }: { readonly seed: number; readonly resamples?: number },
): Agreement {
  const rows = rowsOfSheets(sheets)
  const cases = [...new Set(rows.map(({ of }) => of))].sort()
  const places = new Map(cases.map((id, place) => [id, place]))
  const resamples = resamplesOf(cases.length, seed, draws)
  const coded = VARIABLES.map((variable) => {
    const units = rows.map(({ of, codings }) => ({
      cluster: places.get(of)!,
      values: codings.map(({ values }) => values.get(variable.id)),
    }))
    const pairs = pairsOf(units)
    return { variable, units, found: drawn(pairs, variable, resamples) }
  })
  return {
    coders: sheets.length,
    cases: cases.length,
    rows: rows.length,
    variables: coded.map(({ variable, units, found }) => ({ ...variable, ...alphaOver([found], units) })),
    groups: GROUPS.map((group) => {
      const own = coded.filter(({ variable }) => variable.group === group)
      const units = own.flatMap((one) => one.units)
      return {
        group,
        ...alphaOver(
          own.map(({ found }) => found),
          units,
        ),
      }
    }),
    disagreements: rows.flatMap(disagreementsOf).sort((a, b) => b.apart - a.apart),
  }
}

interface CodedRow {
  readonly of: string
  /** By coder. */
  readonly codings: readonly Coding[]
}

function rowsOfSheets(sheets: readonly (readonly Coding[])[]): CodedRow[] {
  const [first = [], ...others] = sheets.map(
    (codings) => new Map(codings.map((coding) => [keyOfCoding(coding), coding])),
  )
  return [...first].map(([key, coding]) => ({
    of: coding.of,
    codings: [coding, ...others.map((sheet) => requiredRow(sheet.get(key)))],
  }))
}

function requiredRow(coding: Coding | undefined): Coding {
  if (!coding) throw new Error('sheets are matched before they are compared')
  return coding
}

/** What a variable brings to alpha, in the record and in each draw of crises. */
interface Draws {
  readonly record: Disagreeing
  readonly anew: readonly Disagreeing[]
}

function drawn(pairs: Pairs, { group }: Variable, resamples: Resamples): Draws {
  const metric = METRICS[group]
  return {
    record: disagreeing(pairs, metric),
    anew: resamples.map((times) => disagreeing(pairs, metric, times)),
  }
}

/** A draw of crises in which nothing can be told is passed over. */
function alphaOver(parts: readonly Draws[], units: readonly Unit[]): Alpha {
  const paired = units.map(saidOf).filter((said) => said.length > 1)
  const alpha = alphaFrom(parts.map(({ record }) => record))
  const found = (parts[0]?.anew ?? [])
    .map((_, draw) => alphaFrom(parts.map(({ anew }) => anew[draw]!)))
    .filter((value) => value !== undefined)
  const some = new Set(units.filter((unit) => saidOf(unit).length > 1).map(({ cluster }) => cluster)).size > 1
  const same = paired.filter((said) => said.every((value) => value === said[0])).length
  return {
    ...(alpha === undefined ? {} : { alpha }),
    ...(alpha === undefined || !some ? {} : { interval: ends(found, alpha) }),
    units: paired.length,
    ...(paired.length === 0 ? {} : { same: same / paired.length }),
  }
}

function saidOf({ values }: Unit): readonly number[] {
  return values.filter((value) => value !== undefined)
}

function disagreementsOf({ of, codings }: CodedRow): Disagreement[] {
  const { supporter, recipient } = codings[0]!
  return VARIABLES.flatMap(({ id, group }): Disagreement[] => {
    const said = codings.map(({ values }) => values.get(id))
    const known = said.filter((value) => value !== undefined)
    const apart = known.length < 2 ? 0 : (Math.max(...known) - Math.min(...known)) / WIDEST[group]
    return apart > 0 ? [{ of, supporter, recipient, variable: id, said, apart }] : []
  })
}
