/** Laws of the summary: every tally counts what stood in memory after the last day, exactly, at any size. */
import { describe, expect, test } from 'vitest'
import { makePlan } from '../../src/engine/plan.ts'
import { normalScores } from '../../src/engine/latin.ts'
import { CHANNELS } from '../../src/scenario/scenario.ts'
import { canonical, choiceOf, played, playoutsIn, share, shares, watch } from './play.ts'
import { claim, range, world } from './world.ts'

const DESIGN = { batches: 2, draws: 16, playouts: 4 }
const SCENARIO = world({
  supporters: [
    { id: 'ally', friend: { values: { stake: range(0.2, 0.5, 0.8), access: range(0.1, 0.5, 0.9) } } },
  ],
  crisis: { horizon: 20 },
  claims: [
    claim('level 2', { test: { op: '>=', value: 2 }, to: 20 }),
    claim('by day 5', { metric: 'support.economic', over: 'firstDay', to: 20, test: { op: '<=', value: 5 } }),
    claim('never', { metric: 'support.economic', over: 'firstDay', to: 20, test: { op: '>', value: 20 } }),
  ],
})

describe('a histogram', () => {
  const summary = played(SCENARIO, { design: DESIGN })

  test('has every playout in one bin, and the last bin of days is never', () => {
    for (const { bins } of summary.histograms.values()) {
      expect(bins.reduce((sum, count) => sum + count, 0)).toBe(playoutsIn(DESIGN))
    }
    expect(summary.histograms.get('start:ally:good:combat')!.bins).toHaveLength(22)
  })

  test('says what claims say', () => {
    const peak = shares(summary, 'peak:ally:good:political')
    expect(peak[2]! + peak[3]!).toBeCloseTo(share(summary, 'level 2'), 12)
    const start = shares(summary, 'start:ally:good:economic')
    expect(start.slice(0, 6).reduce((sum, p) => sum + p, 0)).toBeCloseTo(share(summary, 'by day 5'), 12)
    expect(start.at(-1)).toBeCloseTo(share(summary, 'never'), 12)
    for (const channel of CHANNELS) {
      const never = shares(summary, `start:ally:good:${channel}`).at(-1)
      expect(never).toBe(shares(summary, `peak:ally:good:${channel}`)[0])
    }
  })
})

describe('a mean', () => {
  test('is the mean of what stood there, and the four levels add up to one', () => {
    const summary = played(SCENARIO, { design: DESIGN })
    let sum = 0
    watch(SCENARIO, { design: DESIGN }, ({ day, of }) => {
      if (day === 20) sum += of('support.choice', 4 * 6 + 1).reduce((all, p) => all + p, 0)
    })
    expect(choiceOf(summary, 'ally:good:combat')[1]).toBeCloseTo(sum / playoutsIn(DESIGN), 11)
    for (const channel of CHANNELS) {
      expect(choiceOf(summary, `ally:good:${channel}`).reduce((all, p) => all + p, 0)).toBeCloseTo(1, 11)
    }
  })

  test('of a very large batch is exact still: the lanes, and so the order of adding, change no bit', () => {
    const quiet = world({ crisis: { horizon: 0 } })
    const design = { batches: 1, draws: 16, playouts: 2048 }
    expect(canonical(played(quiet, { design, lanes: 16 }))).toBe(
      canonical(played(quiet, { design, lanes: 2 })),
    )
  })
})

describe('a slope', () => {
  test('is the sum over draws of normal score times successes', () => {
    const plan = makePlan(SCENARIO, { design: DESIGN })
    const summary = played(SCENARIO, { design: DESIGN })
    const sums = plan.parameters.map(() => 0)
    const element = plan.claims[0]!.element
    watch(SCENARIO, { design: DESIGN }, ({ day, batch, firstDraw, kernel }) => {
      if (day < 20) return
      const scores = normalScores(plan.hypercube, batch)
      for (let lane = 0; lane < kernel.lanes; lane++) {
        const held = kernel.memory[element * kernel.lanes + lane]!
        scores.forEach((score, at) => {
          sums[at]! += score[firstDraw + lane]! * held
        })
      }
    })
    expect(summary.parameters).toEqual(['ties.ally-good.access', 'ties.ally-good.stake'])
    summary.claims
      .get('level 2')!
      .slopes.forEach((slope, at) => expect(Number(slope) / 2 ** 32).toBeCloseTo(sums[at]!, 6))
  })
})

test('squares and histogram of an outcome agree with its count', () => {
  const { claims } = played(SCENARIO, { design: DESIGN })
  for (const { count, squares, histogram } of claims.values()) {
    expect(histogram.reduce((sum, draws, successes) => sum + draws * successes, 0)).toBe(count)
    expect(histogram.reduce((sum, draws) => sum + draws, 0)).toBe(DESIGN.batches * DESIGN.draws)
    // Two batches: their counts are the roots of x² − count·x + (count² − squares)/2, so whole numbers.
    const root = Math.sqrt(2 * squares - count * count)
    expect(Number.isInteger((count + root) / 2)).toBe(true)
  }
})
