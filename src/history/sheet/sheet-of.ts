/**
 * The first coder's sheet, read off the coded crises as they stand in their files: medians of what was stated, the
 * promises, the levels. What the files leave out stays empty.
 */
import { medianOf } from '../../scenario/median.ts'
import { idleReason } from '../../scenario/promise.ts'
import {
  CHANNELS,
  CLAUSES,
  type Crisis,
  type Dyad,
  type Scenario,
  type Tie,
} from '../../scenario/scenario.ts'
import type { CodedCase } from '../coded.ts'
import { FEATURES, type Feature } from '../row.ts'
import type { Coding } from './sheet.ts'

/** Stated on the tie to the other side; of several opponents the largest counts. */
export const TOWARDS_OPPONENT: Readonly<Partial<Record<Feature, string>>> = {
  rivalry: 'rivalry',
  nuclear: 'nuclearRisk',
  opponentPower: 'opponentPower',
}
/** Nobody judges a share more finely. */
const PARTS = 10_000

export function codingsOf(cases: readonly CodedCase[]): Coding[] {
  return cases.flatMap((coded) => coded.eve.dyads.map((dyad) => codingOf(coded, dyad)))
}

function codingOf({ id, eve, deeds }: CodedCase, { supporter, recipient }: Dyad): Coding {
  const deed = deeds.find((one) => one.supporter === supporter && one.recipient === recipient)
  const values = new Map([
    ...FEATURES.flatMap((feature) => entry(feature, input(eve, { supporter, recipient }, feature))),
    ...promises(eve, eve.ties.get(`${supporter}-${recipient}`)),
    ...CHANNELS.flatMap((channel) => entry(channel, deed?.levels.get(channel))),
  ])
  const names = { of: id, supporter, recipient, values, unsure: deed?.unsure ?? new Set() }
  return {
    ...names,
    ...(deed ? { confidence: deed.confidence } : {}),
    ...(deed?.note === undefined ? {} : { note: deed.note }),
  }
}

function entry(id: string, value: number | undefined): [string, number][] {
  return value === undefined ? [] : [[id, value]]
}

function input(
  { crisis, ties }: Scenario,
  { supporter, recipient }: Dyad,
  feature: Feature,
): number | undefined {
  const towards = TOWARDS_OPPONENT[feature]
  if (towards === undefined) return stated(ties.get(`${supporter}-${recipient}`), feature)
  const found = opponentsOf(crisis, recipient)
    .map((opponent) => stated(ties.get(`${supporter}-${opponent}`), towards))
    .filter((value) => value !== undefined)
  return found.length === 0 ? undefined : Math.max(...found)
}

export function opponentsOf({ attackers, targets }: Crisis, recipient: string): readonly string[] {
  return attackers.includes(recipient) ? targets : attackers
}

/** What stands in for something left out is nobody's coding. */
function stated(tie: Tie | undefined, name: string): number | undefined {
  const quantity = tie?.quantities[name]
  if (!quantity || quantity.assumed) return undefined
  return Math.round(medianOf(quantity.law) * PARTS) / PARTS
}

/**
 * Whether the recipient stands on the side for which the promise was made. A clause that asks for force decides where
 * there is one, defence for who is attacked and offence for who attacks; else consultation, which is for either, or
 * neutrality, which is for who is attacked.
 */
export function isForSide(clauses: Tie['clauses'], isAttacked: boolean): boolean {
  if (clauses.defence || clauses.offence) return isAttacked ? clauses.defence : clauses.offence
  return clauses.consultation || (isAttacked && clauses.neutrality)
}

/** Without a clause nothing can bind, and nobody is left a choice; nonaggression is about one's own force, and always holds. */
function promises({ crisis }: Scenario, tie: Tie | undefined): [string, number][] {
  if (!tie) return []
  const some = CLAUSES.some((clause) => clause !== 'nonaggression' && tie.clauses[clause])
  const binds =
    isForSide(tie.clauses, crisis.targets.includes(tie.to)) && idleReason(tie, crisis) === undefined
  return [
    ...CLAUSES.map((clause): [string, number] => [clause, Number(tie.clauses[clause])]),
    ...(some ? entry('binds', Number(binds)) : []),
    ...(some ? entry('discretion', Number(tie.casusFoederis.discretion)) : []),
  ]
}
