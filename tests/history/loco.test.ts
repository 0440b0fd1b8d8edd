/** The law that matters most: what happened in a crisis cannot be heard in its own prediction. */
import { describe, expect, test } from 'vitest'
import type { CodedCase, Deed } from '../../src/history/coded.ts'
import { fit } from '../../src/history/fit/fit.ts'
import { AS_SHIPPED } from '../../src/history/form.ts'
import { type FoldOptions, type LeftOut, leaveOneOut, predictAll } from '../../src/history/loco.ts'
import { PARAMETERS } from '../../src/history/parameter.ts'
import type { Row } from '../../src/history/row.ts'
import { rowsOf } from '../../src/history/rows.ts'
import { checkedEve, coded, deed, eveText, kernelOf } from './made-cases.ts'

type Fit = NonNullable<FoldOptions['fit']>

const OPTIONS: Omit<FoldOptions, 'fit'> = {
  form: AS_SHIPPED,
  seed: 3,
  design: { batches: 1, draws: 8, playouts: 2 },
  kernelOf,
  draws: 4,
}

const CASES: readonly CodedCase[] = [
  made('bridge', 0.9, [3, 2, 2, 2, 1, 1, 0]),
  made('ferry', 0.5, [2, 0, undefined, 1, 0, 0, 0]),
  made('lighthouse', 0.1, [1, 0, 0, 0, 0, 0, 0]),
]

function made(id: string, stake: number, levels: readonly (number | undefined)[]): CodedCase {
  const eve = checkedEve(eveText([{ id: 'cascadia', clauses: 'consultation: true', friend: { stake } }]))
  return coded(id, eve, [{ ...deed('cascadia', levels), unsure: new Set(['economic'] as const) }])
}

/** Everything that was recorded in one crisis is another. */
function corrupted(cases: readonly CodedCase[], id: string): CodedCase[] {
  const turn = ({ levels, ...rest }: Deed): Deed => ({
    ...rest,
    levels: new Map([...levels].map(([channel, level]) => [channel, 3 - level])),
  })
  return cases.map((one) => (one.id === id ? { ...one, deeds: one.deeds.map(turn) } : one))
}

/** All that a fold says of the crisis that it left out, and what it says it with. */
function saidOf(left: LeftOut, id: string): unknown {
  const places = left.cells.flatMap(({ of }, at) => (of === id ? [at] : []))
  const { hyper, posterior } = left.folds.find(({ of }) => of === id)!
  return {
    model: places.map((at) => left.model.odds[at]),
    frozen: places.map((at) => left.frozen.odds[at]),
    hyper,
    draws: posterior.draws.map((draw) => [...draw]),
  }
}

/** Whether the prediction of a crisis is the same to the bit whatever happened in it. */
function isDeaf(id: string, fitOn: (cases: readonly CodedCase[]) => Fit): boolean {
  const [heard, other] = [CASES, corrupted(CASES, id)].map((cases) =>
    JSON.stringify(saidOf(leaveOneOut(cases, { ...OPTIONS, fit: fitOn(cases) }), id)),
  )
  return heard === other
}

/** Weights that follow the mean level of the rows: quick, and all ears. */
const stub: Fit = (rows: readonly Row[]) => {
  const known = rows.flatMap(({ recorded }) => recorded.flatMap((level) => level ?? []))
  const mean = known.reduce((sum, level) => sum + level, 0) / known.length
  return {
    hyper: { spread: 1, pooling: mean > 1 ? 2 : 1 },
    draws: [0, 1, 2, 3].map((draw) => Float64Array.from(PARAMETERS, () => mean * (0.4 + 0.05 * draw))),
    scores: [],
  }
}

const STEPS: [number, number][] = []
const GIVEN: string[][] = []
const STUBBED: LeftOut = leaveOneOut(CASES, {
  ...OPTIONS,
  fit: (rows, options) => {
    GIVEN.push([...new Set(rows.map(({ of }) => of))])
    return stub(rows, options)
  },
  onFold: (done, of) => STEPS.push([done, of]),
})

