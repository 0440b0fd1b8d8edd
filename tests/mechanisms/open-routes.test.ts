/** Laws of ways that are shared, shut and forgone: what stops a supporter, what closes a place, what is no bottleneck. */
import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { CHANNELS } from '../../src/scenario/scenario.ts'
import { type FlowOptions, nuclear } from '../engine/flow-world.ts'
import { lives } from '../engine/lives.ts'
import { played } from '../engine/play.ts'
import { claim, type Supporter, world, type WorldOptions } from '../engine/world.ts'

const ENABLEMENT = CHANNELS.indexOf('enablement')
const MATERIEL = CHANNELS.indexOf('materiel')
const SMALL = { batches: 1, draws: 8, playouts: 2 }

const keen = (id: string): Supporter => ({
  id,
  actor: { utilisation: 0 },
  friend: { values: { stake: 1, access: 1 } },
})
/** Shipments of arms from port to town, by supporter. */
const guns = (demands: Readonly<Record<string, number>>): NonNullable<FlowOptions['shipments']> =>
  Object.fromEntries(
    Object.entries(demands).map(([by, demand]) => [
      `guns-${by}`,
      { cargo: 'arms', from: ['port'], to: 'town', by, for: 'good', demand },
    ]),
  )

function lane(flows: FlowOptions, options: WorldOptions = {}): Scenario {
  const usual: FlowOptions = {
    places: { port: {}, town: {} },
    routes: { lane: { from: 'port', to: 'town' } },
  }
  return world({ ...options, flows: { ...usual, ...flows } })
}

describe('two supporters on one way', () => {
  const shared = { shipments: guns({ ally: 100, friend: 100 }) }
  const supporters = [keen('ally'), keen('friend')]
  const looked = {
    first: ['routes.shipped', 0],
    second: ['routes.shipped', 1],
    stopped: ['routes.stopped', 1],
    given: ['delivery.given', CHANNELS.length + MATERIEL],
    delivered: ['delivery.delivered', CHANNELS.length + MATERIEL],
  } as const

  test('share its room in the order of their ids, and the one that finds it full gives its materiel still', () => {
    let gives = 0
    for (const { first, second, stopped, given, delivered } of lives(lane(shared, { supporters }), looked)) {
      expect(first.every((tonnes) => tonnes === 100)).toBe(true)
      expect(second.every((tonnes) => tonnes === 0)).toBe(true)
      expect(stopped.every((flag) => flag === 0)).toBe(true)
      expect(delivered).toEqual(given)
      gives += delivered.filter((level) => level > 0).length
    }
    expect(gives).toBeGreaterThan(100)
  })

  test('are both stopped where it is closed', () => {
    const routes = { lane: { from: 'port', to: 'town', reach: { legal: ['bad'] } } }
    const closed = { ...shared, routes, interdiction: { bad: { legal: 1 } } }
    for (const { stopped, delivered } of lives(lane(closed, { supporters }), looked)) {
      expect(stopped.every((flag) => flag === 1)).toBe(true)
      expect(delivered.slice(1).every((level) => level === 0)).toBe(true)
    }
  })

  test('leave it to the other where one is taken out, whose usual flow stays what it was', () => {
    const gone = lane(shared, { supporters, without: { actors: ['ally'] } })
    const also = { ...looked, usual: 'routes.usual', covered: 'routes.covered', uptime: 'routes.uptime' }
    for (const { first, second, usual, covered, uptime } of lives(gone, also)) {
      expect(first.every((tonnes) => tonnes === 0)).toBe(true)
      expect(second.every((tonnes) => tonnes === 100)).toBe(true)
      expect(usual.every((tonnes) => tonnes === 100)).toBe(true)
      expect([...covered, ...uptime].every((share) => share === 0)).toBe(true)
    }
  })
})

describe('a shipment of less than a tonne a day', () => {
  const looked = {
    stopped: 'routes.stopped',
    carried: 'routes.carried',
    covered: 'routes.covered',
    uptime: 'routes.uptime',
    given: ['delivery.given', MATERIEL],
    delivered: ['delivery.delivered', MATERIEL],
  } as const

  test.each([0, 1])('neither carries nor stops, and nothing is missing of it: way closed by %f', (legal) => {
    const flows: FlowOptions = {
      routes: { lane: { from: 'port', to: 'town', reach: { legal: ['bad'] } } },
      shipments: guns({ ally: 0.5 }),
      interdiction: { bad: { legal } },
    }
    const all = lives(lane(flows, { supporters: [keen('ally')] }), looked)
    expect(all.some(({ delivered }) => delivered.some((level) => level > 0))).toBe(true)
    for (const { stopped, carried, covered, uptime, given, delivered } of all) {
      expect([...stopped, ...carried].every((value) => value === 0)).toBe(true)
      expect([...covered, ...uptime].every((share) => share === 1)).toBe(true)
      expect(delivered).toEqual(given)
    }
  })
})

