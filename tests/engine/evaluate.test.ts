/** The tracer's reading of a formula gives the bits that the engine gave, for any equation on any day. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flagOf, numberOf, type NumberOf, type Standing } from '../../src/engine/evaluate.ts'
import { blocksInForce } from '../../src/engine/in-force.ts'
import { interpreter } from '../../src/engine/interpreter.ts'
import { elementOf, lensOf } from '../../src/engine/lens.ts'
import { makePlan } from '../../src/engine/plan.ts'
import { mechanismsOf } from '../../src/engine/running.ts'
import { type Day, placeOf, replayOf } from '../../src/engine/replay.ts'
import type { Formula } from '../../src/formula/formula.ts'
import type { Mechanism } from '../../src/formula/mechanism.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { trial } from './random-formula.ts'
import { anyWorld } from './random-world.ts'
import { range, world } from './world.ts'

const DESIGN = { batches: 1, draws: 8, playouts: 2 }

/** Every equation outside a fixpoint, at every position, after every day: evaluated and remembered values. */
function compare(scenario: Scenario, mechanisms: readonly Mechanism[]): number {
  const plan = makePlan(scenario, { design: DESIGN, mechanisms })
  const lens = lensOf(scenario, mechanisms)
  const checks = mechanisms.flatMap((mechanism) =>
    blocksInForce(lens, mechanism).flatMap(({ rounds, equations }) =>
      (rounds > 1 ? [] : equations).flatMap((equation) => {
        const slot = lens.slot(`${mechanism.name}.${equation.target}`)!
        return positions(slot.shape).map((at) => {
          const letters = new Map(equation.letters.map((letter, place) => [letter, at[place]!]))
          const standing: Standing = { lens, mechanism, letters }
          return {
            says: `${mechanism.name}: ${equation.text} at ${at.join()}`,
            element: elementOf(slot, at),
            value: slot.flag ? truthOf(equation.value, standing) : numberOf(equation.value, standing),
          }
        })
      }),
    ),
  )
  let compared = 0
  for (const number of [0, 5]) {
    const see = (day: Day): void => {
      for (const { says, element, value } of checks) {
        const [got, wanted] = [value(day), day.today[element]!]
        if (!Object.is(got, wanted)) expect.fail(`${says}, day ${day.day}: ${got} is not ${wanted}`)
        compared += 1
      }
    }
    replayOf(plan, interpreter(plan.program, 1))(placeOf(DESIGN, number)!, { see })
  }
  return compared
}

function truthOf(value: Formula, standing: Standing): NumberOf {
  const flag = flagOf(value, standing)
  return (day) => Number(flag(day))
}

function positions(shape: readonly number[]): number[][] {
  return shape.reduce<number[][]>(
    (all, size) => all.flatMap((at) => Array.from({ length: size }, (_, place) => [...at, place])),
    [[]],
  )
}

test('any equations of any kind of node', () => {
  const scenario = world({
    supporters: [
      { id: 'ally', friend: { contiguous: true } },
      { id: 'rogue', recipient: 'bad' },
    ],
    weights: { stake: range(-1, 0.5, 2) },
    crisis: { horizon: 2 },
  })
  fc.assert(
    fc.property(trial, ({ mechanism }) => {
      expect(compare(scenario, [mechanism])).toBeGreaterThan(0)
    }),
    { seed: 1, numRuns: 60 },
  )
})

test('all equations of all mechanisms in any world', () => {
  fc.assert(
    fc.property(anyWorld, (scenario) => {
      expect(compare(scenario, mechanismsOf(scenario))).toBeGreaterThan(0)
    }),
    { seed: 1, numRuns: 8 },
  )
})
