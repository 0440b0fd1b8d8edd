/** Laws of the routes: what gets through, what closes them, and what "secure" means. */
import { describe, expect, test } from 'vitest'
import type { Domain } from '../../src/scenario/flow.ts'
import { CHANNELS, type Scenario } from '../../src/scenario/scenario.ts'
import { type FlowOptions, nuclear } from '../engine/flow-world.ts'
import { lives } from '../engine/lives.ts'
import { played, playoutsIn, share } from '../engine/play.ts'
import { claim, range, world, type WorldOptions } from '../engine/world.ts'

const DESIGN = { batches: 8, draws: 64, playouts: 8 }
const ENABLEMENT = CHANNELS.indexOf('enablement')
const MATERIEL = CHANNELS.indexOf('materiel')
const FLOW = { shipped: 'routes.shipped', usual: 'routes.usual', ended: 'termination.ended' }
const RESTRAINT = 0.8

/** One lane of 100 t/day from port to town, and one shipment that would fill it. */
function lane(reach: Partial<Record<Domain, readonly string[]>>, flows: FlowOptions = {}): FlowOptions {
  return {
    places: { port: {}, town: {} },
    routes: { lane: { from: 'port', to: 'town', reach } },
    shipments: { bread: { from: ['port'], to: 'town' } },
    ...flows,
  }
}

function shipping(flows: FlowOptions, options: WorldOptions = {}): Scenario {
  return world({ ...options, flows })
}

function rare(p: number): number {
  return 4 * Math.sqrt((p * (1 - p)) / playoutsIn(DESIGN))
}

describe('the only route', () => {
  test.each(['air', 'land', 'legal'] as const)(
    'closed by %s lets nothing through while the fighting lasts',
    (domain) => {
      const closed = shipping(lane({ [domain]: ['bad'] }, { interdiction: { bad: { [domain]: 1 } } }), {
        ending: { duration: 10 },
      })
      for (const { shipped, ended } of lives(closed, FLOW)) {
        shipped.forEach((tonnes, day) => {
          const over = day > 0 && ended[day - 1] === 1
          expect(tonnes).toBe(over && domain !== 'legal' ? 100 : 0)
        })
      }
    },
  )

  test('is closed by a blockade from its day on, and open again after the end', () => {
    const flows = lane({ sea: ['bad'] }, { interdiction: { bad: { blockade: 0.6 } } })
    const looked = { ...FLOW, blockading: 'routes.blockading' }
    let closed = 0
    for (const { shipped, blockading, ended } of lives(
      shipping(flows, { ending: { duration: 20 } }),
      looked,
    )) {
      shipped.forEach((tonnes, day) => {
        expect(tonnes).toBe(blockading[day] ? 0 : 100)
        if (day > 0 && ended[day - 1]) expect(blockading[day]).toBe(0)
        else if (day > 0 && blockading[day - 1]) expect(blockading[day]).toBe(1)
        closed += blockading[day]!
      })
    }
    expect(closed).toBeGreaterThan(100)
  })

  test('is closed by nobody who does not fight', () => {
    const all = { blockade: 1, strikes: 1, air: 1, land: 1, legal: 1 }
    const flows = lane(
      { sea: ['ally'], air: ['ally'], land: ['ally'], legal: ['ally'] },
      { interdiction: { bad: all, good: all } },
    )
    for (const { shipped } of lives(shipping(flows), FLOW))
      expect(shipped.every((tonnes) => tonnes === 100)).toBe(true)
  })
})

describe('the anchors', () => {
  test.each([0.08, 0.5])('a blockade of %f is imposed by day 30 in that share of playouts', (blockade) => {
    const claims = [claim('sea', { metric: 'routes.blockading', of: 'bad', to: 30 })]
    const flows = lane({ sea: ['bad'] }, { interdiction: { bad: { blockade } } })
    const summary = played(shipping(flows, { claims }), { design: DESIGN })
    expect(Math.abs(share(summary, 'sea') - blockade)).toBeLessThan(rare(blockade))
  })

  test.each([
    [0.6, 1],
    [0.6, 0.5],
    [0.2, 1],
  ])(
    'a place that is struck with %f is struck by day 30 in that share of full campaigns (%f of one)',
    (struck, strikes) => {
      const places = { port: { reach: ['bad'], values: { struck, repair: 1e6 } }, town: {} }
      const claims = [
        claim('hit', { metric: 'routes.covered', of: 'bread', over: 'min', test: { op: '<', value: 0.995 } }),
      ]
      const flows = lane({}, { places, interdiction: { bad: { strikes } } })
      const summary = played(shipping(flows, { claims }), { design: DESIGN })
      const expected = 1 - (1 - struck) ** strikes
      // A blow too small to see (Beta(2, 3) below 1 in 100) costs less than 1 in 1,000.
      expect(Math.abs(share(summary, 'hit') - expected)).toBeLessThan(rare(expected) + 0.001)
    },
  )
})

