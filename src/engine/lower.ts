/**
 * Mechanisms and scenario → one program: every variable gets its place in memory, every
 * equation its moment (parameter draw, playout or day), and no name is left.
 */
import type { Equation } from '../formula/formula.ts'
import type { Block, Draw, Mechanism } from '../formula/mechanism.ts'
import type { Solve } from '../formula/solve.ts'
import { namesIn } from '../formula/walk.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { axisOf, type Builder, claimSlot, placeSlot, slotNamed } from './builder.ts'
import type { Assign, Binding, Code, FlowSolve, Slot, Step } from './code.ts'
import { asFlag, asNumber } from './fold.ts'
import { lowerConditions, lowerInjects } from './injects.ts'
import { inputsOf } from './inputs.ts'
import { blocksInForce } from './in-force.ts'
import { isTouched, noLive, ofToday, pushTwin, putInto } from './live.ts'
import { type FormulaContext, lowerFormula, type Meaning } from './lower-formula.ts'
import { globalName, historied, latest, remembered, usesDay } from './moments.ts'
import { spaceOf } from './space.ts'

/** Throws (a programmer's fault) when a mechanism reads what nothing supplies, or reads today's value too early. */
export function lower(scenario: Scenario, mechanisms: readonly Mechanism[]): Builder {
  const builder: Builder = {
    scenario,
    space: spaceOf(scenario),
    phases: { draw: [], playout: [], day: [] },
    inputs: [],
    constants: new Map(),
    chances: [],
    resets: [],
    slots: new Map(),
    lookedBackOn: new Set(mechanisms.flatMap(historied)),
    histories: [],
    assigned: new Set(),
    live: noLive(),
    size: 0,
  }
  lowerInjects(builder)
  const held = remembered(mechanisms)
  for (const { name: owner, kinds } of mechanisms) {
    for (const name of [...kinds.keys()].filter((one) => held.has(`${owner}.${one}`)).sort()) {
      const { letters, type } = kinds.get(name)!
      claimSlot(builder, `${owner}.${name}`, { letters, flag: type === 'flag', binding: 'day' })
    }
  }
  for (const mechanism of mechanisms) {
    for (const block of blocksInForce(builder, mechanism)) {
      if (block.solve) lowerSolve(builder, mechanism, block.solve)
      else lowerBlock(builder, mechanism, block)
    }
  }
  lowerConditions(builder)
  return builder
}

function lowerBlock(builder: Builder, mechanism: Mechanism, block: Block): void {
  if (block.rounds > 1) {
    const binding = latest(
      block.equations.map((equation) => bindingOf(builder, mechanism, { equation, inRounds: true })),
    )
    const targets = new Set<string>()
    for (const equation of block.equations) {
      for (const node of namesIn(equation.value)) if (node.last) targets.add(node.name)
    }
    if (binding === 'day') throw new Error(`a fixpoint on every day is not supported: ${mechanism.name}`)
    for (const name of targets) {
      const kind = mechanism.kinds.get(name)!
      const form = { letters: kind.letters, flag: kind.type === 'flag', binding }
      builder.resets.push({
        slot: claimSlot(builder, `${mechanism.name}.${name}`, form),
        value: 0,
        when: binding,
      })
    }
    const assigns = block.equations.map((equation) =>
      lowerEquation(builder, mechanism, { equation, binding }),
    )
    push(builder, mechanism, { binding, step: { rounds: block.rounds, assigns } })
    for (const equation of block.equations) keepHistory(builder, mechanism, equation)
    return
  }
  for (const equation of block.equations) {
    const binding = bindingOf(builder, mechanism, { equation, inRounds: false })
    const assign = lowerEquation(builder, mechanism, { equation, binding })
    if (assign.slot.size > 0) push(builder, mechanism, { binding, step: { rounds: 1, assigns: [assign] } })
    if (binding !== 'day') touch(builder, mechanism, equation)
    keepHistory(builder, mechanism, equation)
  }
}

function push(
  builder: Builder,
  { slow }: Mechanism,
  { binding, step }: { readonly binding: Binding; readonly step: Step },
): void {
  builder.phases[binding].push(slow && binding === 'day' ? { ...step, slow } : step)
}

