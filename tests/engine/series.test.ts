/** Pictures of support: day by day what a run would count, and a band over the draws with the chance taken out. */
import { describe, expect, test } from 'vitest'
import { lensOf } from '../../src/engine/lens.ts'
import { makePlan } from '../../src/engine/plan.ts'
import { bandOf, type Series, seriesOf } from '../../src/engine/series.ts'
import type { EngineName } from '../../src/engine/kernel.ts'
import { kernelOf, played, share } from './play.ts'
import { claim, range, world } from './world.ts'

const DESIGN = { batches: 4, draws: 16, playouts: 4 }
const LOOK = { metric: 'support.materiel', over: 'last', take: 'delivered' } as const
const DAYS = [0, 5, 17, 30]
const SCENARIO = world({
  supporters: [
    { id: 'ally', friend: { values: { stake: range(0.2, 0.6, 1) } } },
    { id: 'brother' },
    { id: 'rogue', recipient: 'bad' },
  ],
  claims: [1, 2].flatMap((value) =>
    DAYS.map((day) => {
      const either = ['ally', 'brother'].map((of) => ({
        kind: 'metric' as const,
        ...LOOK,
        of,
        for: 'good',
        reaches: 1,
        from: 0,
        to: day,
        test: { op: '>=' as const, value },
      }))
      return { ...claim(`${value}/${day}`), that: { kind: 'any' as const, of: either } }
    }),
  ),
})

function pictured(engine: EngineName): Series {
  const plan = makePlan(SCENARIO, { design: DESIGN })
  return seriesOf(plan, kernelOf(plan, { engine }), { lens: lensOf(SCENARIO) })
}

describe('a picture of support', () => {
  const series = pictured('wasm')

  test('has a line for each side with a supporter, each channel and each level, over all days', () => {
    expect(series.lines).toHaveLength(2 * 7 * 3)
    expect(series.days).toEqual(Array.from({ length: 31 }, (_, day) => day))
    expect(series.playouts).toBe(256)
    for (const { mean, low, high } of series.lines) {
      expect([mean.length, low.length, high.length]).toEqual([31, 31, 31])
      mean.forEach((middle, day) => {
        expect(low[day]!).toBeGreaterThanOrEqual(0)
        expect(low[day]!).toBeLessThanOrEqual(middle)
        expect(high[day]!).toBeGreaterThanOrEqual(middle)
        expect(high[day]!).toBeLessThanOrEqual(1)
      })
    }
  })

  test('shows on a day what a claim about that day says of either supporter', () => {
    const summary = played(SCENARIO, { design: DESIGN })
    for (const level of [1, 2] as const) {
      const line = series.lines.find(
        (one) => one.recipient === 'good' && one.channel === 'materiel' && one.level === level,
      )!
      for (const day of DAYS) expect(line.mean[day]).toBe(share(summary, `${level}/${day}`))
    }
    expect(share(summary, '1/30')).toBeGreaterThan(0)
  })

  test('is the same on both engines, and stops where it is told to', () => {
    expect(pictured('interpreter')).toEqual(series)
    const plan = makePlan(SCENARIO, { design: DESIGN })
    const options = { lens: lensOf(SCENARIO), onBatch: (done: number) => done < 2 }
    expect(seriesOf(plan, kernelOf(plan), options).playouts).toBe(128)
  })

  test('is empty where nothing is delivered', () => {
    const lacking = { ...SCENARIO, without: { actors: [], mechanisms: ['delivery'] }, claims: [] }
    const plan = makePlan(lacking, { design: DESIGN })
    expect(seriesOf(plan, kernelOf(plan), { lens: lensOf(lacking) }).lines).toEqual([])
  })
})

describe('the band', () => {
  test('has no width where draws differ by no more than chance, and all of it where chance has no part', () => {
    // As many as 4 throws of a coin give, and a little less apart than 16 of them would be.
    const { mean, low, high } = bandOf([0, 5, 6, 5, 0], 4)
    expect([mean, low, high]).toEqual([0.5, 0.5, 0.5])
    expect(bandOf([8, 0, 0, 0, 8], 4)).toEqual({ mean: 0.5, low: 0, high: 1 })
  })

  test('holds nine tenths of the draws', () => {
    const counts = Array.from({ length: 1001 }, (_, successes) => Number(successes % 10 === 0))
    const { low, high } = bandOf(counts, 1000)
    expect(low).toBeCloseTo(0.05, 2)
    expect(high).toBeCloseTo(0.95, 2)
  })
})
