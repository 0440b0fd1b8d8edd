/** Arms, routes, livelihoods and shared intelligence in plain words: conditions, facts, quantities, changes, events. */
import { describe, expect, test } from 'vitest'
import type { TraceEvent } from '../../src/engine/trace.ts'
import { METRICS } from '../../src/mechanisms/metrics.ts'
import { amountText, lawText } from '../../src/report/amount-text.ts'
import { changeText } from '../../src/report/change-text.ts'
import { PLAIN } from '../../src/report/colour.ts'
import { conditionText } from '../../src/report/condition-text.ts'
import { quantitiesById } from '../../src/report/inputs.ts'
import { quantityText } from '../../src/report/quantity-text.ts'
import { traceScreen } from '../../src/report/trace-screen.ts'
import { otherwise } from '../../src/report/world-difference.ts'
import type { Condition } from '../../src/scenario/scenario.ts'
import { asked } from './asked.ts'
import { scenarioOfFlows } from './make-flows.ts'

const scenario = scenarioOfFlows()
const fact = (path: string, value: number, op: '>=' | '==' = '=='): Condition => ({
  kind: 'fact',
  path,
  value: quantitiesById(scenario).get(`${path.replace(/^(market|shipment|route|place)\./u, '$1s.')}`) ?? 0,
  test: { op, value },
})
const no = { op: '==', value: 0 } as const
const pair = { for: 'avalon' }

describe('amounts', () => {
  test.each([
    [7200, 't/day', '7.2 kt/day'],
    [300, 't/day', '300 t/day'],
    [0, 't/day', '0 t/day'],
    [1_600_000, 'bbl/day', '1.6 mbbl/day'],
    [14_500_000_000, 'USD', '14.5 USD bn'],
    [-2_000_000, 'USD/day', '-2 USD m/day'],
    [80, 'USD/bbl', '80 USD/bbl'],
    [24, 'count', '24'],
    [0.05, 'count/day', '1.52 count/month'],
    [3, 'count/day', '3 count/day'],
    [1, 'day', '1 day'],
    [60, 'day', '60 days'],
    [0.7, 'fraction', '0.7'],
  ])('%d %s reads %s', (value, unit, text) => {
    expect(amountText(value, unit)).toBe(text)
  })

  test('the points of a law share the unit of its middle', () => {
    const law = { kind: 'quantiles', p05: 3600, p50: 7200, p95: 15_000 } as const
    expect(lawText({ law, unit: 't/day' })).toBe('7.2 (3.6 to 15) kt/day')
  })
})

