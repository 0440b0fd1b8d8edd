/** Cells that could not be scored, and why: a score that leaves out the hard ones is no score. */
import { CHANNELS } from '../../scenario/scenario.ts'
import { byText } from '../../scenario/fault-list.ts'
import type { VoidCell } from './input.ts'

export interface VoidCount {
  /** Cells without a score. */
  readonly cells: number
  /** Of all cells. */
  readonly rate: number
  /** The commonest first. */
  readonly reasons: readonly {
    readonly because: string
    readonly cells: number
    readonly cases: readonly string[]
  }[]
}

/** A supporter that is left out whole counts for every channel. */
export function voidsOf(scored: number, voids: readonly VoidCell[]): VoidCount {
  const sizeOf = ({ channel }: VoidCell): number => (channel === undefined ? CHANNELS.length : 1)
  const total = (some: readonly VoidCell[]): number => some.reduce((sum, one) => sum + sizeOf(one), 0)
  const reasons = [...new Set(voids.map(({ because }) => because))].map((because) => {
    const own = voids.filter((one) => one.because === because)
    return { because, cells: total(own), cases: [...new Set(own.map(({ of }) => of))].sort() }
  })
  const cells = total(voids)
  return {
    cells,
    rate: cells / (cells + scored),
    reasons: reasons.sort((a, b) => b.cells - a.cells || byText(a.because, b.because)),
  }
}