test('half of the damage is mended after the repair time, half of the rest after as long again, and a hundredth is none', () => {
  const flows = lane(
    {},
    {
      places: { port: { reach: ['bad'], values: { struck: 0.7, repair: 5 } }, town: {} },
      interdiction: { bad: { strikes: 1 } },
    },
  )
  const looked = {
    hole: 'routes.hole',
    endured: 'routes.endured',
    exposure: 'routes.exposure',
    unhurt: 'routes.unhurt',
  }
  let mended = 0
  for (const { hole, unhurt } of lives(shipping(flows), looked)) {
    hole.forEach((gap, day) => {
      const quiet = unhurt.slice(day + 1, day + 11).every((share) => share === 1)
      if (gap === 0 || !quiet || day + 10 >= hole.length) return
      const left = (share: number): number => (gap * share < 0.01 ? 0 : gap * share)
      expect(hole[day + 5]).toBeCloseTo(left(0.5), 9)
      expect(hole[day + 10]).toBeCloseTo(left(0.25), 9)
      mended += 1
    })
  }
  expect(mended).toBeGreaterThan(50)
})

test('consent: the place is open on the days on which enough enablement is given, and on no other', () => {
  const places = { port: {}, town: { consent: { of: 'ally', for: 'good', level: 2 } } }
  const scenario = shipping(lane({}, { places }), {
    supporters: [{ id: 'ally', friend: { values: { stake: 1, access: 1 } } }],
    ending: { duration: 40 },
    crisis: { horizon: 80 },
    weights: { needAfter: 0 },
  })
  const looked = { shipped: FLOW.shipped, level: ['delivery.delivered', ENABLEMENT] } as const
  const seen = new Set<string>()
  for (const { shipped, level } of lives(scenario, looked)) {
    shipped.forEach((tonnes, day) => {
      expect(tonnes).toBe(level[day]! >= 2 ? 100 : 0)
      const was = day === 0 ? 0 : shipped[day - 1]!
      if (tonnes !== was) seen.add(tonnes > was ? 'given' : 'withdrawn')
    })
  }
  expect([...seen].sort()).toEqual(['given', 'withdrawn'])
})

describe('restraint towards a nuclear power that does not fight', () => {
  const flows = lane(
    { legal: ['bad'] },
    {
      routes: {
        lane: { from: 'port', to: 'town', carrier: 'ally', reach: { legal: ['bad'] }, capacity: 1000 },
      },
      shipments: { bread: { from: ['port'], to: 'town', demand: 1000 } },
      interdiction: { bad: { legal: 1 } },
    },
  )
  const shippedBy = (scenario: Scenario): number => lives(scenario, FLOW)[0]!.shipped.at(-1)!
  const weights = { restraint: RESTRAINT }

  test('leaves open what e^(−restraint) does not stop', () => {
    expect(shippedBy(nuclear(shipping(flows, { weights }), 'ally'))).toBe(
      Math.floor(1000 * (1 - Math.exp(-RESTRAINT))),
    )
  })

  test('is none where the carrier has no such weapons, or fights itself', () => {
    expect(shippedBy(shipping(flows, { weights }))).toBe(0)
    const routes = {
      lane: { from: 'port', to: 'town', carrier: 'good', reach: { legal: ['bad'] }, capacity: 1000 },
    }
    expect(shippedBy(nuclear(shipping({ ...flows, routes }, { weights }), 'good'))).toBe(0)
  })
})

test('food goes first: what is left over carries the oil', () => {
  const scenario = shipping(
    lane(
      {},
      {
        shipments: {
          crude: { cargo: 'oil', from: ['port'], to: 'town', demand: 90 },
          wheat: { cargo: 'food', from: ['port'], to: 'town', demand: 70 },
        },
      },
    ),
  )
  const [life] = lives(scenario, {
    wheat: ['routes.shipped', 0],
    crude: ['routes.shipped', 1],
    tight: ['routes.tightness', 1],
  })
  expect(life!.wheat.every((tonnes) => tonnes === 70)).toBe(true)
  expect(life!.crude.every((tonnes) => tonnes === 30)).toBe(true)
  expect(life!.tight.every((share) => share === 1)).toBe(true)
})

test('uptime and averages are read off the days: up means at least 70 % of what flowed before', () => {
  const places = { port: { reach: ['bad'], values: { struck: range(0.3, 0.8, 0.99), repair: 6 } }, town: {} }
  const scenario = shipping(lane({}, { places, interdiction: { bad: { strikes: 1 } } }))
  const looked = { ...FLOW, uptime: 'routes.uptime', average: 'routes.average', carried: 'routes.carried' }
  const shares = lives(scenario, looked).map(({ shipped, uptime, average, carried }) => {
    const days = shipped.length
    const sum = shipped.reduce((total, tonnes) => total + tonnes, 0)
    expect(uptime.at(-1)).toBeCloseTo(shipped.filter((tonnes) => tonnes >= 70).length / days, 12)
    expect(average.at(-1)).toBeCloseTo(sum / days, 9)
    expect(carried.at(-1)).toBe(sum)
    return uptime.at(-1)!
  })
  expect(new Set(shares).size).toBeGreaterThan(10)
})

test('a supporter ships only on days on which it gives materiel', () => {
  const shipments = { guns: { cargo: 'arms' as const, from: ['port'], to: 'town', by: 'ally', for: 'good' } }
  const supporters = [{ id: 'ally', actor: { utilisation: 0 }, friend: { values: { stake: 1 } } }]
  const looked = { ...FLOW, carried: 'routes.carried', level: ['delivery.delivered', MATERIEL] } as const
  let days = 0
  for (const { carried, level } of lives(shipping(lane({}, { shipments }), { supporters }), looked)) {
    carried.forEach((tonnes, day) => {
      expect(tonnes - (carried[day - 1] ?? 0)).toBe(level[day]! > 0 ? 100 : 0)
      days += Number(level[day]! > 0)
    })
  }
  expect(days).toBeGreaterThan(100)
})
