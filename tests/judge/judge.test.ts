/** Laws of sentences: how the verdicts of claims add up, and which sentences there are. */
import { describe, expect, test } from 'vitest'
import { type Assessed, judge } from '../../src/judge/judge.ts'
import type { Claim, Scenario } from '../../src/scenario/scenario.ts'
import { claimOf, designOf, repeat, scenarioOf, summaryOf, tallyOf } from './make.ts'

const HIGH = repeat(
  [
    [12, 12, 11, 12],
    [12, 12, 12, 12],
  ],
  16,
)
const LOW = HIGH.map((batch) => batch.map((draw) => 16 - draw))
const design = designOf(HIGH, 16)

type Given = readonly [Partial<Claim>, readonly (readonly number[])[]]

function assess(
  given: readonly Given[],
  scenario: Partial<Scenario> = {},
  joint: readonly string[] = [],
): Assessed {
  const claims = given.map(([claim]) => claimOf(claim))
  const tallies = given.map(([claim, batches]) => [claim.id ?? 'no-troops', tallyOf(batches, 16)] as const)
  return judge(
    scenarioOf({ claims, ...scenario }),
    summaryOf({
      design,
      claims: new Map(tallies),
      sentences: new Map(joint.map((id) => [id, tallyOf(HIGH, 16)])),
    }),
  )
}

const HOLDS: Given = [{ id: 'a', says: 'likely' }, HIGH]
const FAILS: Given = [{ id: 'b', says: 'likely' }, LOW]
const OPEN: Given = [
  { id: 'c', says: 'very likely' },
  HIGH.map((batch, index) => batch.map((draw) => draw + (index % 3))),
]
const SILENT: Given = [{ id: 'd' }, HIGH]

describe('a sentence', () => {
  const verdict = (...given: Given[]): unknown => assess(given).sentences[0]?.verdict

  test('holds when all its testable claims hold', () => {
    expect(verdict(HOLDS)).toBe('holds')
    expect(verdict(HOLDS, SILENT)).toBe('holds')
  })

  test('fails with any of its claims, which is named', () => {
    const found = assess([HOLDS, FAILS, OPEN]).sentences[0]
    expect(found).toMatchObject({ verdict: 'fails', claims: ['a', 'b', 'c'], failing: ['b'] })
  })

  test('that is tested only in part keeps its verdict and says what was left out', () => {
    const left = { untested: new Map([['1.1', 'routes are not modelled']]) }
    const found = assess([[{ ...HOLDS[0], sentence: '1.1' }, HIGH]], left).sentences[0]
    expect(found).toMatchObject({ verdict: 'holds', inPart: 'routes are not modelled' })
    expect(found).not.toHaveProperty('because')
  })

  test('is unresolved when a claim is and none fails', () => {
    expect(assess([OPEN]).claims[0]?.verdict).toBe('unresolved')
    expect(verdict(HOLDS, OPEN)).toBe('unresolved')
  })

  test('is not testable without a testable claim, and says why', () => {
    expect(assess([SILENT]).sentences[0]).toMatchObject({
      verdict: 'not testable',
      because: 'it asserts no likelihood',
    })
    expect(
      assess([], { untested: new Map([['7.2', 'routes are not modelled yet']]) }).sentences[0],
    ).toMatchObject({
      id: '7.2',
      statement: 7,
      verdict: 'not testable',
      because: 'routes are not modelled yet',
    })
  })

  test('shows the share of playouts in which all its claims hold together', () => {
    const [sentence] = assess([HOLDS, FAILS], {}, ['1.1']).sentences
    expect(sentence?.joint?.p).toBeCloseTo(47.5 / 64, 12)
    expect(assess([HOLDS]).sentences[0]?.joint).toBeUndefined()
  })
})

describe('the assessed', () => {
  test('has every sentence of the text in its order, claimed or not', () => {
    const text = ['1.2', '1.1', '2.1'].map((id) => ({
      id,
      statement: Number(id[0]),
      text: `Sentence ${id}.`,
    }))
    const { sentences } = assess([HOLDS], { assessment: { statements: [], sentences: text } })
    expect(sentences.map(({ id, verdict, because }) => [id, verdict, because])).toEqual([
      ['1.2', 'not testable', 'no claim tests it'],
      ['1.1', 'holds', undefined],
      ['2.1', 'not testable', 'no claim tests it'],
    ])
  })

  test('orders sentences without a text by number: 7.2 before 7.10', () => {
    const given = ['7.10', '7.2', '3'].map(
      (sentence, index): Given => [{ id: `c${index}`, sentence, says: 'likely' }, HIGH],
    )
    const { sentences } = assess(given)
    expect(sentences.map(({ id, statement }) => [id, statement])).toEqual([
      ['3', 3],
      ['7.2', 7],
      ['7.10', 7],
    ])
  })

  test('counts sentences, not claims', () => {
    expect(assess([HOLDS, FAILS, OPEN]).counts).toEqual({
      holds: 0,
      fails: 1,
      unresolved: 0,
      'not testable': 0,
    })
  })

  test('does not read the order of the maps', () => {
    const scenario = scenarioOf({ claims: [claimOf(HOLDS[0]), claimOf(FAILS[0])] })
    const tallies = [
      ['a', tallyOf(HIGH, 16)],
      ['b', tallyOf(LOW, 16)],
    ] as const
    const there = judge(scenario, summaryOf({ design, claims: new Map(tallies) }))
    expect(judge(scenario, summaryOf({ design, claims: new Map([...tallies].reverse()) }))).toEqual(there)
  })

  test('refuses a claim that was not counted', () => {
    expect(() => judge(scenarioOf({ claims: [claimOf()] }), summaryOf({ design }))).toThrow(
      'missing tally: no-troops',
    )
  })
})
