/**
 * The verdict on what a change would do: the effect over pairs of playouts against the tests that the claim sets
 * it, by the same rule as a probability (docs/theory.md 8 and 13).
 */
import { type ArmOutcome, PAIR } from '../engine/paired.ts'
import type { Design, VectorTally } from '../engine/summary.ts'
import { cellsOf } from '../engine/vector.ts'
import type { Claim, Effect as Asserted, Test } from '../scenario/scenario.ts'
import { massIn } from './band.ts'
import { centred, type Driver, strongest } from './driver.ts'
import { beyondRatio, type Contrast, DIFFERENCE, type Effect, effectOf, pairSpread } from './effect.ts'
import { effective } from './interval.ts'
import { contains, type Region, wordAt } from './ladder.ts'
import { onUnit, totalOf, type Weights } from './linear.ts'
import {
  BATCHES_MOST,
  type Bench,
  type ClaimVerdict,
  type Found,
  judgeRegion,
  named,
  type Reason,
} from './verdict.ts'

/** From this share of the effect's spread on, one weight is the verdict (docs/theory.md 13). */
const RESTATES = 0.8

/** A change of nothing that the engine reads puts nothing to the test. */
const NOTHING_CHANGED: Found = { verdict: 'not testable', reason: { kind: 'nothing changed' } }

/** A pair, and the uncertain quantities of both of its worlds. */
interface Evidence {
  readonly pair: VectorTally
  readonly arm: ArmOutcome
  readonly design: Design
}

export function judgeCounterfactual(
  claim: Claim & { readonly effect: Asserted },
  bench: Bench,
  { pair, arm }: Omit<Evidence, 'design'>,
): ClaimVerdict {
  const { design } = bench
  const evidence = { pair, arm, design }
  const effect = effectOf(pair, design, { identical: arm.identical })
  const region = testRegion(claim.effect.tests)
  const measured = claim.effect.as === 'ratio' ? effect.ratio : effect.difference
  const drivers = effectDrivers(evidence, DIFFERENCE)
  const thetaAlone = settledAlone(pair, design)
  const mass = measured === undefined ? undefined : massOf(evidence, { region, as: claim.effect.as })
  const found =
    effect.difference.basis === 'identical'
      ? NOTHING_CHANGED
      : measured === undefined || mass === undefined
        ? notEstimable(effect, design)
        : judgeEffect(region, measured, { design, mass, thetaAlone, drivers })
  const weight = moveOne(claim)
    ? drivers.find((driver) => isWeight(driver) && driver.share >= RESTATES)
    : undefined
  return {
    ...named(claim, bench),
    ...found,
    ...effect.to,
    band: bandOfEffect(effect),
    earned: wordAt(bench.ladder, effect.to.p),
    ...(mass === undefined ? {} : { mass }),
    thetaAlone,
    drivers,
    effect,
    ...(weight === undefined ? {} : { weight }),
  }
}

/** The rule on a difference or a ratio. Without a mass only the interval is asked. */
export function judgeEffect(
  region: Region,
  measured: Contrast,
  given: {
    readonly design: Design
    readonly mass?: number
    readonly thetaAlone: boolean
    readonly drivers: readonly Driver[]
  },
): Found {
  const { design, mass, thetaAlone, drivers } = given
  return judgeRegion(region, {
    value: measured.value,
    interval: measured,
    ...(mass === undefined ? {} : { mass }),
    thetaAlone,
    drivers,
    edges: [region.low, region.high].filter(Number.isFinite),
    settles: (edge) => {
      const ratio = measured.half / Math.abs(edge - measured.value)
      return Math.ceil(design.batches * (measured.basis === 'no flip' ? ratio : ratio * ratio)) + 1
    },
  })
}

/** Too few events below the line; more batches show more of them, if there are any. */
export function notEstimable({ below }: Effect, { batches }: Design): Found {
  const needed = Math.ceil((FEW * batches) / below)
  const reason: Reason = {
    kind: 'ratio not estimable',
    n: below,
    ...(needed <= BATCHES_MOST ? { batches: needed } : {}),
  }
  return { verdict: 'not testable', reason }
}

const FEW = 20

/** All tests together as one stretch; a test for one value is a stretch of no width. */
export function testRegion(tests: readonly Test[]): Region {
  return tests.reduce<Region>((region, { op, value }) => {
    switch (op) {
      case '<':
      case '<=':
        return value < region.high || (value === region.high && op === '<')
          ? { ...region, high: value, highOpen: op === '<' }
          : region
      case '>':
      case '>=':
        return value > region.low || (value === region.low && op === '>')
          ? { ...region, low: value, lowOpen: op === '>' }
          : region
      case '==':
        return { low: value, high: value, lowOpen: false, highOpen: false }
      case '!=':
        throw new Error('no stretch of effects is all but one value')
    }
  }, EVERYTHING)
}

const EVERYTHING: Region = {
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  lowOpen: false,
  highOpen: false,
}

