/** A prediction rests on the eve and on the weights of its fold, and on nothing else. */
import { describe, expect, test } from 'vitest'
import type { Design } from '../../src/engine/summary.ts'
import { ALL_RECORDED, AS_SHIPPED } from '../../src/history/form.ts'
import { closedOdds } from '../../src/history/fit/frozen.ts'
import { observe } from '../../src/history/observe.ts'
import { PARAMETERS, type Posterior } from '../../src/history/parameter.ts'
import { cellKey, predict, type Prediction } from '../../src/history/predict.ts'
import { rowsOf } from '../../src/history/rows.ts'
import { checkScenario } from '../../src/scenario/check.ts'
import { CHANNELS, type Scenario } from '../../src/scenario/scenario.ts'
import { shippedTheory } from '../scenario/theory.ts'
import { checkedEve, eveText, kernelOf } from './made-cases.ts'

const TEXT = eveText([
  { id: 'cascadia', friend: { stake: 0.9 } },
  { id: 'eastmarch', kind: 'institution' },
])
const EVE = checkedEve(TEXT)
const SMALL: Design = { batches: 1, draws: 8, playouts: 4 }

/** So many draws about plain weights, no two alike. */
function posterior(draws: number): Posterior {
  const middle = (id: string): number => (id.endsWith('alpha') ? -1 : id.endsWith('kappa') ? 0.5 : 0.8)
  const apart = (at: number, draw: number): number => (draws > 1 ? 0.3 * Math.sin(5 * at + 3 * draw) : 0)
  return {
    hyper: { spread: 1, pooling: 1 },
    draws: Array.from({ length: draws }, (_, draw) =>
      Float64Array.from(PARAMETERS, (id, at) => middle(id) + apart(at, draw)),
    ),
  }
}

function played(eve: Scenario, weights: Posterior | 'shipped', design: Design = SMALL): Prediction {
  return predict({ eve }, weights, { form: ALL_RECORDED, seed: 7, design, kernelOf })
}

/** Other figures for all that is fitted, in the language of a scenario. */
const OTHER_FIGURES = [
  'foedus: 1',
  'weights:',
  ...PARAMETERS.filter((id) => id.startsWith('weights.')).map((id) => `  ${id.slice(8)}: [2, 3, 5]`),
  'channels:',
  ...CHANNELS.map((id) => `  ${id}: { alpha: [-3, 1, 2], gamma: [-1, 0, 2], kappa: [-4, -2, 3] }`),
  'correlations:',
  '  - { between: [channels.enablement.alpha, channels.enablement.kappa], rho: 0.8 }',
].join('\n')

describe('the figures that ship', () => {
  const { value: other } = checkScenario({
    files: [{ path: 'eve.yaml', bytes: TEXT }],
    theory: shippedTheory(),
    change: { patches: [{ path: 'other.yaml', bytes: OTHER_FIGURES }], set: [], without: [] },
  })

  test('leave no trace in a prediction by the weights of a fold', () => {
    const weights = posterior(16)
    expect(played(other!, weights)).toEqual(played(EVE, weights))
  })

  test('are what the prediction by the shipped weights rests on', () => {
    expect(played(other!, 'shipped').odds).not.toEqual(played(EVE, 'shipped').odds)
  })
})

test('where nothing moves, what is played is the closed form', () => {
  const weights = posterior(1)
  const [row] = rowsOf({ id: 'bridge', eve: EVE, deeds: [] }, kernelOf)
  const { odds } = predict({ eve: EVE }, weights, {
    form: AS_SHIPPED,
    seed: 7,
    design: { batches: 1, draws: 64, playouts: 32 },
    kernelOf,
  })
  const closed = closedOdds(row!, weights, AS_SHIPPED)
  CHANNELS.forEach((channel, at) => {
    odds.get(cellKey(row!, channel))!.forEach((p, level) => {
      // Four standard errors of 2,048 playouts at one half.
      expect(Math.abs(p - closed[at]![level]!)).toBeLessThan(0.045)
    })
  })
})

test('an institution sends no troops', () => {
  const { odds } = played(EVE, posterior(4))
  expect(odds.get('eastmarch:avalon:combat')).toEqual([1, 0, 0, 0])
})

test('the odds of a cell add up to 1', () => {
  const { odds } = predict({ eve: EVE }, posterior(4), { form: AS_SHIPPED, seed: 1, design: SMALL, kernelOf })
  expect(odds.size).toBe(EVE.dyads.length * CHANNELS.length)
  for (const one of odds.values()) expect(one.reduce((sum, p) => sum + p)).toBeCloseTo(1, 12)
})

test('what leaves no trace passes for nothing', () => {
  expect(observe([0.125, 0.25, 0.375, 0.25], [1, 0.5, 1, 0])).toEqual([0.5, 0.125, 0.375, 0])
})

describe('the record is of a whole crisis', () => {
  const weights = posterior(4)
  const lasting = (days: string): Scenario => checkedEve(TEXT.replace('10 to 70 days', days))

  test('so an end of the fighting takes no help away', () => {
    expect(played(lasting('1 to 2 days'), weights)).toEqual(played(lasting('200 to 300 days'), weights))
  })

  const withGroup = (days: number): Scenario => {
    const group = `proxies:
  militia: { source: desk, autonomy: 0.5, request: 0.5, depletion: 0.2, fear: 0.3, hostConstraint: 0.2, strength: 0.3, opposition: 0.3, rate: 5 count/day }
`
    const text = `${TEXT}${group}`
      .replace('ties:\n', '  militia: { kind: nonstate, patron: avalon }\nties:\n')
      .replace('horizon: 60 days', `horizon: ${days} days`)
    return checkedEve(text)
  }

  test('and how long the groups are watched moves no odds of support', () => {
    const [short, long] = [2, 60].map((days): Prediction => played(withGroup(days), weights))
    expect(short!.odds).toEqual(long!.odds)
    expect(short!.entered).toEqual(long!.entered)
  })

  test('a group that has entered by one day has done so by the next', () => {
    const days = played(withGroup(60), weights).entered.get('militia')!
    expect(days).toEqual(days.toSorted((a, b) => a - b))
    expect(days[0]).toBeLessThan(days[60]!)
    expect(days.at(-1)).toBeCloseTo(1, 12)
  })
})
