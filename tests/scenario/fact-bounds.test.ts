/** Facts are compared with values that they can have: 30 is no share, and 30 % is. */
import { expect, test } from 'vitest'
import { checkText, edited, told } from './bridge.ts'

const CONDITION = 'that: { metric: support.combat, of: cascadia, for: avalon, test: "== 0" }'

function asking(path: string, literal: string): string {
  return edited([CONDITION, `that: { fact: ${path}, test: "${literal}" }`])
}

test.each([
  ['actor.cascadia.utilisation', '< 30', '30 %'],
  ['actor.cascadia.utilisation', '> 5', '5 %'],
  ['actor.cascadia.utilisation', '> 101', undefined],
  ['actor.cascadia.utilisation', '>= -0.1', undefined],
  ['tie.cascadia-avalon.stake', '>= 1.5', '1.5 %'],
  ['tie.cascadia-avalon.distance', '< -1', undefined],
  ['crisis.regimeThreat', '> 40', '40 %'],
])('%s %s lies outside its bounds', (path, literal, suggestion) => {
  const text = asking(path, literal)
  expect(told(text, 'fault')).toEqual([['out-of-bounds', `"${literal}"`]])
  expect(checkText(text).faults.find(({ code }) => code === 'out-of-bounds')?.suggestion).toBe(suggestion)
})

test.each([
  ['actor.cascadia.utilisation', '< 30 %'],
  ['actor.cascadia.utilisation', '>= 1'],
  ['tie.cascadia-avalon.distance', '> 3000'],
  ['actor.cascadia.nuclear', '== 1'],
  ['crisis.start', '>= 2019-01-01'],
])('%s %s can be asked', (path, literal) => {
  expect(told(asking(path, literal), 'fault')).toEqual([])
})

test('a share that was published alone has no interval; one end of an interval is a fault', () => {
  const rate = (ends: string): string =>
    `baseRates:\n  kept: { title: Kept, value: 78 %, ${ends}source: desk }\nclaims:\n`
  const { value } = checkText(edited(['claims:\n', rate('')]))
  expect(value?.baseRates.get('kept')).toEqual({ id: 'kept', title: 'Kept', value: 0.78, source: 'desk' })
  for (const end of ['low: 70 %, ', 'high: 80 %, ']) {
    const { faults } = checkText(edited(['claims:\n', rate(end)]))
    expect(faults.map(({ code, expected }) => [code, expected])).toEqual([
      ['missing-key', end.startsWith('low') ? 'high' : 'low'],
    ])
  }
  const outside = checkText(edited(['claims:\n', rate('low: 79 %, high: 80 %, ')]))
  expect(outside.faults.map(({ code }) => code)).toEqual(['quantiles-not-ascending'])
})

test('a base rate is the number that was written, not one that division left a hair off', () => {
  const rate =
    'baseRates:\n  stays-out: { title: Stays out, value: 96.4 %, low: 5.4 %, high: 97.7 %, source: desk }\n'
  const { value } = checkText(edited(['claims:\n', `${rate}claims:\n`]))
  expect(value?.baseRates.get('stays-out')).toMatchObject({ value: 0.964, low: 0.054, high: 0.977 })
})