describe('a prediction is deaf to the outcome of its own crisis', () => {
  test('weights, hyperparameters and pooling alike', () => {
    expect(isDeaf('ferry', () => fit)).toBe(true)
  })

  test('and a fit that hears all crises is caught', () => {
    const leaking = (cases: readonly CodedCase[]): Fit => {
      const all = cases.flatMap((one) => rowsOf(one, kernelOf))
      return (_, options) => stub(all, options)
    }
    expect(isDeaf('ferry', leaking)).toBe(false)
  })

  test('while the other crises are heard', () => {
    const other = leaveOneOut(corrupted(CASES, 'ferry'), { ...OPTIONS, fit: stub })
    expect(saidOf(other, 'ferry')).toEqual(saidOf(STUBBED, 'ferry'))
    expect(saidOf(other, 'bridge')).not.toEqual(saidOf(STUBBED, 'bridge'))
  })
})

test('the fold of a crisis is given the rows of all others, and none of its own', () => {
  expect(GIVEN).toEqual([
    ['ferry', 'lighthouse'],
    ['bridge', 'lighthouse'],
    ['bridge', 'ferry'],
  ])
})

test('every cell of the record is predicted once, and what is not recorded is void', () => {
  const { cells, model, frozen, voids } = STUBBED
  expect(cells).toHaveLength(3 * 7 - 1)
  expect([model.odds.length, frozen.odds.length]).toEqual([cells.length, cells.length])
  expect(voids).toEqual([
    { of: 'ferry', supporter: 'cascadia', channel: 'economic', because: 'the record does not say' },
  ])
  const [political] = cells
  expect(political).toEqual({
    of: 'bridge',
    asOf: CASES[0]!.eve.asOf,
    supporter: 'cascadia',
    recipient: 'avalon',
    channel: 'political',
    recorded: 3,
    unsure: false,
    owed: true,
  })
  expect(cells.filter(({ unsure }) => unsure).map(({ of, channel }) => `${of} ${channel}`)).toEqual([
    'bridge economic',
    'lighthouse economic',
  ])
})

test('whom no mechanism can be asked about is void as a whole', () => {
  const one = { ...CASES[0]!, left: [{ supporter: 'freelances', because: 'nobody asked them' }] }
  expect(predictAll([one], 'shipped', OPTIONS).voids).toEqual([
    { of: 'bridge', supporter: 'freelances', because: 'nobody asked them' },
  ])
})

test('a group is asked about within the days that the fighting lasted', () => {
  const group = `proxies:
  militia: { source: desk, autonomy: 0.5, request: 0.5, depletion: 0.2, fear: 0.3, hostConstraint: 0.2, strength: 0.3, opposition: 0.3, rate: 5 count/day }
`
  const text = eveText([{ id: 'cascadia' }], group).replace(
    'ties:\n',
    '  militia: { kind: nonstate, patron: avalon }\nties:\n',
  )
  const entry = { group: 'militia', day: 9, inSample: false }
  const one = {
    ...coded('bridge', checkedEve(text), [deed('cascadia', [1])]),
    groups: [entry, { ...entry, within: 2 }, { ...entry, within: 60 }],
  }
  const [days, short, long] = predictAll([one], 'shipped', OPTIONS).groups
  expect(days).toEqual(long)
  expect([short, long].map((asked) => [asked!.within, asked!.entered])).toEqual([
    [2, false],
    [60, true],
  ])
  expect(short!.p).toBeLessThan(long!.p)
})

test('without a fit all crises are predicted by the same weights, outcomes unheard', () => {
  const few = CASES.slice(0, 1)
  const [one, other] = [few, corrupted(few, 'bridge')].map((cases) => predictAll(cases, 'shipped', OPTIONS))
  expect(one!.model).toEqual(other!.model)
  expect(one!.frozen).toEqual(other!.frozen)
  expect(one!.cells).not.toEqual(other!.cells)
})

test('progress is told after every crisis', () => {
  expect(STEPS).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ])
})
