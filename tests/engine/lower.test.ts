/** Laws of lowering: each equation at the earliest moment it can be known, and no value read before or after its time. */
import { describe, expect, test } from 'vitest'
import { BINDINGS, type Binding } from '../../src/engine/code.ts'
import { lower } from '../../src/engine/lower.ts'
import { mechanismsOf } from '../../src/engine/running.ts'
import { rounds } from '../../src/formula/mechanism.ts'
import { CHANNEL_LABELS, mechanism } from '../../src/mechanisms/axes.ts'
import { MECHANISMS } from '../../src/mechanisms/mechanisms.ts'
import { trialOf } from './random-formula.ts'
import { councilOf, range, world } from './world.ts'

const SCENARIO = world({
  council: councilOf({ drafts: [{ id: 'd1', votes: { ally: 'yes', other: 'no' } }] }),
})

function momentOf(variable: string, mechanisms = mechanismsOf(SCENARIO)): Binding | undefined {
  return lower(SCENARIO, mechanisms).slots.get(variable)?.binding
}

describe('the moment of an equation', () => {
  test.each([
    ['capacity.free', 'draw'],
    ['obligation.barred', 'draw'],
    ['support.core', 'draw'],
    ['support.believed', 'draw'],
    ['support.choice', 'playout'],
    ['delivery.lag', 'playout'],
    ['support.decided', 'day'],
    ['council.expectedYes', 'draw'],
    ['council.wouldCarry', 'playout'],
    ['council.isVoted', 'day'],
    ['proxies.standing', 'draw'],
    ['proxies.volley', 'draw'],
    ['proxies.hazard', 'day'],
    ['escalation.hazard', 'draw'],
    ['escalation.anchored', 'draw'],
    ['escalation.rung', 'day'],
    ['termination.rate', 'draw'],
    ['termination.ended', 'day'],
  ] as const)('of %s is the %s', (variable, moment) => {
    expect(momentOf(variable)).toBe(moment)
  })

  test('is never before what it reads', () => {
    const { phases } = lower(SCENARIO, MECHANISMS)
    const written = new Set<number>()
    const remembered = new Set(lower(SCENARIO, MECHANISMS).resets.map(({ slot }) => slot.offset))
    const slots = [...lower(SCENARIO, MECHANISMS).slots.values()].map(({ slot }) => slot)
    const targets = new Set(
      BINDINGS.flatMap((moment) =>
        phases[moment].flatMap(({ assigns }) => assigns.map(({ slot }) => slot.offset)),
      ),
    )
    for (const moment of BINDINGS) {
      for (const { assigns } of phases[moment]) {
        for (const { slot, value } of assigns) {
          for (const [, base] of JSON.stringify(value).matchAll(/"base":(\d+)/g)) {
            const read = slots.find(
              ({ offset, size }) => offset <= Number(base) && Number(base) < offset + size,
            )
            if (!read || !targets.has(read.offset) || remembered.has(read.offset)) continue
            expect(written.has(read.offset), `${slot.name} reads ${read.name}`).toBe(true)
          }
          written.add(slot.offset)
        }
      }
    }
    expect(written.size).toBe(targets.size)
  })
})

describe('what cannot be lowered is refused by name', () => {
  test.each([
    [['a[d] = b[d]\nb[d] = alignment[d]'], /trial\.b is read before it is known/],
    [['a[d] = last(a[d]) + 1\nb[d] = last(a[d])'], /last\(a\) comes too late in trial\.b/],
    [['a[d] = sum(e, last(a[e]))'], /last\(a\) comes too late in trial\.a/],
    [[rounds(3, 'a[d] = 0.5 * last(a[d]) + t / oneDay')], /fixpoint on every day/],
  ])('%j', (equations, says) => {
    expect(() => lower(SCENARIO, [trialOf(equations)])).toThrow(says)
  })

  test('a supplier that nobody is', () => {
    const reads = { 'other.x': { of: 'd', unit: 'fraction', from: 'mechanism' } }
    const lonely = mechanism('lonely', {
      about: 'Alone.',
      limits: 'Only a trial.',
      reads,
      equations: ['a[d] = other.x[d]'],
    })
    expect(() => lower(SCENARIO, [lonely])).toThrow(/nothing supplies other\.x to lonely/)
    const unknown = mechanism('lonely', {
      about: 'Alone.',
      limits: 'Only a trial.',
      reads: { x: { of: 'd', unit: 'fraction', from: 'nobody' } },
      equations: ['a[d] = x[d]'],
    })
    expect(() => lower(SCENARIO, [unknown])).toThrow(/unknown supplier of x: nobody/)
  })

  test('a stand-in is used where the supplier is left out', () => {
    const support = MECHANISMS.filter(({ name }) => name === 'support')
    const { slots } = lower(SCENARIO, support)
    expect(slots.has('capacity.free')).toBe(false)
    expect(slots.get('support.decided')!.binding).toBe('day')
  })
})

test('places never overlap and fill the memory', () => {
  const { slots, size } = lower(SCENARIO, MECHANISMS)
  const sorted = [...slots.values()]
    .map(({ slot }) => slot)
    .sort((a, b) => a.offset - b.offset || a.size - b.size)
  let end = 0
  for (const slot of sorted) {
    expect(slot.offset).toBe(end)
    end = slot.offset + slot.size
  }
  expect(end).toBe(size)
})

test('a range becomes a draw, a fixed number a constant', () => {
  const { inputs } = lower(
    world({ supporters: [{ id: 'ally', friend: { values: { stake: range(0, 0.5, 1) } } }] }),
    MECHANISMS,
  )
  const values = inputs.flatMap((one) => one.values).filter((value) => typeof value === 'object')
  expect(values.filter(({ law }) => law.kind !== 'fixed').map(({ id }) => id)).toEqual([
    'ties.ally-good.stake',
  ])
})

test('an input that is one number for ever is written into the equation, and nothing is left of what it makes idle', () => {
  const { phases, slots } = lower(SCENARIO, MECHANISMS)
  const people = phases.day
    .flatMap(({ assigns }) => assigns)
    .find(({ slot }) => slot.name === 'escalation.people')!
  const loads = [...JSON.stringify(people.value).matchAll(/"base":(\d+)/g)].map(([, base]) => Number(base))
  const { offset, size, shape } = slots.get('channel/presence')!.slot
  const rows = loads
    .filter((at) => offset <= at && at < offset + size)
    .map((at) => Math.floor((at - offset) / shape[1]!))
  const sent = ['enablement', 'display', 'combat'].map((id) => CHANNEL_LABELS.indexOf(id as 'combat'))
  expect([...new Set(rows)]).toEqual(sent)
  expect(rows).toHaveLength(9)
})
