/** Laws of the greatest flow: no more could get through, nothing is lost on the way, and the first comes first. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Flow, flowSolver, type Network } from '../../src/base/flow.ts'
import { bestInOrder } from './flow-program.ts'

interface Case {
  readonly network: Network
  readonly room: readonly number[]
  readonly demand: readonly number[]
}

/** Small rooms, so that ties and full routes are common; parallel routes and routes in a circle included. */
function cases(shipments: number, sinks: 'one' | 'any'): fc.Arbitrary<Case> {
  return fc
    .record({
      places: fc.integer({ min: 2, max: 9 }),
      arcs: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(12)), { maxLength: 24 }),
      wants: fc.array(
        fc.record({
          sources: fc.uniqueArray(fc.nat(8), { minLength: 1, maxLength: 3 }),
          sink: fc.nat(8),
          demand: fc.oneof(fc.nat(30), fc.constant(1000)),
        }),
        { minLength: 1, maxLength: shipments },
      ),
    })
    .map(({ places, arcs, wants }) => ({
      network: {
        places,
        tails: arcs.map(([tail]) => tail % places),
        heads: arcs.map(([, head]) => head % places),
        order: arcs.map((_, route) => route),
        shipments: wants.map(({ sources, sink }) => ({
          sources: [...new Set(sources.map((source) => source % places))],
          sink: (sinks === 'one' ? wants[0]!.sink : sink) % places,
        })),
      },
      room: arcs.map(([, , room]) => room),
      demand: wants.map(({ demand }) => demand),
    }))
}

