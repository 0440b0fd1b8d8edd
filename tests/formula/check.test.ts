/** Every law of the language of equations, with the exact place at which a text breaks it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rounds } from '../../src/formula/mechanism.ts'
import { faultOf, small } from './small.ts'

describe('a fault names its law and its place', () => {
  test.each([
    ['unknown-name', 'x[h] = share[h] + nobody[h]', 'nobody[h]'],
    ['unknown-name', 'x[h] = share[h] * w.nobody', 'w.nobody'],
    ['unknown-name', 'x = w.pace + constructor', 'constructor'],
    ['unknown-name', 'x = w.pace + toString', 'toString'],
    ['unknown-name', 'x[h] = last(nobody[h])', 'last(nobody[h])'],
    ['axis-mismatch', 'x[h] = toll[h]', 'toll[h]'],
    ['axis-mismatch', 'x[h] = share[h, h]', 'share[h, h]'],
    ['axis-mismatch', 'x[h] = share', 'share'],
    ['axis-mismatch', 'x[h] = mood[red, h]', 'mood[red, h]'],
    ['axis-mismatch', 'x[s] = toll[street[s]]', 'toll[street[s]]'],
    ['axis-mismatch', 'x[h, c] = h == paint[h] ? 1 : 0', 'h == paint[h]'],
    ['unit-mismatch', 'x[h] = width[h] + age[h]', 'age[h]'],
    ['unit-mismatch', 'x[h] = 1 + width[h]', 'width[h]'],
    ['unit-mismatch', 'x[h] = width[h] < age[h] ? 1 : 0', 'age[h]'],
    ['unit-mismatch', 'x[h] = open[h] ? width[h] : age[h]', 'age[h]'],
    ['unit-mismatch', 'x[h] = min(width[h], age[h])', 'age[h]'],
    ['unit-mismatch', 'x[h] = exp(width[h])', 'width[h]'],
    ['unit-mismatch', 'x[h] = log(width[h] / age[h])', 'width[h] / age[h]'],
    ['unit-mismatch', 'x[h] = age[h] * toll[street[h]] + width[h]', 'width[h]'],
    ['unit-mismatch', 'x[h] = t + share[h]', 'share[h]'],
    ['flag-as-number', 'x[h] = 1 + open[h]', 'open[h]'],
    ['flag-as-number', 'x[h] = -open[h]', 'open[h]'],
    ['flag-as-number', 'x[h] = exp(open[h])', 'open[h]'],
    ['flag-as-number', 'x = sum(h, open[h])', 'open[h]'],
    ['flag-as-number', 'x[h] = open[h] == open[h] ? 1 : 0', 'open[h]'],
    ['flag-as-number', 'x[h] = open[h] ? 1 : open[h]', 'open[h]'],
    ['number-as-flag', 'x[h] = share[h] ? 1 : 0', 'share[h]'],
    ['number-as-flag', 'x[h] = !share[h]', 'share[h]'],
    ['number-as-flag', 'x[h] = open[h] && share[h]', 'share[h]'],
    ['number-as-flag', 'x = any(h, share[h])', 'share[h]'],
    ['unbound-letter', 'x[h] = share[i]', 'share[i]'],
    ['unbound-letter', 'x = sum(h, share[h]) + h', 'h'],
    ['unbound-letter', 'x[h] = c == red ? 1 : 0', 'c == red'],
    ['unbound-letter', 'x[s] = toll[street[i]]', 'toll[street[i]]'],
  ])('%s: %s', (code, text, at) => {
    expect(faultOf(text)).toMatchObject({ code, at })
  })

  test('defined-twice, also across blocks and in rounds', () => {
    expect(faultOf('x = w.pace\nx = w.pace + 1')).toMatchObject({ code: 'defined-twice' })
    expect(() => small('x = w.pace', rounds(3, 'x = 0.5 * last(x)'))).toThrow(/^defined-twice/)
  })

  test('unit-mismatch against the unit that the mechanism states for a variable', () => {
    expect(() => small('x[h] = age[h] + width[h] * oneDay / oneKm')).not.toThrow()
    expect(faultOf('x[h] = width[h] / oneKm\ny[h] = x[h] + age[h]')).toMatchObject({
      code: 'unit-mismatch',
      at: 'age[h]',
    })
  })

  test('the message shows the line and carets under the very characters', () => {
    const text = 'fine[h] = share[h]\n  x[h] = width[h] + age[h]\n'
    const lines = faultOf(text)!.message.split('\n')
    expect(lines[1]).toBe('    x[h] = width[h] + age[h]')
    expect(lines[2]).toBe(`  ${' '.repeat(20)}${'^'.repeat(6)}`)
  })
})

describe('what is right passes', () => {
  test.each([
    'x[h] = width[h] / age[h] * oneDay / oneKm + share[h]',
    'x[h] = exp(-width[h] / oneKm)',
    'x[h] = t >= age[h] ? t - age[h] : 0',
    'x[h] = max(0, width[h]) + floor(width[h])',
    'x[h] = open[h] ? width[h] : 0',
    'x[h] = open[h] && !open[h] || share[h] > 0.5',
    'x[h, c] = c == red ? mood[h, c] : mood[h, green]',
    'x[h] = any(i, street[i] == street[h] && open[i])',
    'x = sum(h, argmax(c, mood[h, c])) + largest(h, h)',
    'x[h] = last(x[h]) + luck[h]',
  ])('%s', (text) => {
    expect(faultOf(text)).toBeUndefined()
  })

  test('a flag is inferred, a dimension carried', () => {
    const { kinds } = small(
      'far[h] = width[h] > oneKm\npace[h] = width[h] / age[h]\nfee[h] = toll[street[h]] * age[h]',
    )
    expect(kinds.get('far')).toMatchObject({ type: 'flag', letters: ['h'] })
    expect(kinds.get('pace')!.dimension).toEqual({ km: 1, day: -1 })
    expect(kinds.get('fee')!.dimension).toEqual({ USD: 1 })
  })
})

test('any unknown name is an unknown name, whatever it is called', () => {
  const name = fc
    .oneof(
      fc.stringMatching(/^[a-zA-Z_$][a-zA-Z0-9_$]{1,8}$/),
      fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype)),
    )
    .filter((text) => !RESERVED.has(text) && !KNOWN.has(text))
  fc.assert(
    fc.property(name, (text) => {
      expect(faultOf(`x = w.pace + ${text}`)).toMatchObject({ code: 'unknown-name', at: text })
    }),
    { seed: 1, numRuns: 300 },
  )
})

const KNOWN = new Set([
  'width',
  'age',
  'share',
  'open',
  'mood',
  'toll',
  'oneDay',
  'oneKm',
  'luck',
  'street',
  'paint',
])
/** Words that JavaScript's grammar keeps for itself. */
const RESERVED = new Set(
  (
    'if in do of as is var for new try let this else case void with enum while break catch throw const yield super ' +
    'class return typeof delete switch export import public static default finally extends package private continue ' +
    'debugger function arguments interface protected implements instanceof async await true false null eval NaN'
  ).split(' '),
)
