/**
 * What injects change while the crisis runs. An input that some inject changes has a twin, which is set first thing
 * every day: to what the inject says while it is in force, else to what the scenario says. What the mechanisms
 * work out before the first day stays as it was on the eve; a day that needs it reads a twin that is worked out anew.
 */
import type { Read } from '../formula/mechanism.ts'
import { type Builder, placeSlot } from './builder.ts'
import type { Assign, Code, Slot, Step } from './code.ts'
import { asFlag, asNumber, choose, FALSE, number, TRUE } from './fold.ts'
import { type Input, inputsOf } from './inputs.ts'
import { sameData } from '../base/same-data.ts'

/** What an inject, by its position, has in place of one element of an input. */
export interface Put {
  readonly inject: number
  readonly at: number
  readonly value: Input
}

export interface Live {
  /** Steps that come before all others of a day, after the horizon too. */
  readonly dawn: Step[]
  /** By name of an input that some inject changes. */
  readonly put: Map<string, readonly Put[]>
  /** By name of a variable of the eve that rests on such an input: makes its twin. */
  readonly touched: Map<string, () => Slot>
  /** By name of the slot of the eve. */
  readonly twins: Map<string, Slot>
}

export function noLive(): Live {
  return { dawn: [], put: new Map(), touched: new Map(), twins: new Map() }
}

/** Whether it differs, on some day, from what it was on the eve. */
export function isTouched({ live }: Builder, name: string): boolean {
  return live.put.has(name) || live.touched.has(name)
}

/** Where the changed worlds of the injects have something else than the scenario; what depends on the day stands by itself. */
export function putInto(
  builder: Builder,
  { name, read, values }: { readonly name: string; readonly read: Read; readonly values: readonly Input[] },
): Put[] {
  if (read.of.includes('t')) return []
  const { scenario, space } = builder
  return space.injects.flatMap((id, inject) => {
    const { world } = scenario.injects.get(id)!.change
    const changed = inputsOf({ scenario: world, space }, name, read)
    if (changed.length !== values.length) throw new Error(`an inject changes values only: ${id}, ${name}`)
    return changed.flatMap((value, at) => (sameInput(value, values[at]!) ? [] : [{ inject, at, value }]))
  })
}

function sameInput(a: Input, b: Input): boolean {
  return sameData(valueOf(a), valueOf(b))
}

/** A number that is certain counts as that number, whoever states it. */
function valueOf(input: Input): unknown {
  if (typeof input === 'number') return input
  const { id, law, bounds } = input
  return law.kind === 'fixed' ? law.value : { id, law, bounds }
}

/** The slot that holds today's values: the twin, made at first need, of one that injects move. */
export function ofToday(builder: Builder, slot: Slot): Slot {
  const { live } = builder
  const known = live.twins.get(slot.name)
  if (known) return known
  const put = live.put.get(slot.name)
  const twin = put ? inputTwin(builder, slot, put) : live.touched.get(slot.name)?.()
  if (twin === undefined) return slot
  live.twins.set(slot.name, twin)
  return twin
}

/** Elements that no inject changes are filled once, like the input itself. */
function inputTwin(builder: Builder, slot: Slot, put: readonly Put[]): Slot {
  const twin = placeSlot(builder, `${slot.name}@day`, { ...slot, binding: 'day' })
  const { values } = builder.inputs.find((input) => input.slot === slot)!
  builder.inputs.push({ slot: twin, values })
  const changed = new Set(put.map(({ at }) => at))
  values.forEach((value, at) => {
    if (typeof value === 'number' && !changed.has(at)) builder.constants.set(twin.offset + at, value)
  })
  for (const at of [...changed].sort((a, b) => a - b)) {
    const held: Code = valueCode(values[at]!, slot, at)
    const code = put
      .filter((one) => one.at === at)
      .reduce(
        (before, one) => choose(happened(builder, one.inject), putCode(builder, slot, one), before),
        held,
      )
    const element: Slot = { ...twin, offset: twin.offset + at, size: 1, shape: [] }
    pushTwin(builder, assignTo(element, code))
  }
  return twin
}

/** What injects put there changes when one of them comes or goes, and on no other day. */
export function pushTwin({ live, slots }: Builder, assign: Assign): void {
  live.dawn.push({ rounds: 1, assigns: [assign], slow: true, on: slots.get('inject.happened')!.slot })
}

/** Whether the inject is in force today. */
function happened({ slots }: Builder, inject: number): ReturnType<typeof asFlag> {
  return { op: 'loadFlag', at: { base: slots.get('inject.happened')!.slot.offset + inject, terms: [] } }
}

function valueCode(value: Input, slot: Slot, at: number): Code {
  if (typeof value === 'number') return slot.flag ? (value === 0 ? FALSE : TRUE) : number(value)
  return { op: 'load', at: { base: slot.offset + at, terms: [] } }
}

/** A quantity gets a place of its own; it is drawn at the score of the one in whose place it is put. */
function putCode(builder: Builder, slot: Slot, { inject, at, value }: Put): Code {
  if (typeof value === 'number') return valueCode(value, slot, at)
  const put = builder.space.injects[inject]!
  const name = `inject/${put}/${slot.name}/${at}`
  const place = placeSlot(builder, name, { shape: [], flag: false, binding: 'draw' })
  builder.inputs.push({ slot: place, values: [value], put })
  return { op: 'load', at: { base: place.offset, terms: [] } }
}

function assignTo(slot: Slot, code: Code): Assign {
  const { flag } = slot
  const value = flag ? { flag, code: asFlag(code) } : { flag, code: asNumber(code) }
  return { slot, loops: [], value, text: slot.name }
}
