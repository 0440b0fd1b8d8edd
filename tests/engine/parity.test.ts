/** The plain engine is the oracle: the fast one gives the same bits, whatever runs and however many lanes run it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makePlan } from '../../src/engine/plan.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import type { Mechanism } from '../../src/formula/mechanism.ts'
import { canonical, played, type PlayOptions, watch } from './play.ts'
import { trial, trialOf } from './random-formula.ts'
import { anyWorld } from './random-world.ts'
import { range, world } from './world.ts'

const LANES = [2, 4, 8, 16, 32, 64]

/** Bits of every element of memory after every day, by draw, playout and day. */
function bits(
  scenario: Scenario,
  mechanism: Mechanism,
  options: Omit<PlayOptions, 'mechanisms'>,
): Map<string, string> {
  const mechanisms = [mechanism]
  const { program } = makePlan(scenario, { ...options, mechanisms })
  const found = new Map<string, string>()
  watch(scenario, { ...options, mechanisms }, ({ kernel, firstDraw, playout, day }) => {
    const { lanes, memory } = kernel
    expect(memory.subarray(0, program.size * lanes).some(Number.isNaN)).toBe(false)
    for (let lane = 0; lane < lanes; lane++) {
      const column = Float64Array.from(
        { length: program.size },
        (_, element) => memory[element * lanes + lane]!,
      )
      found.set(`${firstDraw + lane}/${playout}/${day}`, Buffer.from(column.buffer).toString('base64'))
    }
  })
  return found
}

const TWO_SIDES = world({
  supporters: [
    { id: 'ally', friend: { values: { alignment: range(0.1, 0.5, 0.9) }, contiguous: true } },
    { id: 'friend' },
    { id: 'rogue', recipient: 'bad' },
  ],
  weights: { stake: range(-1, 0.5, 2) },
  crisis: { horizon: 2 },
})

describe('the two engines', () => {
  test('give the same bits for any equations and any number of lanes', () => {
    fc.assert(
      fc.property(trial, fc.constantFrom(2, 4, 8), ({ mechanism }, lanes) => {
        const design = { batches: 1, draws: 8, playouts: 2 }
        const oracle = bits(TWO_SIDES, mechanism, { design, engine: 'interpreter', lanes: 8 })
        expect(oracle.size).toBe(48)
        expect(bits(TWO_SIDES, mechanism, { design, engine: 'wasm', lanes })).toEqual(oracle)
        expect(bits(TWO_SIDES, mechanism, { design, engine: 'interpreter', lanes: 1 })).toEqual(oracle)
      }),
      { seed: 1, numRuns: 100 },
    )
  })

  test('give the same bits at the edges: zeros of both signs, ends of exp and log, halves', () => {
    const zero = '(0 * alpha[k])'
    const edges = trialOf([
      `
      one[d, k] = min(${zero}, -${zero})
      two[d, k] = min(-${zero}, ${zero})
      three[d, k] = max(${zero}, -${zero})
      four[d, k] = exp(1000 * alpha[k]) + exp(-1000 * alpha[k])
      five[d, k] = log(${zero} * ${zero}) + log(1 + ${zero})
      six[d, k] = floor(alpha[k] * 0.5) + floor(-${zero})
      seven[d, k] = argmax(l, l * ${zero}) + argmax(l, -l)
      eight[d, k] = ${zero} == -${zero} ? 1 / (1 + exp(800 * normal[d, k])) : 2
      `,
    ])
    const design = { batches: 1, draws: 8, playouts: 2 }
    const oracle = bits(TWO_SIDES, edges, { design, engine: 'interpreter' })
    for (const lanes of [2, 4, 8]) expect(bits(TWO_SIDES, edges, { design, lanes })).toEqual(oracle)
  })

  test('give the same summary of any world with any number of lanes', () => {
    const design = { batches: 1, draws: 64, playouts: 1 }
    fc.assert(
      fc.property(anyWorld, (scenario) => {
        const oracle = canonical(played(scenario, { design, engine: 'interpreter', lanes: 64 }))
        for (const lanes of LANES) expect(canonical(played(scenario, { design, lanes }))).toBe(oracle)
        expect(canonical(played(scenario, { design, engine: 'interpreter', lanes: 1 }))).toBe(oracle)
      }),
      { seed: 1, numRuns: 10 },
    )
  })
})
