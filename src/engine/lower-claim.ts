/**
 * Claims → the same code as the equations: each leaf keeps a running value over its
 * window, each claim and each sentence becomes one flag that is read after the last day.
 */
import type { Condition, Scenario } from '../scenario/scenario.ts'
import { sideOf } from '../scenario/side.ts'
import { METRICS } from '../mechanisms/metrics.ts'
import { type Assign, DAY_COUNTER, type FlagCode, type NumberCode, type Slot } from './code.ts'
import { and, chain, choose, compareBy, FALSE, not, number, or, pair, TRUE, asNumber } from './fold.ts'
import { type Builder, claimSlot } from './lower.ts'

type MetricLeaf = Condition & { readonly kind: 'metric' }
type FactLeaf = Condition & { readonly kind: 'fact' }

const TODAY: NumberCode = { op: 'counter', counter: DAY_COUNTER }
/** What each way of looking over a window holds before the window opens. */
const BEFORE: Readonly<Record<MetricLeaf['over'], number>> = {
  max: Number.NEGATIVE_INFINITY,
  min: Number.POSITIVE_INFINITY,
  last: 0,
  sum: 0,
  firstDay: Number.POSITIVE_INFINITY,
}

export interface Outcomes {
  /** Claim id → its flag. */
  readonly claims: ReadonlyMap<string, Slot>
  /** Sentence id → whether the playout went as all of its claims together say. */
  readonly sentences: ReadonlyMap<string, Slot>
}

/** Appends the claims of the scenario to the day's steps. */
export function lowerClaims(builder: Builder, scenario: Scenario): Outcomes {
  const claims = new Map<string, Slot>()
  const bySentence = new Map<string, { readonly slot: Slot; readonly negated: boolean }[]>()
  for (const claim of scenario.claims) {
    const code = condition(builder, claim.that, { name: `claim/${claim.id}`, leaves: 0 })
    const slot = assignFlag(builder, `claim/${claim.id}`, code)
    claims.set(claim.id, slot)
    // A claim that asserts no likelihood is shown, but nothing is asked to hold together with it.
    const asserts = claim.kind === 'fact' || claim.says !== undefined
    if (claim.sentence !== undefined && asserts) {
      // "Very unlikely" speaks against the event: the sentence comes true where the event does not.
      const negated = claim.says !== undefined && sideOf(scenario.ladder, claim.says) === 'below'
      const part = { slot, negated }
      bySentence.set(claim.sentence, [...(bySentence.get(claim.sentence) ?? []), part])
    }
  }
  const sentences = new Map<string, Slot>()
  for (const [sentence, slots] of bySentence) {
    const flags = slots.map(({ slot, negated }): FlagCode => {
      const holds: FlagCode = { op: 'loadFlag', at: { base: slot.offset, terms: [] } }
      return negated ? not(holds) : holds
    })
    sentences.set(sentence, assignFlag(builder, `sentence/${sentence}`, chain(flags, TRUE, and)))
  }
  return { claims, sentences }
}

/** Names the leaves of one claim: `claim/x`, `claim/x.1`, … */
interface Naming {
  readonly name: string
  leaves: number
}

function condition(builder: Builder, node: Condition, naming: Naming): FlagCode {
  switch (node.kind) {
    case 'all':
      return chain(
        node.of.map((part) => condition(builder, part, naming)),
        TRUE,
        and,
      )
    case 'any':
      return chain(
        node.of.map((part) => condition(builder, part, naming)),
        FALSE,
        or,
      )
    case 'not':
      return not(condition(builder, node.of, naming))
    case 'fact':
      return compareBy(node.test.op, factValue(builder, node), number(node.test.value))
    case 'metric':
      return compareBy(node.test.op, windowValue(builder, node, naming), number(node.test.value))
  }
}

function factValue(builder: Builder, leaf: FactLeaf): NumberCode {
  if (typeof leaf.value === 'number') return number(leaf.value)
  const name = `fact/${leaf.value.id}`
  let slot = builder.slots.get(name)?.slot
  if (!slot) {
    slot = claimSlot(builder, name, { letters: [], flag: false, binding: 'draw' })
    builder.inputs.push({ slot, values: [leaf.value] })
  }
  return load(slot)
}

function load(slot: Slot, position = 0): NumberCode {
  return { op: 'load', at: { base: slot.offset + position, terms: [] } }
}

function windowValue(builder: Builder, leaf: MetricLeaf, naming: Naming): NumberCode {
  const seen = claimSlot(builder, `${naming.name}.${naming.leaves++}`, {
    letters: [],
    flag: false,
    binding: 'day',
  })
  builder.resets.push({ slot: seen, value: BEFORE[leaf.over], when: 'playout' })
  const inside = and(
    leaf.from === 0 ? TRUE : compareBy('<=', number(leaf.from), TODAY),
    leaf.to >= builder.scenario.crisis.horizon ? TRUE : compareBy('<=', TODAY, number(leaf.to)),
  )
  const now = metricValue(builder, leaf)
  const was = load(seen)
  const code = asNumber(choose(inside, looked(leaf, now, was), was))
  push(builder, {
    slot: seen,
    loops: [],
    value: { flag: false, code },
    text: `${seen.name}: ${leaf.over} of ${leaf.metric}`,
  })
  return was
}

/** The running value on a day inside the window. */
function looked(leaf: MetricLeaf, now: NumberCode, was: NumberCode): NumberCode {
  switch (leaf.over) {
    case 'max':
      return pair('max', was, now)
    case 'min':
      return pair('min', was, now)
    case 'sum':
      return pair('add', was, now)
    case 'last':
      return now
    case 'firstDay':
      return pair('min', was, asNumber(choose(compareBy('<=', number(leaf.reaches), now), TODAY, was)))
  }
}

/** The metric's value today, flags as 0 and 1. */
function metricValue(builder: Builder, leaf: MetricLeaf): NumberCode {
  const metric = METRICS.find((one) => one.name === leaf.metric)
  if (!metric) throw new Error(`unknown metric: ${leaf.metric}`)
  const variable = typeof metric.variable === 'string' ? metric.variable : metric.variable[leaf.take]
  const found = builder.slots.get(variable)
  if (!found) throw new Error(`no mechanism of this run computes ${variable}`)
  const { slot } = found
  const { space, scenario } = builder
  const row =
    metric.of === 'draft'
      ? space.drafts.indexOf(leaf.of)
      : scenario.dyads.findIndex((dyad) => dyad.supporter === leaf.of && dyad.recipient === leaf.for)
  if (row < 0) throw new Error(`${leaf.metric} has no value for ${leaf.of} ${leaf.for ?? ''}`)
  const position = metric.channel === undefined ? row : row * space.sizes['channel']! + metric.channel
  if (!slot.flag) return load(slot, position)
  const flag: FlagCode = { op: 'loadFlag', at: { base: slot.offset + position, terms: [] } }
  return asNumber(choose(flag, number(1), number(0)))
}

function assignFlag(builder: Builder, name: string, code: FlagCode): Slot {
  const slot = claimSlot(builder, name, { letters: [], flag: true, binding: 'day' })
  push(builder, { slot, loops: [], value: { flag: true, code }, text: name })
  return slot
}

function push(builder: Builder, assign: Assign): void {
  builder.phases.day.push({ rounds: 1, assigns: [assign] })
}
