/**
 * Names → places in the memory of one playout, for those who look at it after the fact. The
 * plan has no names left; this is its memory's list of contents.
 */
import type { Mechanism } from '../formula/mechanism.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Slot } from './code.ts'
import { type PutPlace, putPlaces } from './drawn.ts'
import { inputsOf } from './inputs.ts'
import type { Builder } from './builder.ts'
import { lower } from './lower.ts'
import { globalName } from './moments.ts'
import { mechanismsOf } from './running.ts'
import type { Space } from './space.ts'

export interface Lens {
  readonly scenario: Scenario
  readonly space: Space
  readonly mechanisms: readonly Mechanism[]
  /** The place of a variable such as `support.decided`; undefined where nothing computes it. */
  readonly slot: (variable: string) => Slot | undefined
  /** What injects put in the place of uncertain quantities. */
  readonly puts: readonly PutPlace[]
  /** What a name stands for in a mechanism: a place in memory, or a value known already. */
  readonly meaning: (mechanism: Mechanism, name: string) => Slot | number | boolean
}

export function lensOf(scenario: Scenario, mechanisms: readonly Mechanism[] = mechanismsOf(scenario)): Lens {
  const builder = lower(scenario, mechanisms)
  return {
    scenario,
    space: builder.space,
    mechanisms,
    puts: putPlaces(builder),
    slot: (variable) => placeOf(builder, variable),
    meaning: (mechanism, name) => meaningOf(builder, mechanism, name),
  }
}

/** The element of a slot at positions on its axes, row-major. */
export function elementOf({ offset, shape }: Slot, at: readonly number[]): number {
  return offset + at.reduce((row, position, axis) => row * shape[axis]! + position, 0)
}

/** Today's place, where injects make that another than the one of the eve. */
function placeOf({ slots, live }: Builder, name: string): Slot | undefined {
  return live.twins.get(name) ?? slots.get(name)?.slot
}

function meaningOf(builder: Builder, mechanism: Mechanism, name: string): Slot | number | boolean {
  const place = (key: string): Slot | undefined => placeOf(builder, key)
  if (mechanism.kinds.has(name)) return required(place(globalName(mechanism, name)), mechanism, name)
  const constant = mechanism.constants?.[name]
  if (constant !== undefined) return constant.value
  if (mechanism.draws?.[name] !== undefined)
    return required(place(`${mechanism.name}:${name}`), mechanism, name)
  const read = required(mechanism.reads[name], mechanism, name)
  const known = place(read.from === 'mechanism' ? name : `${read.from}/${name}`)
  if (known !== undefined) return known
  const value = read.from === 'mechanism' ? read.otherwise : inputsOf(builder, name, read)[0]
  if (typeof value !== 'number') throw new Error(`${mechanism.name}: ${name} has no place in memory`)
  return read.unit === 'flag' ? value !== 0 : value
}

function required<T>(value: T | undefined, mechanism: Mechanism, name: string): T {
  if (value === undefined) throw new Error(`${mechanism.name}: ${name} has no place in memory`)
  return value
}
