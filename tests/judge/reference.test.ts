/** Classes of events: who belongs to one, and how the model's rate over several scenarios is put together. */
import { describe, expect, test } from 'vitest'
import { QUICK_DESIGN, makePlan } from '../../src/engine/plan.ts'
import { run } from '../../src/engine/run.ts'
import { makeKernel } from '../../src/host/engine.ts'
import { theoryAlone } from '../../src/host/theory-alone.ts'
import { powersIn, REFERENCES } from '../../src/judge/reference.ts'
import { asking, referenceRates } from '../../src/judge/reference-rate.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { councilOf, world as worldWith } from '../engine/world.ts'

const { baseRates } = theoryAlone()

/** One permanent member that may help, and a small state that may. */
function world(permanent: readonly string[]): Scenario {
  return worldWith({
    supporters: [{ id: 'giant' }, { id: 'minnow' }],
    council: councilOf({ permanent, drafts: [{ id: 'text', votes: { giant: 'yes', minnow: 'yes' } }] }),
  })
}

function instances(baseRate: string, scenario: Scenario): readonly string[] {
  const reference = REFERENCES.find((one) => one.baseRate === baseRate)!
  return reference.instances(scenario, powersIn([scenario])).map(({ label }) => label)
}

test('every class has a counted rate that ships', () => {
  expect(REFERENCES.filter(({ baseRate }) => baseRates.get(baseRate)?.low === undefined)).toEqual([])
})

describe('who belongs', () => {
  test('a great power is who holds a permanent seat somewhere', () => {
    expect(instances('major-power-joins', world(['giant']))).toEqual(['giant for good'])
    expect(instances('major-power-joins', world([]))).toEqual([])
  })

  test('one who might help two states on one side counts once, and twice where it might help both sides', () => {
    const two = worldWith({
      crisis: { attackers: ['bad'], targets: ['good', 'kind'] },
      supporters: [
        { id: 'giant', recipient: 'good' },
        { id: 'giant', recipient: 'kind' },
      ],
    })
    expect(instances('supporter-gives-arms', two)).toEqual(['giant for good and kind'])
    const torn = { ...two, crisis: { ...two.crisis, attackers: ['kind'], targets: ['good'] } }
    expect(instances('supporter-gives-arms', torn)).toEqual(['giant for good', 'giant for kind'])
  })

  test('a vetoed draft counts by the chance that Moscow or Beijing is among those who say no', () => {
    const council = councilOf({
      permanent: ['russia', 'usa'],
      drafts: [{ id: 'text', votes: { russia: [0.5, 0.5, 0.5, 0], usa: [0.5, 0, 0.5, 0] } }],
    })
    const late = worldWith({ council })
    const scenario = { ...late, crisis: { ...late.crisis, start: 20_000 } }
    const asked = REFERENCES.find(({ baseRate }) => baseRate === 'veto-russia-or-china')!
    expect(asked.instances(scenario, new Set())[0]!.share).toBeCloseTo(0.5 / 0.75, 12)
    const [draft] = council.drafts
    const unknown = { ...council, drafts: [{ ...draft!, votes: new Map([['usa', [0, 0, 1, 0] as const]]) }] }
    expect(asked.instances({ ...scenario, council: unknown }, new Set())).toEqual([])
  })

  test('a world before 1946 counts for nothing that was counted since', () => {
    const early = world(['giant'])
    const crisis = { ...early.crisis, start: -10_000 }
    expect(instances('major-power-joins', { ...early, crisis })).toEqual([])
    expect(instances('supporter-gives-arms', early)).toHaveLength(2)
    expect(instances('supporter-gives-arms', { ...early, crisis })).toEqual([])
  })

  test('of those who give a side something, states alone were counted', () => {
    const two = world([])
    const league = { ...two.actors.get('giant')!, kind: 'bloc' as const }
    const actors = new Map([...two.actors, ['giant', league] as const])
    expect(instances('supporter-gives-arms', { ...two, actors })).toEqual(['minnow for good'])
  })

  test('a nuclear pair needs two', () => {
    const one = world([])
    const armed = new Map([...one.actors].map(([id, actor]) => [id, { ...actor, nuclear: id !== 'minnow' }]))
    expect(instances('nuclear-pair-war', one)).toEqual([])
    expect(instances('nuclear-pair-war', { ...one, actors: armed })).toEqual(['giant for good'])
  })
})

describe('the rate over scenarios', () => {
  const scenario = world(['giant'])
  const powers = powersIn([scenario])
  const plan = makePlan(asking(scenario, powers), { design: { ...QUICK_DESIGN, batches: 2 } })
  const summary = run(plan, makeKernel(plan))
  const rates = (names: readonly string[]): ReturnType<typeof referenceRates> =>
    referenceRates(
      names.map((name) => ({ name, scenario, summary })),
      powers,
      baseRates,
    )

  test('is the mean of its instances, and lies where its interval lies', () => {
    for (const { found, model, lies, rate } of rates(['one'])) {
      if (!model) continue
      const total = found.reduce((sum, { weight }) => sum + weight, 0)
      expect(model.p).toBeCloseTo(
        found.reduce((sum, { p, weight }) => sum + (p * weight) / total, 0),
        12,
      )
      expect(model.least).toBeLessThanOrEqual(model.p)
      expect(model.p).toBeLessThanOrEqual(model.most)
      const expected =
        model.p - model.half > rate.high! ? 'above' : model.p + model.half < rate.low! ? 'below' : 'within'
      expect(lies).toBe(expected)
    }
  })

  test('has the same middle and a smaller error when two scenarios say the same', () => {
    const [one, two] = [rates(['one']), rates(['one', 'two'])]
    one.forEach(({ model }, at) => {
      if (!model) return expect(two[at]!.model).toBeUndefined()
      expect(two[at]!.model!.p).toBeCloseTo(model.p, 12)
      expect(two[at]!.model!.half).toBeCloseTo(model.half / Math.SQRT2, 12)
      return undefined
    })
  })
})
