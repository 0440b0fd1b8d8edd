/**
 * The law of support in closed form, by a formula of its own, for one supporter without clauses on the eve; and
 * its mean over the one uncertain quantity. What the printed errors have to cover.
 */
import type { Channel, Law } from '../../src/scenario/scenario.ts'
import { FRIENDLY, HOSTILE, range, WEIGHTS } from './world.ts'

export const STAKE: Law & { readonly kind: 'quantiles' } = range(0.1, 0.5, 0.95) as Law & {
  kind: 'quantiles'
}

/** P(level ≥ 1), after MODEL.md 3.3; what is not stated is as in every small world. */
export function chanceOf(
  channel: Channel,
  given: { readonly stake: number; readonly alignment?: number },
): number {
  const of = (field: string): number => {
    const { law } = channel.quantities[field]!
    return law.kind === 'fixed' ? law.value : Number.NaN
  }
  const w = WEIGHTS as Readonly<Record<string, number>>
  const free = 0.6 * Math.exp(-1000 / w['lossOfStrength']!)
  const value =
    of('alpha') +
    w['alignment']! * (given.alignment ?? FRIENDLY['alignment']!) +
    w['stake']! * given.stake +
    w['rivalry']! * HOSTILE['rivalry']! +
    w['precommitment']! * FRIENDLY['precommitment']! +
    w['freeCapacity']! * free * of('capacity') +
    w['access']! * FRIENDLY['access']! * of('access') -
    (w['nuclear']! * HOSTILE['nuclearRisk']! + w['opponentPower']! * HOSTILE['opponentPower']!) *
      of('escalation') -
    w['thirdPartyCost']! * FRIENDLY['thirdPartyCost']! * of('visibility') -
    w['domesticConstraint']! * FRIENDLY['domesticConstraint']! * of('domestic')
  const step = -of('kappa') - (channel.id === 'combat' ? w['selection']! : 0)
  const odds = [0, 1, 2, 3].map((l) => Math.exp(l * value + (l > 0 ? step : 0) - (of('gamma') * l * l) / 2))
  return 1 - odds[0]! / odds.reduce((sum, one) => sum + one, 0)
}

/** The mean over three quantiles of a fraction, by the midpoint rule in the score. */
export function meanOver(
  { p05, p50, p95 }: { readonly p05: number; readonly p50: number; readonly p95: number },
  value: (fraction: number) => number,
): number {
  const steps = 20_000
  let sum = 0
  let mass = 0
  for (let at = 0; at < steps; at++) {
    const z = ((at + 0.5) / steps) * 16 - 8
    const density = Math.exp((-z * z) / 2)
    const fraction = p50 + (z / 1.6448536269514722) * (z < 0 ? p50 - p05 : p95 - p50)
    sum += density * value(Math.min(1, Math.max(0, fraction)))
    mass += density
  }
  return sum / mass
}
