/** Flows in both engines: what is solved outside the equations, what is looked back on, and days after the horizon. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flowSolver } from '../../src/base/flow.ts'
import { makePlan } from '../../src/engine/plan.ts'
import { spaceOf } from '../../src/engine/space.ts'
import { canonical, played, watch } from './play.ts'
import { anyFlowWorld } from './random-flows.ts'

test('any world with flows has the same summary in both engines, with any number of lanes', () => {
  const design = { batches: 1, draws: 16, playouts: 2 }
  let late = 0
  fc.assert(
    fc.property(anyFlowWorld, fc.constantFrom(2, 4, 8), (scenario, lanes) => {
      const { lastDay, horizon } = makePlan(scenario, { design })
      if (lastDay > horizon) late += 1
      const oracle = canonical(played(scenario, { design, engine: 'interpreter', lanes: 16 }))
      expect(canonical(played(scenario, { design, lanes }))).toBe(oracle)
    }),
    { seed: 1, numRuns: 25 },
  )
  expect(late).toBeGreaterThan(10)
})

test('on every day of every playout the flow is the greatest through that day’s room', () => {
  const design = { batches: 1, draws: 4, playouts: 2 }
  let partly = 0
  fc.assert(
    fc.property(anyFlowWorld, (scenario) => {
      const space = spaceOf(scenario)
      const { routes, shipments, network } = space
      watch(scenario, { design, lanes: 2 }, ({ kernel, of }) => {
        for (let lane = 0; lane < kernel.lanes; lane++) {
          const held = (name: string, count: number): number[] =>
            Array.from({ length: count }, (_, at) => of(`routes.${name}`, at)[lane]!)
          const [c, a] = [shipments.length, routes.length]
          const answer = flowSolver(network)(held('room', a), held('wants', c))
          const shipped = held('shipped', c)
          expect(shipped).toEqual([...answer.shipped])
          expect(held('used', a)).toEqual([...answer.used])
          expect(held('tight', c * a)).toEqual([...answer.tight])
          expect(held('passable', c)).toEqual([...answer.open])
          if (shipped.some((amount, at) => amount > 0 && amount < held('wanted', c)[at]!)) partly += 1
        }
      })
    }),
    { seed: 2, numRuns: 15 },
  )
  expect(partly).toBeGreaterThan(20)
})