/** Share of the assumptions under which the effect lies in the region. */
function massOf(
  { pair, design }: Evidence,
  { region, as }: { readonly region: Region; readonly as: Asserted['as'] },
): number {
  if (as === 'difference') return massWithin(pair, design, { weights: DIFFERENCE, region })
  // p1/p0 ≥ r says the same as p1 − r·p0 ≥ 0, and that has no small number below a line.
  const beyond = { low: 0, high: Number.POSITIVE_INFINITY, lowOpen: region.lowOpen, highOpen: false }
  const above = Number.isFinite(region.low)
    ? massWithin(pair, design, { weights: beyondRatio(region.low), region: beyond })
    : 1
  const short = { low: Number.NEGATIVE_INFINITY, high: 0, lowOpen: false, highOpen: region.highOpen }
  const below = Number.isFinite(region.high)
    ? massWithin(pair, design, { weights: beyondRatio(region.high), region: short })
    : 1
  return Math.max(0, above + below - 1)
}

function massWithin(
  pair: VectorTally,
  design: Design,
  { weights, region }: { readonly weights: Weights; readonly region: Region },
): number {
  const edge = (region.low === 0 && region.lowOpen) || (region.high === 0 && region.highOpen)
  // Where no flip means no effect, and no effect is just outside, draws without any are counted apart.
  if (!edge || weights[PAIR.arm]! + weights[PAIR.base]! !== 0)
    return massOver(pair, design, { weights, region })
  const { share, others } = withoutEffect(pair)
  return share === 1 ? 0 : (1 - share) * massOver(others, design, { weights, region })
}

function massOver(
  pair: VectorTally,
  design: Design,
  { weights, region }: { readonly weights: Weights; readonly region: Region },
): number {
  const spread = pairSpread(pair, design, weights)
  if (spread.unit.kind !== 'point') return massIn(spread.unit, onUnit(spread, region))
  // No more spread than chance explains: every draw stands where the mean does.
  const draws = cellsOf(pair).reduce((sum, cell) => sum + cell.draws, 0)
  return contains(region, totalOf(pair, weights) / (draws * design.playouts)) ? 1 : 0
}

/**
 * The share of draws in which the change does nothing at all, and the pair without them. Of draws that show no flip
 * as many have an effect as those with one flip and with two let expect: f1²/f2, exact where effects are spread
 * exponentially and too many where they are alike (after Chao 1987, whose f1²/2f2 is the least there can be).
 */
function withoutEffect(pair: VectorTally): { readonly share: number; readonly others: VectorTally } {
  const flips = cellsOf(pair).map(({ counts, draws }) => ({
    draws,
    flips: counts[PAIR.up]! + counts[PAIR.down]!,
  }))
  const showing = (wanted: number): number =>
    flips.reduce((sum, cell) => sum + (cell.flips === wanted ? cell.draws : 0), 0)
  const [none, one, two] = [showing(0), showing(1), showing(2)]
  const still = Math.max(0, none - (one * Math.max(0, one - 1)) / (two + 1))
  const cells = [...pair.cells].flatMap(([key, draws], at): [string, number][] => {
    const left = flips[at]!.flips === 0 ? (draws * (none - still)) / none : draws
    return left > 0 ? [[key, left]] : []
  })
  return {
    share: still / flips.reduce((sum, cell) => sum + cell.draws, 0),
    others: { ...pair, cells: new Map(cells) },
  }
}

/** Every draw flipped in all its playouts, the same way, or in none: chance plays no part. */
function settledAlone({ sums, cells }: VectorTally, { playouts }: Design): boolean {
  if (sums[PAIR.up]! + sums[PAIR.down]! === 0) return true
  return [...cells.keys()].every((key) => {
    const counts = key.split(',').map(Number)
    const [up, down] = [counts[PAIR.up]!, counts[PAIR.down]!]
    return up + down === 0 || up === playouts || down === playouts
  })
}

/** Which assumptions move the effect itself, not the probability in either world. */
function effectDrivers({ pair, arm, design }: Evidence, weights: Weights): readonly Driver[] {
  const { variance, observed } = pairSpread(pair, design, weights)
  if (variance <= 0) return []
  const sum = totalOf(pair, weights)
  const covariances = arm.parameters.map((_, at) => {
    const slope = weights.reduce((all, weight, count) => all + weight * Number(pair.slopes[count]![at]!), 0)
    return centred(slope, { sum, score: arm.scores[at] ?? 0n, design })
  })
  const chance = Math.sqrt(observed / effective(design))
  return strongest({ parameters: arm.parameters, covariances, chance, variance })
}

function isWeight({ quantity }: Driver): boolean {
  return quantity.startsWith('weights.')
}

/** The change sets one value and does nothing else. */
function moveOne({ do: change }: Claim): boolean {
  return change !== undefined && change.text.includes(' = ') && !change.text.includes('; ')
}

function bandOfEffect({ to }: Effect): ClaimVerdict['band'] {
  return { low: to.interval.low, high: to.interval.high }
}
