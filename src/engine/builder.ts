/**
 * The memory under construction: who has which place in it, what fills it, and what runs when. Everything that
 * lowers something into code writes here.
 */
import type { Draw } from '../formula/mechanism.ts'
import { GRAMMAR } from '../mechanisms/axes.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Binding, History, Slot, Step } from './code.ts'
import type { Input } from './inputs.ts'
import type { Live } from './live.ts'
import type { Space } from './space.ts'

/** A random number of every playout: slot, mechanism and draw name. */
export interface ChanceSlot {
  readonly slot: Slot
  readonly mechanism: string
  readonly draw: string
  readonly law: Draw['law']
  /** Axis names, outermost first. */
  readonly axes: readonly string[]
  /** One draw for all dyads of a supporter: the recipient is no part of the stream's name. */
  readonly ofSupporter: boolean
}

/** A variable that is remembered: what it holds before the first day, or before the first round. */
export interface Reset {
  readonly slot: Slot
  readonly value: number
  readonly when: 'draw' | 'playout'
}

/** Where an input slot's elements come from. */
export interface InputSlot {
  readonly slot: Slot
  readonly values: readonly Input[]
  /** Id of the inject that puts them in the place of other values: the same quantity may stand there under another law. */
  readonly put?: string
}

/** The memory under construction. */
export interface Builder {
  readonly scenario: Scenario
  readonly space: Space
  readonly phases: Record<Binding, Step[]>
  readonly inputs: InputSlot[]
  /** Elements of inputs that hold one number in every draw. */
  readonly constants: Map<number, number>
  readonly chances: ChanceSlot[]
  readonly resets: Reset[]
  readonly slots: Map<string, { readonly slot: Slot; readonly binding: Binding }>
  /** Variables of which some equation looks further back than yesterday. */
  readonly lookedBackOn: ReadonlySet<string>
  /** Variables that are kept day by day, in the order of their numbers; they get their places last of all. */
  readonly histories: Omit<History, 'offset'>[]
  /** Variables whose equation has been lowered already. */
  readonly assigned: Set<string>
  /** What injects change from one day to the next. */
  readonly live: Live
  size: number
}

/** The axis on which a letter runs. */
export function axisOf(letter: string): string {
  const axis = GRAMMAR.axes.find((one) => one.letters.includes(letter))
  if (!axis) throw new Error(`unknown letter: ${letter}`)
  return axis.name
}

/** A new slot, once per name. */
export function claimSlot(
  builder: Builder,
  name: string,
  form: { readonly letters: readonly string[]; readonly flag: boolean; readonly binding: Binding },
): Slot {
  return placeSlot(builder, name, {
    ...form,
    shape: form.letters.map((letter) => builder.space.sizes[axisOf(letter)]!),
  })
}

/** A new slot of a known shape. */
export function placeSlot(
  builder: Builder,
  name: string,
  {
    shape,
    flag,
    binding,
  }: { readonly shape: readonly number[]; readonly flag: boolean; readonly binding: Binding },
): Slot {
  const size = shape.reduce((product, length) => product * length, 1)
  const slot: Slot = { name, offset: builder.size, size, shape, flag }
  builder.size += size
  builder.slots.set(name, { slot, binding })
  return slot
}

export function slotNamed(builder: Builder, name: string): Slot {
  const known = builder.slots.get(name)
  if (!known) throw new Error(`${name} is read before it is known; read last(…) or move its equation up`)
  return known.slot
}
