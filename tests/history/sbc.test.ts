/** Simulation-based calibration on a toy design: the sampler passes, and one that is too sure of itself does not. */
import { expect, test } from 'vitest'
import { AS_SHIPPED } from '../../src/history/form.ts'
import { evenness, ranksOf } from '../../src/history/fit/sbc.ts'
import { uniformity } from '../../src/history/fit/uniformity.ts'
import { chance, inputs } from './toy-rows.ts'

const DRAWS = 62
const OPTIONS = { form: AS_SHIPPED, hyper: { spread: 0.5, pooling: 0.5 }, seed: 2, thin: 8 }
const rows = inputs(2, 3).map((row) => ({ ...row, recorded: row.recorded.map(() => 0) }))

/** Every draw half as far from the mean of all. */
function narrowed(draws: readonly Float64Array[]): Float64Array[] {
  const mean = draws[0]!.map((_, at) => draws.reduce((sum, draw) => sum + draw[at]!, 0) / draws.length)
  return draws.map((draw) => draw.map((value, at) => (value + mean[at]!) / 2))
}

test('truths rank evenly among the draws, and unevenly among draws twice too narrow', () => {
  const [sets, narrow] = [{ sets: 90 }, { sets: 30, bend: narrowed }]
  const found = evenness(ranksOf(rows, { ...OPTIONS, ...sets }))
  expect(found.even).toBe(true)
  expect(found.parameters.filter(({ p }) => p < 0.05).length).toBeLessThanOrEqual(6)
  expect(evenness(ranksOf(rows, { ...OPTIONS, ...narrow })).even).toBe(false)
})

test('data sets made apart are those made together', () => {
  const counts: number[] = []
  const all = ranksOf(rows, { ...OPTIONS, sets: 3, onDataset: (done) => counts.push(done) })
  expect(counts).toEqual([1, 2, 3])
  expect(ranksOf(rows, { ...OPTIONS, from: 1, sets: 3 })).toEqual(all.slice(1))
})

test('the chance of an uneven spread is the tail of chi-square with eight degrees', () => {
  // Nine bins of ten but for four that are off by d: chi-square is 4 d² / 10.
  const ranks = (off: number): number[] =>
    [off, -off, off, -off, 0, 0, 0, 0, 0].flatMap((more, bin) =>
      Array.from({ length: 10 + more }, (_, at) => bin * 7 + (at % 7)),
    )
  expect(uniformity(ranks(0), DRAWS)).toMatchObject({ chiSquare: 0, p: 1 })
  const { chiSquare, p } = uniformity(ranks(6), DRAWS)
  expect(chiSquare).toBeCloseTo(14.4, 12)
  // Closed form at 14.4: e^-7.2 (1 + 7.2 + 7.2²/2 + 7.2³/6).
  expect(p).toBeCloseTo(0.0719, 4)
  expect(() => uniformity([0], 61)).toThrow('62 ranks')
  const even = Array.from({ length: 900 }, (_, at) => Math.floor(chance('even', at) * 63))
  expect(uniformity(even, DRAWS).p).toBeGreaterThan(0.01)
})
