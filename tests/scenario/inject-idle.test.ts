/** An inject that changes nothing that the engine reads is told: its values are so already, or nothing rests on them. */
import { describe, expect, test } from 'vitest'
import { warningsOf } from './forces.ts'
import type { Edit } from './small-edit.ts'
import { injecting, toldWith } from './small-edit.ts'

const setting = (values: string): Edit =>
  injecting(`id: turn\n    title: A turn\n    on: 20 days\n    set: { ${values} }`)
const TRIGGER: Edit = ['    stake:', '    casusFoederis: { trigger: [siege], why: so it says }\n    stake:']

describe('told at its place', () => {
  test.each<[string, Edit[]]>([
    ['crisis.form', [setting('crisis.form: siege')]],
    ['crisis.theatre', [setting('crisis.theatre: elsewhere')]],
    ['crisis.aims', [setting('crisis.aims: Another bridge')]],
    [
      'ties.cascadia-avalon.clauses.consultation',
      [setting('ties.cascadia-avalon.clauses.consultation: true')],
    ],
    ['actors.cascadia.utilisation', [setting('actors.cascadia.utilisation: [55 %, 70 %, 85 %]')]],
    ['actors.cascadia.nuclear', [setting('actors.cascadia.nuclear: true')]],
    ['crisis.form', [setting('crisis.form: raid'), TRIGGER]],
    ['set', [setting('crisis.form: siege, crisis.theatre: elsewhere')]],
  ])('%s', (covered, edits) => {
    expect(toldWith(...edits)).toEqual([['inject-idle', covered]])
  })
})

test('what a candidate hangs on is read, though nobody reads what a tie hangs on', () => {
  const of = 'coalitions.borduria.candidates.dalmatia.dependence'
  expect(warningsOf(setting(`${of}: 0.9`))).toEqual([])
  expect(warningsOf(setting(`${of}: 0.5`))).toEqual([['inject-idle', of]])
  expect(toldWith(setting('ties.cascadia-avalon.label: A pact'))).toEqual([
    ['inject-idle', 'ties.cascadia-avalon.label'],
  ])
})

describe('of one that changes something nothing is told', () => {
  test.each<[string, Edit[]]>([
    ['a number', [setting('crisis.mediator: 0.9')]],
    ['a promise', [setting('ties.cascadia-avalon.clauses.defence: true')]],
    ['a form of attack that triggers a promise', [setting('crisis.form: siege'), TRIGGER]],
    ['one of two values', [setting('crisis.form: siege, crisis.mediator: 0.9')]],
  ])('%s', (_, edits) => {
    expect(toldWith(...edits)).toEqual([])
  })
})
