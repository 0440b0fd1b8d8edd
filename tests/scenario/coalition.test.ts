/** Who may join a side: what is read of the candidates, what stands in, and where they lend a place. */
import { describe, expect, test } from 'vitest'
import { CANDIDATES, faultsOf, forces, forcesOf, warningsOf } from './forces.ts'
import { changed } from './small.ts'
import type { Edit } from './strait.ts'

const SIZE = ', size: { range: [0.1, 0.2, 0.4], source: desk }'
const BASE = 'consent: { of: cascadia, for: avalon, level: 2 }'
const LEVEL: Edit = [BASE, 'consent: { of: dalmatia, for: borduria, level: 2 }']

describe('a coalition', () => {
  test('is found by its leader, its candidates by their ids, every quantity under its path', () => {
    const coalition = forcesOf().coalitions.get('borduria')!
    expect(coalition.leader).toBe('borduria')
    expect([...coalition.candidates.keys()]).toEqual(['dalmatia', 'league'])
    const { actor, quantities } = coalition.candidates.get('dalmatia')!
    expect(actor).toBe('dalmatia')
    expect(quantities['alignment']).toMatchObject({
      id: 'coalitions.borduria.candidates.dalmatia.alignment',
      source: 'desk',
    })
    expect(coalition.quantities['regionalMandate']?.id).toBe('coalitions.borduria.regionalMandate')
  })

  test('without a mandate has none', () => {
    const { quantities } = forcesOf(['    regionalMandate: 0 to 0.3\n', '']).coalitions.get('borduria')!
    expect(quantities['regionalMandate']).toMatchObject({ law: { kind: 'fixed', value: 0 }, assumed: true })
  })

  test('of nobody is told', () => {
    expect(warningsOf([CANDIDATES, ''])).toEqual([['no-candidate', 'borduria']])
  })
})

describe('a candidate', () => {
  test('of whom nothing is known is anywhere in between, and that is told at its entry', () => {
    const edit: Edit = [', domesticConstraint: 0.4, pressure: 0.6 }', ' }']
    expect(warningsOf(edit)).toEqual([['assumed-input', 'dalmatia']])
    const { quantities } = forcesOf(edit).coalitions.get('borduria')!.candidates.get('dalmatia')!
    expect(quantities['pressure']!.law).toEqual({ kind: 'quantiles', p05: 0.1, p50: 0.5, p95: 0.9 })
  })

  test('has the vague size of a supporter where it states none, told at the actor', () => {
    expect(warningsOf([SIZE, ''])).toEqual([['assumed-input', 'dalmatia']])
    const { size } = forcesOf([SIZE, '']).actors.get('dalmatia')!.quantities
    expect(size).toMatchObject({ id: 'actors.dalmatia.size', assumed: true })
  })

  test('may support the other side and still join this one', () => {
    const both: Edit = [
      'coalitions:\n  borduria:\n    source: desk\n    regionalMandate: 0 to 0.3\n    candidates:\n',
      'coalitions:\n  borduria:\n    source: desk\n    candidates:\n      cascadia: { alignment: 0.2, dependence: 0.1, harm: 0, cost: 0.5, domesticConstraint: 0.5, pressure: 0.1 }\n',
    ]
    expect([...forcesOf(both).coalitions.get('borduria')!.candidates.keys()]).toContain('cascadia')
  })

  test('of two leaders is told, since it counts for each', () => {
    const two: Edit = [
      'coalitions:\n',
      'coalitions:\n  avalon: { source: desk, candidates: { league: { alignment: 0.5, dependence: 0.5, harm: 0.5, cost: 0.5, domesticConstraint: 0.5, pressure: 0.5 } } }\n',
    ]
    expect(warningsOf(two)).toEqual([['two-coalitions', 'league']])
  })

  test('can be left out of a world like any other actor', () => {
    const { value } = changed({ base: forces(), without: ['dalmatia'] })
    expect(value?.without.actors).toEqual(['dalmatia'])
    expect(value?.coalitions.get('borduria')?.candidates.has('dalmatia')).toBe(true)
  })

  test('lends a place to its leader without a level; one that is stated does nothing, and that is told', () => {
    const consents = forcesOf([BASE, 'consent: { of: dalmatia, for: borduria }']).places.get(
      'air-base',
    )?.consent
    expect(consents).toEqual({ of: 'dalmatia', for: 'borduria', level: 1 })
    expect(forcesOf(LEVEL).places.get('air-base')?.consent).toEqual(consents)
    expect(warningsOf(LEVEL)).toEqual([['idle-level', 'level']])
    expect(faultsOf(LEVEL, [CANDIDATES, '    candidates: none\n'])).toEqual([['wrong-type', 'none']])
  })
})
