/** Laws of a study of a table: the ranking is right, no conflict is seen before it is predicted, and joining is honest. */
import { describe, expect, test } from 'vitest'
import { keyOf, uniformAt } from '../../src/base/stream.ts'
import { chanceOf, fitLogit, standardised } from '../../src/history/table/logit.ts'
import { indexOf, loadingsOf } from '../../src/history/table/mechanism.ts'
import { intervalOf, rankingOf, resamples } from '../../src/history/table/score.ts'
import { isWorse, study } from '../../src/history/table/study.ts'
import { type Task, TASKS } from '../../src/history/table/tasks.ts'
import { views } from '../../src/history/table/views.ts'
import { theoryAlone } from '../../src/host/theory-alone.ts'
import { fraction, madeUp } from './made-up-table.ts'

const { channels } = theoryAlone()
const TASK: Task = TASKS.find(({ id }) => id === 'wars-target')!
const SIZE = { conflicts: 12, outsiders: 40 }
const OPTIONS = { seed: 1, channels }

/** Helps with the mechanism's odds, made common enough for a small table. */
function byMechanism() {
  const { logOdds } = indexOf(madeUp(TASK, SIZE).table, TASK, loadingsOf(channels))
  return madeUp(TASK, { ...SIZE, helps: (_, row) => fraction(99, row) < chanceOf(2 * logOdds[row]! + 14) })
    .table
}

describe('the ranking within conflicts', () => {
  test('counts pairs, ties by half', () => {
    const of = (...marks: readonly (readonly [number, boolean])[]) =>
      rankingOf(marks.map(([score, is]) => ({ score, is })))
    expect(of([1, false], [2, true])).toEqual({ pairs: 1, right: 1 })
    expect(of([2, false], [1, true])).toEqual({ pairs: 1, right: 0 })
    expect(of([1, false], [1, true], [0, false])).toEqual({ pairs: 2, right: 1.5 })
    expect(of([1, false], [2, false])).toEqual({ pairs: 0, right: 0 })
  })
})

describe('the outside view', () => {
  test('gives the share of support where no variable tells anything', () => {
    const outcome = Uint8Array.from({ length: 100 }, (_, row) => Number(row < 20))
    const [constant] = fitLogit({ rows: 100, values: new Float64Array(0), variables: 0, outcome }, () => true)
    expect(chanceOf(constant!)).toBeCloseTo(0.2, 9)
  })

  test('stands at the top of the penalised likelihood', () => {
    const columns = [0, 1].map((at) => Float64Array.from({ length: 200 }, (_, row) => fraction(at, row)))
    const outcome = Uint8Array.from(columns[0]!, (x, row) => Number(fraction(7, row) < x))
    const design = { rows: 200, outcome, ...standardised(columns) }
    const beta = fitLogit(design, () => true)
    const height = (of: readonly number[]): number => {
      let sum = -(of[1]! ** 2 + of[2]! ** 2) / 2
      for (let row = 0; row < 200; row++) {
        const x = of[0]! + of[1]! * design.values[2 * row]! + of[2]! * design.values[2 * row + 1]!
        sum += Math.log(chanceOf(outcome[row] === 1 ? x : -x))
      }
      return sum
    }
    for (const at of [0, 1, 2])
      for (const by of [-0.01, 0.01])
        expect(height(beta.map((one, place) => one + (place === at ? by : 0)))).toBeLessThan(height(beta))
    expect(beta[1]).toBeGreaterThan(0.5)
  })
})

describe('no conflict is seen before it is predicted', () => {
  test('what happened in it moves neither view of it, and moves those of others', () => {
    const rows = 120
    const columns = [Float64Array.from({ length: rows }, (_, row) => fraction(1, row))]
    const index = Float64Array.from({ length: rows }, (_, row) => fraction(2, row) - 5)
    const folds = Int32Array.from({ length: rows }, (_, row) => Math.floor(row / 20))
    const outcome = Uint8Array.from(index, (one, row) => Number(fraction(3, row) < one + 4.7))
    const flipped = outcome.map((one, row) => (folds[row] === 2 ? 1 - one : one))
    const of = (happened: Uint8Array) =>
      views({ rows, outcome: happened, ...standardised(columns) }, { folds, count: 6, index, seed: 1 })
    const [before, after] = [of(outcome), of(flipped)]
    for (const view of ['logit', 'joined', 'rate'] as const) {
      for (let row = 0; row < rows; row++) {
        // The fit starts from one of all rows, which leaves a trace far below any digit that is shown.
        if (folds[row] === 2) expect(after[view][row]).toBeCloseTo(before[view][row]!, 6)
        else expect(Math.abs(after[view][row]! - before[view][row]!)).toBeGreaterThan(1e-4)
      }
    }
  })
})

describe('with only two conflicts', () => {
  test('neither view of one has seen it', () => {
    const rows = 120
    const columns = [Float64Array.from({ length: rows }, (_, row) => fraction(1, row))]
    const index = Float64Array.from({ length: rows }, (_, row) => fraction(2, row) - 5)
    const folds = Int32Array.from({ length: rows }, (_, row) => row % 2)
    const outcome = Uint8Array.from(index, (one, row) => Number(fraction(3, row) < one + 4.7))
    const other = outcome.map((one, row) => (folds[row] === 1 ? Number(fraction(4, row) < 0.7) : one))
    const of = (happened: Uint8Array) =>
      views({ rows, outcome: happened, ...standardised(columns) }, { folds, count: 2, index, seed: 1 })
    const [before, after] = [of(outcome), of(other)]
    for (let row = 1; row < rows; row += 2) {
      expect(after.joined[row]).toBeCloseTo(before.joined[row]!, 6)
      expect(after.logit[row]).toBeCloseTo(before.logit[row]!, 6)
    }
  })
})

