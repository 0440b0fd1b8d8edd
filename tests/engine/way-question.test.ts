/** What a claim about goods turns on: blockades, hits and closures on the ways that they could take, and on no others. */
import { expect, test } from 'vitest'
import { explain } from '../../src/engine/explain.ts'
import { lensOf } from '../../src/engine/lens.ts'
import { makePlan } from '../../src/engine/plan.ts'
import { questionsOf } from '../../src/engine/question.ts'
import { replayOf } from '../../src/engine/replay.ts'
import { sidesOf } from '../../src/engine/sides.ts'
import { ENTRIES } from '../../src/mechanisms/ledger.ts'
import { kernelOf, played } from './play.ts'
import { claim, world } from './world.ts'

const DESIGN = { batches: 1, draws: 16, playouts: 8 }
const base = world({
  crisis: { horizon: 30 },
  ending: { duration: 1e9 },
  flows: {
    places: { port: {}, town: {}, far: {} },
    routes: {
      ferry: { from: 'port', to: 'town', reach: { sea: ['bad'] } },
      elsewhere: { from: 'town', to: 'far', reach: { sea: ['bad'] } },
    },
    shipments: {
      grain: { from: ['port'], to: 'town' },
      shells: { from: ['port'], to: 'town', by: 'ally', for: 'good' },
    },
    interdiction: { bad: { blockade: 0.5 } },
    arms: { jets: { from: 'ally', to: 'good', contract: -100, values: { ordered: 100, rate: 50 } } },
  },
})
const open = claim('open', {
  metric: 'routes.uptime',
  of: 'grain',
  from: 30,
  to: 30,
  test: { op: '>=', value: 1 },
})
delete (open.that as { for?: string }).for
const scenario = { ...base, claims: [open] }
const lens = lensOf(scenario)

test('the blockade parts the playouts, and ways that lead elsewhere are not looked at', () => {
  const plan = makePlan(scenario, { design: DESIGN })
  const { element } = plan.claims[0]!
  const { held, not } = sidesOf(plan, kernelOf(plan), {
    most: 100,
    sideOf: (at) => (at(element) === 1 ? 'held' : 'not'),
  })
  expect(Math.min(held.length, not.length)).toBeGreaterThan(10)
  const { contrasts } = explain({ lens, replay: replayOf(plan, kernelOf(plan)) }, open.that!, [held, not])
  const ways = contrasts.find(({ question }) => question.kind === 'ways')!
  expect([...ways.keys].sort()).toEqual(['blockade/bad', 'closed/ferry', 'struck/port', 'struck/town'])
  const [kept, cut] = ways.means.map(({ sizes }) => sizes![ways.keys.indexOf('blockade/bad')])
  expect(kept).toBe(0)
  expect(cut).toBeGreaterThan(0.1)
  expect(ways.apart?.isNoise).toBe(false)
})

test('what a supporter has carried turns on its giving too; so do its deliveries on the ways, and no decision does', () => {
  const kinds = (that: object): string[] =>
    questionsOf(lens, { ...open.that, ...that } as NonNullable<typeof open.that>).map(({ kind }) => kind)
  expect(kinds({ metric: 'routes.carried', of: 'shells' })).toEqual(['choice', 'ways'])
  const given = { metric: 'support.materiel', of: 'ally', for: 'good' }
  expect(kinds({ ...given, take: 'delivered' })).toEqual(['choice', 'ways'])
  expect(kinds({ ...given, take: 'decided' })).toEqual(['choice'])
})

test('a race of arms needs both an end and their coming; who is taken out is not barred', () => {
  const ended = { ...scenario, claims: [] }
  const bins = (name: string): readonly number[] =>
    played(ended, { design: DESIGN }).histograms.get(name)!.bins
  // The fighting goes on to the last day: jets are in time, and there is no race.
  expect(bins('arms-intime:jets')[0]).toBe(0)
  expect(bins('arms-race:jets').slice(1)).toEqual([0, 0])
  const without = { ...ended, without: { ...ended.without, actors: ['ally'] } }
  const bound = played(without, { design: DESIGN }).histograms.get('bound:ally:good:materiel')!.bins
  expect(bound[ENTRIES.indexOf('takenOut')]).toBe(128)
})

test('units on average are counted beyond the bins that tell them apart', () => {
  const { means, design } = played(scenario, { design: DESIGN })
  const all = design.batches * design.draws * design.playouts
  expect(Number(means.get('arms-delivered-mean:jets')!.sum) / 2 ** 40 / all).toBe(100)
})
