/** How likely members are to vote how, as `foedus run -v` tells it. */
import { expect, test } from 'vitest'
import { makePlan } from '../../src/engine/plan.ts'
import { voteChances } from '../../src/engine/vote-chances.ts'
import { councilOf } from './council-world.ts'
import { calmWorld } from './full-world.ts'
import { range } from './world.ts'

const DESIGN = { batches: 2, draws: 16, playouts: 2 }
const council = councilOf({
  unstated: { mild: range(0, 0.1, 0.2), averse: range(0.8, 0.9, 1) },
  drafts: [
    {
      id: 'd',
      sponsor: 'ally',
      values: { strength: 1 },
      votes: { ally: 'yes', other: [0.2, 0.3, 0.4, 0.1] },
    },
  ],
})
const world = { ...calmWorld([]), council }
const chances = voteChances(world, makePlan(world, { design: DESIGN })).get('d')!

test('who has stated a vote has the chances that were stated', () => {
  expect(chances.get('ally')).toEqual({ yes: 1, abstain: 0, no: 0 })
  const { yes, abstain, no } = chances.get('other')!
  for (const [found, stated] of [
    [yes, 0.2],
    [abstain, 0.3],
    [no, 0.4],
  ] as const)
    expect(found).toBeCloseTo(stated, 12)
})

test('who votes by the rule leaves nothing out, and strong measures find the averse less willing', () => {
  const [mild, averse] = ['mild', 'averse'].map((id) => chances.get(id)!)
  for (const { yes, abstain, no } of [mild!, averse!]) expect(yes + abstain + no).toBeCloseTo(1, 12)
  expect(averse!.yes).toBeLessThan(mild!.yes)
})

test('without a council there is nothing to tell', () => {
  const { council: _, ...bare } = world
  expect(voteChances(bare, makePlan(bare, { design: DESIGN })).size).toBe(0)
})
