/** Laws of the fit: the prior alone where nothing is known, the truth where much is, and the same bits every time. */
import { Matrix } from 'ml-matrix'
import { describe, expect, test } from 'vitest'
import { log } from '../../src/base/elementary.ts'
import { climb } from '../../src/history/fit/climb.ts'
import { DRAWS, fit, GRID } from '../../src/history/fit/fit.ts'
import { ALL_RECORDED, AS_SHIPPED } from '../../src/history/form.ts'
import { likelihoodOf } from '../../src/history/fit/likelihood.ts'
import { modeOf, posteriorSurface, spreadOf } from '../../src/history/fit/mode.ts'
import { LOGARITHMS, PARAMETERS } from '../../src/history/parameter.ts'
import { priorMarginals, priorOf } from '../../src/history/fit/prior.ts'
import { FEATURES } from '../../src/history/row.ts'
import { sliceDraws } from '../../src/history/fit/slice.ts'
import { CHANNELS } from '../../src/scenario/scenario.ts'
import { inputs, recorded, toFitted, truth } from './toy-rows.ts'

const HYPER = { spread: 1, pooling: 1 }
const toy = recorded(inputs(3, 2), truth(), { form: AS_SHIPPED, name: 'fit' })

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

describe('a reach of the priors that was chosen elsewhere', () => {
  const steps: [number, number][] = []
  const hyper = { spread: 0.001, pooling: 3 }
  const found = fit(toy, {
    form: AS_SHIPPED,
    seed: 3,
    draws: 4,
    hyper,
    onStep: (done, of) => steps.push([done, of]),
  })

  test('is taken, and nothing is tried', () => {
    expect([found.hyper, found.scores, found.draws.length]).toEqual([hyper, [], 4])
    expect(steps).toEqual([
      [1, 2],
      [2, 2],
    ])
  })

  test('and holds the weights as near to the outside estimate as it says', () => {
    for (const draw of found.draws)
      for (let at = 0; at < FEATURES.length; at++) expect(draw[at]).toBeCloseTo(0.823, 2)
  })
})

describe('climb', () => {
  test('finds the top of a crooked ridge from afar', () => {
    const top = climb(
      (point, gradient) => {
        const [x, y] = [point[0]!, point[1]!]
        const bend = y - x * x
        if (gradient) gradient.set([2 * (1 - x) + 40 * x * bend, -20 * bend])
        return -((1 - x) ** 2) - 10 * bend * bend
      },
      Float64Array.of(-2, 3),
      Matrix.eye(2, 2),
    )
    expect(top.reached).toBe(true)
    expect(top.point[0]).toBeCloseTo(1, 3)
    expect(top.point[1]).toBeCloseTo(1, 3)
  })
})

describe('the sampler', () => {
  test('draws a skewed law exactly, from a guide that is in the wrong place and too narrow', () => {
    // Two logarithms of gamma variates of shape 2 and 3: their means are digamma(2) and digamma(3).
    const shapes = [2, 3]
    const draws = sliceDraws({
      density: (point) =>
        shapes.reduce((sum, shape, at) => sum + shape * point[at]! - Math.exp(point[at]!), 0),
      centre: Float64Array.of(1.5, 0),
      spread: Matrix.diag([0.15, 0.3]),
      seed: 1,
      purpose: 'test',
      draws: 4000,
      thin: 4,
    })
    const [digammas, trigammas] = [
      [0.42278, 0.92278],
      [0.64493, 0.39493],
    ]
    for (const at of shapes.keys()) {
      const values = draws.map((draw) => draw[at]!)
      const middle = mean(values)
      expect(Math.abs(middle - digammas![at]!)).toBeLessThan(0.06)
      expect(mean(values.map((value) => (value - middle) ** 2)) / trigammas![at]!).toBeCloseTo(1, 0)
    }
  })
})