function solved({ network, room, demand }: Case): { readonly [key in keyof Flow]: number[] } {
  const { shipped, used, tight, open } = flowSolver(network)(room, demand)
  return { shipped: [...shipped], used: [...used], tight: [...tight], open: [...open] }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** What arrives at a place over routes, less what leaves it. */
function net({ tails, heads }: Network, used: readonly number[], place: number): number {
  return sum(
    used.map(
      (amount, route) => (heads[route] === place ? amount : 0) - (tails[route] === place ? amount : 0),
    ),
  )
}

describe('one shipment', () => {
  test('gets as much as a linear program finds, and as the cut lets through: 1,000 networks', () => {
    let held = 0
    fc.assert(
      fc.property(cases(1, 'one'), (one) => {
        const { shipped, used, tight } = solved(one)
        expect(shipped).toEqual(bestInOrder(one.network, one.room, one.demand))
        const cut = one.room.filter((_, route) => tight[route])
        if (shipped[0] === one.demand[0]) expect(sum(tight)).toBe(0)
        else {
          held += 1
          expect(sum(cut)).toBe(shipped[0])
        }
        used.forEach((amount, route) => {
          if (tight[route]) expect(amount).toBe(one.room[route])
        })
      }),
      { seed: 1, numRuns: 1000 },
    )
    expect(held).toBeGreaterThan(300)
  })

  test('gets nothing once the only route is closed, all of it where it is already there', () => {
    const network: Network = {
      places: 2,
      tails: [0],
      heads: [1],
      order: [0],
      shipments: [{ sources: [0], sink: 1 }],
    }
    expect(solved({ network, room: [7], demand: [5] })).toMatchObject({ shipped: [5], used: [5], tight: [0] })
    expect(solved({ network, room: [7], demand: [9] })).toMatchObject({ shipped: [7], used: [7], tight: [1] })
    expect(solved({ network, room: [0], demand: [9] })).toMatchObject({ shipped: [0], used: [0], tight: [1] })
    const there = { ...network, shipments: [{ sources: [0, 1], sink: 1 }] }
    expect(solved({ network: there, room: [0], demand: [9] }).shipped).toEqual([9])
  })

  test('takes the shorter way first, and of two alike the one that stands first in the order', () => {
    const around: Network = {
      places: 3,
      tails: [0, 2, 0, 0],
      heads: [2, 1, 1, 1],
      order: [3, 0, 1, 2],
      shipments: [{ sources: [0], sink: 1 }],
    }
    expect(solved({ network: around, room: [5, 5, 5, 5], demand: [3] }).used).toEqual([0, 0, 0, 3])
    expect(solved({ network: around, room: [5, 5, 5, 5], demand: [8] }).used).toEqual([0, 0, 3, 5])
    expect(solved({ network: around, room: [5, 5, 5, 5], demand: [12] }).used).toEqual([2, 2, 5, 5])
  })
})

describe('many shipments', () => {
  test('to one destination share it in order, as a linear program shares it', () => {
    fc.assert(
      fc.property(cases(4, 'one'), (one) => {
        expect(solved(one).shipped).toEqual(bestInOrder(one.network, one.room, one.demand))
      }),
      { seed: 2, numRuns: 300 },
    )
  })

  test('to another destination get what the earlier have left of each route', () => {
    fc.assert(
      fc.property(cases(3, 'one'), fc.nat(8), (one, place) => {
        const { network, room, demand } = one
        const earlier = solved(one)
        const sink = place % network.places
        fc.pre(sink !== network.shipments[0]!.sink)
        const later = { sources: network.shipments[0]!.sources, sink }
        const all = solved({
          ...one,
          network: { ...network, shipments: [...network.shipments, later] },
          demand: [...demand, 20],
        })
        expect(all.shipped.slice(0, -1)).toEqual(earlier.shipped)
        const left = room.map((most, route) => most - earlier.used[route]!)
        expect(all.shipped.slice(-1)).toEqual(bestInOrder({ ...network, shipments: [later] }, left, [20]))
      }),
      { seed: 3, numRuns: 300 },
    )
  })

  test('lose nothing between where they leave and where they arrive, and no route carries more than it holds', () => {
    fc.assert(
      fc.property(cases(4, 'any'), (one) => {
        const { network, room, demand } = one
        const { shipped, used, tight } = solved(one)
        used.forEach((amount, route) => {
          expect(amount).toBeGreaterThanOrEqual(0)
          expect(amount).toBeLessThanOrEqual(room[route]!)
          expect(Number.isInteger(amount)).toBe(true)
        })
        shipped.forEach((amount, at) => {
          expect(amount).toBeLessThanOrEqual(demand[at]!)
          const cut = tight.slice(at * room.length, (at + 1) * room.length)
          if (amount === demand[at]) expect(sum(cut)).toBe(0)
          cut.forEach((isTight, route) => {
            if (isTight) expect(used[route]).toBe(room[route])
          })
        })
        for (let place = 0; place < network.places; place++) {
          const arrives = sum(shipped.filter((_, at) => network.shipments[at]!.sink === place))
          const leaves = sum(shipped.filter((_, at) => network.shipments[at]!.sources.includes(place)))
          expect(net(network, used, place)).toBeLessThanOrEqual(arrives)
          expect(net(network, used, place)).toBeGreaterThanOrEqual(arrives - leaves)
        }
      }),
      { seed: 4, numRuns: 1000 },
    )
  })

  test('to one destination get no less in all, and the first none the less, for more room or another route', () => {
    fc.assert(
      fc.property(cases(4, 'one'), fc.nat(), fc.integer({ min: 1, max: 9 }), (one, which, more) => {
        fc.pre(one.room.length > 0)
        const widened = one.room.map((room, route) =>
          route === which % one.room.length ? room + more : room,
        )
        const [before, after] = [solved(one).shipped, solved({ ...one, room: widened }).shipped]
        expect(sum(after)).toBeGreaterThanOrEqual(sum(before))
        expect(after[0]).toBeGreaterThanOrEqual(before[0]!)
      }),
      { seed: 5, numRuns: 1000 },
    )
  })

  test('the first never gets less for more room, wherever the others go', () => {
    fc.assert(
      fc.property(cases(4, 'any'), fc.nat(), fc.integer({ min: 1, max: 9 }), (one, which, more) => {
        fc.pre(one.room.length > 0)
        const widened = one.room.map((room, route) =>
          route === which % one.room.length ? room + more : room,
        )
        expect(solved({ ...one, room: widened }).shipped[0]).toBeGreaterThanOrEqual(solved(one).shipped[0]!)
      }),
      { seed: 6, numRuns: 500 },
    )
  })
})

test('a way is open where routes with room lead there, whatever is wanted and whatever others send', () => {
  let full = 0
  fc.assert(
    fc.property(cases(4, 'any'), (one) => {
      const { network, room, demand } = one
      const { shipped, open } = solved(one)
      const leads = network.shipments.map(({ sources, sink }) => {
        const reached = new Set(sources)
        // A way is no longer than there are places.
        for (let leg = 0; leg < network.places; leg++) {
          network.tails.forEach((tail, route) => {
            if (room[route]! >= 1 && reached.has(tail)) reached.add(network.heads[route]!)
          })
        }
        return Number(reached.has(sink))
      })
      expect(open).toEqual(leads)
      expect(solved({ ...one, demand: demand.map(() => 0) }).open).toEqual(leads)
      full += shipped.filter((amount, at) => amount === 0 && demand[at]! > 0 && open[at] === 1).length
    }),
    { seed: 8, numRuns: 500 },
  )
  expect(full).toBeGreaterThan(20)
})

test('a solver that has answered before answers like a new one, and takes fractions as whole numbers', () => {
  fc.assert(
    fc.property(cases(4, 'any'), fc.double({ min: 0, max: 0.999, noNaN: true }), (one, part) => {
      const solve = flowSolver(one.network)
      solve(
        one.room.map((room) => room + 3),
        one.demand.map(() => 7),
      )
      const again = solve(
        one.room.map((room) => room + part),
        one.demand.map((demand) => demand + part),
      )
      expect([...again.used]).toEqual(solved(one).used)
      expect([...again.shipped]).toEqual(solved(one).shipped)
      expect([...again.tight]).toEqual(solved(one).tight)
      expect([...again.open]).toEqual(solved(one).open)
    }),
    { seed: 7, numRuns: 300 },
  )
})
