/** Algorithms between equations: what they read, what they give, and on which letters. */
import { describe, expect, test } from 'vitest'
import { type Mechanism, mechanismsOver, type MechanismText } from '../../src/formula/mechanism.ts'
import { solveText } from '../../src/formula/print.ts'
import type { Solve } from '../../src/formula/solve.ts'
import { GRAMMAR } from './small.ts'

const SOLVE: Solve = {
  solve: 'maxflow',
  room: 'room',
  demand: 'want',
  gives: { shipped: 'shipped', used: 'used', tight: 'tight', open: 'open' },
}
const ROOM = 'room[h] = 2 * width[h]\nwant[s] = toll[s]'

function solving(...equations: MechanismText['equations']): Mechanism {
  return mechanismsOver(GRAMMAR)('solving', {
    about: 'A trial.',
    limits: 'Only a trial.',
    reads: {
      width: { of: 'h', unit: 't/day', from: 'house' },
      toll: { of: 's', unit: 't/day', from: 'street' },
      mood: { of: 'hc', unit: 't/day', from: 'house' },
    },
    units: { room: 't/day', want: 't/day', mood2: 't/day', far: 'km' },
    equations,
  })
}

test('it gives variables on the letters of what it reads, for the equations after it', () => {
  const { kinds, blocks } = solving(ROOM, SOLVE, 'left[s, h] = tight[s, h] ? 0 : want[s] - shipped[s]')
  expect(blocks.map(({ solve, equations }) => [solve?.solve, equations.length])).toEqual([
    [undefined, 2],
    ['maxflow', 0],
    [undefined, 1],
  ])
  expect(kinds.get('shipped')).toMatchObject({ type: 'number', letters: ['s'], dimension: { t: 1, day: -1 } })
  expect(kinds.get('used')).toMatchObject({ type: 'number', letters: ['h'], dimension: { t: 1, day: -1 } })
  expect(kinds.get('tight')).toMatchObject({ type: 'flag', letters: ['s', 'h'] })
  expect(kinds.get('open')).toMatchObject({ type: 'flag', letters: ['s'] })
})

describe('it is refused', () => {
  test.each([
    ['unknown-name', 'what it reads is not known yet', [SOLVE, ROOM]],
    ['unknown-name', 'it reads nothing of that name', [ROOM, { ...SOLVE, room: 'nobody' }]],
    [
      'flag-as-number',
      'what it reads is a flag',
      ['room[h] = 2 * width[h]\nwant[s] = toll[s]\nup[h] = width[h] > 0', { ...SOLVE, room: 'up' }],
    ],
    [
      'axis-mismatch',
      'what it reads stands on two axes',
      [`${ROOM}\nmood2[h, c] = mood[h, c]`, { ...SOLVE, room: 'mood2' }],
    ],
    [
      'unit-mismatch',
      'the two are of different dimensions',
      [`${ROOM}\nfar[s] = 0`, { ...SOLVE, demand: 'far' }],
    ],
    ['defined-twice', 'it gives what an equation gives', [`${ROOM}\nused[h] = width[h]`, SOLVE]],
    ['defined-twice', 'an equation gives what it gives', [ROOM, SOLVE, 'used[h] = width[h]']],
    ['defined-twice', 'it runs twice under the same names', [ROOM, SOLVE, SOLVE]],
  ] as const)('%s where %s', (code, _, equations) => {
    expect(() => solving(...equations)).toThrow(new RegExp(`^${code}`))
  })

  test('when an equation takes a flag that it gives for a number', () => {
    expect(() => solving(ROOM, SOLVE, 'x[s, h] = 1 + tight[s, h]')).toThrow(/^flag-as-number/)
  })
})

test('it is printed on one line', () => {
  expect(solveText(SOLVE)).toBe('shipped, used, tight, open = maxflow(room, want)')
})
