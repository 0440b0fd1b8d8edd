/** Injects that can never come are told: at what is waited for in vain, and of each alone. */
import { describe, expect, test } from 'vitest'
import { toldOf } from './small.ts'
import { injecting, smallWith, toldWith } from './small-edit.ts'

const SET = 'set: { crisis.mediator: 0.9 }\n    source: desk'
const item = (id: string, start: string): string => `id: ${id}\n    title: One\n    ${start}\n    ${SET}`
const waiting = (when: string): [string, string | undefined][] =>
  toldWith(injecting(item('turn', `when: ${when}`)))

describe('a condition that holds on no day', () => {
  test.each([
    ['t >= 91', 't >= 91'],
    ['91 <= t', '91 <= t'],
    ['t > 90', 't > 90'],
    ['t == 100', 't == 100'],
    ['t < 0', 't < 0'],
    ['t - 10 > 80', 't - 10 > 80'],
    ['t >= 91', 'council.adopted[stop] && t >= 91'],
    ['t >= 50 && t <= 40', 't >= 50 && t <= 40'],
    ['t >= 91 || t < 0', 't >= 91 || t < 0'],
    ['inject.happened[turn]', 'inject.happened[turn]'],
    ['inject.happened[turn]', 't >= 3 && inject.happened[turn]'],
    ['1 > 2', '1 > 2'],
  ])('%s of %s', (covered, when) => {
    expect(waiting(when)).toEqual([['when-never', covered]])
  })
})

test.each(['t >= 90', 't == 0', '"!inject.happened[turn]"', 'inject.happened[turn] || t > 3', 't / 2 > 40'])(
  '%s may come, and nothing is told',
  (when) => {
    expect(waiting(when)).toEqual([])
  },
)

test('those that wait for one another in a circle are told each, and so is who waits for one of them', () => {
  const circle = injecting(
    item('one', 'when: inject.happened[two]'),
    item('two', 'when: inject.happened[one] && t > 3'),
    item('three', 'when: inject.happened[two] || t > 100'),
    item('four', 'when: inject.happened[two] || t > 10'),
  )
  expect(toldWith(circle)).toEqual([
    ['when-never', 'inject.happened[two]'],
    ['when-never', 'inject.happened[one]'],
    ['when-never', 'inject.happened[two] || t > 100'],
  ])
})

test('a chance of 0 is told where it is written, and not where a change switches an inject off', () => {
  const base = smallWith(injecting(item('turn', 'on: 20 days\n    chance: 0')))
  expect(toldOf({ base })).toEqual([['when-never', 'small.yaml', '0']])
  const on = smallWith(injecting(item('turn', 'on: 20 days')))
  expect(toldOf({ base: on, set: { 'injects.turn.chance': '0' } })).toEqual([])
})
