/**
 * Coded crises with the inputs and the promises of another coder. Of the eve only what a sheet says is replaced, of what
 * happened nothing: the record stays the first coder's, so that both are held against the same.
 */
import type { Checked } from '../../base/fault.ts'
import { sortFaults } from '../../scenario/fault-list.ts'
import {
  CLAUSES,
  type Crisis,
  type Dyad,
  type Quantity,
  type Scenario,
  type Tie,
} from '../../scenario/scenario.ts'
import { type NamedSheet, tooMany } from './agreement-match.ts'
import { type MissingWords, tooFew } from './missing-rows.ts'
import type { CodedCase } from '../coded.ts'
import { FEATURES } from '../row.ts'
import { type Coding, keyOfCoding } from './sheet.ts'
import { codingsOf, isForSide, opponentsOf, TOWARDS_OPPONENT } from './sheet-of.ts'

/** As the coded crises are called where files are named. */
const FIRST = 'history'
const WORDS: MissingWords = {
  says: (lacking) => `the sheet has no ${lacking}; all crises are scored by the inputs of one coder`,
  ofWhole: () => 'foedus history sheet --blank names every row',
}

/**
 * What a sheet leaves empty stays as it was, and so does what it has no column for: a promise to the other side, a
 * label, the course of the crisis. It needs a row for every supporter and side.
 */
export function withSheet(cases: readonly CodedCase[], codings: readonly Coding[]): CodedCase[] {
  const known = new Map(codings.map((coding) => [keyOfCoding(coding), coding]))
  return cases.map((one) => ({
    ...one,
    eve: one.eve.dyads.reduce((eve, { supporter, recipient }) => {
      const coding = known.get(JSON.stringify([one.id, supporter, recipient]))
      if (!coding) throw new Error('a sheet is held against the crises before it is used')
      return recoded(eve, { supporter, recipient }, coding.values)
    }, one.eve),
  }))
}

/** By variable; yes is 1 and no 0. */
type Values = ReadonlyMap<string, number>

function recoded(eve: Scenario, { supporter, recipient }: Dyad, values: Values): Scenario {
  const opponents = opponentsOf(eve.crisis, recipient)
  const said = new Map<string, number>()
  for (const feature of FEATURES) {
    const value = values.get(feature)
    if (value === undefined) continue
    const towards = TOWARDS_OPPONENT[feature]
    const ends = towards === undefined ? [recipient] : opponents
    for (const end of ends) said.set(`ties.${supporter}-${end}.${towards ?? feature}`, value)
  }
  const ties = new Map(eve.ties)
  for (const end of [recipient, ...opponents]) {
    const tie = ties.get(`${supporter}-${end}`)
    if (tie) ties.set(tie.id, { ...tie, quantities: measured(tie, said) })
  }
  const promised = ties.get(`${supporter}-${recipient}`)
  if (promised) ties.set(promised.id, { ...promised, ...promises(promised, eve.crisis, values) })
  return {
    ...eve,
    ties,
    // What is certain moves with nothing.
    correlations: eve.correlations.filter(({ between }) => !between.some((id) => said.has(id))),
  }
}

/** `said`: by the path of a quantity. */
function measured({ id, quantities }: Tie, said: Values): Tie['quantities'] {
  return Object.fromEntries(
    Object.entries(quantities).map(([name, quantity]): [string, Quantity] => {
      const value = said.get(`ties.${id}.${name}`)
      return [name, value === undefined ? quantity : certain(quantity, value)]
    }),
  )
}

/** Its source was the first coder's, and goes with the value. */
function certain({ id, unit, bounds, role }: Quantity, value: number): Quantity {
  return { id, unit, law: { kind: 'fixed', value }, bounds, role, assumed: false }
}

function promises(
  { to, clauses, casusFoederis }: Tie,
  crisis: Crisis,
  values: Values,
): Pick<Tie, 'clauses' | 'casusFoederis'> {
  const said = CLAUSES.map((clause) => {
    const value = values.get(clause)
    return [clause, value === undefined ? clauses[clause] : value === 1] as const
  })
  const promised = Object.fromEntries(said) as Tie['clauses']
  const [binds, discretion] = [values.get('binds'), values.get('discretion')]
  const open = { ...casusFoederis, trigger: [], scope: [] }
  // Where the side alone says no, nothing is said of form, place and opponent, on which other clauses may turn.
  const bySide = binds === 0 && !isForSide(promised, crisis.targets.includes(to))
  return {
    clauses: promised,
    casusFoederis: {
      ...(binds === undefined || bySide
        ? casusFoederis
        : { ...open, exclusions: binds === 1 ? [] : [...opponentsOf(crisis, to)] }),
      discretion: discretion === undefined ? casusFoederis.discretion : discretion === 1,
    },
  }
}

/** Every row of the crises stands on the sheet, and no other. */
export function sheetFor(cases: readonly CodedCase[], sheet: NamedSheet): Checked<readonly CodedCase[]> {
  const first = { name: FIRST, codings: codingsOf(cases) }
  const faults = sortFaults([...tooMany(first, sheet), ...tooFew(first, sheet, WORDS)])
  return faults.length > 0 ? { faults } : { value: withSheet(cases, sheet.codings), faults }
}
