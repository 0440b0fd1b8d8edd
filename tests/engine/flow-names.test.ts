/** Chance of flows is named, so nobody's number moves when another place comes in; and what is not there costs nothing. */
import { describe, expect, test } from 'vitest'
import { lower } from '../../src/engine/lower.ts'
import { makePlan } from '../../src/engine/plan.ts'
import { spaceOf } from '../../src/engine/space.ts'
import type { MechanismText } from '../../src/formula/mechanism.ts'
import { mechanism } from '../../src/mechanisms/axes.ts'
import { MECHANISMS } from '../../src/mechanisms/mechanisms.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import type { FlowOptions } from './flow-world.ts'
import { canonical, played } from './play.ts'
import { world } from './world.ts'

const AXES = ['p', 'a', 'c', 'i', 'm', 'u', 'b', 'j', 's', 'r']

/** A draw on every axis that a flow may have, and one for each hit on each place. */
const EVERYWHERE = mechanism('everywhere', {
  about: 'A trial.',
  limits: 'Only a trial.',
  reads: {},
  draws: Object.fromEntries([...AXES, 'ps'].map((of) => [`luck_${of}`, { of, law: 'uniform' as const }])),
  equations: [
    [...AXES, 'ps']
      .map((of) => `x_${of}[${[...of].join(', ')}] = luck_${of}[${[...of].join(', ')}]`)
      .join('\n'),
  ],
})

function flowsWith(more: readonly string[]): FlowOptions {
  const of = <T>(ids: readonly string[], one: T): Record<string, T> =>
    Object.fromEntries([...ids, ...more.map((name) => `${name}-${ids[0]}`)].map((id) => [id, one]))
  return {
    places: of(['bay', 'cove'], {}),
    routes: of(['way', 'walk'], { from: 'bay', to: 'cove' }),
    shipments: of(['corn', 'diesel'], { from: ['bay'], to: 'cove' }),
    arms: of(['jets', 'tanks'], { from: 'ally', to: 'good' }),
    markets: { good: { buyers: of(['ally', 'others'], {}) } },
  }
}

/** Key and index of every draw, by the name of whose it is. */
function streams(scenario: Scenario): Map<string, string> {
  const { slots } = lower(scenario, [EVERYWHERE])
  const space = spaceOf(scenario)
  const ids: Record<string, readonly string[]> = {
    p: space.places,
    a: space.routes,
    c: space.shipments,
    i: space.items,
    m: space.markets,
    u: space.buyers.map(({ market, buyer }) => `${market}/${buyer}`),
    b: space.belligerents,
  }
  const found = new Map<string, string>()
  for (const { element, key, index } of makePlan(scenario, { mechanisms: [EVERYWHERE] }).chances) {
    const [name, held] = [...slots].find(
      ([, { slot }]) =>
        slot.name.includes(':') && element >= slot.offset && element < slot.offset + slot.size,
    )!
    const [letter = '', hit] = name.slice(name.indexOf('_') + 1)
    const at = element - held.slot.offset
    const hits = hit === undefined ? 1 : held.slot.shape[1]!
    const owner = ids[letter]?.[Math.floor(at / hits)] ?? at
    found.set(`${name} ${owner} ${at % hits}`, `${key.high}/${key.low}/${index}`)
  }
  return found
}

describe('the stream of a draw', () => {
  const few = streams(world({ flows: flowsWith([]) }))
  const many = streams(world({ flows: flowsWith(['a', 'm', 'z']) }))

  test('stays the same when others come before it and after it', () => {
    expect(few.size).toBeGreaterThan(30)
    expect(many.size).toBeGreaterThan(few.size)
    for (const [name, stream] of few) expect(many.get(name), name).toBe(stream)
  })

  test('is nobody else’s', () => {
    expect(new Set(many.values()).size).toBe(many.size)
  })
})

describe('an axis on which nothing stands', () => {
  const all = flowsWith([])
  test.each(['places', 'shipments', 'arms', 'markets', 'routes'] as const)(
    'is no hindrance: no %s',
    (none) => {
      const { places, routes, shipments, markets, ...rest } = { ...all, [none]: {} }
      const isBare = none === 'places'
      const flows: FlowOptions = {
        ...rest,
        places: places ?? {},
        routes: isBare ? {} : (routes ?? {}),
        shipments: isBare ? {} : (shipments ?? {}),
        markets: markets ?? {},
      }
      const scenario = world({ flows, crisis: { horizon: 3 } })
      const design = { batches: 1, draws: 4, playouts: 1 }
      expect(canonical(played(scenario, { design, lanes: 2 }))).toBe(
        canonical(played(scenario, { design, engine: 'interpreter' })),
      )
    },
  )

  test('is no hindrance: no supporter, whose consent and support nobody reads', () => {
    const { arms: _, ...rest } = all
    const scenario = world({ supporters: [], flows: rest, crisis: { horizon: 3 } })
    const design = { batches: 1, draws: 4, playouts: 1 }
    expect(canonical(played(scenario, { design, lanes: 2 }))).toBe(
      canonical(played(scenario, { design, engine: 'interpreter' })),
    )
  })
})

test('what is solved for is not remembered: whoever wants yesterday’s holds it in a variable', () => {
  const reader = (equations: MechanismText['equations']) =>
    mechanism('reader', {
      about: 'A trial.',
      limits: 'Only a trial.',
      reads: { 'routes.shipped': { of: 'c', unit: 't/day', from: 'mechanism' } },
      units: { was: 't/day', held: 't/day' },
      equations,
    })
  const scenario = world({ flows: flowsWith([]) })
  expect(() => lower(scenario, [...MECHANISMS, reader(['was[c] = last(routes.shipped[c])'])])).toThrow(
    /not kept/,
  )
  const holding = reader(['was[c] = last(held[c])\nheld[c] = routes.shipped[c]'])
  expect(() => lower(scenario, [...MECHANISMS, holding])).not.toThrow()
})
