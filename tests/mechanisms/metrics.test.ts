/** Every metric that a claim may name is computed by some mechanism, on the axes that the claim assumes. */
import { expect, test } from 'vitest'
import { lower } from '../../src/engine/lower.ts'
import { CHANNEL_LABELS, LEVELS, WEAPON_LABELS } from '../../src/mechanisms/axes.ts'
import { DAY, MECHANISMS } from '../../src/mechanisms/mechanisms.ts'
import type { Metric } from '../../src/mechanisms/metric.ts'
import { METRICS } from '../../src/mechanisms/metrics.ts'
import { CHANNELS } from '../../src/scenario/scenario.ts'
import { injected } from '../engine/injected.ts'
import { watch } from '../engine/play.ts'
import { councilOf, world } from '../engine/world.ts'

const COUNCIL = councilOf({
  threshold: 1,
  drafts: [{ id: 'd1', votes: { ally: 'yes', other: [0.3, 0.3, 0.3, 0.1] } }],
})
const WORLD = world({
  council: COUNCIL,
  coalitions: {
    good: { mandate: 0.5, candidates: { uk: { harm: 1, alignment: 1 }, usa: { alignment: 1 } } },
    bad: { candidates: { north: {} } },
  },
  arsenals: {
    good: {
      values: { interceptors: 9, stopsStrike: 0.2, threshold: 3 },
      missile: { stock: 18, launchers: 4, launcherLoss: 0.05 },
      drone: { stock: 15, launchers: 2, production: 0.5 },
    },
    bad: { values: { interceptors: 3, stopsMissile: 0.8 }, strike: { stock: 19, launchers: 3 } },
  },
  supporters: [
    { id: 'ally', friend: { clauses: ['defence'] } },
    { id: 'rogue', recipient: 'bad' },
  ],
  groups: [
    { id: 'band', values: { trigger: 1, opposition: 0.5 } },
    { id: 'clan', ally: 'bad' },
    { id: 'gang' },
  ],
  ending: { duration: 10 },
  belligerents: { good: { ownIntelligence: 0.4, commercialIntelligence: 0.3 } },
  flows: {
    places: { port: { reach: ['bad'], values: { struck: 0.9, repair: 5 } }, town: {} },
    routes: { lane: { from: 'port', to: 'town', reach: { sea: ['bad'] } } },
    shipments: {
      bread: { from: ['port'], to: 'town', demand: 80 },
      tanker: { cargo: 'oil', from: ['port'], to: 'town', demand: 10 },
      guns: { cargo: 'arms', from: ['port'], to: 'town', demand: 10, by: 'ally', for: 'good' },
    },
    interdiction: { bad: { blockade: 0.5, strikes: 1 } },
    arms: {
      jet: { from: 'ally', to: 'good', contract: -100, values: { lead: 105, rate: 0.5, integration: 10 } },
      radar: {
        from: 'ally',
        to: 'good',
        releaseBy: 20,
        releaseGiven: { thirdPartyCost: 0.5, utilisation: 0.4, paid: 1 },
        values: { release: 0.5, inService: 4, loss: 0.05 },
      },
    },
    markets: {
      good: {
        values: { reserves: 5e8, paymentLag: 5, otherIncome: 1e7, warSpending: 1e7, storage: 1e6 },
        buyers: { near: {}, far: { outlet: 'tanker', values: { willing: 0.9, exposureRise: 0.2 } } },
      },
    },
  },
})
const SCENARIO = injected(WORLD, { talks: { on: 4, set: { 'crisis.mediator': 0.9 } } })
const { slots } = lower(SCENARIO, MECHANISMS)
const ROWS: Readonly<Record<Metric['of'], readonly number[]>> = {
  crisis: [],
  draft: [1],
  supporter: [2],
  group: [3],
  belligerent: [2],
  arms: [2],
  shipment: [3],
  market: [1],
  buyer: [2],
  candidate: [3],
  inject: [1],
}
/** How many columns the last axis has. */
function widthOf({ of }: Metric): number {
  return of === 'belligerent' ? WEAPON_LABELS.length : CHANNELS.length
}
/** Days, dollars and tonnes have no upper end. */
const MOST: Readonly<Record<string, number>> = {
  level: LEVELS - 1,
  flag: 1,
  fraction: 1,
  count: 20,
  rung: 10,
  role: 4,
}

test.each(METRICS.map((metric) => [metric.name, metric] as const))(
  '%s has its variables, and their values have its unit',
  (_, metric) => {
    const variables = typeof metric.variable === 'string' ? [metric.variable] : Object.values(metric.variable)
    expect(variables).toHaveLength(metric.staged ? 3 : 1)
    for (const variable of variables) {
      const rows = ROWS[metric.of]
      expect(slots.get(variable)!.slot.shape).toEqual(
        metric.column === undefined ? rows : [...rows, widthOf(metric)],
      )
      expect(slots.get(variable)!.slot.flag).toBe(metric.unit === 'flag')
      if (metric.kind === 'fact') expect(slots.get(variable)!.binding).toBe('draw')
    }
    watch(SCENARIO, { design: { batches: 1, draws: 8, playouts: 1 } }, ({ of }) => {
      for (const variable of variables) {
        for (const value of of(variable, metric.column ?? 0)) {
          const most = metric.most ?? MOST[metric.unit] ?? Number.MAX_VALUE
          expect(value).toBeGreaterThanOrEqual(metric.least ?? 0)
          expect(value).toBeLessThanOrEqual(most)
          // A day's launches are a mean and no count of single shots.
          if (metric.unit !== 'fraction' && (metric.kind !== 'state' || metric.unit === 'flag'))
            expect(Number.isInteger(value)).toBe(true)
        }
      }
    })
  },
)

test('an event, once come true, stays true', () => {
  const before = new Map<string, number>()
  watch(SCENARIO, { design: { batches: 1, draws: 8, playouts: 4 } }, ({ day, of, playout, firstDraw }) => {
    for (const metric of METRICS.filter(({ kind }) => kind === 'event')) {
      of(metric.variable as string).forEach((value, lane) => {
        const place = `${metric.name}/${firstDraw + lane}/${playout}`
        if (day > 0) expect(value).toBeGreaterThanOrEqual(before.get(place)!)
        before.set(place, value)
      })
    }
  })
})

test('metrics have one name each, and cover every channel of the scenario', () => {
  expect(new Set(METRICS.map(({ name }) => name)).size).toBe(METRICS.length)
  expect([...CHANNEL_LABELS]).toEqual([...CHANNELS])
  for (const channel of CHANNELS) expect(METRICS.some(({ name }) => name === `support.${channel}`)).toBe(true)
})

test('each mechanism acts in one step of the day, after everything whose value of today it reads', () => {
  expect(MECHANISMS).toEqual(DAY.flatMap(({ mechanisms }) => mechanisms))
  expect(new Set(MECHANISMS.map(({ name }) => name)).size).toBe(MECHANISMS.length)
  expect(MECHANISMS.map(({ name }) => name)).toEqual([
    'obligation',
    'capacity',
    'proxies',
    'support',
    'council',
    'legitimacy',
    'delivery',
    'intelligence',
    'coalition',
    'routes',
    'arms',
    'lifeline',
    'arsenal',
    'effort',
    'escalation',
    'termination',
    'ledger',
  ])
})
