/** Decisions are checked when the module is loaded, like equations, and never run with them. */
import { describe, expect, test } from 'vitest'
import type { DecisionText } from '../../src/formula/decision.ts'
import { FormulaFault } from '../../src/formula/formula.ts'
import { type Mechanism, mechanismsOver } from '../../src/formula/mechanism.ts'
import { GRAMMAR } from './small.ts'

function withDecision(written: DecisionText): Mechanism {
  return mechanismsOver(GRAMMAR)('small', {
    about: 'One decision.',
    limits: 'Only a trial.',
    reads: {
      'w.pace': { of: '', unit: 'number', from: 'weight' },
      share: { of: 'h', unit: 'fraction', from: 'house' },
      width: { of: 'h', unit: 'km', from: 'house' },
      mood: { of: 'hc', unit: 'fraction', from: 'house' },
    },
    constants: { high: { value: 0.5, unit: 'number', source: 'a trial' } },
    draws: { patience: { of: 'h', law: 'exponential' } },
    equations: [
      `
      shut[h] = share[h] > 0.5
      liking[h, c] = w.pace * mood[h, c] + share[h]
      paint[h] = argmax(c, liking[h, c])
      exposure[h] = last(exposure[h]) + share[h]
      sold[h] = exposure[h] >= patience[h]
      `,
    ],
    decisions: { [written.kind === 'choice' ? 'paint' : 'sold']: written },
  })
}

const CHOICE: DecisionText = { kind: 'choice', utility: 'u[h, c] = liking[h, c]', closed: 'shut', scale: [] }
const HAZARD: DecisionText = {
  kind: 'hazard',
  log: 'l[h] = log(share[h]) - w.pace * last(exposure[h])',
  exposure: 'exposure',
  patience: 'patience',
}

const THRESHOLD: DecisionText = {
  kind: 'threshold',
  score: 's[h] = w.pace * share[h] + share[h]',
  cuts: [0, 'high'],
  open: 'shut',
}

function codeOf(written: DecisionText): string {
  try {
    withDecision(written)
    return 'none'
  } catch (error) {
    return error instanceof FormulaFault ? error.code : String(error)
  }
}

describe('a decision', () => {
  test('of any kind is read and split; the equations stay as they were', () => {
    const choice = withDecision(CHOICE)
    expect(choice.told.get('paint')!.terms.map(({ key }) => key)).toEqual(['pace', 'share'])
    expect(choice.blocks.flatMap(({ equations }) => equations).map(({ target }) => target)).not.toContain('u')
    expect(
      withDecision(HAZARD)
        .told.get('sold')!
        .terms.map(({ key }) => key),
    ).toEqual(['share', 'pace'])
    const threshold = withDecision(THRESHOLD)
    expect(threshold.told.get('sold')!.terms.map(({ key }) => key)).toEqual(['pace', 'share'])
  })

  test.each<[string, DecisionText]>([
    ['unknown-name', { ...CHOICE, utility: 'u[h, c] = liking[h, c] + luck[h]' }],
    ['unit-mismatch', { ...CHOICE, utility: 'u[h, c] = liking[h, c] + width[h]' }],
    ['unit-mismatch', { ...CHOICE, utility: 'u[h, c] = width[h]' }],
    ['flag-as-number', { ...CHOICE, utility: 'u[h, c] = shut[h]' }],
    ['axis-mismatch', { ...CHOICE, utility: 'u[c, h] = liking[h, c]' }],
    ['formula-syntax', { ...CHOICE, utility: 'u[h, c] = 1\nv[h, c] = 2' }],
    ['unknown-name', { ...CHOICE, closed: 'locked' }],
    ['unknown-name', { ...HAZARD, exposure: 'exposed' }],
    ['axis-mismatch', { ...HAZARD, patience: 'liking' }],
    ['axis-mismatch', { ...HAZARD, log: 'l = 1' }],
    ['axis-mismatch', { ...THRESHOLD, score: 's = 1' }],
    ['unknown-name', { ...THRESHOLD, open: 'ajar' }],
    ['unknown-name', { ...THRESHOLD, cuts: [0, 'share'] }],
    ['cut-order', { ...THRESHOLD, cuts: [0.5, 'high'] }],
  ])('with a fault is refused: %s', (code, written) => {
    expect(codeOf(written)).toBe(code)
  })
})
