/**
 * What each mechanism contributes to each claim: the probability with it, less that without it, from pairs of playouts
 * with the same chance. A mechanism whose leaving out moves nothing has not earned its place in that claim.
 */
import type { Paired } from '../engine/paired.ts'
import type { Claim, Scenario } from '../scenario/scenario.ts'
import { type Contrast, effectOf, type Counted, type Estimate, estimateOf } from './effect.ts'

/** What one mechanism contributes to one claim. */
export type Contribution =
  /** The claim is about what the mechanism itself computes. */
  | { readonly kind: 'unasked' }
  | {
      readonly kind: 'measured'
      /** With the mechanism less without it. */
      readonly difference: Contrast
      /** Playouts in which it holds with the mechanism only, and without it only. */
      readonly up: Counted
      readonly down: Counted
      /** The difference can be told from 0. */
      readonly told: boolean
    }

export interface AblationRow {
  readonly claim: Claim
  /** With every mechanism. */
  readonly whole: Estimate
  /** In the order of the mechanisms. */
  readonly parts: readonly Contribution[]
}

export interface Ablation {
  /** In the order of the day. */
  readonly mechanisms: readonly string[]
  /** Sorted by the id of the claim. */
  readonly rows: readonly AblationRow[]
  /** Ids of the claims that are not about all playouts of this world, and so have no pairs. */
  readonly apart: readonly string[]
}

/** A fact and a record are known without any mechanism; a condition, a change and an effect are no event of a playout. */
export function isAblated({ kind }: Claim): boolean {
  return kind === 'probability'
}

/** Each arm of the pairs is named by the mechanism that it lacks. */
export function ablationOf({ claims }: Scenario, { base, arms }: Paired): Ablation {
  const sorted = [...claims].sort((a, b) => (a.id < b.id ? -1 : 1))
  const rows = sorted.filter(isAblated).map((claim): AblationRow => {
    const tally = base.claims.get(claim.id)
    if (tally === undefined) throw new Error(`missing tally: ${claim.id}`)
    return {
      claim,
      whole: estimateOf(tally, base.design),
      parts: arms.map(({ pairs, identical }): Contribution => {
        const pair = pairs.get(claim.id)
        if (pair === undefined) return { kind: 'unasked' }
        const { difference, up, down } = effectOf(pair, base.design, { identical })
        return measured({ without: difference, up: down!, down: up! })
      }),
    }
  })
  const apart = sorted.filter((claim) => !isAblated(claim)).map(({ id }) => id)
  return { mechanisms: arms.map(({ id }) => id), rows, apart }
}

/** The change from with to without, turned round. */
function measured({
  without: { value, low, high, half, basis },
  up,
  down,
}: {
  readonly without: Contrast
  readonly up: Counted
  readonly down: Counted
}): Contribution {
  // No minus zero: it would read as a loss.
  const difference = { value: 0 - value, low: 0 - high, high: 0 - low, half, basis }
  return { kind: 'measured', difference, up, down, told: low > 0 || high < 0 }
}
