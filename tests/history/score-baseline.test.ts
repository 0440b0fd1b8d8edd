/** Laws of the baselines: none of them reads the case that it speaks of, and each says what it is made of. */
import { describe, expect, test } from 'vitest'
import { stakeAlone } from '../../src/history/score/baseline-stake.ts'
import type { Cell, Forecaster } from '../../src/history/prediction.ts'
import { climatology, obligationOnly, PSEUDO_CELLS } from '../../src/history/score/baseline.ts'
import { sameAsLastTime } from '../../src/history/score/baseline-last.ts'
import { cellOf, chance, record } from './make-cells.ts'

const STAKES: Readonly<Record<string, number>> = { avalon: 0.1, cascadia: 0.4, ussr: 0.7, russia: 0.9 }
/** Dorn's is not known. */
const stakeOf = ({ supporter }: Cell): number | undefined => STAKES[supporter]
const byStake = (cells: readonly Cell[], training: readonly Cell[]): Forecaster =>
  stakeAlone(cells, training, { cells: stakeOf, training: stakeOf })
const BASELINES = [climatology, obligationOnly, sameAsLastTime, byStake]

describe.each(BASELINES)('%o', (baseline) => {
  const cells = record()

  test('of a case, what was recorded in it moves no bit', () => {
    for (const id of new Set(cells.map(({ of }) => of))) {
      const corrupt = cells.map((cell) => (cell.of === id ? { ...cell, recorded: 3 - cell.recorded } : cell))
      const [before, after] = [cells, corrupt].map((some) => baseline(some, some).odds)
      cells.forEach((cell, at) => cell.of === id && expect(after![at]).toEqual(before![at]))
      // And what it says of the others is counted from it.
      expect(after).not.toEqual(before)
    }
  })

  test('what is counted over other cells reads no cell of the same case among them', () => {
    const [own] = new Set(cells.map(({ of }) => of))
    const asked = cells.filter(({ of }) => of === own)
    const without = cells.filter(({ of }) => of !== own)
    expect(baseline(asked, cells).odds).toEqual(baseline(asked, without).odds)
  })

  test('odds add up to 1 and rule nothing out', () => {
    for (const odds of baseline(cells, cells).odds) {
      expect(odds.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12)
      expect(Math.min(...odds)).toBeGreaterThan(0)
    }
  })

  test('the order of cells moves no bit', () => {
    const turned = cells.toReversed()
    expect(baseline(turned, turned).odds.toReversed()).toEqual(baseline(cells, cells).odds)
  })
})

test('climatology of a channel without any other record is uniform', () => {
  const cells = [cellOf({ of: 'one', recorded: 3 })]
  expect(climatology(cells, cells).odds).toEqual([[0.25, 0.25, 0.25, 0.25]])
})

test('climatology counts each level once more than it was seen', () => {
  const cells = [
    cellOf({ of: 'one' }),
    cellOf({ of: 'two', recorded: 2 }),
    cellOf({ of: 'three', recorded: 2 }),
  ]
  expect(climatology(cells, cells).odds[0]).toEqual([1 / 6, 1 / 6, 3 / 6, 1 / 6])
})

test('whoever is owed in any channel is counted with its like, on a prior of climatology', () => {
  const cells = [
    cellOf({ of: 'one', owed: true }),
    cellOf({ of: 'two', channel: 'materiel', owed: true }),
    cellOf({ of: 'two', recorded: 3 }),
    cellOf({ of: 'three', recorded: 0 }),
  ]
  // Combat elsewhere: 3 and 0, so 2 2 … of 6; the one of its like was 3.
  const climate = [2 / 6, 1 / 6, 1 / 6, 2 / 6]
  const expected = climate.map((p, level) => (Number(level === 3) + PSEUDO_CELLS * p) / (1 + PSEUDO_CELLS))
  obligationOnly(cells, cells).odds[0]!.forEach((p, level) => expect(p).toBeCloseTo(expected[level]!, 12))
})

describe('a table of the stake alone', () => {
  const cells = Array.from({ length: 9 }, (_, at) => cellOf({ of: `case-${at}`, recorded: at < 6 ? 0 : 3 }))
  const asked = [...cells, cellOf({ of: 'new' }), cellOf({ of: 'newer' })]
  const table = (stake: (cell: Cell) => number | undefined): Forecaster =>
    stakeAlone(asked, cells, { cells: stake, training: stake })
  const at = new Map(asked.map(({ of }, place) => [of, place / 10]))

  test('counts by thirds, on a prior of climatology', () => {
    const climate = climatology(asked, cells).odds
    const { odds } = table(({ of }) => (of === 'new' ? 0 : at.get(of)))
    // Of nine, three have the least stake and three the most: none did, and all did.
    const expected = (level: number) => (p: number, one: number) =>
      (3 * Number(one === level) + PSEUDO_CELLS * p) / (3 + PSEUDO_CELLS)
    climate[9]!.map(expected(0)).forEach((p, one) => expect(odds[9]![one]).toBeCloseTo(p, 12))
    climate[10]!.map(expected(3)).forEach((p, one) => expect(odds[10]![one]).toBeCloseTo(p, 12))
  })

  test('without a stake it is climatology', () => {
    expect(table(() => undefined).odds).toEqual(climatology(asked, cells).odds)
  })

  test('only the order of stakes counts', () => {
    const some = cells.map((cell) => ({ ...cell, recorded: Math.floor(chance(at.get(cell.of)! * 10) * 4) }))
    const [plain, squared] = [1, 2].map((power) => {
      const stake = ({ of }: Cell): number => at.get(of)! ** power
      return stakeAlone(some, some, { cells: stake, training: stake }).odds
    })
    expect(squared).toEqual(plain)
  })
})

describe('the same as last time', () => {
  const history = [
    cellOf({ of: 'a', asOf: 1, supporter: 'ussr', recorded: 2 }),
    cellOf({ of: 'b', asOf: 2, supporter: 'russia', recorded: 2 }),
    cellOf({ of: 'c', asOf: 3, supporter: 'dorn', recorded: 0 }),
  ]

  test('Russia goes on for the Soviet Union, and repeats by the share of repetitions', () => {
    const cells = [...history, cellOf({ of: 'd', asOf: 4, supporter: 'russia' })]
    // One of one predecessor repeated among the others: the last level for sure.
    expect(sameAsLastTime(cells, cells).odds[3]).toEqual([0, 0, 1, 0])
  })

  test('without an earlier case it is climatology', () => {
    const cells = [...history, cellOf({ of: 'd', asOf: 4, supporter: 'elbonia' })]
    expect(sameAsLastTime(cells, cells).odds[3]).toEqual(climatology(cells, cells).odds[3])
    expect(sameAsLastTime(cells, cells).odds[0]).toEqual(climatology(cells, cells).odds[0])
  })

  test('a later case is no last time', () => {
    const later = cellOf({ of: 'e', asOf: 9, supporter: 'dorn', recorded: 3 })
    const without = sameAsLastTime(history, history).odds[2]
    expect(without).toEqual(climatology(history, history).odds[2])
    const cells = [...history, later]
    expect(sameAsLastTime(cells, cells).odds[2]).toEqual(climatology(cells, cells).odds[2])
  })
})
