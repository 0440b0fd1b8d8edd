/** Which counts answer which claim, and what is said where there are none. */
import { describe, expect, test } from 'vitest'
import type { ArmOutcome } from '../../src/engine/paired.ts'
import type { Summary } from '../../src/engine/summary.ts'
import { judge } from '../../src/judge/judge.ts'
import type { Change, Claim, Scenario } from '../../src/scenario/scenario.ts'
import { claimOf, repeat, scenarioOf, summaryOf, tallyOf } from './make.ts'
import { armOf, type GivenDraw, givenOf, type PairDraw, pairOf } from './vectors.ts'

const DESIGN = { batches: 16, draws: 16, playouts: 16 }
const CHANGE: Change = { text: 'ties.cascadia-avalon.stake = 0.9', world: scenarioOf() }
const condition = claimOf().that!
const THIRD = repeat([repeat([5, 6, 5, 5], 4), repeat([5, 5, 5, 6, 6, 5, 5, 5], 2)], 8)
const MOST = repeat([repeat([14, 15, 15, 14], 4), repeat([14, 14, 15, 15, 14, 15, 15, 15], 2)], 8)

function found(
  claim: Partial<Claim>,
  options: { scenario?: Partial<Scenario>; summary?: Partial<Summary>; arms?: readonly ArmOutcome[] } = {},
) {
  const scenario = scenarioOf({ claims: [claimOf({ id: 'c', ...claim })], ...options.scenario })
  const summary = summaryOf({
    design: DESIGN,
    claims: new Map([['c', tallyOf(THIRD, 16)]]),
    ...options.summary,
  })
  return judge(scenario, summary, options.arms && new Map(options.arms.map((arm) => [arm.id, arm])))
}

const pairs: PairDraw[][] = THIRD.map((batch, at) =>
  batch.map((count, draw): PairDraw => [count, at % 2 === 0 && draw === 0 ? 4 : 3, 1]),
)
const arm = armOf(pairOf(pairs), {
  design: DESIGN,
  claim: 'c',
  id: CHANGE.text,
  summary: summaryOf({ design: DESIGN, claims: new Map([['c', tallyOf(MOST, 16)]]) }),
})

describe('a claim is answered', () => {
  test('by all playouts, where it asks for no more', () => {
    expect(found({ says: 'unlikely' }).claims[0]).toMatchObject({ verdict: 'holds', kind: 'probability' })
  })

  test('by the changed world, where it asks what would be likely there', () => {
    const claim = { kind: 'conditional', says: 'very likely', do: CHANGE } as const
    const [verdict] = found(claim, { arms: [arm] }).claims
    expect(verdict).toMatchObject({ verdict: 'holds', change: CHANGE.text })
    expect(verdict!.p).toBeGreaterThan(0.8)
    expect(verdict!.effect).toBeUndefined()
  })

  test('by pairs, where it asks for an effect of a change', () => {
    const claim = {
      kind: 'counterfactual',
      do: CHANGE,
      effect: { as: 'difference', tests: [{ op: '>', value: 0.1 }] },
    } as const
    const [verdict] = found(claim, { arms: [arm] }).claims
    expect(verdict).toMatchObject({ verdict: 'holds', asserted: claim.effect })
    expect(verdict!.effect!.difference.value).toBeCloseTo((2 + 1 / 32) / 16, 12)
  })

  test('by the playouts that saw the condition, where it has one', () => {
    const draws = THIRD.map((batch) => batch.map((count): GivenDraw => [count - 1, count, count]))
    const vectors = new Map([['c', givenOf(draws)]])
    const [verdict] = found(
      { kind: 'conditional', given: condition, says: 'likely' },
      { summary: { vectors } },
    ).claims
    expect(verdict).toMatchObject({ verdict: 'holds', given: { of: 4096 } })
    const effect = { as: 'difference', tests: [{ op: '>', value: 0 }] } as const
    const [contrast] = found({ kind: 'contrast', given: condition, effect }, { summary: { vectors } }).claims
    expect(contrast).toMatchObject({ verdict: 'holds', onlyInterval: true })
  })

  test('by its cases, where it is a record; no playout is asked', () => {
    const record = {
      of: 'wars',
      cases: Array.from({ length: 60 }, (_, at) => ({ title: `${at}`, held: false })),
    }
    const { that: _that, ...claim } = claimOf({ id: 'c', kind: 'record', says: 'unlikely', record })
    const scenario = scenarioOf({ claims: [claim] })
    expect(judge(scenario, summaryOf({ design: DESIGN })).claims[0]).toMatchObject({
      verdict: 'holds',
      record: { n: 60 },
    })
  })
})

describe('a claim is not testable', () => {
  const effect = { as: 'difference', tests: [{ op: '>', value: 0 }] } as const

  test('where its change was not played', () => {
    const { claims, sentences } = found({ kind: 'counterfactual', do: CHANGE, effect })
    expect(claims[0]).toMatchObject({ verdict: 'not testable', reason: { kind: 'not compared' } })
    expect(sentences[0]).toMatchObject({ verdict: 'not testable', because: 'its change was not played' })
    // In a changed world claims carry no change of their own.
    expect(found({ kind: 'counterfactual', effect }).claims[0]!.reason).toEqual({ kind: 'not compared' })
  })

  test('where the mechanism that it asks about is left out, here or in the changed world', () => {
    const without = { actors: [], mechanisms: ['council'] }
    const [here] = found({ says: 'likely' }, { scenario: { without }, summary: { claims: new Map() } }).claims
    expect(here).toMatchObject({
      verdict: 'not testable',
      reason: { kind: 'left out', mechanisms: ['council'] },
    })
    expect(here!.interval).toEqual({ low: 0, high: 1, half: 1, basis: 'nothing' })
    const change: Change = { text: CHANGE.text, world: scenarioOf({ without }) }
    const empty = { ...arm, pairs: new Map(), summary: summaryOf({ design: DESIGN }) }
    for (const asked of [{ effect }, { says: 'likely' }]) {
      const [there] = found({ kind: 'counterfactual', do: change, ...asked }, { arms: [empty] }).claims
      expect(there).toMatchObject({
        verdict: 'not testable',
        reason: { kind: 'left out', mechanisms: ['council'] },
      })
    }
  })

  test('where there is no attack, here or in the changed world', () => {
    const reason = { kind: 'left out', mechanisms: [], attack: false }
    const [here] = found(
      { says: 'likely' },
      { scenario: { attack: false }, summary: { claims: new Map() } },
    ).claims
    expect(here).toMatchObject({ verdict: 'not testable', reason })
    const change: Change = { text: 'without attack', world: scenarioOf({ attack: false }) }
    const calm = { ...arm, id: change.text, pairs: new Map(), summary: summaryOf({ design: DESIGN }) }
    for (const asked of [{ effect }, { says: 'likely' }]) {
      const [there] = found({ kind: 'counterfactual', do: change, ...asked }, { arms: [calm] }).claims
      expect(there).toMatchObject({ verdict: 'not testable', reason })
    }
  })

  test('but a tally that is missing for no reason is a fault of the program', () => {
    expect(() => found({}, { summary: { claims: new Map() } })).toThrow(/missing tally: c/)
    expect(() => found({ kind: 'conditional', given: condition })).toThrow(/missing vector: c/)
  })
})
