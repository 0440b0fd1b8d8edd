/** Votes by the logit: told while something that moves them is not stated, and of what; never once all of it is. */
import { expect, test } from 'vitest'
import { changed } from './small.ts'
import type { Edit } from './small-edit.ts'
import { smallWith } from './small-edit.ts'

const NO_CASCADIA: Edit = [', cascadia: [1, 0, 0]', '']
const BY_AVALON: Edit = ['sponsor: cascadia', 'sponsor: avalon']
const NO_AVALON: Edit = ['avalon: [0.8, 0.1, 0.1], ', '']
const CONDUCT: Edit = ['      tabled:', '      conduct: 0.2 to 0.6\n      tabled:']
const BLAME: Edit = ['      tabled:', '      blame: 0.5\n      tabled:']
const restraint = (id: string): Edit => [`{ actor: ${id} }`, `{ actor: ${id}, restraint: 0.2, source: desk }`]
const ALIGNED: Edit = ['source: desk, opponentPower:', 'source: desk, alignment: 0.3, opponentPower:']

function lacking(...edits: readonly Edit[]): string[] {
  const { faults } = changed({ base: smallWith(...edits) })
  return faults
    .filter(({ code }) => code === 'votes-by-logit')
    .map(({ says }) => says.split('not all stated: ')[1]!)
}

test('what is missing is told by name', () => {
  expect(lacking(BY_AVALON, NO_CASCADIA)).toEqual(['the restraint of cascadia; the conduct that it judges'])
  expect(lacking(BY_AVALON, NO_CASCADIA, restraint('cascadia'))).toEqual(['the conduct that it judges'])
  expect(lacking(NO_AVALON, CONDUCT, restraint('avalon'))).toEqual(['the alignment of avalon-cascadia'])
  expect(lacking(BY_AVALON, NO_CASCADIA, CONDUCT, BLAME, restraint('cascadia'))).toEqual([
    'the alignment of cascadia-borduria',
  ])
})

test('once all is stated nothing is told', () => {
  expect(lacking(BY_AVALON, NO_CASCADIA, CONDUCT, restraint('cascadia'))).toEqual([])
  expect(lacking(BY_AVALON, NO_CASCADIA, CONDUCT, BLAME, restraint('cascadia'), ALIGNED)).toEqual([])
})

test('nothing is asked of the sponsor, which votes for its own text', () => {
  expect(lacking(NO_CASCADIA)).toEqual([])
})