/** What the algorithm gives stands in memory until its inputs change, so nobody else may write there. */
function lowerSolve(builder: Builder, mechanism: Mechanism, solve: Solve): void {
  const read = (name: string): Slot => slotNamed(builder, globalName(mechanism, name))
  const known = [read(solve.room), read(solve.demand)]
  const binding = latest(
    known.map(({ name }) => (isTouched(builder, name) ? 'day' : builder.slots.get(name)!.binding)),
  )
  const [room, demand] = known.map((slot) => (binding === 'day' ? ofToday(builder, slot) : slot))
  const give = (name: string): Slot => {
    const global = globalName(mechanism, name)
    if (builder.slots.has(global))
      throw new Error(`last(${name}) is not kept: it is solved for; let a variable hold it`)
    const { letters, type } = mechanism.kinds.get(name)!
    builder.assigned.add(global)
    return claimSlot(builder, global, { letters, flag: type === 'flag', binding })
  }
  const { gives } = solve
  const [shipped, used, tight, open] = [gives.shipped, gives.used, gives.tight, gives.open].map(give)
  const found: FlowSolve = {
    network: builder.space.network,
    room: room!,
    demand: demand!,
    shipped: shipped!,
    used: used!,
    tight: tight!,
    open: open!,
  }
  if (found.demand.size > 0)
    push(builder, mechanism, { binding, step: { rounds: 1, assigns: [], solve: found } })
}

/** Keeps the variable's value of today, where the mechanism will look back on it. */
function keepHistory(builder: Builder, mechanism: Mechanism, { target }: Equation): void {
  const { name } = slotNamed(builder, globalName(mechanism, target))
  if (!builder.lookedBackOn.has(name)) return
  const slot = ofToday(builder, slotNamed(builder, name))
  const keep = builder.histories.push({ name, perDay: slot.size }) - 1
  if (slot.size === 0) return
  let stride = slot.size
  const terms = slot.shape.map((size, counter) => ({ counter, stride: (stride /= size) }))
  const at = { base: slot.offset, terms }
  const value: Assign['value'] = slot.flag
    ? { flag: true, code: { op: 'loadFlag', at } }
    : { flag: false, code: { op: 'load', at } }
  const assign: Assign = { slot, loops: slot.shape, keep, value, text: `${slot.name}: kept` }
  push(builder, mechanism, { binding: 'day', step: { rounds: 1, assigns: [assign] } })
}

interface Placing {
  readonly equation: Equation
  readonly inRounds: boolean
}

function bindingOf(builder: Builder, mechanism: Mechanism, { equation, inRounds }: Placing): Binding {
  const bindings: Binding[] = usesDay(equation.value) ? ['day'] : []
  for (const node of namesIn(equation.value)) {
    if (inRounds && mechanism.kinds.has(node.name) && !builder.slots.has(`${mechanism.name}.${node.name}`))
      continue
    if (node.last && !inRounds) bindings.push('day')
    const meaning = meaningOf(builder, mechanism, node.name)
    if (typeof meaning === 'object') bindings.push(builder.slots.get(meaning.name)!.binding)
  }
  return latest(bindings)
}

function lowerEquation(
  builder: Builder,
  mechanism: Mechanism,
  { equation, binding }: { readonly equation: Equation; readonly binding: Binding },
): Assign {
  const name = `${mechanism.name}.${equation.target}`
  refuseLateLast(builder, mechanism, equation)
  refuseDayAxis(mechanism, equation)
  builder.assigned.add(name)
  const code = codeOf(builder, mechanism, { equation, binding })
  const flag = mechanism.kinds.get(equation.target)!.type === 'flag'
  const state = builder.slots.get(name)?.slot
  const slot = state ?? claimSlot(builder, name, { letters: equation.letters, flag, binding })
  if (state && binding === 'day') {
    builder.resets.push({ slot, value: mechanism.before?.[equation.target] ?? 0, when: 'playout' })
  }
  return assignTo(slot, code, `${mechanism.name}: ${equation.text}`)
}

/** A day reads inputs as they are on it; the eve, as the scenario has them. */
function codeOf(
  builder: Builder,
  mechanism: Mechanism,
  { equation, binding }: { readonly equation: Equation; readonly binding: Binding },
): Code {
  const context: FormulaContext = {
    space: builder.space,
    axisOf,
    meaningOf: (used) => {
      const meaning = meaningOf(builder, mechanism, used)
      return binding === 'day' && typeof meaning === 'object' ? ofToday(builder, meaning) : meaning
    },
    historyOf: (used) => historyNamed(builder, globalName(mechanism, used)),
    constantAt: (element) => builder.constants.get(element),
    letters: new Map(equation.letters.map((letter, counter) => [letter, { counter }])),
  }
  return lowerFormula(context, equation.value)
}

function assignTo(slot: Slot, code: Code, text: string): Assign {
  const { flag } = slot
  return {
    slot,
    loops: slot.shape,
    value: flag ? { flag, code: asFlag(code) } : { flag, code: asNumber(code) },
    text: text.replace(/\s+/g, ' '),
  }
}

