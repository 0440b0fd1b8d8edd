/** What a trace tells of the flows: blockades, hits, ways that close, arms that are let go and why. */
import { expect, test } from 'vitest'
import { lensOf } from '../../src/engine/lens.ts'
import { makePlan } from '../../src/engine/plan.ts'
import { placeOf, replayOf } from '../../src/engine/replay.ts'
import { type TraceEvent, tracerOf } from '../../src/engine/trace.ts'
import { kernelOf } from './play.ts'
import { world } from './world.ts'

const DESIGN = { batches: 1, draws: 16, playouts: 2 }

const scenario = world({
  crisis: { horizon: 60 },
  // The fighting goes on to the last day.
  ending: { duration: 1e9 },
  flows: {
    places: { port: { reach: ['bad'], values: { struck: 0.99 } }, town: {} },
    routes: { ferry: { from: 'port', to: 'town', reach: { sea: ['bad'] } } },
    shipments: { grain: { from: ['port'], to: 'town' } },
    interdiction: { bad: { blockade: 0.99, strikes: 1 } },
    arms: {
      jets: {
        from: 'ally',
        to: 'good',
        contract: -100,
        releaseBy: 30,
        releaseGiven: { thirdPartyCost: 0.5, utilisation: 0.4, paid: 1 },
        values: { release: 0.9, inService: 3, rate: 0 },
      },
    },
  },
})

const all: readonly (readonly TraceEvent[])[] = (() => {
  const plan = makePlan(scenario, { design: DESIGN })
  const tell = tracerOf(
    lensOf(scenario),
    replayOf(plan, kernelOf(plan, { engine: 'interpreter', lanes: 1 })),
    plan,
  )
  return Array.from({ length: 32 }, (_, number) => tell(placeOf(DESIGN, number)!).events)
})()

const of = (events: readonly TraceEvent[], metric: string): readonly TraceEvent[] =>
  events.filter((event) => event.metric === metric)

test('a blockade closes the ways within its reach on the day on which it is imposed', () => {
  const imposed = all.flatMap((events) =>
    of(events, 'routes.blockading').map(({ day }) => ({ day, closed: of(events, 'routes.closed')[0]?.day })),
  )
  expect(imposed.length).toBeGreaterThan(10)
  for (const { day, closed } of imposed) expect(closed).toBe(day)
})

test('a way that is closed cuts what goes by it', () => {
  const closed = all.filter((events) => of(events, 'routes.closed').length > 0)
  for (const events of closed)
    expect(of(events, 'routes.cut')[0]!.day).toBeLessThanOrEqual(of(events, 'routes.closed')[0]!.day)
})

test('a hit is told with what it takes away', () => {
  const hits = all.flatMap((events) => of(events, 'routes.struck')).filter(({ from, to }) => to > from)
  expect(hits.length).toBeGreaterThan(10)
  for (const { of: place, to } of hits) expect([place, to < 1]).toEqual(['port', true])
})

test('a release is told with the hazard that brought it, and what was there before is no news', () => {
  const released = all.flatMap((events) => of(events, 'arms.released'))
  expect(released.length).toBeGreaterThan(10)
  for (const { told, day } of released) {
    if (told?.kind !== 'hazard') throw new Error('a release is a hazard')
    expect(day).toBeGreaterThan(0)
    expect(told.exposure).toBeGreaterThanOrEqual(told.patience)
    expect(told.keys).toContain('release')
    expect(told.sizes.reduce((sum, size) => sum + size, 0)).toBeCloseTo(told.whole, 9)
  }
  expect(all.flat().filter(({ metric, day }) => metric === 'arms.fielded' && day === 0)).toEqual([])
})
