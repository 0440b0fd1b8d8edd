/** Looking back in the language: what may be looked back on, by what, and how it is printed. */
import { describe, expect, test } from 'vitest'
import { mechanismsOver } from '../../src/formula/mechanism.ts'
import { parseEquations } from '../../src/formula/parse.ts'
import { formulaText } from '../../src/formula/print.ts'
import { namesIn } from '../../src/formula/walk.ts'
import { faultOf, GRAMMAR, small } from './small.ts'

const X = 'x[h] = share[h] + t / oneDay\n'

describe('ago takes', () => {
  test('a variable of the mechanism at letters, a lag in days, and something of its own kind', () => {
    expect(() => small(`${X}y[h] = ago(x[h], age[h], share[h])`)).not.toThrow()
    expect(() => small(`${X}y[h] = sum(i, ago(x[i], age[h] - 2 * oneDay, 0))`)).not.toThrow()
    expect(() => small('x[h] = width[h] * w.pace\ny[h] = ago(x[h], age[h], 0) + width[h]')).not.toThrow()
    expect(() => small('x[h] = share[h] > 0.5\ny[h] = ago(x[h], age[h], open[h]) ? 1 : 2')).not.toThrow()
  })

  test.each([
    ['formula-syntax', 'ago(x[h], age[h])', 'ago(x[h], age[h])'],
    ['formula-syntax', 'ago(x[h] + 1, age[h], 0)', 'ago(x[h] + 1, age[h], 0)'],
    ['formula-syntax', 'ago(last(x[h]), age[h], 0)', 'ago(last(x[h]), age[h], 0)'],
    ['formula-syntax', 'ago(x[street[h]], age[h], 0)', 'ago(x[street[h]], age[h], 0)'],
    ['unknown-name', 'ago(share[h], age[h], 0)', 'share[h]'],
    ['unknown-name', 'ago(nobody[h], age[h], 0)', 'nobody[h]'],
    ['axis-mismatch', 'ago(x, age[h], 0)', 'x'],
    ['unit-mismatch', 'ago(x[h], 3, 0)', '3'],
    ['unit-mismatch', 'ago(x[h], width[h], 0)', 'width[h]'],
    ['unit-mismatch', 'ago(x[h], age[h], width[h])', 'width[h]'],
    ['flag-as-number', 'ago(x[h], open[h], 0)', 'open[h]'],
    ['flag-as-number', 'ago(x[h], age[h], open[h])', 'open[h]'],
  ])('%s: %s', (code, text, at) => {
    expect(faultOf(`${X}y[h] = 1 + ${text}`)).toMatchObject({ code, at })
  })

  test('has the dimension of what it looks back on', () => {
    expect(faultOf('x[h] = 2 * width[h]\ny[h] = ago(x[h], age[h], 0) + age[h]')).toMatchObject({
      code: 'unit-mismatch',
      at: 'age[h]',
    })
  })
})

const [formula] = parseEquations('y[h] = ago(x[h], 2 * age[h], share[h] + 1)', GRAMMAR)

test('it is printed as the day that is looked at', () => {
  expect(formulaText(formula!.value)).toBe('x[h, t−⌊2·age[h]⌋] (before the first day: share[h] + 1)')
})

test('a walk meets all that stands in it', () => {
  expect(namesIn(formula!.value).map(({ name }) => name)).toEqual(['x', 'age', 'share'])
})

describe('a decision', () => {
  const deciding = (log: string) =>
    mechanismsOver(GRAMMAR)('deciding', {
      about: 'A trial.',
      limits: 'Only a trial.',
      reads: {
        age: { of: 'h', unit: 'day', from: 'house' },
        share: { of: 'h', unit: 'fraction', from: 'house' },
      },
      draws: { patience: { of: 'h', law: 'exponential' } },
      equations: [
        'x[h] = share[h] * 2\ny[h] = ago(x[h], age[h], 0) + share[h]\nleft[h] = y[h] > patience[h]',
      ],
      decisions: { left: { kind: 'hazard', log, exposure: 'y', patience: 'patience' } },
    })

  test('is not weighed by what lies further back than yesterday', () => {
    expect(() => deciding('logHazard[h] = ago(x[h], age[h], 0)')).toThrow(/today and yesterday/)
  })

  test('names a variable that looks back as it stands, and writes out one that does not', () => {
    const { terms } = deciding('logHazard[h] = x[h] + y[h]').told.get('left')!
    expect(terms.map(({ key }) => key)).toEqual(['share', 'y'])
  })
})
