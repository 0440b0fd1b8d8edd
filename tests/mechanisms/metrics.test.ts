/** Every metric that a claim may name is computed by some mechanism, on the axes that the claim assumes. */
import { expect, test } from 'vitest'
import { lower } from '../../src/engine/lower.ts'
import { CHANNEL_LABELS, LEVELS } from '../../src/mechanisms/axes.ts'
import { DAY, MECHANISMS } from '../../src/mechanisms/mechanisms.ts'
import { METRICS } from '../../src/mechanisms/metrics.ts'
import { CHANNELS } from '../../src/scenario/scenario.ts'
import { watch } from '../engine/play.ts'
import { councilOf, world } from '../engine/world.ts'

const COUNCIL = councilOf({
  threshold: 1,
  drafts: [{ id: 'd1', votes: { ally: 'yes', other: [0.3, 0.3, 0.3, 0.1] } }],
})
const SCENARIO = world({
  council: COUNCIL,
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
})
const { slots } = lower(SCENARIO, MECHANISMS)

test.each(METRICS.map((metric) => [metric.name, metric] as const))(
  '%s has its variables, and their values have its unit',
  (_, metric) => {
    const variables = typeof metric.variable === 'string' ? [metric.variable] : Object.values(metric.variable)
    expect(variables).toHaveLength(metric.staged ? 3 : 1)
    for (const variable of variables) {
      const rows = { crisis: [], draft: [1], supporter: [2], group: [3] }[metric.of]
      expect(slots.get(variable)!.slot.shape).toEqual(
        metric.channel === undefined ? rows : [...rows, CHANNELS.length],
      )
      expect(slots.get(variable)!.slot.flag).toBe(metric.unit === 'flag')
      if (metric.kind === 'fact') expect(slots.get(variable)!.binding).toBe('draw')
    }
    watch(SCENARIO, { design: { batches: 1, draws: 8, playouts: 1 } }, ({ of }) => {
      for (const variable of variables) {
        for (const value of of(variable, metric.channel ?? 0)) {
          const most = { level: LEVELS - 1, flag: 1, fraction: 1, count: 20, rung: 10 }[metric.unit]!
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(most)
          // A day's launches are a mean and no count of single shots.
          if (metric.unit !== 'fraction' && metric.kind !== 'state')
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
    'delivery',
    'escalation',
    'termination',
  ])
})
