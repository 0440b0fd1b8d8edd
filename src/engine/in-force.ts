/** Rival rules of which one form is certain: what a mechanism's equations are once that form is in force. */
import type { Formula } from '../formula/formula.ts'
import type { Block, Mechanism } from '../formula/mechanism.ts'
import { type Known, settled, truthOf } from '../formula/settle.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { inputsOf } from './inputs.ts'
import type { Space } from './space.ts'

interface World {
  readonly scenario: Scenario
  readonly space: Space
}

/** The mechanism's blocks; of a rule that is certain only the form in force is left in them. */
export function blocksInForce(world: World, mechanism: Mechanism): readonly Block[] {
  if (!asksForForms(mechanism)) return mechanism.blocks
  const known = formsOf(world, mechanism)
  return mechanism.blocks.map((block) => ({
    ...block,
    equations: block.equations.map((equation) => ({ ...equation, value: settled(equation.value, known) })),
  }))
}

/** Whether a test of a decision holds throughout; undefined where it may hold or not. */
export function isCertain(world: World, mechanism: Mechanism, test: Formula): boolean | undefined {
  return asksForForms(mechanism) ? truthOf(test, formsOf(world, mechanism)) : undefined
}

function asksForForms({ reads }: Mechanism): boolean {
  return Object.values(reads).some(({ from }) => from === 'form')
}

function formsOf({ scenario, space }: World, { constants, reads }: Mechanism): Known {
  return (name) => {
    const read = reads[name]
    if (read?.from !== 'form') return constants?.[name]?.value
    // A form that an inject changes is known on no day.
    const worlds = [scenario, ...[...scenario.injects.values()].map(({ change }) => change.world)]
    const [first, ...others] = worlds.map((one) => inputsOf({ scenario: one, space }, name, read)[0])
    return typeof first === 'number' && others.every((other) => other === first) ? first : undefined
  }
}
