/**
 * Claims → the same code as the equations: each leaf keeps a running value over its
 * window, each claim and each sentence becomes one flag that is read after the last day.
 * What looks beyond the horizon goes on with the slow flows; all else stands still there.
 */
import type { Claim, Condition, Look, Over, Scenario, Test } from '../scenario/scenario.ts'
import { sideOf } from '../scenario/side.ts'
import { isSlow } from '../mechanisms/slow.ts'
import { type Assign, DAY_COUNTER, type FlagCode, type NumberCode, type Slot } from './code.ts'
import { and, asNumber, chain, choose, compareBy, FALSE, not, number, or, pair, TRUE } from './fold.ts'
import { type Builder, claimSlot } from './builder.ts'
import { isUnknown, metricOf, metricValue } from './look.ts'

/** A look at a metric over its window: what of the window counts. */
interface Watch extends Look {
  readonly over: Over
  /** For firstDay: the value that has to be reached. */
  readonly reaches: number
}

type FactLeaf = Condition & { readonly kind: 'fact' }

const TODAY: NumberCode = { op: 'counter', counter: DAY_COUNTER }
/** What each way of looking over a window holds before the window opens. */
const BEFORE: Readonly<Record<Over, number>> = {
  max: Number.NEGATIVE_INFINITY,
  min: Number.POSITIVE_INFINITY,
  last: 0,
  sum: 0,
  firstDay: Number.POSITIVE_INFINITY,
}

/** A claim under a condition: the three flags that are counted side by side. */
export interface Pairing {
  readonly both: Slot
  readonly given: Slot
  readonly that: Slot
}

export interface Outcomes {
  /** Claim id → its flag. */
  readonly claims: ReadonlyMap<string, Slot>
  /** Sentence id → whether the playout went as all of its claims together say. */
  readonly sentences: ReadonlyMap<string, Slot>
  /** Claim id → its flags, where it has a condition. */
  readonly given: ReadonlyMap<string, Pairing>
  /** Claims about what a mechanism would compute that does not run in this world. */
  readonly unasked: readonly string[]
  /** The latest day that a claim looks at; at least the horizon. */
  readonly lastDay: number
}

/** A flag of a claim, and the last day on which it can change: the horizon, or beyond it. */
interface Settled {
  readonly slot: Slot
  readonly until: number
}

/** Appends the claims of the scenario to the day's steps. A record asks nothing of a playout. */
export function lowerClaims(builder: Builder, scenario: Scenario): Outcomes {
  const claims = new Map<string, Slot>()
  const given = new Map<string, Pairing>()
  const unasked: string[] = []
  const bySentence = new Map<string, (Settled & { readonly negated: boolean })[]>()
  let lastDay = scenario.crisis.horizon
  for (const claim of scenario.claims) {
    if (claim.that === undefined) continue
    if (isLeftOut(builder, claim.that) || (claim.given && isLeftOut(builder, claim.given))) {
      unasked.push(claim.id)
      continue
    }
    const that = settled(builder, `claim/${claim.id}`, claim.that)
    claims.set(claim.id, that.slot)
    lastDay = Math.max(lastDay, that.until)
    if (claim.given) {
      const found = settled(builder, `given/${claim.id}`, claim.given)
      given.set(claim.id, pairing(builder, claim.id, { that, given: found }))
      lastDay = Math.max(lastDay, found.until)
    }
    if (claim.sentence !== undefined && isJoined(claim)) {
      // "Very unlikely" speaks against the event: the sentence comes true where the event does not.
      const negated = claim.says !== undefined && sideOf(scenario.ladder, claim.says) === 'below'
      const part = { ...that, negated }
      bySentence.set(claim.sentence, [...(bySentence.get(claim.sentence) ?? []), part])
    }
  }
  return { claims, sentences: joined(builder, bySentence), given, unasked, lastDay }
}

function settled(builder: Builder, name: string, node: Condition): Settled {
  const naming: Naming = { name, leaves: 0, until: builder.scenario.crisis.horizon }
  const code = condition(builder, node, naming)
  const { until } = naming
  return { slot: assignFlag(builder, name, { code, until }), until }
}

/**
 * Whether a sentence asks the claim to come true together with its others. A claim that asserts no likelihood is
 * shown only; one about another world, about some of the playouts or about history is no event of a playout.
 */
function isJoined({ kind, says }: Claim): boolean {
  return kind === 'fact' || (kind === 'probability' && says !== undefined)
}

function joined(
  builder: Builder,
  bySentence: ReadonlyMap<string, readonly (Settled & { readonly negated: boolean })[]>,
): Map<string, Slot> {
  const sentences = new Map<string, Slot>()
  for (const [sentence, slots] of bySentence) {
    const flags = slots.map(({ slot, negated }): FlagCode => (negated ? not(flagOf(slot)) : flagOf(slot)))
    const until = Math.max(...slots.map((part) => part.until))
    const code = chain(flags, TRUE, and)
    sentences.set(sentence, assignFlag(builder, `sentence/${sentence}`, { code, until }))
  }
  return sentences
}

