/**
 * The mechanism `support` on a row of a table, in the closed form of docs/theory.md 4, with priors that know signs
 * only: every input weighs the same, and no number that was fitted to an outcome is read.
 */
import { exp, log } from '../../base/elementary.ts'
import { type Channel, type ChannelId, CHANNELS } from '../../scenario/scenario.ts'
import { FEATURES, type Feature } from '../row.ts'
import { measureIn } from './measure.ts'
import type { Mapping } from './map.ts'
import type { Table } from './table.ts'
import type { Task } from './tasks.ts'

/** The one weight of all ten inputs and of a promise: the outside estimate that the priors of the fit have as median. */
export const ONE_WEIGHT = 0.823
/** How readily any channel is used, unpulled, in log-odds: that support is rare. Ranks hardly depend on it. */
export const RARE = -4.5

/** A channel's loadings are judgement and saw no outcome; intercept, curvature and first step are not read. */
export type Loadings = Readonly<
  Record<'capacity' | 'access' | 'escalation' | 'visibility' | 'domestic', number>
>
type LoadingsOf = ReadonlyMap<ChannelId, Loadings>

export function loadingsOf(channels: ReadonlyMap<ChannelId, Channel>): LoadingsOf {
  const of = (id: ChannelId, field: string): number => {
    const law = channels.get(id)?.quantities[field]?.law
    if (law?.kind !== 'fixed') throw new Error(`channels.${id}.loadings.${field} is no plain number`)
    return law.value
  }
  return new Map(
    CHANNELS.map((id) => [
      id,
      {
        capacity: of(id, 'capacity'),
        access: of(id, 'access'),
        escalation: of(id, 'escalation'),
        visibility: of(id, 'visibility'),
        domestic: of(id, 'domestic'),
      },
    ]),
  )
}

/** One outsider before one conflict, as the mechanism sees it. */
export interface Situation {
  readonly inputs: Readonly<Record<Feature, number>>
  /** A promise that binds requires combat. */
  readonly owesCombat: boolean
  /** What a promise forbids; neutrality leaves politics free. */
  readonly closed: 'none' | 'combat' | 'all but political'
}

function situationsIn(table: Table, { lines, promises }: Mapping): readonly Situation[] {
  const inputs = lines.map(({ input, parts, times = [] }) => {
    const shares = parts.map(({ share, measure }) => ({ share, of: measureIn(table, measure) }))
    const factors = times.map((measure) => measureIn(table, measure))
    const value = (row: number): number =>
      factors.reduce(
        (all, factor) => all * factor(row),
        Math.min(
          1,
          shares.reduce((sum, { share, of }) => sum + share * of(row), 0),
        ),
      )
    return { input, value }
  })
  const binding = promises.map(({ when, does }) => ({ does, holds: measureIn(table, when) }))
  return Array.from({ length: table.rows }, (_, row): Situation => {
    const all = Object.fromEntries(FEATURES.map((feature) => [feature, 0])) as Record<Feature, number>
    for (const { input, value } of inputs) all[input] = value(row)
    const does = (what: string): boolean => binding.some(({ does, holds }) => does === what && holds(row) > 0)
    return {
      inputs: all,
      owesCombat: does('requires combat'),
      closed: does('shuts all but politics') ? 'all but political' : does('shuts combat') ? 'combat' : 'none',
    }
  })
}

/** Willingness in a channel, then the probabilities of its four levels. */
export function levelsOf(
  { inputs, owesCombat, closed }: Situation,
  id: ChannelId,
  on: Loadings,
): readonly number[] {
  const barred = closed === 'combat' ? id === 'combat' : closed !== 'none' && id !== 'political'
  if (barred) return [1, 0, 0, 0]
  const pull =
    inputs.alignment +
    inputs.stake +
    inputs.rivalry +
    inputs.precommitment +
    inputs.freeCapacity * on.capacity +
    inputs.access * on.access -
    (inputs.nuclear + inputs.opponentPower) * on.escalation -
    inputs.thirdPartyCost * on.visibility -
    inputs.domesticConstraint * on.domestic
  const willing = RARE + ONE_WEIGHT * pull
  const owed = owesCombat && id === 'combat' ? ONE_WEIGHT : 0
  const odds = [0, 1, 2, 3].map((level) => exp(level * willing + (level > 0 ? owed : 0)))
  const sum = odds.reduce((all, one) => all + one, 0)
  return odds.map((one) => one / sum)
}

export interface Index {
  /** By row: the log-odds that some channel of the task reaches its level. */
  readonly logOdds: Float64Array
  /** Rows that a promise shuts out; they have the lowest log-odds of any row that it does not, or 0. */
  readonly shut: number
}

export function indexOf(table: Table, task: Task, loadings: LoadingsOf): Index {
  const logOdds = Float64Array.from(situationsIn(table, task.mapping), (situation) => {
    let none = 1
    for (const id of task.channels) {
      const levels = levelsOf(situation, id, loadings.get(id)!)
      none *= levels.slice(0, task.level).reduce((sum, one) => sum + one, 0)
    }
    return none < 1 ? log((1 - none) / none) : -Infinity
  })
  const lowest = logOdds.reduce((least, one) => (one > -Infinity ? Math.min(least, one) : least), Infinity)
  const shut = logOdds.filter((one) => one === -Infinity).length
  // Where promises shut out every row, none is like any other but those.
  const floor = shut < logOdds.length ? lowest : 0
  return { logOdds: logOdds.map((one) => Math.max(one, floor)), shut }
}
