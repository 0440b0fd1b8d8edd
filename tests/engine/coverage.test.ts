/**
 * The printed error keeps its word: over thousands of seeds the 95 % interval covers the
 * true probability, which is known here in closed form and integrated over the one
 * uncertain quantity by a formula of its own.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { chanceElements } from '../../src/engine/chance.ts'
import { lower } from '../../src/engine/lower.ts'
import { makePlan, type Plan } from '../../src/engine/plan.ts'
import { run } from '../../src/engine/run.ts'
import type { Summary } from '../../src/engine/summary.ts'
import { intervalOf } from '../../src/judge/interval.ts'
import { LEVELS } from '../../src/mechanisms/axes.ts'
import { MECHANISMS } from '../../src/mechanisms/mechanisms.ts'
import { type Channel, type ChannelId, CHANNELS } from '../../src/scenario/scenario.ts'
import { kernelOf, share } from './play.ts'
import { channels, claim, FRIENDLY, HOSTILE, range, WEIGHTS, world } from './world.ts'

const SEEDS = 2000
const DESIGN = { batches: 16, draws: 16, playouts: 4 }
const STAKE = range(0.1, 0.5, 0.95)
/** From the common to the rare. */
const CLAIMS = [
  claim('display', { metric: 'support.display', take: 'decided', to: 0 }),
  claim('combat', { metric: 'support.combat', take: 'decided', to: 0 }),
]
const SCENARIO = world({
  supporters: [{ id: 'ally', friend: { values: { stake: STAKE } } }],
  weights: { leaning: 0, salience: 0 },
  crisis: { horizon: 0 },
  claims: CLAIMS,
})

/** P(level ≥ 1) at a stake, after MODEL.md 3.3, for one supporter without clauses. */
function chanceOf(channel: Channel, stake: number): number {
  const of = (field: string): number => {
    const { law } = channel.quantities[field]!
    return law.kind === 'fixed' ? law.value : Number.NaN
  }
  const w = WEIGHTS as Readonly<Record<string, number>>
  const free = 0.6 * Math.exp(-1000 / w['lossOfStrength']!)
  const value =
    of('alpha') +
    w['alignment']! * FRIENDLY['alignment']! +
    w['stake']! * stake +
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

/** The mean over the law of the stake, by the midpoint rule in the score. */
function truth(channel: Channel): number {
  const steps = 20_000
  let sum = 0
  let mass = 0
  for (let at = 0; at < steps; at++) {
    const z = ((at + 0.5) / steps) * 16 - 8
    const density = Math.exp((-z * z) / 2)
    const stake = 0.5 + (z / 1.6448536269514722) * (z < 0 ? 0.4 : 0.45)
    sum += density * chanceOf(channel, Math.min(1, Math.max(0, stake)))
    mass += density
  }
  return sum / mass
}

/** Every seed on one kernel: only the keys change. What the claims do not look at (other channels, latency, secrecy) is not drawn. */
function* runs(): Generator<Summary> {
  const plan: Plan = makePlan(SCENARIO, { design: DESIGN })
  const { chances: slots, space } = lower(SCENARIO, MECHANISMS)
  const decision = slots.find(({ draw }) => draw === 'decision')!
  const looked = decision.slot.offset + CHANNELS.indexOf('display') * LEVELS
  const kernel = kernelOf(plan, { lanes: 16 })
  for (let seed = 1; seed <= SEEDS; seed++) {
    const chances = chanceElements([decision], { scenario: SCENARIO, space, seed }).filter(
      ({ element }) => element >= looked,
    )
    yield run({ ...plan, seed, chances, hypercube: { ...plan.hypercube, seed } }, kernel)
  }
}

describe('the 95 % interval', () => {
  const truths = CLAIMS.map(({ that }) =>
    truth(channels().get((that as { metric: string }).metric.slice('support.'.length) as ChannelId)!),
  )
  const covered = CLAIMS.map(() => 0)
  const sums = CLAIMS.map(() => 0)
  beforeAll(() => {
    for (const summary of runs()) {
      CLAIMS.forEach(({ id }, at) => {
        const { low, high } = intervalOf(summary.claims.get(id)!, DESIGN)
        covered[at]! += Number(low <= truths[at]! && truths[at]! <= high)
        sums[at]! += share(summary, id)
      })
    }
  })

  test.each(CLAIMS.map(({ id }, at) => [id, at] as const))('of %s is centred on the truth', (_, at) => {
    // 2,000 runs of 1,024 playouts: at most five standard errors of independent playouts.
    const error = Math.sqrt((truths[at]! * (1 - truths[at]!)) / (SEEDS * 1024))
    expect(Math.abs(sums[at]! / SEEDS - truths[at]!)).toBeLessThan(5 * error)
  })

  test.each(CLAIMS.map(({ id }, at) => [id, at] as const))(
    'of %s covers the truth in 94 to 98 % of runs',
    (_, at) => {
      // Over 12,000 seeds both stand at 94.7 %; the 2,000 pinned here can be a point off.
      expect(covered[at]! / SEEDS).toBeGreaterThanOrEqual(0.94)
      expect(covered[at]! / SEEDS).toBeLessThanOrEqual(0.98)
    },
  )
})
