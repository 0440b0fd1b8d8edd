/** What a change may do to arsenals, coalitions and rules of the theory: by path, by patch, and to what moves together. */
import { expect, test } from 'vitest'
import { quantitiesById } from '../../src/report/inputs.ts'
import { forces, forcesOf } from './forces.ts'
import { changed, toldOf, world } from './small.ts'

const base = forces()

test.each([
  ['arsenals.borduria.missile.stock', '700', 700],
  ['arsenals.borduria.threshold', '900', 900],
  ['arsenals.avalon.drone.launcherLoss', '3 %/day', 0.03],
  ['coalitions.borduria.candidates.dalmatia.alignment', '0.9', 0.9],
  ['coalitions.borduria.regionalMandate', '60 %', 0.6],
  ['arms.gliders.cover', '2 %', 0.02],
  ['crisis.channelsOpen', '0.1', 0.1],
])('%s is set to %s, and rests on nothing then', (path, value, number) => {
  const quantity = quantitiesById(world({ base, set: { [path]: value } })).get(path)
  expect(quantity).toMatchObject({ law: { kind: 'fixed', value: number }, assumed: false })
  expect(quantity?.source).toBeUndefined()
  expect(toldOf({ base, set: { [path]: value } })).toEqual([])
})

test('a path that leads nowhere is told with the nearest that leads somewhere', () => {
  const { faults } = changed({ base, set: { 'coalitions.borduria.candidates.dalmatai.cost': '0.1' } })
  expect(faults.map(({ code, suggestion }) => [code, suggestion])).toEqual([
    ['unknown-path', 'coalitions.borduria.candidates.dalmatia.cost'],
  ])
})

test('a value of a weapon that is not there is told by the name of the weapon', () => {
  const set = { 'arsenals.borduria.drone.stock': '100' }
  expect(toldOf({ base, set }).map(([code, , covered]) => [code, covered])).toEqual([
    ['no-such-weapon', 'arsenals.borduria.drone.stock'],
  ])
  const [first] = changed({ base, set }).faults
  expect(first?.says).toBe('the arsenal of borduria has no drone, so nothing of it can be set')
  expect(first?.suggestion).toContain('drone: { stock: 0, launchers: 0 }')
  const whole = { ...set, 'arsenals.borduria.drone.launchers': '10' }
  expect([...world({ base, set: whole }).arsenals.get('borduria')!.weapons.keys()]).toContain('drone')
})

test('a patch adds a candidate, a weapon and another view of a rule', () => {
  const patch = `foedus: 1
arsenals: { avalon: { missile: { stock: 10, launchers: 2, cycles: 1 number/day } } }
coalitions: { borduria: { candidates: { cascadia: { source: desk, alignment: 0.1 } } } }
rules: { secrecy: { seen: 0.5, unseen: 0.5, source: desk } }
`
  const { arsenals, coalitions, rules } = world({ base, patch })
  expect([...arsenals.get('avalon')!.weapons.keys()]).toEqual(['drone', 'missile'])
  expect([...coalitions.get('borduria')!.candidates.keys()]).toEqual(['cascadia', 'dalmatia', 'league'])
  expect(rules.get('secrecy')?.law).toEqual({ kind: 'choice', shares: [0.5, 0.5] })
})

test('what is uncertain of forces may move together', () => {
  const pair = ['arsenals.borduria.missile.stock', 'coalitions.borduria.candidates.dalmatia.alignment']
  const { correlations } = forcesOf([
    'claims:\n',
    `correlations:\n  - { between: [${pair.join(', ')}], rho: 0.5, source: desk }\nclaims:\n`,
  ])
  expect(correlations.map(({ between }) => between)).toContainEqual(pair)
})
