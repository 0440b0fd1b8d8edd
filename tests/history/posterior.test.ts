/** Laws of what is told of a posterior: odds, ranges, what moves together, and the patch that a scenario can hold. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CholeskyDecomposition, Matrix } from 'ml-matrix'
import { afterAll, describe, expect, test } from 'vitest'
import { normalCdf, probit } from '../../src/engine/normal.ts'
import { AS_SHIPPED } from '../../src/history/form.ts'
import { closedOdds, levelsOf } from '../../src/history/fit/frozen.ts'
import { observe } from '../../src/history/observe.ts'
import { LOGARITHMS, PARAMETERS, type Posterior } from '../../src/history/parameter.ts'
import { correlations, marginals } from '../../src/history/fit/posterior.ts'
import { posteriorPatch } from '../../src/history/fit/posterior-text.ts'
import { loadScenario } from '../../src/host/load.ts'
import { ROOT } from '../cli/run-cli.ts'
import { chance, inputs, SIZE, truth } from './toy-rows.ts'

const folder = mkdtempSync(join(tmpdir(), 'foedus-fit-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Normal draws; stake and access move together, rivalry against both. */
function made(count: number): Posterior {
  const draws = Array.from({ length: count }, (_, draw) => {
    const common = probit(chance(draw, 'common'))
    return Float64Array.from({ length: SIZE }, (_, at) => {
      const own = probit(chance(draw, at))
      const [together, against] = [at === 1 || at === 5, at === 2]
      const score = together ? 0.8 * common + 0.6 * own : against ? -0.8 * common + 0.6 * own : own
      return at < LOGARITHMS ? Math.exp(score / 4) : score
    })
  })
  return { hyper: { spread: 1, pooling: 1 }, draws }
}

describe('closed odds', () => {
  const rows = inputs(2, 4)

  test('add up to 1, and are told of every channel that is open', () => {
    const posterior = { draws: [truth(), truth().map((value) => value * 1.2)] }
    for (const row of rows) {
      closedOdds(row, posterior, AS_SHIPPED).forEach((odds, channel) => {
        expect(odds === undefined).toBe(row.closed[channel])
        if (odds) expect(odds.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12)
      })
    }
  })

  test('are those of many leanings and saliences, recorded as the form says', () => {
    const row = { ...rows[0]!, closed: rows[0]!.closed.map(() => false) }
    const draw = truth()
    const cuts = 4000
    for (const channel of [0, 1, 6]) {
      const sum = [0, 0, 0, 0]
      for (let cut = 0; cut < cuts; cut++) {
        const shift = Math.hypot(0.5, 0.4) * probit((cut + 0.5) / cuts)
        levelsOf({ row, channel, draw, shift }).forEach((p, level) => (sum[level]! += p / cuts))
      }
      const expected = observe(sum, AS_SHIPPED.observation[channel]!)
      closedOdds(row, { draws: [draw] }, AS_SHIPPED)[channel]!.forEach((p, level) => {
        expect(p).toBeCloseTo(expected[level]!, 4)
      })
    }
  })

  test('a promise that is owed makes help likelier, and only where it is owed', () => {
    const [free, owed] = [0, 1].map((share) =>
      closedOdds(
        { ...rows[1]!, owed: rows[1]!.owed.map((_, at) => (at === 4 ? share : 0)) },
        { draws: [truth()] },
        AS_SHIPPED,
      ),
    )
    expect(owed![4]![0]).toBeLessThan(free![4]![0])
    expect(owed![3]).toEqual(free![3])
  })
})

describe('ranges and what moves together', () => {
  test('ranges are quantiles of the draws', () => {
    const found = marginals(made(801))
    expect(found.map(({ id }) => id)).toEqual(PARAMETERS)
    for (const [at, { p05, p50, p95 }] of found.entries()) {
      const scores = [p05, p50, p95].map((value) => (at < LOGARITHMS ? Math.log(value) * 4 : value))
      for (const [place, share] of [0.05, 0.5, 0.95].entries())
        expect(Math.abs(normalCdf(scores[place]!) - share)).toBeLessThan(0.06)
    }
  })

  test('correlations are those of the scores, strongest first, and can all hold at once', () => {
    const found = correlations(made(256))
    const byPair = new Map(found.map(({ between, rho }) => [between.join(' '), rho]))
    expect(byPair.get('weights.stake weights.access')).toBeCloseTo(0.64, 1)
    expect(byPair.get('weights.stake weights.rivalry')).toBeCloseTo(-0.64, 1)
    expect(found.slice(0, 3).every(({ rho }) => Math.abs(rho) > 0.5)).toBe(true)
    const sizes = found.map(({ rho }) => Math.abs(rho))
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    const matrix = Matrix.eye(SIZE, SIZE)
    for (const { between, rho } of found) {
      const [row, column] = between.map((id) => PARAMETERS.indexOf(id))
      matrix.set(row!, column!, rho).set(column!, row!, rho)
    }
    expect(new CholeskyDecomposition(matrix).isPositiveDefinite()).toBe(true)
  })

  test('fewer draws than parameters leave correlations that are drawn in until they can all hold', () => {
    const [few, whole] = [12, 256].map((draws) => correlations(made(draws)))
    expect(few!.length).toBeGreaterThan(SIZE)
    const most = (pairs: typeof few): number => Math.max(...pairs!.map(({ rho }) => Math.abs(rho)))
    expect(most(few)).toBeLessThan(1)
    expect(most(whole)).toBeGreaterThan(0.6)
  })

  test('three parameters that all hang together closely keep all three correlations', () => {
    const posterior = made(256)
    const [a, b, c] = ['alpha', 'gamma', 'kappa'].map((name) => PARAMETERS.indexOf(`channels.combat.${name}`))
    for (const draw of posterior.draws) {
      draw[b!] = draw[a!]! + 0.3 * draw[b!]!
      draw[c!] = draw[a!]! + 0.3 * draw[c!]!
    }
    const found = correlations(posterior).filter(({ between }) =>
      between.every((id) => id.startsWith('channels.combat')),
    )
    expect(found).toHaveLength(3)
    for (const { rho } of found) expect(rho).toBeGreaterThan(0.75)
  })
})

test('the patch is a change that a scenario takes, with every range, its source and what moves together', () => {
  const posterior = made(256)
  const path = join(folder, 'fitted.yaml')
  writeFileSync(path, posteriorPatch(posterior, { source: 'A title: with "quotes" and # signs' }))
  const { value, faults } = loadScenario(join(ROOT, 'scenarios/strait'), {
    patchFiles: [path],
    set: [],
    without: [],
  })
  expect(faults.filter(({ severity }) => severity === 'fault')).toEqual([])
  const held = new Map(
    [
      ...value!.weights.values(),
      ...[...value!.channels.values()].flatMap((one) => Object.values(one.quantities)),
    ].map((quantity) => [quantity.id, quantity]),
  )
  for (const { id, p50 } of marginals(posterior)) {
    const { law, source } = held.get(id)!
    expect(law.kind).toBe('quantiles')
    expect(law.kind === 'quantiles' && Math.abs(law.p50 - p50)).toBeLessThan(
      0.001 * Math.max(1, Math.abs(p50)),
    )
    expect(value!.sources.get(source!)!.title).toBe('A title: with "quotes" and # signs')
  }
  const pairs = value!.correlations.map(({ between }) => between.join(' '))
  expect(pairs).toContain('weights.access weights.stake')
  expect(pairs.length).toBeGreaterThanOrEqual(correlations(posterior).length)
})
