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
      0.826171875,
      0.138671875,
    ]
  `)
  expect(createHash('sha256').update(canonical(summary)).digest('hex')).toMatchInlineSnapshot(
    `"1ac7ad5324b329b43618dca2fd795590aca9798cece071a81f9774765933b944"`,
  )
})
