/** The anchors of the flagship say what was judged, not what is near to it; one treaty is coded one way everywhere. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { valueAt } from '../../src/engine/law.ts'
import { normalCdf } from '../../src/engine/normal.ts'
import { loadScenario } from '../../src/host/load.ts'
import type { Quantity, Scenario } from '../../src/scenario/scenario.ts'

const ROOT = join(import.meta.dirname, '../..')
const P05 = -1.6448536269514722
const SCORES = [P05, 0, -P05]
/** Normal scores in the middle of equal shares, by bisection of the distribution. */
const EVEN = Array.from({ length: 400 }, (_, index) => scoreOf((index + 0.5) / 400))

describe('the flagship', () => {
  const flagship = scenario('iran-2026')

  test.each([
    ['s-400', [0.01, 0.04, 0.12]],
    ['su-35', [0.1, 0.3, 0.6]],
  ])('a release of %s is one for which the judged chance of a delivery comes out', (id, judged) => {
    const item = flagship.arms.get(id)!
    const by = item.releaseBy! - flagship.crisis.start
    const contract = item.contract === undefined ? undefined : item.contract - flagship.crisis.start
    const found = SCORES.map((score) => {
      const release = valueAt(item.quantities['release']!, score)
      return deliveredBy(by, { release, contract, of: item.quantities })
    })
    for (const [index, chance] of found.entries()) {
      expect(Math.abs(chance / judged[index]! - 1)).toBeLessThan(0.05)
    }
  })

  test('the two ports of the Caspian, struck apart, together come to what was judged of both', () => {
    const ports = ['amirabad', 'anzali'].map((id) => flagship.places.get(id)!.quantities['struck']!)
    const judged = [0.05, 0.25, 0.6]
    for (const [index, score] of SCORES.entries()) {
      const spared = ports.reduce((left, port) => left * (1 - valueAt(port, score)), 1)
      expect(1 - spared).toBeCloseTo(judged[index]!, 2)
    }
  })
})

test('the North Atlantic Treaty renounces force in every scenario that knows it', () => {
  const found = ['falklands-1982', 'iran-2025', 'iran-2026', 'october-1973'].flatMap((name) =>
    [...scenario(name).ties.values()].filter(({ source }) => source === 'nato-1949'),
  )
  expect(found.length).toBeGreaterThan(3)
  expect(found.every(({ clauses }) => clauses.nonaggression)).toBe(true)
})

/** The share of draws in which one arrives in time, where the supplier lets go by the hazard that the release means. */
function deliveredBy(
  by: number,
  item: { release: number; contract: number | undefined; of: Readonly<Record<string, Quantity>> },
): number {
  const transit = valueAt(item.of['transit']!, 0)
  const shares = EVEN.map((score): number => {
    const lead = valueAt(item.of['lead']!, score)
    const room = item.contract === undefined ? by - lead - transit : by - transit
    if (room <= 0 || (item.contract !== undefined && item.contract + lead + transit > by)) return 0
    return 1 - (1 - item.release) ** (room / by)
  })
  return shares.reduce((sum, share) => sum + share, 0) / shares.length
}

function scoreOf(share: number): number {
  let [low, high] = [-6, 6]
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2
    if (normalCdf(middle) < share) low = middle
    else high = middle
  }
  return low
}

function scenario(name: string): Scenario {
  const { value } = loadScenario(join(ROOT, 'scenarios', name))
  if (!value) throw new Error(`${name} has faults`)
  return value
}
