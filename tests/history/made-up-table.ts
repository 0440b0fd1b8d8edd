/** A made-up table for a task: every column that it needs, filled by a counter, so that nothing in it is real. */
import { needsOf } from '../../src/history/table/need.ts'
import type { Table } from '../../src/history/table/table.ts'
import type { Task } from '../../src/history/table/tasks.ts'

/** A fraction that looks like chance and is the same for ever. */
export function fraction(...at: readonly number[]): number {
  const mixed =
    Math.sin(at.reduce((sum, one, place) => sum + one * (12.9898 + 65.233 * place), 1)) * 43758.5453
  return mixed - Math.floor(mixed)
}

interface Size {
  readonly conflicts: number
  readonly outsiders: number
  /** Who helps; by default one in five, whatever else holds. */
  readonly helps?: (table: Table, row: number) => boolean
}

export function madeUp(task: Task, { conflicts, outsiders, helps }: Size): { table: Table; text: string } {
  const rows = conflicts * outsiders
  const needs = needsOf(task)
  const at = Array.from({ length: rows }, (_, row) => row)
  const value = (column: string, index: number, row: number): number => {
    const share = fraction(index, row)
    if (column.endsWith('dist') && !column.endsWith('ddist')) return Math.round(100 + 12_000 * share)
    if (column.endsWith('cinc')) return Number((share * share * 0.1).toFixed(6))
    if (column.endsWith('tiv5')) return share < 0.7 ? 0 : Math.round(1000 * share)
    if (column.endsWith('cont')) return share < 0.8 ? 0 : Math.ceil(share * 5)
    if (column.endsWith('ipd')) return Number((4 * share).toFixed(3))
    if (column.endsWith('trsh') || column.endsWith('ddist')) return Number((share / 4).toFixed(3))
    if (column.endsWith('polity2')) return Math.round(20 * share - 10)
    return Number(share < 0.2)
  }
  const numbers = new Map(
    needs.flatMap(({ column, kind }, index) =>
      kind === 'name' ? [] : [[column, Float64Array.from(at, (row) => value(column, index, row))] as const],
    ),
  )
  const side = task.only?.is ?? '1'
  const names = new Map(
    needs.flatMap(({ column, kind }) =>
      kind === 'name'
        ? [
            [
              column,
              at.map((row) => (column === task.conflict ? `c${Math.floor(row / outsiders)}` : side)),
            ] as const,
          ]
        : [],
    ),
  )
  const table: Table = { rows, numbers, names }
  if (helps)
    numbers.set(
      task.outcome,
      Float64Array.from(at, (row) => Number(helps(table, row))),
    )
  const heading = [...names.keys(), ...numbers.keys()]
  const lines = at.map((row) =>
    heading.map((column) => names.get(column)?.[row] ?? String(numbers.get(column)![row])).join(','),
  )
  return { table, text: `${[heading.join(','), ...lines].join('\n')}\n` }
}
