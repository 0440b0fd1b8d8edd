/** The counted rates that ship: what their titles count is what their numbers say. */
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile'
import { expect, test } from 'vitest'
import { theoryAlone } from '../../src/host/theory-alone.ts'
import type { BaseRate } from '../../src/scenario/scenario.ts'

const { baseRates, sources } = theoryAlone()
const ALL = [...baseRates.values()]

/** `(14 of 390)` */
function countsOf({ title }: BaseRate): readonly [number, number] | undefined {
  const found = /\(([\d,]+) of ([\d,]+)/u.exec(title)
  if (!found) return undefined
  const [k, n] = [found[1], found[2]].map((text) => Number(text!.replaceAll(',', '')))
  return [k!, n!]
}
/** Half a unit of the last digit that is told: a tenth of a percent, and of what is rare a hundredth or a thousandth. */
const near = (p: number): number => (p < 0.001 ? 0.000_005_1 : p < 0.01 ? 0.000_051 : 0.000_51)

test('every rate has a source, and an interval where it has an n', () => {
  expect(ALL.length).toBeGreaterThan(100)
  for (const { id, n, low, high, source } of ALL) {
    expect(sources.has(source!), id).toBe(true)
    expect([low === undefined, high === undefined], id).toEqual([n === undefined, n === undefined])
  }
})

test('what is counted in the title is n, the rate, and the ends of the 90 % interval of Jeffreys', () => {
  const counted = ALL.filter((rate) => countsOf(rate) !== undefined)
  expect(counted.length).toBeGreaterThan(60)
  for (const rate of counted) {
    const [k, n] = countsOf(rate)!
    expect(rate.n, rate.id).toBe(n)
    const low = k === 0 ? 0 : betaQuantile(0.05, k + 0.5, n - k + 0.5)
    const high = k === n ? 1 : betaQuantile(0.95, k + 0.5, n - k + 0.5)
    expect(Math.abs(rate.value - k / n), rate.id).toBeLessThan(near(k / n))
    expect(Math.abs(rate.low! - low), rate.id).toBeLessThan(near(low))
    expect(Math.abs(rate.high! - high), rate.id).toBeLessThan(near(high))
  }
})

test('a rate and that of the opposite add up, and so do the ends of their intervals', () => {
  const opposite = (id: string): string => id.replace(/-(?:fights|joins)/u, '-stays-out')
  const pairs = ALL.flatMap((rate) => {
    const other = baseRates.get(opposite(rate.id))
    return other && other.id !== rate.id ? [[rate, other] as const] : []
  })
  expect(pairs.length).toBeGreaterThanOrEqual(8)
  for (const [rate, other] of pairs) {
    expect(other.n, rate.id).toBe(rate.n)
    expect(Math.abs(rate.value + other.value - 1), rate.id).toBeLessThan(0.0011)
    expect(Math.abs(rate.low! + other.high! - 1), rate.id).toBeLessThan(0.0011)
    expect(Math.abs(rate.high! + other.low! - 1), rate.id).toBeLessThan(0.0011)
  }
})
