/** One small world at one seed, to the last bit. A change here is a breaking change and belongs in the changelog. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonical, played, share } from './play.ts'
import { claim, councilOf, range, world } from './world.ts'

const SCENARIO = world({
  supporters: [
    { id: 'ally', friend: { values: { stake: range(0.2, 0.5, 0.8) }, clauses: ['defence'] } },
    { id: 'rogue', recipient: 'bad', foe: { clauses: ['neutrality'] } },
  ],
  council: councilOf({
    permanent: ['ally'],
    threshold: 1,
    drafts: [{ id: 'd1', tabled: 0.5, votes: { ally: [0.5, 0.3, 0.2, 0], rogue: [0.2, 0.3, 0.5, 0] } }],
  }),
  claims: [claim('voice', { test: { op: '>=', value: 2 } }), claim('force', { metric: 'support.combat' })],
})

test.each(['wasm', 'interpreter'] as const)('the summary of the pinned world at seed 1 (%s)', (engine) => {
  const summary = played(SCENARIO, { seed: 1, design: { batches: 2, draws: 64, playouts: 4 }, engine })
  expect([share(summary, 'voice'), share(summary, 'force')]).toMatchInlineSnapshot(`
    [
      0.8203125,
      0.166015625,
    ]
  `)
  expect(createHash('sha256').update(canonical(summary)).digest('hex')).toMatchInlineSnapshot(
    `"574fe263e558b0380c4a35bece28e464a0833aac054d4119441165c11fd81a50"`,
  )
})
