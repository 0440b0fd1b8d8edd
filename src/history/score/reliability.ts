/**
 * Forecasts in bins, each with how often it then happened; and what the Brier score is made of (Murphy 1973): how far
 * the bins are from the record, how far the record differs between bins, and how unsure the question is in itself.
 */
import { exactInterval } from '../../judge/interval.ts'
import type { Asked } from './discrimination.ts'

/** Finer towards 0, where most of the odds of support lie. */
const BIN_EDGES: readonly number[] = [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]

export interface Bin {
  readonly from: number
  readonly to: number
  readonly n: number
  readonly happened: number
  /** Mean of the forecasts. */
  readonly forecast: number
  readonly observed: number
  /** Exact 95 % interval of the share, as if cells were drawn one by one: narrower than the truth. */
  readonly low: number
  readonly high: number
}

export interface Murphy {
  readonly brier: number
  /** 0 is best. */
  readonly reliability: number
  /** More is better. */
  readonly resolution: number
  /** Of a forecaster who gives the same to all. */
  readonly uncertainty: number
  /** What bins hide: the spread of forecasts inside them, less how well it goes with the record (Stephenson et al. 2008). */
  readonly within: number
}

/** Only bins that hold something. */
export function binsOf(asked: readonly Asked[]): readonly Bin[] {
  return binned(asked).map(({ from, to, cells }) => {
    const n = cells.length
    const happened = cells.filter((cell) => cell.happened).length
    const forecast = cells.reduce((sum, { p }) => sum + p, 0) / n
    return { from, to, n, happened, forecast, observed: happened / n, ...exactInterval(happened, n) }
  })
}

/** brier = reliability − resolution + uncertainty + within. */
export function murphyOf(asked: readonly Asked[]): Murphy {
  const n = asked.length
  const overall = asked.filter(({ happened }) => happened).length / n
  let [brier, reliability, resolution, within] = [0, 0, 0, 0]
  for (const { p, happened } of asked) brier += squared(p - Number(happened)) / n
  for (const { cells } of binned(asked)) {
    const forecast = cells.reduce((sum, { p }) => sum + p, 0) / cells.length
    const observed = cells.filter(({ happened }) => happened).length / cells.length
    reliability += (cells.length * squared(forecast - observed)) / n
    resolution += (cells.length * squared(observed - overall)) / n
    for (const { p, happened } of cells)
      within += (squared(p - forecast) - 2 * (p - forecast) * (Number(happened) - observed)) / n
  }
  return { brier, reliability, resolution, uncertainty: overall * (1 - overall), within }
}

interface Held {
  readonly from: number
  readonly to: number
  readonly cells: readonly Asked[]
}

function binned(asked: readonly Asked[]): readonly Held[] {
  return BIN_EDGES.slice(0, -1)
    .map((from, at) => {
      const to = BIN_EDGES[at + 1]!
      return {
        from,
        to,
        cells: asked.filter(({ p }) => p >= from && (p < to || at === BIN_EDGES.length - 2)),
      }
    })
    .filter(({ cells }) => cells.length > 0)
}

function squared(x: number): number {
  return x * x
}