describe('conditions', () => {
  test.each<[Condition, string]>([
    [
      asked('arms.delivered', 'jets', { test: { op: '>=', value: 4 } }),
      'Falcon jets, Cascadia → Avalon: units delivered reaches 4 or more, days 0-60',
    ],
    [
      asked('arms.delivered', 'jets', { test: no, to: 300 }),
      'Falcon jets, Cascadia → Avalon: units delivered stays at 0, days 0-300 (2020-11-27)',
    ],
    [
      asked('arms.deliveredShare', 'jets', { over: 'last', test: { op: '>=', value: 0.5 } }),
      'Falcon jets, Cascadia → Avalon: share of the order delivered ends at 0.5 or more, days 0-60',
    ],
    [
      asked('arms.released', 'jets', { test: no }),
      'Falcon jets, Cascadia → Avalon: held back by the supplier, days 0-60',
    ],
    [
      asked('routes.shipped', 'grain', { over: 'min', test: { op: '>=', value: 4000 } }),
      'grain from Cascadia: what gets through at its lowest is 4 kt/day or more, days 0-60',
    ],
    [
      asked('routes.shipped', 'grain', { over: 'sum', test: { op: '>=', value: 400_000 } }),
      'grain from Cascadia: what gets through adds up to 400 kt or more, days 0-60',
    ],
    [
      asked('routes.shipped', 'grain', { test: { op: '<', value: 1 } }),
      'grain from Cascadia: what gets through stays below 1 t/day, days 0-60',
    ],
    [
      asked('arms.inProduction', 'jets', { to: 0 }),
      'Falcon jets, Cascadia → Avalon: units in production is 1 or more, day 0',
    ],
    [asked('routes.blockading', 'borduria'), 'Borduria: a blockade, days 0-60'],
    [
      asked('routes.blockading', 'borduria', { over: 'sum', test: { op: '>=', value: 30 } }),
      'Borduria: days of blockade add up to 30 or more, days 0-60',
    ],
    [
      asked('routes.blockading', 'borduria', { over: 'last', test: no }),
      'Borduria: no blockade on the last day, days 0-60',
    ],
    [
      asked('routes.stopped', 'cascadia', { ...pair, test: no }),
      'Cascadia → Avalon: always a route open to its own shipments, days 0-60',
    ],
    [
      asked('lifeline.cover', 'avalon', { over: 'last', test: { op: '<', value: 60 } }),
      'Avalon: import cover ends at below 60 days, days 0-60',
    ],
    [
      asked('lifeline.reserves', 'avalon', { over: 'firstDay', reaches: 2e9, test: { op: '<=', value: 30 } }),
      'Avalon: reserves within reach first reaches 2 USD bn by day 30, days 0-60',
    ],
    [asked('lifeline.collapsed', 'avalon', { test: no }), 'Avalon: no collapse of import cover, days 0-60'],
    [
      asked('lifeline.boughtShare', 'dunmark', { ...pair, over: 'min', test: { op: '>=', value: 0.8 } }),
      'Dunmark, buying from Avalon: purchases as a share of those before the crisis at its lowest is 0.8 or more, days 0-60',
    ],
    [
      asked('lifeline.share', 'dunmark', { ...pair, test: { op: '>=', value: 0.5 } }),
      'Dunmark, buying from Avalon: share of what was sold before the crisis is 0.5 or more',
    ],
    [
      asked('intelligence.gain', 'cascadia', { ...pair, test: { op: '<', value: 1 } }),
      'Cascadia → Avalon: effectiveness of strikes with its intelligence, divided by that without stays below 1, days 0-60',
    ],
    [
      {
        kind: 'order',
        first: [{ ...asked('arms.released', 'jets'), reaches: 1 } as never],
        before: [{ ...asked('termination.ended', ''), reaches: 1 } as never],
      },
      'Falcon jets, Cascadia → Avalon: let go by the supplier; on an earlier day than the end of the fighting, days 0-60',
    ],
    [fact('route.ferry-west.reach.sea.borduria', 1), 'the western ferry: Borduria can stop it at sea'],
    [fact('route.ferry-east.reach.sea.borduria', 0), 'the eastern ferry: Borduria cannot stop it at sea'],
    [fact('place.astra.reach.borduria', 1), 'Astra: Borduria can strike it'],
    [fact('arms.jets.contracted', 1), 'Falcon jets, Cascadia → Avalon: under contract'],
    [
      fact('arms.jets.contract', 18_262, '>='),
      'Falcon jets, Cascadia → Avalon: contract of 2020-01-01 or later',
    ],
    [fact('market.avalon.price', 60, '>='), 'the price of what Avalon sells is 60 USD/bbl or more'],
  ])('%j', (condition, text) => {
    const priced = condition.kind === 'fact' && condition.path === 'market.avalon.price'
    const price = scenario.markets.get('avalon')?.quantities['price']
    const stated =
      priced && price !== undefined ? { ...condition, value: { ...price, unit: 'USD/bbl' } } : condition
    expect(conditionText(stated, scenario)).toBe(text)
  })

  test('every metric of the flows has words of its own', () => {
    for (const { name, of, dyadic } of METRICS) {
      if (!/^(?:arms|routes|lifeline|intelligence)\./u.test(name)) continue
      const subjects: Readonly<Record<string, string>> = {
        arms: 'jets',
        shipment: 'grain',
        market: 'avalon',
        buyer: 'dunmark',
        belligerent: 'borduria',
      }
      const text = conditionText(asked(name, subjects[of] ?? 'cascadia', dyadic ? pair : {}), scenario)
      expect(text, name).not.toContain(name)
      expect(text, name).not.toMatch(/undefined|jets:|grain:/u)
    }
  })
})

