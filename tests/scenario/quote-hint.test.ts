/** Text between braces that a comma or a colon has cut: the way out is a pair of quotes. */
import { expect, test } from 'vitest'
import { checkText, edited, told } from './bridge.ts'

const SIZE = 'size: { range: [0.4, 0.6, 0.8], source: desk }'
const saying = (text: string): string =>
  edited([SIZE, `size: { range: [0.4, 0.6, 0.8], source: desk, ${text} }`])
const hints = (text: string): unknown[] =>
  checkText(saying(text)).faults.flatMap(({ severity, suggestion }) =>
    severity === 'fault' ? [suggestion] : [],
  )

test('a comma makes a key of the rest, and the hint puts both together again', () => {
  expect(told(saying('why: gas, much'), 'fault')).toEqual([['unknown-key', 'much']])
  expect(hints('why: gas, much')).toEqual(['put the text in quotes: why: "gas, much"'])
  expect(hints('why: gas, much of it, and oil')).toEqual([
    'put the text in quotes: why: "gas, much of it"',
    'put the text in quotes: why: "gas, much of it, and oil"',
  ])
})

test('a colon makes a map of it', () => {
  expect(told(saying('why: gas: much'), 'fault').map(([code]) => code)).toEqual(['yaml-syntax'])
  expect(hints('why: gas: much')).toEqual(['put the text in quotes: why: "gas: much"'])
})

test.each(['sorce: desk', 'why: "gas", much', 'unit: fraction, much'])('%s is no cut text', (text) => {
  expect(hints(text).filter((hint) => String(hint).includes('quotes'))).toEqual([])
})
