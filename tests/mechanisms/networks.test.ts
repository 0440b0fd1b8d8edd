/** Laws of the routes that hold in any network: nothing flows beyond its room, and who is out of reach is not slowed. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CARGOES, DOMAINS } from '../../src/scenario/flow.ts'
import { type FlowOptions, nuclear } from '../engine/flow-world.ts'
import { lives } from '../engine/lives.ts'
import { world } from '../engine/world.ts'

const FLOW = { shipped: 'routes.shipped', usual: 'routes.usual' }

const PLACES = ['a', 'b', 'c', 'd', 'e']
const REACHED = fc.subarray(['bad', 'good', 'ally'])
const anyReach = fc.record({ sea: REACHED, air: REACHED, land: REACHED, legal: REACHED })
const anyShare = fc.double({ min: 0, max: 0.8, noNaN: true })
const anyPress = fc.record({
  blockade: anyShare,
  strikes: anyShare,
  air: anyShare,
  land: anyShare,
  legal: anyShare,
})
const anyRoutes = fc.array(
  fc.record({
    from: fc.constantFrom('a', 'b', 'c'),
    to: fc.constantFrom('c', 'd', 'e'),
    capacity: fc.integer({ min: 20, max: 300 }),
    carrier: fc.constantFrom('ally', 'bad'),
    reach: anyReach,
  }),
  { minLength: 1, maxLength: 9 },
)

const anyNetwork = fc.record({
  routes: anyRoutes,
  places: fc.record(
    Object.fromEntries(
      PLACES.map((id) => [
        id,
        fc.record({
          reach: REACHED,
          values: fc.record({ struck: anyShare, repair: fc.integer({ min: 1, max: 40 }) }),
        }),
      ]),
    ),
  ),
  shipments: fc.array(
    fc.record({ cargo: fc.constantFrom(...CARGOES), demand: fc.integer({ min: 0, max: 400 }) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  ),
  interdiction: fc.record({ bad: anyPress, good: anyPress }),
})
type Network = typeof anyNetwork extends fc.Arbitrary<infer T> ? T : never

function flowsOf({ routes, shipments, places, interdiction }: Network): FlowOptions {
  return {
    places,
    interdiction,
    routes: Object.fromEntries(routes.map((route, at) => [`r${at}`, route])),
    shipments: Object.fromEntries(
      shipments.map((shipment, at) => [`s${at}`, { ...shipment, from: ['a', 'b'], to: 'e' }]),
    ),
  }
}

const TINY = { batches: 1, draws: 4, playouts: 2 }
const LOOKS = 25

describe('in any network', () => {
  test('no route carries more than it has room for, no shipment more than is wanted or could be shipped before', () => {
    let moved = 0
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const scenario = nuclear(world({ flows: flowsOf(network), ending: { duration: 20 } }), 'ally')
        const looked = Object.fromEntries([
          ...network.routes.flatMap((_, at) => [
            [`used ${at}`, ['routes.used', at]],
            [`room ${at}`, ['routes.room', at]],
            [`usual ${at}`, ['routes.usualRoom', at]],
          ]),
          ...network.shipments.flatMap((_, at) => [
            [`shipped ${at}`, ['routes.shipped', at]],
            [`wanted ${at}`, ['routes.wanted', at]],
            [`uptime ${at}`, ['routes.uptime', at]],
          ]),
          ['first', 'routes.usual'],
        ]) as Record<string, readonly [string, number]>
        for (const life of lives<string>(scenario, looked, { design: TINY })) {
          const at = (name: string, day: number): number => life[name]![day]!
          life['first']!.forEach((first, day) => {
            network.routes.forEach((_, route) => {
              expect(at(`used ${route}`, day)).toBeLessThanOrEqual(at(`room ${route}`, day))
              expect(at(`room ${route}`, day)).toBeLessThanOrEqual(at(`usual ${route}`, day))
              moved += at(`used ${route}`, day)
            })
            network.shipments.forEach((_, shipment) => {
              expect(at(`shipped ${shipment}`, day)).toBeLessThanOrEqual(at(`wanted ${shipment}`, day))
              expect(at(`uptime ${shipment}`, day)).toBeGreaterThanOrEqual(0)
              expect(at(`uptime ${shipment}`, day)).toBeLessThanOrEqual(1)
            })
            expect(at('shipped 0', day)).toBeLessThanOrEqual(first)
          })
        }
      }),
      { numRuns: LOOKS },
    )
    expect(moved).toBeGreaterThan(0)
  })

  test('whoever can no longer reach a route or a place never lowers what is shipped first', () => {
    let gained = 0
    fc.assert(
      fc.property(anyNetwork, fc.constantFrom(...DOMAINS, 'strikes'), fc.nat(), (network, domain, pick) => {
        // From one of them, or from all.
        const isFreed = (at: number): boolean => pick % 2 === 0 || at === pick % network.routes.length
        const freed: Network =
          domain === 'strikes'
            ? {
                ...network,
                interdiction: { ...network.interdiction, bad: { ...network.interdiction.bad, strikes: 0 } },
              }
            : {
                ...network,
                routes: network.routes.map((one, at) =>
                  isFreed(at) ? { ...one, reach: { ...one.reach, [domain]: [] } } : one,
                ),
              }
        const before = lives(world({ flows: flowsOf(network) }), FLOW, { design: TINY })
        const after = lives(world({ flows: flowsOf(freed) }), FLOW, { design: TINY })
        after.forEach(({ shipped }, playout) => {
          shipped.forEach((tonnes, day) => {
            expect(tonnes).toBeGreaterThanOrEqual(before[playout]!.shipped[day]!)
            gained += tonnes - before[playout]!.shipped[day]!
          })
        })
      }),
      // Few worlds gain anything: a seed under which some do.
      { numRuns: 2 * LOOKS, seed: 2 },
    )
    expect(gained).toBeGreaterThan(0)
  })

  test('without an attack all is as before it, and up wherever anything flowed or nothing was wanted', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const scenario = world({ flows: flowsOf(network), attack: false })
        const looked = {
          shipped: FLOW.shipped,
          usual: FLOW.usual,
          wanted: 'routes.wanted',
          uptime: 'routes.uptime',
        }
        for (const { shipped, usual, wanted, uptime } of lives(scenario, looked, { design: TINY })) {
          expect(shipped).toEqual(usual)
          expect(uptime.every((share) => share === Number(usual[0]! > 0 || wanted[0] === 0))).toBe(true)
        }
      }),
      { numRuns: LOOKS },
    )
  })
})