test('where no attack comes consent stands as before the war', () => {
  const places = { port: {}, town: { consent: { of: 'ally', for: 'good', level: 2 } } }
  const flows = { places, shipments: { bread: { from: ['port'], to: 'town' } } }
  const calm = lives(
    lane(flows, { attack: false }),
    { shipped: 'routes.shipped', unconsented: 'routes.unconsented' },
    { design: SMALL },
  )
  for (const { shipped, unconsented } of calm) {
    expect(shipped.every((tonnes) => tonnes === 100)).toBe(true)
    expect(unconsented.every((share) => share === 0)).toBe(true)
  }
  const [crisis] = lives(lane(flows), { shipped: 'routes.shipped' }, { design: SMALL })
  expect(crisis!.shipped[0]).toBe(0)
})

test('a carrier that is taken out spares its routes nothing, which go on being used', () => {
  const flows: FlowOptions = {
    routes: { lane: { from: 'port', to: 'town', carrier: 'ally', reach: { legal: ['bad'] } } },
    shipments: { bread: { from: ['port'], to: 'town' } },
    interdiction: { bad: { legal: 0.5 } },
  }
  const shipped = (options: WorldOptions): number =>
    lives(nuclear(lane(flows, options), 'ally'), { it: 'routes.shipped' }, { design: SMALL })[0]!.it.at(-1)!
  expect(shipped({ weights: { restraint: 1 } })).toBe(Math.floor(100 * (1 - 0.5 * Math.exp(-1))))
  expect(shipped({ weights: { restraint: 1 }, without: { actors: ['ally'] } })).toBe(50)
})

test('a way that the last day of the crisis found closed carries again once it is open', () => {
  const flows: FlowOptions = {
    // The least damage shuts the lane for the day, and is mended soon.
    places: { port: { reach: ['bad'], values: { struck: 0.99, repair: 1 } }, town: {} },
    routes: { lane: { from: 'port', to: 'town', capacity: 1 } },
    shipments: guns({ ally: 1 }),
    interdiction: { bad: { strikes: 1 } },
  }
  const horizon = 25
  const claims = [claim('late', { metric: 'routes.carried', of: 'guns-ally', to: 90 })]
  const looked = {
    stopped: 'routes.stopped',
    shipped: 'routes.shipped',
    carried: 'routes.carried',
    given: ['delivery.given', MATERIEL],
    delivered: ['delivery.delivered', MATERIEL],
  } as const
  let frozen = 0
  const scenario = lane(flows, { supporters: [keen('ally')], claims, crisis: { horizon } })
  for (const { shipped, carried, given, delivered } of lives(scenario, looked)) {
    if (given[horizon] === 0 || delivered[horizon]! > 0) continue
    frozen += 1
    const later = shipped.slice(horizon + 1).reduce((sum, tonnes) => sum + tonnes, 0)
    expect(later).toBeGreaterThan(0)
    expect(carried.at(-1)! - carried[horizon]!).toBe(later)
  }
  expect(frozen).toBeGreaterThan(3)
})

describe('what holds a shipment back', () => {
  const looked = {
    tight: 'routes.tightness',
    shut: 'routes.shutness',
    unconsented: ['routes.unconsented', 1],
    level: ['delivery.delivered', ENABLEMENT],
  } as const
  const flows: FlowOptions = {
    places: { port: {}, town: { consent: { of: 'ally', for: 'good', level: 2 } } },
    shipments: { bread: { from: ['port'], to: 'town', demand: 150 } },
  }

  test('is the room of its way on days on which that is open, and else what closes it, or its host', () => {
    let [open, closed] = [0, 0]
    for (const { tight, shut, unconsented, level } of lives(
      lane(flows, { supporters: [keen('ally')] }),
      looked,
    )) {
      const days = level.length
      const granted = level.filter((one) => one >= 2).length
      expect(tight.at(-1)).toBeCloseTo(granted / days, 12)
      expect(shut.at(-1)).toBeCloseTo((days - granted) / days, 12)
      expect(unconsented.at(-1)).toBeCloseTo((days - granted) / days, 12)
      open += granted
      closed += days - granted
    }
    expect(Math.min(open, closed)).toBeGreaterThan(100)
  })

  test('is kept for the summary', () => {
    const { means } = played(lane(flows), { design: SMALL })
    expect([...means.keys()]).toEqual(
      expect.arrayContaining(['tight:bread:lane', 'shut:bread:lane', 'unconsented:port', 'unconsented:town']),
    )
  })
})
