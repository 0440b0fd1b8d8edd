/**
 * Claim by claim what a change of the world does: how each came out before and after, and
 * the effect where playouts are paired. It judges both worlds by the same rules.
 */
import type { ArmOutcome } from '../engine/paired.ts'
import type { Claim, Condition } from '../scenario/scenario.ts'
import { type Played, verdictOf } from './claim.ts'
import { type Effect, effectOf } from './effect.ts'
import type { ClaimVerdict } from './verdict.ts'

/** One claim in both worlds. */
export interface Move {
  readonly claim: Claim
  /** Absent where the change brings the claim. */
  readonly before?: ClaimVerdict
  /** Absent where the change takes the claim away. */
  readonly after?: ClaimVerdict
  /** By paired playouts; absent where a claim is not about all playouts of one world. */
  readonly effect?: Effect
  /** The verdict is another, or the numbers are by more than their error. */
  readonly moved: boolean
  /** Not moved, and yet something came out otherwise: it lies within the error. */
  readonly stirred: boolean
  /** The change makes another question of it: the two answers are not to be compared. */
  readonly asksElse: boolean
}

export interface WhatIfPlayed {
  readonly before: Played
  readonly after: Played
  /** The changed world, paired with the world as it is. */
  readonly arm: ArmOutcome
}

/** In the order of the scenario; claims that only the change brings come last. */
export function movesOf({ before, after, arm }: WhatIfPlayed): readonly Move[] {
  const was = new Map(before.scenario.claims.map((claim) => [claim.id, claim]))
  const is = new Map(after.scenario.claims.map((claim) => [claim.id, claim]))
  return [...new Set([...was.keys(), ...is.keys()])].map((id): Move => {
    const [old, own] = [was.get(id), is.get(id)]
    const found = {
      ...(old ? { before: verdictOf(old, before) } : {}),
      ...(own ? { after: verdictOf(own, after) } : {}),
    }
    const asksElse = old !== undefined && own !== undefined && questionOf(old) !== questionOf(own)
    const paired = old && own && !asksElse && isPaired(old) && isPaired(own)
    const effect = paired ? pairedEffect(id, { before, after, arm }) : undefined
    const move = { claim: (own ?? old)!, ...found, ...(effect ? { effect } : {}) }
    if (asksElse) return { ...move, asksElse, moved: false, stirred: false }
    const moved = hasMoved(move)
    return { ...move, asksElse, moved, stirred: !moved && hasStirred(move) }
  })
}

/** Of a share under a condition, an effect or a record no pair of playouts says anything. */
function isPaired({ kind }: Claim): boolean {
  return kind === 'fact' || kind === 'probability'
}

function pairedEffect(id: string, { before, arm }: WhatIfPlayed): Effect | undefined {
  const pair = arm.pairs.get(id)
  return pair && effectOf(pair, before.summary.design, { identical: arm.identical })
}

/** What is asked, without what the inputs answer and without the word that is said of it. */
function questionOf({ kind, that, given, do: change }: Claim): string {
  const bare = (condition: Condition | undefined): string =>
    JSON.stringify(condition, (_key, value: unknown) => (isFact(value) ? { ...value, value: 0 } : value)) ??
    ''
  return JSON.stringify([kind, bare(that), bare(given), change?.text ?? ''])
}

function isFact(value: unknown): value is Extract<Condition, { kind: 'fact' }> {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'fact'
}

type Compared = Pick<Move, 'before' | 'after' | 'effect'>

function hasMoved({ before, after, effect }: Compared): boolean {
  if (before === undefined || after === undefined) return true
  if (before.verdict !== after.verdict) return true
  if (effect !== undefined) return effect.difference.low > 0 || effect.difference.high < 0
  if ((before.interval.basis === 'nothing') !== (after.interval.basis === 'nothing')) return true
  // Of a record there is no chance in the counting: another count is another history.
  if (before.record !== undefined) return isOtherwise(before, after)
  return before.effect !== undefined && after.effect !== undefined
    ? isBeyond(before.effect.difference, after.effect.difference)
    : isBeyond(measured(before), measured(after))
}

function hasStirred({ before, after, effect }: Compared): boolean {
  if (effect?.up !== undefined && effect.down !== undefined) return effect.up.count + effect.down.count > 0
  return before !== undefined && after !== undefined && isOtherwise(before, after)
}

function isOtherwise(before: ClaimVerdict, after: ClaimVerdict): boolean {
  return (
    before.p !== after.p ||
    before.count !== after.count ||
    before.effect?.difference.value !== after.effect?.difference.value ||
    before.record?.n !== after.record?.n
  )
}

interface Measured {
  readonly value: number
  readonly low: number
  readonly high: number
}

function measured({ p, interval }: ClaimVerdict): Measured {
  return { value: p, low: interval.low, high: interval.high }
}

/** Whether two numbers are further apart than their errors together leave open; for want of pairs, as if each stood alone. */
function isBeyond(from: Measured, to: Measured): boolean {
  const [under, over] = from.value < to.value ? [from, to] : [to, from]
  const [up, down] = [under.high - under.value, over.value - over.low]
  return over.value - under.value > Math.sqrt(up * up + down * down)
}
