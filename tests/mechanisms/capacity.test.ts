/** Laws of capacity: what is left, at the distance, counted once. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { watch } from '../engine/play.ts'
import { type Supporter, world } from '../engine/world.ts'

/** capacity.free of one supporter. */
function free(supporter: Omit<Supporter, 'id'>, lossOfStrength = 3000): number {
  let found = Number.NaN
  const scenario = world({
    supporters: [{ id: 'ally', ...supporter }],
    weights: { lossOfStrength },
    crisis: { horizon: 0 },
  })
  watch(scenario, { design: { batches: 1, draws: 2, playouts: 1 }, engine: 'interpreter' }, ({ of }) => {
    found = of('capacity.free')[0]!
  })
  return found
}

const share = fc.double({ min: 0, max: 1, noNaN: true })
const distance = fc.double({ min: 0, max: 20_000, noNaN: true })
const RUNS = { seed: 1, numRuns: 40 }

describe('free capacity', () => {
  test('is the share not in use times the loss of strength with distance', () => {
    fc.assert(
      fc.property(
        share,
        distance,
        fc.double({ min: 500, max: 6000, noNaN: true }),
        (utilisation, km, scale) => {
          const got = free({ actor: { utilisation }, friend: { values: { distance: km } } }, scale)
          expect(got).toBeCloseTo((1 - utilisation) * Math.exp(-km / scale), 12)
        },
      ),
      RUNS,
    )
  })

  test('loses nothing with distance over a common border', () => {
    fc.assert(
      fc.property(share, distance, (utilisation, km) => {
        expect(free({ actor: { utilisation }, friend: { contiguous: true, values: { distance: km } } })).toBe(
          1 - utilisation,
        )
      }),
      RUNS,
    )
  })

  test('when stated is taken as it is: use, distance and border are not read', () => {
    fc.assert(
      fc.property(share, share, distance, fc.boolean(), (freeCapacity, utilisation, km, contiguous) => {
        expect(
          free({ actor: { utilisation }, friend: { contiguous, values: { distance: km, freeCapacity } } }),
        ).toBe(freeCapacity)
      }),
      RUNS,
    )
  })
})
