/** Laws of the days after the horizon: slow flows go on to the day of a claim, and all else stands still. */
import { describe, expect, test } from 'vitest'
import { lower } from '../../src/engine/lower.ts'
import { type ArmPlan, runPaired } from '../../src/engine/paired.ts'
import { makePlan } from '../../src/engine/plan.ts'
import { planHash } from '../../src/engine/fingerprint.ts'
import { mechanismsOf } from '../../src/engine/running.ts'
import { placeOf, replayOf } from '../../src/engine/replay.ts'
import { MECHANISMS } from '../../src/mechanisms/mechanisms.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import type { FlowOptions } from './flow-world.ts'
import { answers, canonical, kernelOf, played, share, watch } from './play.ts'
import { claim, range, world, type WorldOptions } from './world.ts'

const HORIZON = 6
const LEAD = 20
const DESIGN = { batches: 1, draws: 8, playouts: 2 }

const FLOWS: FlowOptions = {
  places: { far: {}, near: { reach: ['bad'], values: { struck: 0.9 } } },
  routes: { way: { from: 'far', to: 'near', reach: { sea: ['bad'] }, capacity: range(20, 60, 120) } },
  shipments: { corn: { from: ['far'], to: 'near', demand: 80 } },
  interdiction: { bad: { blockade: 0.5, strikes: 1 } },
  arms: { jets: { from: 'ally', to: 'good', contract: 0, values: { lead: LEAD, rate: 0.5 } } },
  markets: { good: { values: { paymentLag: 9 }, buyers: { others: { outlet: 'corn' } } } },
}

function asking(to: number, more: WorldOptions = {}): Scenario {
  const delivered = {
    metric: 'arms.delivered',
    of: 'jets',
    over: 'last',
    test: { op: '>=', value: 1 },
  } as const
  return world({
    crisis: { horizon: HORIZON },
    flows: FLOWS,
    claims: [claim('voice', { to: HORIZON }), claim('delivered', { ...delivered, to })],
    ...more,
  })
}

describe('the last day', () => {
  test('is the horizon while nobody asks beyond it, and else the day that is asked for', () => {
    expect(makePlan(asking(HORIZON)).lastDay).toBe(HORIZON)
    expect(makePlan(asking(30)).lastDay).toBe(30)
    expect(makePlan(world({ crisis: { horizon: HORIZON }, flows: FLOWS })).lastDay).toBe(HORIZON)
  })

  test('decides what a claim on a slow flow finds: nothing before the lead is over, something from then on', () => {
    expect(share(played(asking(LEAD - 1), { design: DESIGN }), 'delivered')).toBe(0)
    expect(share(played(asking(LEAD), { design: DESIGN }), 'delivered')).toBe(1)
  })

  test('is part of the name of the plan', () => {
    expect(planHash(makePlan(asking(30)))).not.toBe(planHash(makePlan(asking(31))))
    expect(planHash(makePlan(asking(30)))).toBe(planHash(makePlan(asking(30))))
  })
})

describe('after the horizon', () => {
  const scenario = asking(30)
  const { slots } = lower(scenario, mechanismsOf(scenario))
  const slow = new Set(MECHANISMS.filter((one) => one.slow).map(({ name }) => name))
  const fast = [...slots.keys()].filter(
    (name) => /^[a-z]+\.[a-zA-Z]+$/.test(name) && !slow.has(name.slice(0, name.indexOf('.'))),
  )

  test.each(['wasm', 'interpreter'] as const)('no day changes what is not slow (%s)', (engine) => {
    const held = new Map<string, number[]>()
    let moved = 0
    watch(scenario, { design: DESIGN, engine }, ({ day, playout, of }) => {
      if (day === HORIZON) moved -= of('arms.delivered')[0]!
      if (day === 30) moved += of('arms.delivered')[0]!
      if (day < HORIZON) return
      for (const name of fast) {
        const now = Array.from({ length: slots.get(name)!.slot.size }, (_, at) => [...of(name, at)]).flat()
        const was = held.get(`${playout}/${name}`)
        if (day > HORIZON) expect(now).toEqual(was)
        held.set(`${playout}/${name}`, now)
      }
    })
    expect(fast.length).toBeGreaterThan(60)
    expect(moved).toBeGreaterThan(0)
  })

  test('claims and tallies within the horizon are what they were when nobody asked further', () => {
    const [near, far] = [asking(HORIZON), scenario].map((one) => played(one, { design: DESIGN }))
    expect(far!.claims.get('voice')).toEqual(near!.claims.get('voice'))
    const tallies = [...near!.histograms].filter(([name]) => /^(?:peak|start|rung|ended|bound):/.test(name))
    expect(tallies.length).toBeGreaterThan(20)
    for (const [name, tally] of tallies) expect(far!.histograms.get(name), name).toEqual(tally)
  })

  test('a playout that is played again shows the same days, to the last', () => {
    const plan = makePlan(scenario, { design: DESIGN })
    const jets = slots.get('arms.delivered')!.slot.offset
    const days: number[] = []
    let last = 0
    replayOf(plan, kernelOf(plan))(placeOf(DESIGN, 3)!, {
      see: ({ day, today }) => {
        days.push(day)
        last = today[jets]!
      },
    })
    expect(days).toEqual(Array.from({ length: 31 }, (_, day) => day))
    expect(last).toBeGreaterThan(0)
  })
})

test('a world that is asked for less far a day is the same world still', () => {
  const base = makePlan(asking(30), { design: DESIGN })
  const arm = (id: string, plan: ArmPlan['plan']): ArmPlan => ({ id, plan, claims: [] })
  const near = makePlan(asking(HORIZON), { design: DESIGN })
  const narrower: FlowOptions = { ...FLOWS, routes: { way: { from: 'far', to: 'near', capacity: 10 } } }
  const other = makePlan(asking(30, { flows: narrower }), { design: DESIGN })
  const { arms } = runPaired(base, [arm('near', near), arm('other', other)], {
    makeKernel: (plan) => kernelOf(plan),
  })
  expect(arms.map(({ identical }) => identical)).toEqual([true, false])
  expect(canonical(arms[0]!.summary)).toBe(canonical(answers(played(asking(HORIZON), { design: DESIGN }))))
})
