/** Laws of looking back: each lane sees what it held so many whole days before, in either engine. */
import { describe, expect, test } from 'vitest'
import type { EngineName } from '../../src/engine/kernel.ts'
import { lower } from '../../src/engine/lower.ts'
import { makePlan } from '../../src/engine/plan.ts'
import type { Mechanism, MechanismText } from '../../src/formula/mechanism.ts'
import { mechanism } from '../../src/mechanisms/axes.ts'
import { watch } from './play.ts'
import { world } from './world.ts'

const HORIZON = 9
const SCENARIO = world({
  supporters: [{ id: 'ally' }, { id: 'rogue', recipient: 'bad' }],
  crisis: { horizon: HORIZON },
})
const CHANNELS = 7

function looking(equations: MechanismText['equations'], more: Partial<MechanismText> = {}): Mechanism {
  return mechanism('looking', {
    about: 'A trial.',
    limits: 'Only a trial.',
    reads: {
      alpha: { of: 'k', unit: 'log-odds', from: 'channel' },
      contiguous: { of: 'd', unit: 'flag', from: 'situation' },
    },
    constants: { oneDay: { value: 1, unit: 'day', source: 'a test' } },
    draws: { luck: { of: 'dk', law: 'normal' }, wait: { of: 'dk', law: 'exponential' } },
    units: { lag: 'day' },
    equations,
    ...more,
  })
}

const EVERY_WAY = looking([
  `
  lag[d, k] = 3 * wait[d, k] * oneDay
  still[d, k] = luck[d, k] * alpha[k]
  walk[d, k] = 0.5 * last(walk[d, k]) + luck[d, k] + t / oneDay
  high[d, k] = walk[d, k] > 2 * luck[d, k] + 3
  then[d, k] = ago(walk[d, k], lag[d, k], alpha[k])
  stood[d, k] = ago(still[d, k], lag[d, k], 7)
  wasHigh[d, k] = ago(high[d, k], lag[d, k] + oneDay, contiguous[d])
  others[d, k] = sum(e, ago(walk[e, k], lag[d, k], -1))
  today[d, k] = ago(walk[d, k], 0 * oneDay, 100)
  negative[d, k] = ago(walk[d, k], 0 * oneDay - lag[d, k], 100)
  `,
])

interface Held {
  readonly day: number
  readonly of: (name: string, position: number) => number
}

/** Every variable of every lane after every day, playout by playout. */
function heldBy(one: Mechanism, options: { readonly engine: EngineName; readonly lanes: number }): Held[][] {
  const design = { batches: 1, draws: 8, playouts: 3 }
  const playouts: Held[][] = []
  watch(SCENARIO, { ...options, design, mechanisms: [one] }, ({ day, of, playout, firstDraw }) => {
    const names = [...one.kinds.keys()]
    for (let lane = 0; lane < options.lanes; lane++) {
      const values = new Map(
        names.map((name) => [
          name,
          Array.from({ length: 2 * CHANNELS }, (_, at) => of(`looking.${name}`, at)[lane]!),
        ]),
      )
      const place = (firstDraw + lane) * design.playouts + playout
      playouts[place] ??= []
      playouts[place].push({ day, of: (name, at) => values.get(name)![at]! })
    }
  })
  return playouts
}

describe.each([
  ['interpreter', 8],
  ['interpreter', 1],
  ['wasm', 2],
  ['wasm', 8],
] as const)('ago (%s, %i lanes)', (engine, lanes) => {
  const playouts = heldBy(EVERY_WAY, { engine, lanes })

  test('is the value of the day that lies the whole part of the lag back, or what stands before the first day', () => {
    let before = 0
    let seen = 0
    for (const days of playouts) {
      days.forEach(({ day, of }) => {
        for (let at = 0; at < 2 * CHANNELS; at++) {
          const channel = at % CHANNELS
          const back = day - Math.floor(of('lag', at))
          const past = (name: string): number | undefined => days[back]?.of(name, at)
          if (back < 0) before += 1
          else seen += 1
          expect(of('stood', at)).toBe(past('still') ?? 7)
          expect(of('wasHigh', at)).toBe(days[back - 1]?.of('high', at) ?? 0)
          expect(of('today', at)).toBe(of('walk', at))
          expect(of('negative', at)).toBe(of('walk', at))
          const others = [channel, channel + CHANNELS].map((one) => days[back]?.of('walk', one) ?? -1)
          expect(of('others', at)).toBe(others[0]! + others[1]!)
          if (back >= 0) expect(of('then', at)).toBe(past('walk'))
        }
      })
    }
    expect(before).toBeGreaterThan(100)
    expect(seen).toBeGreaterThan(1000)
  })
})

test('what was before the first day may differ by place', () => {
  const [days] = heldBy(EVERY_WAY, { engine: 'wasm', lanes: 2 })
  const early = Array.from({ length: CHANNELS }, (_, at) => at).filter((at) => days![0]!.of('lag', at) >= 1)
  expect(new Set(early.map((at) => days![0]!.of('then', at))).size).toBeGreaterThan(1)
})

describe('a variable', () => {
  const twice = looking([
    `
    walk[d, k] = luck[d, k] + t / oneDay
    one[d, k] = ago(walk[d, k], oneDay, 0)
    two[d, k] = ago(walk[d, k], 2 * oneDay, 0)
    `,
  ])

  test('is kept once however often it is looked back on, behind everything else', () => {
    const { program, worldSize } = makePlan(SCENARIO, { mechanisms: [twice] })
    expect(program.histories).toEqual([
      { name: 'looking.walk', offset: program.size - 2 * CHANNELS * (HORIZON + 1), perDay: 2 * CHANNELS },
    ])
    expect(program.histories![0]!.offset).toBeGreaterThanOrEqual(worldSize)
    expect(makePlan(world()).program.histories?.map(({ name }) => name)).not.toContain('looking.walk')
  })

  test('is looked back on after it is known, not before', () => {
    const early = looking(['then[d, k] = ago(walk[d, k], oneDay, 0)\n walk[d, k] = luck[d, k]'])
    expect(() => lower(SCENARIO, [early])).toThrow(/before it is known/)
    const itself = looking(['walk[d, k] = ago(walk[d, k], oneDay, 0) + luck[d, k]'])
    expect(() => lower(SCENARIO, [itself])).toThrow(/before it is known/)
  })

  test('that stands on the days of the horizon is not read by what goes on after it', () => {
    const reads = { arrived: { of: 'kt', unit: 'fraction', from: 'channel' } }
    const on = (slow: boolean): Mechanism => looking(['x[k] = arrived[k, t]'], { reads, slow })
    expect(() => lower(SCENARIO, [on(true)])).toThrow(/after the horizon/)
    expect(() => lower(SCENARIO, [on(false)])).not.toThrow()
  })
})
