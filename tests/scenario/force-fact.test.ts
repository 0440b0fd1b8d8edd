/** Facts about arsenals and coalitions, and whose metric of a coalition is asked for. */
import { describe, expect, test } from 'vitest'
import { checkText } from './bridge.ts'
import { CANDIDATES, faultsOf, forces, forcesOf } from './forces.ts'
import type { Edit } from './strait.ts'
import { stating } from './strait.ts'

test.each([
  ['arsenal.borduria.missile.stock', '> 900', 'arsenals.borduria.missile.stock'],
  ['arsenal.borduria.threshold', '> 900', 'arsenals.borduria.threshold'],
  ['coalition.borduria.dalmatia.alignment', '> 0.1', 'coalitions.borduria.candidates.dalmatia.alignment'],
  ['coalition.borduria.regionalMandate', '< 0.5', 'coalitions.borduria.regionalMandate'],
  ['crisis.channelsOpen', '> 0.1', 'crisis.channelsOpen'],
  ['arms.gliders.cover', '< 0.1', 'arms.gliders.cover'],
])('%s %s is found', (path, literal, id) => {
  const that = forcesOf(stating(path, literal)).claims[0]?.that
  expect(that?.kind === 'fact' && typeof that.value !== 'number' ? that.value.id : undefined).toBe(id)
})

test.each([
  ['arsenal.bordura.missile.stock', 'arsenal.borduria.missile.stock'],
  ['arsenal.borduria.missle.stock', 'arsenal.borduria.missile.stock'],
  ['arsenal.borduria.missile.stocks', 'arsenal.borduria.missile.stock'],
  ['arsenal.borduria.treshold', 'arsenal.borduria.threshold'],
  ['arsenal.borduria.drone.stock', undefined],
  ['arsenl.borduria.threshold', 'arsenal.borduria.threshold'],
  ['coalition.bordura.regionalMandate', 'coalition.borduria.regionalMandate'],
  ['coalition.borduria.dalmatai.alignment', 'coalition.borduria.dalmatia.alignment'],
  ['coalition.borduria.dalmatia.aligment', 'coalition.borduria.dalmatia.alignment'],
  ['coalition.borduria.regionalMandat', 'coalition.borduria.regionalMandate'],
])('%s is no fact, and the nearest is told', (path, suggestion) => {
  const { faults } = checkText(forces(stating(path)))
  expect(faults.map((fault) => [fault.code, fault.suggestion])).toEqual([['bad-fact-path', suggestion]])
})

describe('what is at fault makes no second fault where it is asked for', () => {
  test.each<readonly [string, Edit, readonly [string, string]]>([
    ['arsenal.avalon.drone.stock', ['stock: 400', 'stock: -400'], ['out-of-bounds', '-400']],
    [
      'arsenal.borduria.missile.stock',
      ['attackers: [borduria]', 'attackers: [bordura]'],
      ['unknown-actor', 'bordura'],
    ],
    ['coalition.borduria.dalmatia.cost', ['cost: [0.1, 0.2, 0.3]', 'cost: 7'], ['out-of-bounds', '7']],
    ['coalition.borduria.dalmatia.cost', [CANDIDATES, '    candidates: none\n'], ['wrong-type', 'none']],
    [
      'coalition.borduria.league.cost',
      ['  league: { kind: bloc', '  league: { kind: blok'],
      ['unknown-word', 'blok'],
    ],
  ])('%s', (path, edit, told) => {
    expect(faultsOf(stating(path, '> 0'), edit)).toEqual([told])
  })
})
