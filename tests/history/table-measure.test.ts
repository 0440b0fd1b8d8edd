/** Laws of the scales: a column becomes a share from 0 to 1 as the anchors of history/CODING.md have it. */
import { describe, expect, test } from 'vitest'
import { type Measure, measureIn, variableIn } from '../../src/history/table/measure.ts'
import type { Table } from '../../src/history/table/table.ts'

/** One row for each value; a column that is not named holds 0. */
function tableOf(columns: Readonly<Record<string, readonly number[]>>): Table {
  const rows = Object.values(columns)[0]!.length
  const names = ['k_cinc', 'A_cinc', 'year', 'k_busy', 'cont', 'dist']
  const numbers = new Map(
    names.map((name) => [name, Float64Array.from({ length: rows }, (_, row) => columns[name]?.[row] ?? 0)]),
  )
  return { rows, numbers, names: new Map() }
}

function valuesOf(measure: Measure, columns: Readonly<Record<string, readonly number[]>>): readonly number[] {
  const table = tableOf(columns)
  const of = measureIn(table, measure)
  return Array.from({ length: table.rows }, (_, row) => of(row))
}

const FAR = { contiguity: 'cont', distance: 'dist', over: 3000 }
const STRENGTH: Measure = {
  kind: 'strength',
  column: 'k_cinc',
  among: ['k_cinc', 'A_cinc'],
  year: 'year',
  busy: 'k_busy',
  held: 0.25,
  tenfolds: 3,
  ...FAR,
}
const LAND = [5, 5, 5, 5]

describe('strength', () => {
  test('is 1 for the strongest next door, and falls by a third with every tenfold step', () => {
    const found = valuesOf(STRENGTH, { k_cinc: [0.2, 0.02, 0.002, 0.00002], cont: LAND })
    ;[1, 2 / 3, 1 / 3, 0].forEach((share, row) => expect(found[row]).toBeCloseTo(share, 9))
  })

  test('is measured by the strongest state of the same year, belligerents too', () => {
    const found = valuesOf(STRENGTH, {
      k_cinc: [0.02, 0.02, 0.02],
      A_cinc: [0.2, 0.02, 0.002],
      year: [1900, 1901, 1902],
      cont: LAND,
    })
    ;[2 / 3, 1, 1].forEach((share, row) => expect(found[row]).toBeCloseTo(share, 9))
  })

  test('dies off with distance and with what is tied up, yet many small affairs leave a great power some', () => {
    const [near, far, busy, unknown] = valuesOf(STRENGTH, {
      k_cinc: [0.2, 0.2, 0.2, 0.2],
      cont: [5, 0, 5, 0],
      dist: [9000, 3000, 9000, Number.NaN],
      k_busy: [0, 0, 6, 0],
    }) as [number, number, number, number]
    expect(near).toBe(1)
    expect(far).toBeCloseTo(1 - 1 / (3 * Math.log(10)), 9)
    expect(busy).toBeCloseTo(1 + (6 * Math.log(0.75)) / (3 * Math.log(10)), 9)
    expect(busy).toBeGreaterThan(0.5)
    expect(unknown).toBe(0)
  })
})

describe('a border', () => {
  const cont = [0, 1, 5, 6, Number.NaN]

  test('is a degree, and the code above a land border means none', () => {
    expect(valuesOf({ kind: 'border', column: 'cont', least: 0 }, { cont })).toEqual([0, 0.2, 1, 0, 0])
    expect([...variableIn(tableOf({ cont }), { column: 'cont', scale: 'border' })]).toEqual([0, 0.2, 1, 0, 0])
  })

  test('leaves access by sea where there is none, however far', () => {
    const access: Measure = { kind: 'border', column: 'cont', least: 0.5 }
    expect(valuesOf(access, { cont: [0, 0, 5], dist: [500, 15_000, 500] })).toEqual([0.5, 0.5, 1])
  })
})

test('a number below 0 marks what is missing, and is a blank', () => {
  const blank = [Number.NaN, Number.NaN, 4]
  const missing = [-9, -3, 4]
  const measures: readonly Measure[] = [
    { kind: 'saturating', column: 'dist', half: 3 },
    { kind: 'flag', column: 'dist' },
    { kind: 'ramp', column: 'dist', from: 0, to: 4, blank: 0.5 },
    { kind: 'reach', column: 'A_cinc', against: 'k_cinc', ...FAR },
  ]
  for (const measure of measures) {
    const found = valuesOf(measure, { dist: missing, A_cinc: [1, 1, 1], k_cinc: [1, 1, 1] })
    expect(found).toEqual(valuesOf(measure, { dist: blank, A_cinc: [1, 1, 1], k_cinc: [1, 1, 1] }))
    expect(found.every((one) => one >= 0 && one <= 1)).toBe(true)
  }
  for (const scale of ['plain', { log: 1 }] as const) {
    const [one, other] = [missing, blank].map((dist) =>
      variableIn(tableOf({ dist }), { column: 'dist', scale }),
    )
    expect(one).toEqual(other)
  }
})

test('power reaches a neighbour and hardly one across the world', () => {
  const power: Measure = { kind: 'reach', column: 'A_cinc', against: 'k_cinc', ...FAR }
  const [neighbour, distant, stronger] = valuesOf(power, {
    A_cinc: [0.1, 0.1, 0.3],
    k_cinc: [0.1, 0.1, 0.1],
    cont: [5, 0, 5],
    dist: [500, 15_000, 500],
  })
  expect(neighbour).toBeCloseTo(0.5, 9)
  expect(distant).toBeLessThan(0.01)
  expect(stronger).toBeCloseTo(0.75, 9)
})
