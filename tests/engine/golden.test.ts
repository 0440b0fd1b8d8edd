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
  groups: [{ id: 'band', values: { request: range(0.2, 0.5, 0.8), opposition: 0.6 } }],
  ending: { duration: range(5, 25, 120) },
  weights: { directContact: 0.01 },
  claims: [
    claim('voice', { test: { op: '>=', value: 2 } }),
    claim('force', { metric: 'support.combat' }),
    claim('band', { metric: 'proxies.launches', of: 'band', over: 'sum', test: { op: '>', value: 50 } }),
    claim('clash', { metric: 'escalation.incident' }),
    claim('truce', { metric: 'termination.ceasefire', of: '' }),
  ],
})

test.each(['wasm', 'interpreter'] as const)('the summary of the pinned world at seed 1 (%s)', (engine) => {
  const summary = played(SCENARIO, { seed: 1, design: { batches: 2, draws: 64, playouts: 4 }, engine })
  expect(SCENARIO.claims.map(({ id }) => share(summary, id))).toMatchInlineSnapshot(`
    [
      0.82421875,
      0.107421875,
      0.42578125,
      0.130859375,
      0.20703125,
    ]
  `)
  expect(createHash('sha256').update(canonical(summary)).digest('hex')).toMatchInlineSnapshot(
    `"0c0029f0f49d0da8358107759d074da2716cf8cb534d76897e93a3a334c05017"`,
  )
})
