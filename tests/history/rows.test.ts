/** The fit and the engine mean the same by every input: the rows of the fit, put into its closed form, give the engine's own odds. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillChance } from '../../src/engine/chance.ts'
import { elementOf, lensOf } from '../../src/engine/lens.ts'
import { makePlan } from '../../src/engine/plan.ts'
import { fillParameters, prepare, reset } from '../../src/engine/run.ts'
import { foldWorld } from '../../src/history/fold-world.ts'
import { byLabels } from '../../src/history/labels.ts'
import { LOGARITHMS, PARAMETERS } from '../../src/history/parameter.ts'
import { FEATURES, type Row } from '../../src/history/row.ts'
import { rowsOf } from '../../src/history/rows.ts'
import { CHANNELS, type Scenario } from '../../src/scenario/scenario.ts'
import { checkedEve, coded, deed, eveText, kernelOf } from './made-cases.ts'

const EVE = checkedEve(
  eveText([
    {
      id: 'cascadia',
      label: 'defence',
      clauses: 'defence: true, consultation: true',
      friend: { stake: 0.9, access: 0.2 },
    },
    {
      id: 'drachenau',
      for: 'borduria',
      label: 'friendship',
      friend: { freeCapacity: 0.1 },
      foe: { rivalry: 1 },
    },
    { id: 'eastmarch', kind: 'institution', friend: { domesticConstraint: 0.9 }, foe: { nuclearRisk: 0.2 } },
    { id: 'fernland', for: 'borduria', clauses: 'nonaggression: true' },
  ]).replace(
    '  - { from: fernland, to: avalon,',
    '  - { from: fernland, to: avalon, clauses: { neutrality: true },',
  ),
)
const CASE = coded('bridge', EVE, [
  deed('cascadia', [2, 0, undefined, 3, 0, 0, 1]),
  deed('drachenau', [0, 0, 0, 0, 0, 0, 0], 'borduria'),
])

/** The weights in the order of the parameters. */
type Vector = readonly number[]

/** The odds of the levels after the brief's own formula; without leaning and salience. */
function reference({ pull, owed, closed }: Row, channel: number, vector: Vector): number[] {
  if (closed[channel]) return [1, 0, 0, 0]
  const of = (name: string): number => vector[PARAMETERS.indexOf(name)]!
  const own = (name: string): number => of(`channels.${CHANNELS[channel]}.${name}`)
  const will = pull[channel]!.reduce((sum, x, at) => sum + x * of(`weights.${FEATURES[at]}`), own('alpha'))
  const utility = [0, 1, 2, 3].map((level) => {
    const step = level > 0 ? of('weights.obligation') * owed[channel]! - own('kappa') : 0
    return level * will + step - (own('gamma') * level ** 2) / 2
  })
  const odds = utility.map((one) => Math.exp(one - Math.max(...utility)))
  const all = odds.reduce((sum, one) => sum + one)
  return odds.map((one) => one / all)
}

const LANES = 8

/** `support.choice` as the engine has it on the eve at given weights, by dyad, channel and level. */
function engineOf(scenario: Scenario): (vector: Vector) => number[][][] {
  const plan = makePlan(scenario, { design: { batches: 1, draws: LANES, playouts: 1 } })
  const kernel = kernelOf(plan)
  const slot = lensOf(scenario).slot('support.choice')!
  prepare(plan, kernel)
  return (weights) => {
    const values = plan.parameters.map(({ id }) =>
      new Float64Array(LANES).fill(PARAMETERS.includes(id) ? weights[PARAMETERS.indexOf(id)]! : 0.5),
    )
    fillParameters(plan, kernel, { values, first: 0 })
    reset(plan, kernel, 'draw')
    kernel.draw()
    fillChance(kernel.memory, kernel.lanes, { elements: plan.chances, block: { firstDraw: 0, playout: 0 } })
    reset(plan, kernel, 'playout')
    kernel.playout()
    return scenario.dyads.map((_, dyad) =>
      CHANNELS.map((__, channel) =>
        [0, 1, 2, 3].map((level) => kernel.memory[elementOf(slot, [dyad, channel, level]) * kernel.lanes]!),
      ),
    )
  }
}

