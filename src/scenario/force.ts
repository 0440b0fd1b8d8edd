/**
 * What the checked scenario says of force and politics beyond support: arsenals, coalitions, rival rules of the
 * theory, and events that are put in. The rooms beside this one parse and check each noun; maps are sorted by id.
 */
import type { WEAPON_LABELS } from '../mechanisms/axes.ts'
import type { Formula } from '../formula/formula.ts'
import type { Change, Look, Quantity } from './scenario.ts'

export type Weapon = (typeof WEAPON_LABELS)[number]

/** What a belligerent fights with (docs/theory.md 22). */
export interface Arsenal {
  readonly belligerent: string
  /**
   * By weapon that it has. stock, ration (count, count/day), launchers (count), production (count/day), cycles
   * (number/day), launcherLoss (number/day at the enemy's opening tempo), outside (fraction of production that hangs
   * on materiel from abroad).
   */
  readonly weapons: ReadonlyMap<Weapon, Readonly<Record<string, Quantity>>>
  /**
   * interceptors (count), interceptorProduction (count/day), stopsMissile, stopsDrone, stopsStrike (fractions of what
   * comes in), threshold (count: weighted hits that it bears before it would rather stop).
   */
  readonly quantities: Readonly<Record<string, Quantity>>
}

/** A state that may join a belligerent's side, in a role from basing to combat (docs/theory.md 21). */
export interface Candidate {
  readonly actor: string
  /** alignment, dependence, harm, cost, domesticConstraint, pressure (fractions); its size is the actor's. */
  readonly quantities: Readonly<Record<string, Quantity>>
}

export interface Coalition {
  /** The belligerent whose side is joined. */
  readonly leader: string
  /** regionalMandate (fraction): how far a regional body has given its leave. */
  readonly quantities: Readonly<Record<string, Quantity>>
  readonly candidates: ReadonlyMap<string, Candidate>
}

/** A condition on a running crisis, in the grammar of the equations: `escalation.rung[russia, iran] >= 6 && t >= 10`. */
export interface When {
  readonly text: string
  /** Truth, over names `look0`, `look1`, … each of which stands for a metric; `t` is the day. */
  readonly formula: Formula
  readonly looks: readonly Look[]
}

/** Something that happens in the course of a crisis, on a day or when a condition has come true. */
export interface Inject {
  readonly id: string
  readonly title: string
  /** Day from the start on which it takes effect; absent where it waits for a condition. */
  readonly day?: number
  /** It takes effect on the day after the first evening on which this holds. */
  readonly when?: When
  /** Days for which it lasts; absent: to the end. */
  readonly lasts?: number
  /** Probability that it happens at all; 1 unless stated. */
  readonly chance: Quantity
  /** The world with what it sets. It has the same actors, dyads, places and so on: only values differ. */
  readonly change: Change
  readonly source?: string
}
