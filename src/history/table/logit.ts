/**
 * A ridge logit by Newton's method: the outside view that knows a few variables and no theory. Made
 * for leaving out: rows are named by their fold, and a fit starts from where another one ended.
 */
import { CholeskyDecomposition, Matrix } from 'ml-matrix'
import { exp } from '../../base/elementary.ts'

export interface Design {
  readonly rows: number
  /** Row by row, the variables side by side, without the constant. */
  readonly values: Float64Array
  readonly variables: number
  readonly outcome: Uint8Array
  /** By row, in log-odds: what is known of it without the variables. */
  readonly offset?: Float64Array
}

/** The penalty of half of this times the sum of squares, the constant left free. */
const RIDGE = 1
const MOST_STEPS = 50
/** A step that moves no coefficient by more is the last; the error after it is of the order of its square. */
const SETTLED = 1e-5

/** Columns brought to mean 0 and spread 1; a column that never varies is left at 0. */
export function standardised(columns: readonly Float64Array[]): { values: Float64Array; variables: number } {
  const rows = columns[0]?.length ?? 0
  const values = new Float64Array(rows * columns.length)
  columns.forEach((column, at) => {
    const mean = column.reduce((sum, one) => sum + one, 0) / rows
    const variance = column.reduce((sum, one) => sum + (one - mean) * (one - mean), 0) / rows
    const scale = variance > 0 ? 1 / Math.sqrt(variance) : 0
    for (let row = 0; row < rows; row++) values[row * columns.length + at] = (column[row]! - mean) * scale
  })
  return { values, variables: columns.length }
}

/** The constant first, then a coefficient for each variable; fitted to the rows that are in. */
export function fitLogit(
  design: Design,
  isIn: (row: number) => boolean,
  from?: readonly number[],
): readonly number[] {
  const size = design.variables + 1
  const rows = Int32Array.from({ length: design.rows }, (_, row) => row).filter(isIn)
  let beta = [...(from ?? Array<number>(size).fill(0))]
  for (let step = 0; step < MOST_STEPS; step++) {
    const { gradient, hessian } = slopes(design, rows, beta)
    if (hessian[0] === 0) break
    for (let at = 1; at < size; at++) {
      gradient[at]! -= RIDGE * beta[at]!
      hessian[at * size + at]! += RIDGE
    }
    const square = Matrix.from1DArray(size, size, [...hessian])
    for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) square.set(i, j, square.get(j, i))
    const move = new CholeskyDecomposition(square).solve(Matrix.columnVector([...gradient])).to1DArray()
    // Far from the top a whole Newton step may overshoot; no coefficient moves by more than 2 at once.
    const longest = move.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
    const held = Math.min(1, 2 / Math.max(longest, Number.MIN_VALUE))
    beta = beta.map((one, at) => one + held * move[at]!)
    if (longest < SETTLED) break
  }
  return beta
}

/** The log-odds of a row. */
export function predict(design: Design, beta: readonly number[], row: number): number {
  const { values, variables, offset } = design
  let sum = beta[0]! + (offset?.[row] ?? 0)
  for (let at = 0; at < variables; at++) sum += beta[at + 1]! * values[row * variables + at]!
  return sum
}

export function chanceOf(logOdds: number): number {
  return 1 / (1 + exp(-logOdds))
}

/** Upper triangle of the information, and the slope, summed over the rows that are in. */
function slopes(design: Design, rows: Int32Array, beta: readonly number[]) {
  const { values, variables, outcome } = design
  const size = variables + 1
  const gradient = new Float64Array(size)
  const hessian = new Float64Array(size * size)
  for (const row of rows) {
    const p = chanceOf(predict(design, beta, row))
    const miss = outcome[row]! - p
    const weight = p * (1 - p)
    const start = row * variables
    gradient[0]! += miss
    hessian[0]! += weight
    for (let i = 0; i < variables; i++) {
      const value = values[start + i]!
      gradient[i + 1]! += miss * value
      const scaled = weight * value
      hessian[i + 1]! += scaled
      for (let j = i; j < variables; j++) hessian[(i + 1) * size + j + 1]! += scaled * values[start + j]!
    }
  }
  return { gradient, hessian }
}
