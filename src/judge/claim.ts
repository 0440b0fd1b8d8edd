/** One claim before the judge: which counts answer it, and what is said where none do. */
import type { ArmOutcome } from '../engine/paired.ts'
import type { Summary } from '../engine/summary.ts'
import type { Claim, Scenario } from '../scenario/scenario.ts'
import { judgeContrast, judgeGiven } from './conditional.ts'
import { judgeCounterfactual } from './counterfactual.ts'
import { fittingRate } from './fitting-rate.ts'
import { judgeRecord } from './record.ts'
import { type Bench, type ClaimVerdict, judgeClaim, type Reason, untested } from './verdict.ts'

/** What was played: the world as it is, and the changed ones by the text of their change. */
export interface Played {
  readonly scenario: Scenario
  readonly summary: Summary
  readonly arms?: ReadonlyMap<string, ArmOutcome>
}

/** With the rate that has been counted for the like, where the claim names one or belongs to a class. */
export function verdictOf(claim: Claim, played: Played): ClaimVerdict {
  const found = judged(claim, played)
  if (claim.baseRate !== undefined || found.interval.basis === 'nothing') return found
  const { scenario } = played
  const fitting = fittingRate(claim, scenario)
  const baseRate = fitting === undefined ? undefined : scenario.baseRates.get(fitting)
  return baseRate === undefined ? found : { ...found, baseRate, baseRateBy: 'class' }
}

function judged(claim: Claim, played: Played): ClaimVerdict {
  const { scenario, summary, arms } = played
  const bench = benchOf(scenario, summary)
  const { effect, record } = claim
  if (record !== undefined) return judgeRecord({ ...claim, record }, bench)
  if (claim.do === undefined) return asPlayed(claim, bench, played)
  const arm = arms?.get(claim.do.text)
  if (arm === undefined) return untested(claim, bench, { kind: 'not compared' })
  const leftOut = leftOutOf(claim.do.world)
  if (effect === undefined) {
    const tally = arm.summary.claims.get(claim.id)
    return tally === undefined
      ? untested(claim, bench, leftOut)
      : judgeClaim(claim, tally, benchOf(scenario, arm.summary))
  }
  const pair = arm.pairs.get(claim.id)
  return pair === undefined
    ? untested(claim, bench, leftOut)
    : judgeCounterfactual({ ...claim, effect }, bench, { pair, arm })
}

/** By the playouts of one world alone. */
function asPlayed(claim: Claim, bench: Bench, { scenario, summary }: Played): ClaimVerdict {
  const tally = summary.claims.get(claim.id)
  const vector = summary.vectors.get(claim.id)
  if (tally === undefined) {
    const leftOut = leftOutOf(scenario)
    if (leftOut.mechanisms.length === 0 && scenario.attack) throw new Error(`missing tally: ${claim.id}`)
    return untested(claim, bench, leftOut)
  }
  if (claim.given === undefined) {
    // An effect without a change: in a changed world, which is compared with nothing.
    return claim.effect === undefined
      ? judgeClaim(claim, tally, bench)
      : untested(claim, bench, { kind: 'not compared' })
  }
  if (vector === undefined) throw new Error(`missing vector: ${claim.id}`)
  return claim.effect === undefined
    ? judgeGiven(claim, bench, vector)
    : judgeContrast({ ...claim, effect: claim.effect }, bench, vector)
}

/** Why a world has no answer. */
function leftOutOf({ without: { mechanisms }, attack }: Scenario): Extract<Reason, { kind: 'left out' }> {
  return { kind: 'left out', mechanisms, ...(attack ? {} : { attack }) }
}

function benchOf(scenario: Scenario, { design, parameters, scores, forms }: Summary): Bench {
  return {
    ladder: scenario.ladder,
    design,
    parameters,
    scores,
    baseRates: scenario.baseRates,
    ...(forms === undefined ? {} : { forms }),
  }
}
