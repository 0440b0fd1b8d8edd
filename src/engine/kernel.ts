/**
 * The port behind which an engine stands: a memory of lanes and three moments to run.
 * Lanes are playouts side by side; their number changes speed, never a bit.
 */

export interface Kernel {
  readonly lanes: number
  /** Element e of lane i stands at e · lanes + i. */
  readonly memory: Float64Array
  /** What depends on the parameter draw alone. */
  draw(): void
  /** What depends on the playout but not on the day. */
  playout(): void
  day(today: number): void
  /** A day after the horizon: the slow flows alone. */
  late(today: number): void
}

export const ENGINES = ['wasm', 'interpreter'] as const
export type EngineName = (typeof ENGINES)[number]