describe('joining', () => {
  test('moves some up and others down, and the mean chance stays the share of support', () => {
    const rows = 3000
    const columns = [Float64Array.from({ length: rows }, (_, row) => fraction(1, row))]
    const index = Float64Array.from({ length: rows }, (_, row) => 6 * fraction(2, row) ** 4 - 5)
    const folds = Int32Array.from({ length: rows }, (_, row) => Math.floor(row / 100))
    const outcome = Uint8Array.from(index, (one, row) => Number(fraction(3, row) < chanceOf(1.5 * one + 1)))
    const share = outcome.reduce((sum, one) => sum + one, 0) / rows
    const design = { rows, outcome, ...standardised(columns) }
    const { joined, moves } = views(design, { folds, count: 30, index, seed: 1 })
    expect(Math.min(...moves)).toBeGreaterThan(1)
    const mean = joined.reduce((sum, one) => sum + chanceOf(one), 0) / rows
    expect(mean / share).toBeCloseTo(1, 1)
  })
})

describe('a table', () => {
  test('that follows the mechanism is ranked by it, and gains by joining', () => {
    const found = study(byMechanism(), TASK, OPTIONS)
    expect(found.positives).toBeGreaterThan(30)
    expect(found.mechanism.value).toBeGreaterThan(0.8)
    expect(found.moves[0]).toBeGreaterThan(0.5)
    expect(found.difference.brier.high).toBeLessThan(0)
    expect(found.verdict).toMatchObject({ mechanismRanks: true, joinedNotWorse: true })
  })

  test('in which nothing tells who helps is ranked by chance, and nothing is gained', () => {
    const found = [1, 2, 3, 4].map((seed) => {
      const key = keyOf({ seed, owner: 'test', actor: '', purpose: 'by chance' })
      const helps = (_: unknown, row: number): boolean => uniformAt(key, row, 0, 0, 0) < 0.2
      return study(madeUp(TASK, { ...SIZE, helps }).table, TASK, OPTIONS)
    })
    const ranks = found.reduce((sum, { mechanism }) => sum + mechanism.value, 0) / found.length
    expect(Math.abs(ranks - 0.5)).toBeLessThan(0.06)
    for (const { verdict, difference } of found) {
      expect(verdict).toMatchObject({ mechanismRanks: false, suspicious: false })
      expect(difference.brier.high).toBeGreaterThanOrEqual(0)
    }
  })

  test('that goes against the mechanism leaves the outside view all but where it is: the sign is not learnt', () => {
    const { logOdds } = indexOf(madeUp(TASK, SIZE).table, TASK, loadingsOf(channels))
    const helps = (_: unknown, row: number): boolean => fraction(99, row) < chanceOf(-2 * logOdds[row]! - 18)
    const found = study(madeUp(TASK, { ...SIZE, helps }).table, TASK, OPTIONS)
    expect(found.moves).toEqual([0, 0, 0])
    expect(found.difference.auc.value).toBeCloseTo(0, 2)
    expect(Math.abs(found.difference.brier.value)).toBeLessThan(0.005 * found.logit.brier.value)
  })

  test('with a column that knows the outcome is told to look for the leak', () => {
    const plain = byMechanism()
    const known = new Map([...plain.numbers, ['kA_riv', plain.numbers.get('joinT')!] as const])
    const found = study({ ...plain, numbers: known }, TASK, OPTIONS)
    expect(found.verdict.suspicious).toBe(true)
  })

  test('gives the same figures for the same seed, and other intervals for another', () => {
    const table = byMechanism()
    const one = study(table, TASK, OPTIONS)
    expect(study(table, TASK, OPTIONS)).toEqual(one)
    const other = study(table, TASK, { ...OPTIONS, seed: 2 })
    expect(other.mechanism.value).toBe(one.mechanism.value)
    expect(other.mechanism.low).not.toBe(one.mechanism.low)
  })
})

test('a table of which promises shut out every row is scored, and the mechanism ranks none of it', () => {
  const task = TASKS.find(({ id }) => id === 'wars-attacker')!
  const { table } = madeUp(task, { conflicts: 4, outsiders: 12 })
  const bound = new Float64Array(table.rows).fill(1)
  const shut = { ...table, numbers: new Map([...table.numbers, ['kT_nonagg', bound] as const]) }
  const found = study(shut, task, OPTIONS)
  expect(found.shut).toBe(shut.rows)
  expect(found.mechanism.value).toBe(0.5)
  expect(Number.isFinite(found.joined.brier.value)).toBe(true)
})

test('worse is a whole interval above 0, by more than rounding', () => {
  const from = (low: number) => ({ value: low, low, high: low })
  expect(isWorse({ brier: from(1e-15), logLoss: from(2e-14) })).toBe(false)
  expect(isWorse({ brier: from(1e-6), logLoss: from(0) })).toBe(true)
  expect(isWorse({ brier: from(-1), logLoss: from(1e-6) })).toBe(true)
})

test('an interval over conflicts is wider the fewer there are', () => {
  const width = (conflicts: number): number => {
    const values = Array.from({ length: conflicts }, (_, at) => fraction(at))
    const mean = (counts?: readonly number[]): number =>
      values.reduce((sum, one, at) => sum + one * (counts?.[at] ?? 1), 0) / conflicts
    const { low, high } = intervalOf(mean, resamples(conflicts, 1), 0.95)
    return high - low
  }
  expect(width(8)).toBeGreaterThan(1.5 * width(64))
})
