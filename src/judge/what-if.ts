/**
 * Claim by claim what a change of the world does: how each came out before and after, and
 * the effect where playouts are paired. It judges both worlds by the same rules.
 */
import type { ArmOutcome } from '../engine/paired.ts'
import type { Claim } from '../scenario/scenario.ts'
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
  /** Whether anything of it is otherwise in the changed world. */
  readonly moved: boolean
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
    const effect =
      old && own && isPaired(old) && isPaired(own) ? pairedEffect(id, { before, after, arm }) : undefined
    const move = { claim: (own ?? old)!, ...found, ...(effect ? { effect } : {}) }
    return { ...move, moved: hasMoved(move) }
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

function hasMoved({ before, after, effect }: Omit<Move, 'moved'>): boolean {
  if (before === undefined || after === undefined) return true
  if (before.verdict !== after.verdict) return true
  if (effect?.up !== undefined && effect.down !== undefined) return effect.up.count + effect.down.count > 0
  return (
    before.p !== after.p ||
    before.count !== after.count ||
    before.effect?.difference.value !== after.effect?.difference.value
  )
}