function pairing(
  builder: Builder,
  id: string,
  { that, given }: { readonly that: Settled; readonly given: Settled },
): Pairing {
  const code = and(flagOf(that.slot), flagOf(given.slot))
  const until = Math.max(that.until, given.until)
  return { both: assignFlag(builder, `both/${id}`, { code, until }), given: given.slot, that: that.slot }
}

/** True when some variable of the condition is computed by a mechanism that does not run in this world. */
function isLeftOut(builder: Builder, node: Condition): boolean {
  switch (node.kind) {
    case 'all':
    case 'any':
      return node.of.some((part) => isLeftOut(builder, part))
    case 'not':
      return isLeftOut(builder, node.of)
    case 'fact':
      return false
    case 'metric':
      return isUnknown(builder, node)
    case 'order':
      return [...node.first, ...node.before].some((look) => isUnknown(builder, look))
    case 'share':
      return [...node.part, ...node.whole].some((look) => isUnknown(builder, look))
  }
}

/** Names the leaves of one claim: `claim/x`, `claim/x.1`, … */
interface Naming {
  readonly name: string
  leaves: number
  /** The latest day that a leaf looks at; at least the horizon. */
  until: number
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
      return byTest(factValue(builder, node), node.test)
    case 'metric':
      return byTest(windowValue(builder, node, naming), node.test)
    case 'order':
      // Before every one of the others: before their earliest. Never is infinity, and is before nothing.
      return compareBy('<', earliest(builder, node.first, naming), earliest(builder, node.before, naming))
    case 'share': {
      const part = total(builder, node.part, naming)
      const whole = total(builder, node.whole, naming)
      return and(compareBy('<', number(0), whole), byTest(pair('divide', part, whole), node.test))
    }
  }
}

function byTest(value: NumberCode, { op, value: bound }: Test): FlagCode {
  return compareBy(op, value, number(bound))
}

function earliest(
  builder: Builder,
  onsets: readonly (Look & { readonly reaches: number })[],
  naming: Naming,
): NumberCode {
  const days = onsets.map((onset) => windowValue(builder, { ...onset, over: 'firstDay' }, naming))
  return chain(days, number(Number.POSITIVE_INFINITY), (left, right) => pair('min', left, right))
}

function total(builder: Builder, looks: readonly Look[], naming: Naming): NumberCode {
  const sums = looks.map((look) => windowValue(builder, { ...look, over: 'sum', reaches: 1 }, naming))
  return chain(sums, number(0), (left, right) => pair('add', left, right))
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

function load({ offset }: Slot): NumberCode {
  return { op: 'load', at: { base: offset, terms: [] } }
}

function windowValue(builder: Builder, leaf: Watch, naming: Naming): NumberCode {
  const seen = claimSlot(builder, `${naming.name}.${naming.leaves++}`, {
    letters: [],
    flag: false,
    binding: 'day',
  })
  builder.resets.push({ slot: seen, value: BEFORE[leaf.over], when: 'playout' })
  const { horizon } = builder.scenario.crisis
  const until = isSlow(metricOf(leaf)) ? Math.max(horizon, leaf.to) : horizon
  naming.until = Math.max(naming.until, until)
  const inside = and(
    leaf.from === 0 ? TRUE : compareBy('<=', number(leaf.from), TODAY),
    // Up to the horizon every day is within; beyond it another claim may look further.
    leaf.to >= horizon && until === horizon ? TRUE : compareBy('<=', TODAY, number(leaf.to)),
  )
  const now = metricValue(builder, leaf)
  const was = load(seen)
  const code = asNumber(choose(inside, looked(leaf, now, was), was))
  const text = `${seen.name}: ${leaf.over} of ${leaf.metric}`
  push(builder, { slot: seen, loops: [], value: { flag: false, code }, text }, until)
  return was
}

/** The running value on a day inside the window. */
function looked(leaf: Watch, now: NumberCode, was: NumberCode): NumberCode {
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

function flagOf({ offset }: Slot): FlagCode {
  return { op: 'loadFlag', at: { base: offset, terms: [] } }
}

function assignFlag(
  builder: Builder,
  name: string,
  { code, until }: { readonly code: FlagCode; readonly until: number },
): Slot {
  const slot = claimSlot(builder, name, { letters: [], flag: true, binding: 'day' })
  push(builder, { slot, loops: [], value: { flag: true, code }, text: name }, until)
  return slot
}

/** On every day up to the horizon; where it looks beyond, on the slow days after it too. */
function push(builder: Builder, assign: Assign, until: number): void {
  const slow = until > builder.scenario.crisis.horizon ? ({ slow: true } as const) : {}
  builder.phases.day.push({ rounds: 1, assigns: [assign], ...slow })
}