describe('the fit', () => {
  test('without a record the posterior is the prior, with the least pooling and spread', () => {
    const rows = inputs(2, 2)
    const posterior = fit(rows, { form: AS_SHIPPED, seed: 3 })
    expect(posterior.hyper).toEqual(GRID[0])
    expect(posterior.hyper).toEqual({ spread: 0.5, pooling: 0.5 })
    const { mean: middle, covariance } = priorOf(posterior.hyper)
    const errors = PARAMETERS.map((_, at) => {
      const values = posterior.draws.map((draw) => (at < LOGARITHMS ? log(draw[at]!) : draw[at]!))
      const spread = Math.sqrt(covariance.get(at, at))
      const own = mean(values)
      const ratio = mean(values.map((value) => (value - own) ** 2)) / (spread * spread)
      expect(ratio).toBeGreaterThan(0.6)
      expect(ratio).toBeLessThan(1.6)
      return (own - middle[at]!) / spread
    })
    // Draws hang together a little, so that 256 of them count as 150.
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(3.5 / Math.sqrt(150))
    expect(Math.sqrt(mean(errors.map((error) => error * error)))).toBeLessThan(1.5 / Math.sqrt(150))
  })

  test('with many records the truth is found, and found to be known', () => {
    const rows = recorded(inputs(60, 8), truth(), { form: AS_SHIPPED, name: 'many' })
    const likelihood = likelihoodOf(rows, AS_SHIPPED)
    const prior = priorOf(HYPER)
    const mode = modeOf(likelihood, prior)
    const spread = spreadOf(mode, prior)
    const errors = [...toFitted(truth())].map(
      (value, at) => (mode.point[at]! - value) / Math.sqrt(spread.get(at, at)),
    )
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(3.5)
    expect(mean(errors.map((error) => error * error))).toBeLessThan(1.8)
    const stake = PARAMETERS.indexOf('weights.stake')
    expect(Math.sqrt(spread.get(stake, stake))).toBeLessThan(0.2)
    // Taken for full, records that keep secrets tell of less help than there was.
    const naive = modeOf(likelihoodOf(rows.slice(0, 240), ALL_RECORDED), prior)
    const secret = PARAMETERS.indexOf('channels.intelligence.kappa')
    expect(naive.point[secret]! - mode.point[secret]!).toBeGreaterThan(0.3)
  })

  test('the same seed gives the same bits, whatever rows and cases are called and however they stand', () => {
    const renamed = [...toy]
      .reverse()
      .map((row) => ({ ...row, of: `${9 - Number(row.of.slice(5))}`, supporter: 'x' }))
    const options = { form: AS_SHIPPED, seed: 7, draws: 16 }
    const steps: (readonly [number, number])[] = []
    const one = fit(toy, { ...options, onStep: (done, of) => steps.push([done, of]) })
    expect(fit(renamed, options)).toEqual(one)
    expect(fit(toy, { ...options, seed: 8 }).draws).not.toEqual(one.draws)
    expect(one.draws).toHaveLength(16)
    expect(steps.at(-1)).toEqual([steps.length, steps.length])
    expect(DRAWS).toBe(256)
  })

  test('what happened in the case left out moves nothing', () => {
    const surfaces = [
      toy,
      toy.map((row) => (row.of === 'case-1' ? { ...row, recorded: CHANNELS.map(() => 2) } : row)),
    ].map((rows) => {
      const likelihood = likelihoodOf(rows, AS_SHIPPED)
      return posteriorSurface(likelihood, priorOf(HYPER), likelihood.data.placeOf.get('case-1')!)
    })
    const [one, other] = surfaces.map(
      (surface) => climb(surface, priorOf(HYPER).mean, priorOf(HYPER).covariance).point,
    )
    const distance = one!.map((value, at) => Math.abs(value - other![at]!))
    expect(Math.max(...distance)).toBeLessThan(1e-9)
  })

  test('the prior is that of its sources', () => {
    const byId = new Map(priorMarginals(HYPER).map((marginal) => [marginal.id, marginal]))
    const obligation = byId.get('weights.obligation')!
    // A lognormal with mean .92 and standard error .46.
    const spread = Math.log(obligation.p95 / obligation.p05) / 2 / 1.645
    expect(Math.log(obligation.p50) + spread ** 2 / 2).toBeCloseTo(Math.log(0.92), 2)
    expect(Math.sqrt(Math.exp(spread ** 2) - 1)).toBeCloseTo(0.5, 2)
    expect(byId.get('weights.leaning')!.p50).toBeCloseTo(0.5, 9)
    expect(byId.get('weights.salience')!.p50).toBeCloseTo(0.4, 9)
    expect(byId.get('channels.combat.alpha')!.p95).toBeCloseTo(1.645 * Math.sqrt(5), 2)
  })
})
