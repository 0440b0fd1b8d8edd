/** The JSON forms: plain, ordered, exact, and marked with what they are. */
import { describe, expect, test } from 'vitest'
import { ENTRIES } from '../../src/mechanisms/ledger.ts'
import { assessedJson, summaryJson } from '../../src/report/json.ts'
import { formsOf } from '../judge/forms.ts'
import { assessedShown, summaryShown } from './make-assessed.ts'

const OPTIONS = { version: '0.1.0', run: { seed: 1 } }

describe('JSON', () => {
  test('survives a round trip', () => {
    for (const json of [assessedJson(assessedShown(), OPTIONS), summaryJson(summaryShown(), OPTIONS)]) {
      expect(JSON.parse(JSON.stringify(json))).toEqual(json)
    }
  })

  test('says what it is', () => {
    expect(assessedJson(assessedShown(), OPTIONS)).toMatchObject({
      foedus: 1,
      kind: 'assessed',
      version: '0.1.0',
      run: { seed: 1 },
    })
    expect(summaryJson(summaryShown(), OPTIONS)).toMatchObject({
      foedus: 1,
      kind: 'summary',
      version: '0.1.0',
    })
  })

  test('carries every verdict', () => {
    const { claims, sentences } = assessedShown()
    const json = JSON.parse(JSON.stringify(assessedJson(assessedShown(), OPTIONS))) as {
      claims: unknown[]
      sentences: unknown[]
    }
    expect([json.claims, json.sentences]).toEqual([claims, sentences])
  })

  test('names what the bins of the ledger count', () => {
    const { ledger } = summaryJson(summaryShown(), OPTIONS) as { ledger: unknown[] }
    expect([ledger[0], ledger.length]).toEqual(['given', ENTRIES.length])
  })

  test('names the forms of the rival rules, and has no such key where every rule is certain', () => {
    const drawn = [0, 1, 2].map((form) => ({ forms: [form], successes: form }))
    const forms = formsOf('a', [{ id: 'rules.deterrence', forms: 3 }], drawn)
    expect(summaryJson({ ...summaryShown(), forms }, OPTIONS)).toMatchObject({
      forms: {
        rules: [{ rule: 'rules.deterrence', forms: ['none', 'graded', 'strong'] }],
        draws: [1, 1, 1],
        claims: { a: { sums: [0, 1, 2], squares: [0, 1, 4] } },
      },
    })
    expect(summaryJson(summaryShown(), OPTIONS)).not.toHaveProperty('forms')
  })

  test('keeps whole numbers of any size exact', () => {
    const summary = { ...summaryShown(), means: new Map([['x', { name: 'x', sum: 2n ** 80n + 1n }]]) }
    expect(summaryJson(summary, OPTIONS)).toMatchObject({ means: { x: '1208925819614629174706177' } })
  })

  test('does not depend on the order in which tallies arrived', () => {
    const summary = summaryShown()
    const turned = { ...summary, claims: new Map([...summary.claims].reverse()) }
    expect(JSON.stringify(summaryJson(turned, OPTIONS))).toBe(JSON.stringify(summaryJson(summary, OPTIONS)))
  })
})