const LEANING = PARAMETERS.indexOf('weights.leaning')
const SALIENCE = PARAMETERS.indexOf('weights.salience')

const vector: fc.Arbitrary<Vector> = fc
  .tuple(
    ...PARAMETERS.map((_, at) =>
      fc.double(at < LOGARITHMS ? { min: 0, max: 4, noNaN: true } : { min: -4, max: 4, noNaN: true }),
    ),
  )
  .map((drawn) => drawn.map((value, at) => (at === LEANING || at === SALIENCE ? 0 : value)))

test('for any weights the closed form on the rows is what the engine decides by on the eve', () => {
  const rows = rowsOf(CASE, kernelOf)
  const oddsOf = engineOf(foldWorld(EVE, 'shipped'))
  fc.assert(
    fc.property(vector, (weights) => {
      const engine = oddsOf(weights)
      rows.forEach((row, dyad) => {
        CHANNELS.forEach((_, channel) => {
          reference(row, channel, weights).forEach((odds, level) => {
            expect(engine[dyad]![channel]![level]!).toBeCloseTo(odds, 9)
          })
        })
      })
    }),
    { numRuns: 50 },
  )
})

test('every parameter of the fit is one that the engine draws', () => {
  const drawn = makePlan(foldWorld(EVE, 'shipped')).parameters.map(({ id }) => id)
  expect(PARAMETERS.filter((id) => !drawn.includes(id))).toEqual([])
})

test('a promise is owed where the engine requires the channel, and nowhere else', () => {
  const [cascadia, drachenau] = rowsOf(CASE, kernelOf)
  const asked = (row: Row | undefined): string[] => CHANNELS.filter((_, at) => row!.owed[at]! > 0)
  expect(asked(cascadia)).toEqual(['political', 'combat'])
  expect(asked(drachenau)).toEqual([])
})

test('what is barred, and the troops of an institution, are shut', () => {
  const shut = rowsOf(CASE, kernelOf).map(({ closed }) => CHANNELS.filter((_, at) => closed[at]))
  expect(shut).toEqual([[], [], ['combat'], CHANNELS.filter((channel) => channel !== 'political')])
})

test('what nobody recorded is void, and no level', () => {
  const [cascadia, drachenau, eastmarch] = rowsOf(CASE, kernelOf)
  expect(cascadia!.recorded).toEqual([2, 0, undefined, 3, 0, 0, 1])
  expect(drachenau!.recorded).toEqual([0, 0, 0, 0, 0, 0, 0])
  expect(eastmarch!.recorded).toEqual(CHANNELS.map(() => undefined))
})

test('what was recorded moves no input', () => {
  const bare = (row: Row): object => ({ ...row, recorded: undefined })
  const other = { ...CASE, deeds: [deed('cascadia', [0, 3, 3, 3, 3, 3, 3])] }
  expect(rowsOf(other, kernelOf).map(bare)).toEqual(rowsOf(CASE, kernelOf).map(bare))
})

test('by labels the share of the word counts in every channel, whatever was promised', () => {
  const rows = byLabels(rowsOf(CASE, kernelOf), CASE)
  expect(rows.map(({ owed }) => new Set(owed))).toEqual([
    new Set([1]),
    new Set([0.1]),
    new Set([0]),
    new Set([0]),
  ])
})

test('a label without a share is refused', () => {
  const eve = checkedEve(eveText([{ id: 'cascadia', label: 'brotherhood' }]))
  const one = coded('bridge', eve, [])
  expect(() => byLabels(rowsOf(one, kernelOf), one)).toThrow('brotherhood')
})
