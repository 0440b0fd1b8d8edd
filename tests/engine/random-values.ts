/** Random quantities for random worlds: between two numbers, in so many steps, as a fixed number or as a range. */
import fc from 'fast-check'
import type { Law } from '../../src/scenario/scenario.ts'
import { range } from './world.ts'

type Bounds = Readonly<Record<string, readonly [number, number]>>

export function between([low, high]: readonly [number, number], steps: number): fc.Arbitrary<number | Law> {
  const one = fc.integer({ min: 0, max: steps }).map((part) => low + (part * (high - low)) / steps)
  return fc.oneof(
    one,
    fc.tuple(one, one, one).map((three) => {
      const [least, middle, most] = three.sort((a, b) => a - b)
      return range(least!, middle!, most!)
    }),
  )
}

/** Some of the fields, each between its bounds. */
export function values(bounds: Bounds, steps: number): fc.Arbitrary<Record<string, number | Law>> {
  const fields = Object.entries(bounds).map(([field, ends]) => [field, between(ends, steps)] as const)
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] }) as fc.Arbitrary<
    Record<string, number | Law>
  >
}
