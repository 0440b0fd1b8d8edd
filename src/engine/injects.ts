/**
 * Injects as steps of the day: which of them are in force is settled first thing every day, and whether a condition
 * has come true is looked at in the evening, after everything else.
 */
import type { Inject, When } from '../scenario/scenario.ts'
import { axisOf, type Builder, placeSlot } from './builder.ts'
import { type Assign, DAY_COUNTER, type FlagCode, type NumberCode, type Slot } from './code.ts'
import { and, asFlag, asNumber, choose, compareBy, FALSE, not, number, pair } from './fold.ts'
import { lowerFormula } from './lower-formula.ts'
import { isComputed, seenBy } from './look.ts'

const TODAY: NumberCode = { op: 'counter', counter: DAY_COUNTER }
/** The day from which one acts whose condition has not come true yet. */
const NEVER = Number.POSITIVE_INFINITY
/** A condition that holds in the evening acts from the next morning. */
const NEXT = 1

/** Settles every morning which injects are in force, `inject.happened`, and since which day first, `inject.happenedOn`. */
export function lowerInjects(builder: Builder): void {
  const injects = injectsOf(builder)
  if (injects.length === 0) return
  const shape = [injects.length]
  const happened = placeSlot(builder, 'inject.happened', { shape, flag: true, binding: 'day' })
  const since = placeSlot(builder, 'inject.since', { shape, flag: false, binding: 'day' })
  const first = placeSlot(builder, 'inject.happenedOn', { shape, flag: false, binding: 'day' })
  const chance = placeSlot(builder, 'inject/chance', { shape, flag: false, binding: 'draw' })
  const luck = placeSlot(builder, 'inject:happens', { shape, flag: false, binding: 'playout' })
  builder.inputs.push({ slot: chance, values: injects.map((inject) => inject.chance) })
  builder.chances.push({
    slot: luck,
    mechanism: 'inject',
    draw: 'happens',
    law: 'uniform',
    axes: ['inject'],
    ofSupporter: false,
  })
  for (const slot of [since, first]) builder.resets.push({ slot, value: NEVER, when: 'playout' })
  injects.forEach(({ id, day, lasts }, at) => {
    const from = day === undefined ? load(since, at) : number(day)
    const hasCome = compareBy('<=', from, TODAY)
    const isOver = lasts === undefined ? FALSE : compareBy('<=', pair('add', from, number(lasts)), TODAY)
    const code = and(and(compareBy('<', load(luck, at), load(chance, at)), hasCome), not(isOver))
    const flag = element(happened, at)
    push(builder.live.dawn, { slot: flag, value: { flag: true, code }, text: `${id}: in force` })
    const isHere: FlagCode = { op: 'loadFlag', at: { base: flag.offset, terms: [] } }
    const onDay = pair('min', load(first, at), asNumber(choose(isHere, TODAY, number(NEVER))))
    const value = { flag: false, code: onDay } as const
    push(builder.live.dawn, { slot: element(first, at), value, text: `${id}: first in force` })
  })
}

/** Looks in the evening whether what an inject waits for has come true, and keeps the day after the first time. */
export function lowerConditions(builder: Builder): void {
  injectsOf(builder).forEach(({ id, when }, at) => {
    if (when === undefined) return
    const { slot } = builder.slots.get('inject.since')!
    const was = load(slot, at)
    const isFirst = and(compareBy('==', was, number(NEVER)), truthOf(builder, when))
    const code = asNumber(choose(isFirst, pair('add', TODAY, number(NEXT)), was))
    push(builder.phases.day, { slot: element(slot, at), value: { flag: false, code }, text: `${id}: since` })
  })
}

function injectsOf({ scenario, space }: Builder): Inject[] {
  return space.injects.map((id) => scenario.injects.get(id)!)
}

/** What looks at something that this world does not compute never comes true. */
function truthOf(builder: Builder, { formula, looks }: When): FlagCode {
  if (!looks.every((look) => isComputed(builder, look))) return FALSE
  const seen = new Map(looks.map((look, at) => [`look${at}`, seenBy(builder, look)]))
  const none = (): never => {
    throw new Error('a condition does not look back')
  }
  const context = {
    space: builder.space,
    axisOf,
    historyOf: none,
    constantAt: () => undefined,
    letters: new Map(),
  }
  return asFlag(lowerFormula({ ...context, meaningOf: (name) => seen.get(name)! }, formula))
}

function load(slot: Slot, at: number): NumberCode {
  return { op: 'load', at: { base: slot.offset + at, terms: [] } }
}

function element(slot: Slot, at: number): Slot {
  return { ...slot, offset: slot.offset + at, size: 1, shape: [] }
}

/** Also after the horizon: what is slow may wait for a date that comes later. */
function push(steps: Builder['phases']['day'], assign: Omit<Assign, 'loops'>): void {
  steps.push({ rounds: 1, assigns: [{ ...assign, loops: [] }], slow: true })
}