/** Notes a variable of the eve that some inject moves, so that a day which reads it gets a twin of it. */
function touch(builder: Builder, mechanism: Mechanism, equation: Equation): void {
  const isMoved = namesIn(equation.value).some((node) => {
    const meaning = meaningOf(builder, mechanism, node.name)
    return typeof meaning === 'object' && isTouched(builder, meaning.name)
  })
  if (!isMoved) return
  const { slot: eve, binding } = builder.slots.get(`${mechanism.name}.${equation.target}`)!
  if (binding === 'day')
    throw new Error(`last(${eve.name}) is not kept where injects move it; let a variable of the day hold it`)
  builder.live.touched.set(eve.name, () => {
    const code = codeOf(builder, mechanism, { equation, binding: 'day' })
    const slot = placeSlot(builder, `${eve.name}@day`, { ...eve, binding: 'day' })
    const assign = assignTo(slot, code, `${mechanism.name}, today: ${equation.text}`)
    if (slot.size > 0) pushTwin(builder, assign)
    return slot
  })
}

/**
 * A remembered variable has one place in memory, so yesterday's value is gone once today's
 * stands there: `last(x)` may be read up to and in the equation of x itself, at x's own indices.
 */
function refuseLateLast(builder: Builder, mechanism: Mechanism, equation: Equation): void {
  for (const node of namesIn(equation.value)) {
    if (!node.last) continue
    const global = globalName(mechanism, node.name)
    const own = global === `${mechanism.name}.${equation.target}`
    const inPlace = node.at.every(
      (index, at) => index.kind === 'letter' && index.letter === equation.letters[at],
    )
    if (own ? !inPlace : builder.assigned.has(global)) {
      throw new Error(
        `last(${node.name}) comes too late in ${mechanism.name}.${equation.target}: today's value stands there already`,
      )
    }
  }
}

/** What goes on after the horizon cannot read what stands on its days. */
function refuseDayAxis({ name, slow }: Mechanism, { target, value }: Equation): void {
  const onDay = namesIn(value).some(({ at }) =>
    at.some((index) => index.kind === 'letter' && axisOf(index.letter) === 'day'),
  )
  if (slow && onDay) throw new Error(`${name}.${target} goes on after the horizon, where that axis ends`)
}

/** What a name used by a mechanism stands for; makes the slot of an input or a draw at first use. */
function meaningOf(builder: Builder, mechanism: Mechanism, name: string): Meaning {
  if (mechanism.kinds.has(name)) return slotNamed(builder, globalName(mechanism, name))
  const constant = mechanism.constants?.[name]
  if (constant) return constant.value
  const draw = mechanism.draws?.[name]
  if (draw) return chanceSlot(builder, mechanism.name, { name, draw })
  const read = mechanism.reads[name]!
  if (read.from === 'mechanism') {
    const known = builder.slots.get(name)
    if (known) return known.slot
    if (read.otherwise === undefined) throw new Error(`nothing supplies ${name} to ${mechanism.name}`)
    return read.unit === 'flag' ? read.otherwise !== 0 : read.otherwise
  }
  const key = `${read.from}/${name}`
  const known = builder.slots.get(key)
  if (known) return known.slot
  const values = inputsOf(builder, name, read)
  const put = putInto(builder, { name, read, values })
  const [only] = values
  if (read.of === '' && typeof only === 'number' && read.unit !== 'flag' && put.length === 0) return only
  const slot = claimSlot(builder, key, { letters: [...read.of], flag: read.unit === 'flag', binding: 'draw' })
  if (values.length !== slot.size) throw new Error(`${key}: ${values.length} values for ${slot.size} places`)
  builder.inputs.push({ slot, values })
  if (put.length > 0) builder.live.put.set(key, put)
  values.forEach((value, at) => {
    if (typeof value === 'number') builder.constants.set(slot.offset + at, value)
  })
  return slot
}

function historyNamed(builder: Builder, name: string): number {
  const at = builder.histories.findIndex((history) => history.name === name)
  if (at < 0) throw new Error(`${name} is looked back on before it is known; move its equation up`)
  return at
}

function chanceSlot(
  builder: Builder,
  mechanism: string,
  { name, draw }: { readonly name: string; readonly draw: Draw },
): Slot {
  const key = `${mechanism}:${name}`
  const known = builder.slots.get(key)
  if (known) return known.slot
  const letters = [...draw.of]
  const slot = claimSlot(builder, key, { letters, flag: false, binding: 'playout' })
  builder.chances.push({
    slot,
    mechanism,
    draw: name,
    law: draw.law,
    axes: letters.map(axisOf),
    ofSupporter: draw.whose === 'supporter',
  })
  return slot
}
