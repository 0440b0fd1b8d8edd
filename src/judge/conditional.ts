/**
 * The verdicts on what was seen with a condition: a share of the playouts in which it came true, and the contrast
 * with those in which it did not (docs/theory.md 13). With too few playouts there is no verdict, only their number.
 */
import { SCORE_UNIT } from '../engine/slope.ts'
import type { Design, VectorTally } from '../engine/summary.ts'
import type { Claim, Effect as Asserted } from '../scenario/scenario.ts'
import { judgeEffect, notEstimable, testRegion } from './counterfactual.ts'
import { strongest } from './driver.ts'
import { type Conditional, conditionalOf, contrastOf, givenCount, givenCovariances } from './given.ts'
import { playoutsOf } from './interval.ts'
import { wordAt } from './ladder.ts'
import {
  BATCHES_MOST,
  type Bench,
  type ClaimVerdict,
  judgeShare,
  named,
  type Reason,
  untested,
} from './verdict.ts'

/** Under so many playouts with the condition there is no verdict (docs/theory.md 13). */
const GIVEN_LEAST = 200

/** A share of the playouts in which the condition came true. */
export function judgeGiven(claim: Claim, bench: Bench, vector: VectorTally): ClaimVerdict {
  const { design } = bench
  const seen = conditionalOf(vector, design)
  const verdict = judgeShare(claim, bench, { ...seen, drivers: driversOf(seen, { vector, bench }) })
  const few = tooFew(seen.n, 'with', design)
  return {
    ...verdict,
    ...(few === undefined ? {} : { verdict: 'not testable', reason: few }),
    given: { n: seen.n, of: playoutsOf(design) },
  }
}

function driversOf(
  seen: Conditional,
  { vector, bench }: { readonly vector: VectorTally; readonly bench: Bench },
): ClaimVerdict['drivers'] {
  if (seen.n === 0 || seen.spread.variance <= 0) return []
  return strongest({
    parameters: bench.parameters,
    covariances: givenCovariances(vector, seen.p, SCORE_UNIT),
    chance: seen.chance,
    variance: seen.spread.variance,
  })
}

/** More often with the condition than without it: only C is asked, since one draw shows too little of both. */
export function judgeContrast(
  claim: Claim & { readonly effect: Asserted },
  bench: Bench,
  vector: VectorTally,
): ClaimVerdict {
  const { design } = bench
  const [n, of] = [givenCount(vector), playoutsOf(design)]
  const few = tooFew(n, 'with', design) ?? tooFew(of - n, 'without', design)
  // One side alone has nothing to stand against.
  if (few !== undefined && (n === 0 || n === of)) return { ...untested(claim, bench, few), given: { n, of } }
  const effect = contrastOf(vector, design)
  const measured = claim.effect.as === 'ratio' ? effect.ratio : effect.difference
  const found =
    few !== undefined
      ? { verdict: 'not testable' as const, reason: few }
      : measured === undefined
        ? notEstimable(effect, design)
        : judgeEffect(testRegion(claim.effect.tests), measured, { design, thetaAlone: false, drivers: [] })
  return {
    ...named(claim, bench),
    ...found,
    ...effect.to,
    band: { low: effect.to.interval.low, high: effect.to.interval.high },
    earned: wordAt(bench.ladder, effect.to.p),
    thetaAlone: false,
    onlyInterval: true,
    drivers: [],
    effect,
    given: { n, of },
  }
}

/** Why there is no verdict, and how many batches would show enough; nothing where there are enough. */
function tooFew(n: number, side: 'with' | 'without', { batches }: Design): Reason | undefined {
  if (n >= GIVEN_LEAST) return undefined
  const needed = Math.ceil((GIVEN_LEAST * batches) / n)
  return { kind: 'too few given', side, n, ...(needed <= BATCHES_MOST ? { batches: needed } : {}) }
}
