/** Flags of a batch kept playout by playout, where a tally alone would forget which playout it was. */
import type { Kernel } from './kernel.ts'
import type { Plan } from './plan.ts'
import type { Batch } from './run.ts'

/** What looks on as a batch is played, and the flags that it has seen. */
export interface Bits {
  /** Of an element: the playouts of a draw side by side, so in the order of their numbers. */
  readonly of: (element: number) => Uint8Array
  readonly see: NonNullable<Batch['see']>
}

/** One bit of every playout of one batch for each of the elements. */
export function bitsOf(
  { plan, kernel }: { readonly plan: Plan; readonly kernel: Kernel },
  elements: readonly number[],
): Bits {
  const { draws, playouts } = plan.design
  const { lanes } = kernel
  const bits = elements.map(() => new Uint8Array(draws * playouts))
  return {
    of: (element) => bits[elements.indexOf(element)]!,
    see: (memory, { first, playout }) => {
      for (let at = 0; at < elements.length; at++) {
        const row = elements[at]! * lanes
        const column = bits[at]!
        for (let lane = 0; lane < lanes; lane++)
          column[(first + lane) * playouts + playout] = memory[row + lane]!
      }
    },
  }
}
