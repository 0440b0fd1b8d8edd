/** A playout that is played again is the playout of the run, to the last bit of its memory. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { interpreter } from '../../src/engine/interpreter.ts'
import { makePlan } from '../../src/engine/plan.ts'
import { numberOf, placeOf, replayOf } from '../../src/engine/replay.ts'
import type { Design } from '../../src/engine/summary.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { kernelOf, type PlayOptions, watch } from './play.ts'
import { anyWorld } from './random-world.ts'
import { claim, councilOf, range, world } from './world.ts'

const DESIGN: Design = { batches: 2, draws: 8, playouts: 3 }

const WORLD = world({
  supporters: [
    { id: 'ally', friend: { values: { stake: range(0.2, 0.5, 0.8), alignment: range(0.1, 0.6, 0.9) } } },
    { id: 'rogue', recipient: 'bad' },
  ],
  groups: [{ id: 'band', values: { trigger: range(0.1, 0.5, 0.9), ownTerritory: 0.6, opposition: 0.4 } }],
  ending: { duration: range(5, 10, 20) },
  council: councilOf({
    threshold: 1,
    drafts: [{ id: 'd1', tabled: 0.8, votes: { ally: 'yes', rogue: 'no' } }],
  }),
  crisis: { horizon: 12 },
  claims: [claim('voice', { test: { op: '>=', value: 2 }, to: 12 })],
  correlations: [{ between: ['ties.ally-good.stake', 'ties.ally-good.alignment'], rho: 0.5 }],
})

/** Bits of the memory of every playout after every day, by number and day, as the run of many lanes leaves them. */
function runBits(scenario: Scenario, options: PlayOptions): Map<string, string> {
  const plan = makePlan(scenario, options)
  const found = new Map<string, string>()
  watch(scenario, options, ({ kernel: { lanes, memory }, batch, firstDraw, playout, day }) => {
    for (let lane = 0; lane < lanes; lane++) {
      const column = Float64Array.from({ length: plan.program.size }, (_, at) => memory[at * lanes + lane]!)
      const number = numberOf(plan.design, { batch, draw: firstDraw + lane, playout })
      found.set(`${number}/${day}`, hex(column))
    }
  })
  return found
}

function hex(memory: Float64Array): string {
  return Buffer.from(memory.buffer, memory.byteOffset, memory.byteLength).toString('base64')
}

describe('a playout that is played again', () => {
  test.each(['interpreter', 'wasm'] as const)('has the bits of the run, day by day (%s)', (engine) => {
    const bits = runBits(WORLD, { design: DESIGN, engine: 'wasm', lanes: 4 })
    const plan = makePlan(WORLD, { design: DESIGN })
    const kernel = engine === 'wasm' ? kernelOf(plan, { lanes: 8 }) : interpreter(plan.program, 1)
    const replay = replayOf(plan, kernel)
    expect(bits.size).toBe(48 * 13)
    // In no order: what was played before leaves nothing behind.
    for (const number of [47, 0, 13, 46, 1, 24, 23, 13]) {
      let before = ''
      replay(placeOf(DESIGN, number)!, {
        see: (day) => {
          expect(hex(day.today)).toBe(bits.get(`${number}/${day.day}`))
          if (day.day > 0) expect(hex(day.before)).toBe(before)
          before = hex(day.today)
        },
      })
    }
  })

  test('has the bits of the run in any world', () => {
    const design = { batches: 1, draws: 8, playouts: 2 }
    fc.assert(
      fc.property(anyWorld, fc.nat(15), (scenario, number) => {
        const bits = runBits(scenario, { design })
        const plan = makePlan(scenario, { design })
        const place = placeOf(design, number)!
        replayOf(plan, interpreter(plan.program, 1))(place, {
          see: (day) => expect(hex(day.today)).toBe(bits.get(`${number}/${day.day}`)),
        })
      }),
      { seed: 1, numRuns: 20 },
    )
  })

  test('ends where it is told to', () => {
    const plan = makePlan(WORLD, { design: DESIGN })
    const days: number[] = []
    const see = ({ day }: { readonly day: number }): void => void days.push(day)
    replayOf(plan, interpreter(plan.program, 1))(placeOf(DESIGN, 3)!, { see, to: 2 })
    expect(days).toEqual([0, 1, 2])
  })
})

describe('numbers of playouts', () => {
  test('run over batches, draws and playouts without a gap', () => {
    const places = Array.from({ length: 48 }, (_, number) => placeOf(DESIGN, number)!)
    expect(places.map((place) => numberOf(DESIGN, place))).toEqual(places.map(({ number }) => number))
    expect(places[0]).toEqual({ number: 0, batch: 0, draw: 0, playout: 0 })
    expect(places[4]).toEqual({ number: 4, batch: 0, draw: 1, playout: 1 })
    expect(places[47]).toEqual({ number: 47, batch: 1, draw: 7, playout: 2 })
  })

  test('end with the design', () => {
    for (const number of [-1, 48, 1.5, Number.NaN]) expect(placeOf(DESIGN, number)).toBeUndefined()
  })
})
