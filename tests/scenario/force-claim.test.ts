/** Of whom a claim about forces asks: a candidate is named with its leader, an arsenal with the one who fights. */
import { describe, expect, test } from 'vitest'
import { checkText } from './bridge.ts'
import { CANDIDATES, faultsOf, forces, forcesOf } from './forces.ts'
import type { Edit } from './strait.ts'

const CONDITION = 'that: { metric: support.combat, of: cascadia, for: avalon, test: "== 0" }'

function asking(look: string): Edit {
  return [CONDITION, `that: { ${look} }`]
}

test('a candidate is asked about together with the leader whom it may join', () => {
  const that = forcesOf(asking('metric: coalition.role, of: dalmatia, for: borduria, test: ">= 2"')).claims[0]
    ?.that
  expect(that).toMatchObject({ kind: 'metric', metric: 'coalition.role', of: 'dalmatia', for: 'borduria' })
})

describe('whoever is no candidate there is told', () => {
  test.each<readonly [string, string, string]>([
    ['unknown-coalition', 'avalon', 'metric: coalition.role, of: dalmatia, for: avalon, test: ">= 2"'],
    ['unknown-candidate', 'cascadia', 'metric: coalition.role, of: cascadia, for: borduria, test: ">= 2"'],
    ['missing-key', '{', 'metric: coalition.role, of: dalmatia, test: ">= 2"'],
    ['missing-key', '{', 'metric: coalition.role, for: borduria, test: ">= 2"'],
    ['out-of-bounds', '">= 5"', 'metric: coalition.role, of: dalmatia, for: borduria, test: ">= 5"'],
    ['not-a-belligerent', 'dalmatia', 'metric: coalition.joined, of: dalmatia, test: ">= 2"'],
    ['unknown-inject', 'truce', 'metric: inject.happened, of: truce, test: "== true"'],
  ])('%s at %s', (code, covered, look) => {
    expect(faultsOf(asking(look)).map(([found, text]) => [found, text?.slice(0, covered.length)])).toEqual([
      [code, covered],
    ])
  })

  test('with the candidate that was meant', () => {
    const text = forces(asking('metric: coalition.role, of: dalmatai, for: borduria, test: ">= 2"'))
    expect(checkText(text).faults.map(({ suggestion, expected }) => [suggestion, expected])).toEqual([
      ['dalmatia', 'one of dalmatia, league'],
    ])
  })
})

test('a candidate at fault is there: only its own fault is told', () => {
  const look = asking('metric: coalition.role, of: dalmatia, for: borduria, test: ">= 2"')
  expect(faultsOf(look, ['cost: [0.1, 0.2, 0.3]', 'cost: 7'])).toEqual([['out-of-bounds', '7']])
  expect(faultsOf(look, [CANDIDATES, '    candidates: none\n'])).toEqual([['wrong-type', 'none']])
  expect(faultsOf(look, ['attackers: [borduria]', 'attackers: [bordura]'])).toEqual([
    ['unknown-actor', 'bordura'],
  ])
})
