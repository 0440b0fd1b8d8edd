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
import { mechanismsOf } from '../../src/engine/running.ts'
import { type Channel, type ChannelId, CHANNELS } from '../../src/scenario/scenario.ts'
import { chanceOf, meanOver, STAKE } from './choice.ts'
import { kernelOf, share } from './play.ts'
import { channels, claim, world } from './world.ts'

const SEEDS = 2000
const DESIGN = { batches: 16, draws: 16, playouts: 4 }
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

function truth(channel: Channel): number {
  return meanOver(STAKE, (stake) => chanceOf(channel, { stake }))
}

/** Every seed on one kernel: only the keys change. What the claims do not look at (other channels, latency, secrecy) is not drawn. */
function* runs(): Generator<Summary> {
  const plan: Plan = makePlan(SCENARIO, { design: DESIGN })
  const { chances: slots, space } = lower(SCENARIO, mechanismsOf(SCENARIO))
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