describe('quantities', () => {
  test.each([
    ['places.astra.struck', 'how likely a strike on Astra is in a campaign of 30 days'],
    ['routes.ferry-west.capacity', 'the room of the western ferry'],
    ['shipments.grain.demand', 'the demand for grain from Cascadia'],
    ['interdiction.borduria.blockade', 'the chance of a blockade by Borduria within 30 days'],
    ['arms.jets.release', 'the chance that Falcon jets for Avalon are let go in time'],
    ['markets.avalon.price', 'the price of what Avalon sells'],
    ['markets.avalon.buyers.dunmark.contracted', 'what Dunmark bought from Avalon before the crisis'],
    ['markets.avalon.buyers.others.willing', 'the willingness of others to go on buying from Avalon'],
    ['ties.cascadia-avalon.trust', 'how far Avalon relies on what Cascadia tells it'],
    ['actors.avalon.ownIntelligence', 'what Avalon sees by itself'],
    ['weights.gateWar', "the weight of the war in a supplier's release of arms"],
    ['arms.none.release', 'arms.none.release'],
  ])('%s', (id, text) => {
    expect(quantityText(id, scenario)).toBe(text)
  })
})

describe('a changed world', () => {
  test.each([
    ['routes.ferry-west.reach.sea = []', 'if nobody could stop the western ferry at sea'],
    [
      'routes.ferry-west.reach.sea = [borduria]; routes.ferry-east.reach.sea = [borduria]; routes.ferry-east.reach.air = []; places.astra.reach = []',
      'if Borduria could stop the western ferry or the eastern ferry at sea, and if nobody could stop the eastern ferry from the air, and if nobody could strike Astra',
    ],
    ['routes.ferry-west.capacity = 3 kt/day', 'with the room of the western ferry at 3 kt/day'],
    ['arms.jets.contract = 2024-01-01', 'with Falcon jets, Cascadia → Avalon: the contract: 2024-01-01'],
    ['places.astra.consent.of = cascadia', 'if the consent of Cascadia opened Astra'],
    ['places.astra.consent.level = 1', 'if enablement of level 1 opened Astra'],
    ['places.astra.consent.for = avalon', 'with the state for which Astra is opened: Avalon'],
    [
      'shipments.grain.from = [astra, seaport]',
      'with the places from which grain from Cascadia can set out: Astra and Seaport',
    ],
    ['crisis.attackers = [cascadia]', 'with other attackers: Cascadia'],
    ['without attack', 'without the attack'],
  ])('%s', (text, words) => {
    expect(changeText(text, scenario)).toBe(words)
  })

  test('names what of the flows is otherwise, dates as dates', () => {
    const jets = scenario.arms.get('jets')!
    const ferry = scenario.routes.get('ferry-east')!
    const after = {
      ...scenario,
      arms: new Map([['jets', { ...jets, contract: 18_262 }]]),
      routes: new Map([
        ...scenario.routes,
        ['ferry-east', { ...ferry, reach: { ...ferry.reach, sea: ['borduria'] } }],
      ]),
    }
    expect(otherwise(scenario, after).map(({ name, was, is }) => [name, was, is])).toEqual([
      ['Falcon jets, Cascadia → Avalon: the contract', '2019-04-14', '2020-01-01'],
      ['who can stop the eastern ferry at sea', 'nobody', 'Borduria'],
    ])
  })
})

