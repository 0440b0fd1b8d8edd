/** A record: k cases of n, with the exact interval and nothing else. */
import { describe, expect, test } from 'vitest'
import { judgeRecord } from '../../src/judge/record.ts'
import type { CaseRecord, Claim } from '../../src/scenario/scenario.ts'
import { claimOf, ladder } from './make.ts'

function judged(held: number, n: number, says?: string) {
  const cases = Array.from({ length: n }, (_, at) => ({ title: `war ${at}`, held: at < held }))
  const { that: _that, ...rest } = claimOf({
    id: 'record',
    kind: 'record',
    ...(says === undefined ? {} : { says }),
  })
  const claim: Claim & { readonly record: CaseRecord } = { ...rest, record: { of: 'wars next door', cases } }
  return judgeRecord(claim, { ladder: ladder('icd-203'), baseRates: new Map() })
}

describe('a record', () => {
  test.each([
    // Clopper & Pearson, as the textbooks give them.
    [0, 10, 0, 0.3085],
    [1, 10, 0.0025, 0.445],
    [5, 10, 0.1871, 0.8129],
    [9, 10, 0.555, 0.9975],
    [10, 10, 0.6915, 1],
  ])('of %d in %d has the exact interval', (held, n, low, high) => {
    const { interval, record, p, onlyInterval } = judged(held, n)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
    expect([record, p, interval.basis, onlyInterval]).toEqual([{ held, n }, held / n, 'exact', true])
  })

  test('holds and fails by its interval', () => {
    expect(judged(1, 40, 'unlikely')).toMatchObject({ verdict: 'holds', reason: { kind: 'as asserted' } })
    expect(judged(30, 40, 'unlikely')).toMatchObject({
      verdict: 'fails',
      reason: { kind: 'outside', side: 'above' },
    })
    expect(judged(30, 40, 'unlikely').comparison).toBe('contradicted')
  })

  test('with too few cases is open, and asks for no playouts', () => {
    expect(judged(13, 14, 'almost certain')).toMatchObject({
      verdict: 'unresolved',
      reason: { kind: 'too few cases', edge: 0.95 },
    })
    expect(judged(3, 3, 'almost certain').verdict).toBe('unresolved')
  })

  test('that asserts no likelihood is shown', () => {
    expect(judged(2, 5)).toMatchObject({ verdict: 'not testable', reason: { kind: 'asserts no likelihood' } })
  })
})
