/** The council as it is written: who may be left unsaid, what then stands in, and what a change moves. */
import { describe, expect, test } from 'vitest'
import type { Draft } from '../../src/scenario/scenario.ts'
import { changed, world } from './small.ts'
import { smallWith, smallWorld, toldWith } from './small-edit.ts'
import type { Edit } from './small-edit.ts'

const NO_CASCADIA: Edit = [', cascadia: [1, 0, 0]', '']
const BY_AVALON: Edit = ['sponsor: cascadia', 'sponsor: avalon']
const NO_VOTES: Edit = [
  '      votes: { avalon: [0.8, 0.1, 0.1], borduria: [0, 0, 1], cascadia: [1, 0, 0] }\n',
  '',
]
const SAID: Edit = ['      tabled:', '      conduct: 0.2 to 0.6\n      tabled:']

function draftOf(...edits: readonly Edit[]): Draft {
  return smallWorld(...edits).council!.drafts[0]!
}

describe('a vote that is not stated', () => {
  test('is no fault: the member is left to the logit, and lint counts who is', () => {
    const { value, faults } = changed({ base: smallWith(BY_AVALON, NO_CASCADIA, SAID) })
    expect([...value!.council!.drafts[0]!.votes.keys()]).toEqual(['avalon', 'borduria'])
    const told = faults.filter(({ code }) => code === 'votes-by-logit')
    expect(told.map(({ severity, says }) => [severity, says])).toEqual([
      [
        'warning',
        '1 of 3 members (cascadia) vote on "stop" by the logit, and what moves them is not all stated: the restraint of cascadia',
      ],
    ])
  })

  test('needs restraint and conduct, and where they are vague that is told', () => {
    expect(toldWith(BY_AVALON, NO_CASCADIA)).toEqual([
      ['assumed-input', 'members'],
      ['assumed-input', 'id'],
      ['votes-by-logit', 'votes'],
    ])
    expect(
      toldWith(BY_AVALON, NO_CASCADIA, SAID, [
        '{ actor: cascadia }',
        '{ actor: cascadia, restraint: 0.2, source: desk }',
      ]),
    ).toEqual([])
  })

  test('may be nobody’s: a draft without votes is voted on by the logit alone', () => {
    expect(draftOf(NO_VOTES).votes.size).toBe(0)
    expect(toldWith(NO_VOTES, SAID).map(([code]) => code)).toEqual(['assumed-input', 'votes-by-logit'])
  })

  test('is none of a misspelt name: one slip is one fault', () => {
    expect(toldWith(['cascadia: [1', 'cascadie: [1'])).toEqual([['vote-unknown-member', 'cascadie']])
  })
})

test('with every vote stated nothing is told, and what nobody said stands at its usual value', () => {
  expect(toldWith()).toEqual([])
  const { quantities, within, given } = draftOf()
  expect(Object.keys(quantities).sort()).toEqual([
    'assembly',
    'assemblyAdopts',
    'blame',
    'conduct',
    'cosponsors',
    'showdown',
    'strength',
    'tabled',
  ])
  for (const name of ['assembly', 'assemblyAdopts', 'cosponsors', 'showdown'])
    expect(quantities[name]).toMatchObject({ id: `council.stop.${name}`, law: { value: 0 }, assumed: true })
  expect([within, given]).toEqual([undefined, undefined])
})

test.each([
  ['authorise', 1, 0.5],
  ['condemn', 0.5, 1],
  ['ceasefire', 0.3, 0],
  ['procedural', 0.1, 0],
])('%s has the strength %d and the blame %d unless it says otherwise', (type, strength, blame) => {
  const { quantities } = draftOf(['type: ceasefire', `type: ${type}`])
  expect([quantities['strength']?.law, quantities['blame']?.law]).toEqual([
    { kind: 'fixed', value: strength },
    { kind: 'fixed', value: blame },
  ])
  const own = draftOf(['type: ceasefire', `type: ${type}\n      strength: 0.7\n      within: 7 days`])
  expect([own.quantities['strength']?.law, own.within]).toEqual([{ kind: 'fixed', value: 0.7 }, 7])
})

test('who is taken out casts no vote, stated or not', () => {
  const { council } = world({ base: smallWith(NO_CASCADIA), without: ['cascadia'] })
  expect(council!.drafts[0]!.votes.get('cascadia')).toEqual([0, 0, 0, 1])
})

test('restraint has a path and may be set', () => {
  const { council } = world({ set: { 'council.members.borduria.restraint': '0.9' } })
  expect(
    council!.members.map(({ quantities }) => [quantities['restraint']?.id, quantities['restraint']?.assumed]),
  ).toEqual([
    ['council.members.avalon.restraint', true],
    ['council.members.borduria.restraint', false],
    ['council.members.cascadia.restraint', true],
  ])
})

test('a changed draft remembers at what its votes were judged, and an unchanged one needs no memory', () => {
  const set = { 'council.stop.strength': '0.9', 'council.stop.conduct': '0.8', 'council.stop.tabled': '0.5' }
  expect(world({ set }).council!.drafts[0]!.given).toEqual({ strength: 0.3, conduct: 0.5 })
  const base = smallWith(['      tabled:', '      cosponsors: [2, 9, 40]\n      tabled:'])
  const moved = world({ base, set: { 'council.stop.cosponsors': '60' } }).council!.drafts[0]!
  expect(moved.given).toEqual({ cosponsors: 9 })
})

test('members of a bloc are sorted, and so are blocs', () => {
  const blocs = '  blocs: [{ members: [cascadia, borduria], rho: 0.7, source: desk }]\n  drafts:'
  expect(smallWorld(['  drafts:', blocs]).council!.blocs).toEqual([
    { members: ['borduria', 'cascadia'], rho: 0.7, source: 'desk' },
  ])
  expect(smallWorld().council!.blocs).toEqual([])
})
