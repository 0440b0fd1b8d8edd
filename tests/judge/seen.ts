/** Playouts seen with and without a condition, by hand or at random, and the bench on which they are judged. */
import fc from 'fast-check'
import type { Design } from '../../src/engine/summary.ts'
import type { Bench } from '../../src/judge/verdict.ts'
import { designOf, ladder, repeat } from './make.ts'
import type { GivenDraw } from './vectors.ts'

export const PLAYOUTS = 16
const LADDER = ladder('icd-203')

export function designFor(batches: readonly (readonly GivenDraw[])[]): Design {
  return designOf(
    batches.map((batch) => batch.map(([both]) => both)),
    PLAYOUTS,
  )
}

export function benchOf(
  batches: readonly (readonly GivenDraw[])[],
  parameters: readonly string[] = [],
): Bench {
  return {
    ladder: LADDER,
    design: designFor(batches),
    parameters,
    scores: parameters.map(() => 0n),
    baseRates: new Map(),
  }
}

/** Sixteen batches; every second sees the condition, and the claim, once more in its first draw. */
export function steady(draws: readonly GivenDraw[], times = 4): readonly (readonly GivenDraw[])[] {
  const batch = repeat(draws, times)
  const [[both, given, that], ...rest] = batch as [GivenDraw, ...GivenDraw[]]
  return repeat([batch, [[both + 1, given + 1, that + 1] as GivenDraw, ...rest]], 8)
}

const anyDraw: fc.Arbitrary<GivenDraw> = fc
  .tuple(fc.nat(5), fc.nat(5), fc.nat(5))
  .map(([both, only, that]): GivenDraw => [both, both + only, both + that])
export const anyBatches: fc.Arbitrary<GivenDraw[][]> = fc
  .integer({ min: 2, max: 6 })
  .chain((size) =>
    fc.array(fc.array(anyDraw, { minLength: size, maxLength: size }), { minLength: 2, maxLength: 6 }),
  )
