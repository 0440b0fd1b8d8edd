/**
 * Who bears the effort of a side, weighed anew: munitions of one class against those of another are a judgement, so
 * the shares are also shown with all classes alike and with drones at half their weight (docs/theory.md 22).
 */
import type { Summary } from '../engine/summary.ts'
import { WEAPON_LABELS } from '../mechanisms/axes.ts'
import { medianOf } from '../scenario/median.ts'
import type { Scenario, Weapon } from '../scenario/scenario.ts'
import { meanOf } from './blocks.ts'

/** Munitions by class, on average over the playouts. */
export type Counts = Readonly<Record<Weapon, number>>

/** What one munition of each class counts for. */
export type ClassWeights = Counts

export interface Effort {
  readonly own: Counts
  /** Groups launch drones and rockets, which count as drones. */
  readonly groups: Counts
  readonly helpers: Counts
}

/** Fractions that add up to 1. */
export interface EffortShares {
  readonly own: number
  readonly groups: number
  readonly helpers: number
}

/** Undefined where it was not kept. */
export function effortOf(summary: Summary, belligerent: string): Effort | undefined {
  const kept = (kind: string): number | undefined => meanOf(summary, `${kind}:${belligerent}`)
  const byClass = (kind: string): Counts => counts((weapon) => kept(`${kind}-${weapon}`) ?? 0)
  if (WEAPON_LABELS.every((weapon) => kept(`fired-${weapon}`) === undefined)) return undefined
  return {
    own: byClass('fired'),
    groups: counts((weapon) => (weapon === 'drone' ? (kept('fired-groups') ?? 0) : 0)),
    helpers: byClass('helped'),
  }
}

/** Undefined where nothing was expended. */
export function effortShares(effort: Effort, weights: ClassWeights): EffortShares | undefined {
  const weighed = (of: Counts): number =>
    WEAPON_LABELS.reduce((sum, weapon) => sum + weights[weapon] * of[weapon], 0)
  const [own, groups, helpers] = [weighed(effort.own), weighed(effort.groups), weighed(effort.helpers)]
  const all = own + groups + helpers
  return all > 0 ? { own: own / all, groups: groups / all, helpers: helpers / all } : undefined
}

const WEIGHT: Readonly<Record<Weapon, string>> = {
  missile: 'effortMissile',
  drone: 'effortDrone',
  strike: 'effortStrike',
}
const HALF = 0.5

export interface Weighing {
  readonly says: string
  readonly weights: ClassWeights
}

/** As declared (the medians), all classes alike, drones at half their weight where the side has any. */
export function weighings({ weights }: Scenario, effort?: Effort): readonly Weighing[] {
  const hasDrones = effort === undefined || effort.own.drone + effort.groups.drone + effort.helpers.drone > 0
  const declared = counts((weapon) => {
    const weight = weights.get(WEIGHT[weapon])
    return weight === undefined ? 1 : medianOf(weight.law)
  })
  return [
    { says: 'as declared', weights: declared },
    { says: 'all classes alike', weights: counts(() => 1) },
    ...(hasDrones
      ? [{ says: 'drones at half weight', weights: { ...declared, drone: declared.drone * HALF } }]
      : []),
  ]
}

function counts(of: (weapon: Weapon) => number): Counts {
  return { missile: of('missile'), drone: of('drone'), strike: of('strike') }
}
