/** Laws of bits: where there is no council and nobody to join nothing changes, and both engines agree where there is. */
import { expect, test } from 'vitest'
import type { CoalitionOptions } from '../engine/coalition-world.ts'
import { canonical, played } from '../engine/play.ts'
import { claim, councilOf, world } from '../engine/world.ts'
import { KEEN } from './keen.ts'

test('a world without candidates is, to the bit, the world without the mechanism', () => {
  const scenario = world({ council: councilOf({ drafts: [{ id: 'd1', votes: { ally: 'yes' } }] }) })
  const less = { ...scenario, without: { actors: [], mechanisms: ['coalition', 'legitimacy'] } }
  expect(canonical(played(scenario))).toBe(canonical(played(less)))
})

test('both engines agree to the bit on councils, standing and coalitions', () => {
  const coalitions: CoalitionOptions = {
    good: { mandate: 0.5, candidates: { uk: KEEN, usa: KEEN } },
    bad: { candidates: { north: KEEN } },
  }
  const council = councilOf({
    threshold: 1,
    permanent: ['ally'],
    bypass: true,
    blocs: [{ members: ['ally', 'friend'], rho: 0.6 }],
    unstated: { ally: 0.4, friend: 0.5 },
    drafts: [
      {
        id: 'd1',
        type: 'authorise',
        votes: { third: [0.4, 0.3, 0.3, 0] },
        values: { assembly: 0.7, assemblyAdopts: 0.8, strength: 1 },
      },
    ],
  })
  const claims = ['uk', 'usa'].map((of) => claim(of, { metric: 'coalition.role', of }))
  const scenario = world({ coalitions, council, claims, weights: { coalitionBase: -1 } })
  const [one, other] = (['wasm', 'interpreter'] as const).map((engine) =>
    canonical(played(scenario, { engine })),
  )
  expect(one).toBe(other)
})
