/** What is emitted is looked at, not only run: the module is valid, and its text says what the equation says. */
import { describe, expect, test } from 'vitest'
import wabt from 'wabt'
import type { Program } from '../../src/engine/code.ts'
import { makePlan } from '../../src/engine/plan.ts'
import { emit } from '../../src/engine/wasm/emit.ts'
import { expBody, logBody } from '../../src/engine/wasm/elementary.ts'
import { trialOf } from './random-formula.ts'
import { councilOf, world } from './world.ts'

const tools = await wabt()

/** The module as text; refused if it is not valid. */
function disassembled(program: Program, lanes = 2): string {
  const bytes = emit(program, lanes)
  expect(WebAssembly.validate(bytes as BufferSource)).toBe(true)
  const module = tools.readWasm(bytes, { simd: true })
  module.validate()
  const text = module.toText({ foldExprs: true, inlineExport: true })
  module.destroy()
  return text
}

/** The functions of a module: 0 exp, 1 log, one an equation, then the three phases. */
function functions(text: string): string[] {
  return text.split(/\n(?= {2}\(func )/).slice(1)
}

const CHOICE = trialOf([
  'taste[d, k] = argmax(l, l * alpha[k] - rivalry[d, recipient[d]] + gumbel[d, k, l])',
  'stays[d, k] = contiguous[d] && last(level[d, k]) > 0\n level[d, k] = stays[d, k] ? last(level[d, k]) : taste[d, k] * exp(normal[d, k])',
])

describe('the emitted module', () => {
  test('of a tiny mechanism reads as its equations', async () => {
    const { program } = makePlan(world({ crisis: { horizon: 1 } }), { mechanisms: [CHOICE] })
    const [, , ...equations] = functions(disassembled(program))
    await expect(equations.join('\n')).toMatchFileSnapshot('__golden__/tiny.wat')
  })

  test('decides in the order of the book: four levels compared, then a bar', () => {
    const { program } = makePlan(world())
    const decided = program.phases.day
      .flatMap(({ assigns }) => assigns)
      .find(({ text }) => text.includes('argmax'))!
    const text = functions(
      disassembled({
        size: program.size,
        phases: { draw: [], playout: [], day: [{ rounds: 1, assigns: [decided] }] },
      }),
    )[2]!
    const count = (op: string): number => text.split(`(${op}`).length - 1
    expect(count('loop')).toBe(3)
    expect(count('f64x2.lt')).toBe(2 * 3)
    expect(count('f64x2.mul')).toBe(4)
    expect(count('f64x2.add')).toBe(4)
    expect(count('v128.store')).toBe(1)
    // Two for each of the three comparisons, and one for the bar.
    expect(count('v128.bitselect')).toBe(2 * 3 + 1)
  })

  test('of every mechanism is valid at every width, with a council and without', () => {
    const votes = { ally: 'yes', other: 'no' } as const
    for (const scenario of [world(), world({ council: councilOf({ drafts: [{ id: 'd1', votes }] }) })]) {
      const { program } = makePlan(scenario)
      for (const lanes of [2, 8, 64]) {
        expect(disassembled(program, lanes)).not.toMatch(/relaxed|f32|i8x16|memory\.grow/)
      }
    }
  })

  test('is the same bytes each time, and has no room for the odd lane', () => {
    const { program } = makePlan(world())
    expect(emit(program, 8)).toEqual(emit(program, 8))
    expect(() => emit(program, 7)).toThrow(/pairs/)
  })

  test('holds no multiply-and-add in one: exp and log are the operations of the book, one by one', () => {
    const [exp, log] = functions(disassembled({ size: 1, phases: { draw: [], playout: [], day: [] } }))
    const count = (text: string, op: string): number => text.split(`(f64x2.${op}`).length - 1
    expect([count(exp!, 'mul'), count(exp!, 'div')]).toEqual([1 + 2 + 13 + 1, 0])
    expect([count(log!, 'mul'), count(log!, 'div')]).toEqual([1 + 2 + 1 + 6 + 2 + 1, 1])
    expect(expBody()).toEqual(expBody())
    expect(logBody()).toEqual(logBody())
  })
})