describe('a course of events', () => {
  const event = (metric: string, of: string, given: Partial<TraceEvent> = {}): TraceEvent => ({
    day: 3,
    metric,
    of,
    from: 0,
    to: 1,
    ...given,
  })
  const told = (events: readonly TraceEvent[], given = {}): string =>
    traceScreen({ number: 1, batch: 0, draw: 0, playout: 1, seed: 1, horizon: 90, events }, scenario, {
      width: 120,
      colour: PLAIN,
      seed: 1,
      ...given,
    })

  test.each<[TraceEvent, string]>([
    [event('arms.released', 'jets'), 'Cascadia lets Falcon jets for Avalon go'],
    [event('arms.delivered', 'jets', { to: 2 }), 'Falcon jets for Avalon: 2 delivered in all'],
    [event('arms.integrated', 'jets'), 'Falcon jets for Avalon: crews can use 1 of this order'],
    [event('routes.blockading', 'borduria'), 'Borduria imposes a blockade'],
    [event('routes.blockading', 'borduria', { from: 1, to: 0 }), "Borduria's blockade is lifted"],
    [event('routes.struck', 'astra', { to: 0.4 }), 'A strike on Astra: 60 % of the room there is left'],
    [event('routes.closed', 'ferry-west'), 'Closed: the western ferry'],
    [event('routes.closed', 'ferry-west', { from: 1, to: 0 }), 'Open again: the western ferry'],
    [event('routes.cut', 'grain'), 'Below 70 % of the usual flow: grain from Cascadia'],
    [event('routes.stopped', 'cascadia', pair), "No route is open to Cascadia's own shipments to Avalon"],
    [event('lifeline.short', 'avalon'), 'Avalon cannot pay for all of its essential imports'],
    [event('lifeline.collapsed', 'avalon'), 'The import cover of Avalon collapses'],
    [
      event('intelligence.reported', 'cascadia', pair),
      'It is out that Cascadia shares intelligence with Avalon: from now on that has its price',
    ],
  ])('%j', (one, text) => {
    expect(told([one])).toContain(`day 3    ${text}\n`)
  })

  test('routes that close together are told together', () => {
    const shown = told([event('routes.closed', 'ferry-west'), event('routes.closed', 'ferry-east')])
    expect(shown).toContain('Closed: the western ferry and the eastern ferry')
    expect(shown.match(/Closed/gu)).toHaveLength(1)
  })

  test('what moves a little every day is told only when all is asked for', () => {
    const events = [
      event('routes.shipped', 'grain', { from: 8000, to: 7000 }),
      event('arms.delivered', 'jets', { from: 1, to: 2 }),
      event('lifeline.reserves', 'avalon', { from: 2.1e10, to: 2e10 }),
    ]
    expect(told(events)).toContain('Nothing of what was asked for happened')
    expect(told(events, { all: true })).toContain(
      'Grain from Cascadia: what gets through 8 kt/day → 7 kt/day',
    )
    expect(told(events, { all: true })).toContain('Avalon: reserves within reach 21 USD bn → 20 USD bn')
  })

  test('of one actor only what is its own', () => {
    const events = [event('arms.released', 'jets'), event('routes.blockading', 'borduria')]
    expect(told(events, { actor: 'cascadia' })).toContain('Falcon')
    expect(told(events, { actor: 'cascadia' })).not.toContain('blockade')
    expect(told(events, { actor: 'borduria' })).not.toContain('Falcon')
  })

  test('a release is told with the terms of its hazard, unless the story alone is asked for', () => {
    const release = event('arms.released', 'jets', {
      told: {
        kind: 'hazard',
        keys: ['release', 'releaseBy', 'gatePaid'],
        sizes: [-1, -5.8, 0.2],
        whole: -6.6,
        exposure: 0.3,
        patience: 0.29,
      },
    })
    expect(told([release])).toContain('how likely a release was judged')
    expect(told([release], { brief: true })).not.toContain('judged')
  })
})
