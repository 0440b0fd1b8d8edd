/** Every law of the council, broken once: the code and the very text it points to. */
import { describe, expect, test } from 'vitest'
import { theoryDay } from './theory-day.ts'
import type { Edit } from './small-edit.ts'
import { toldWith } from './small-edit.ts'

const blocs = (text: string): Edit => ['  drafts:', `  blocs: ${text}\n  drafts:`]
const draft = (line: string): Edit => ['      tabled:', `      ${line}\n      tabled:`]
const member = (text: string): Edit => ['{ actor: cascadia }', `{ actor: cascadia, ${text} }`]

/** code, covered text, edits of the small scenario. */
const FAULTS: readonly (readonly [string, string, ...Edit[]])[] = [
  ['bloc-unknown-member', 'militia', blocs('[{ members: [avalon, militia], rho: 0.5 }]')],
  [
    'bloc-overlap',
    'avalon',
    blocs('[{ members: [borduria, avalon], rho: 0.5 }, { members: [cascadia, avalon], rho: 0.2 }]'),
  ],
  ['duplicate-id', 'avalon', blocs('[{ members: [avalon, borduria, avalon], rho: 0.5 }]')],
  ['wrong-type', '[avalon]', blocs('[{ members: [avalon], rho: 0.5 }]')],
  ['out-of-bounds', '1.2', blocs('[{ members: [avalon, borduria], rho: 1.2 }]')],
  ['out-of-bounds', '-0.2', blocs('[{ members: [avalon, borduria], rho: -0.2 }]')],
  ['missing-key', '{', blocs('[{ members: [avalon, borduria] }]')],
  ['unknown-source', 'desc', blocs('[{ members: [avalon, borduria], rho: 0.5, source: desc }]')],
  ['out-of-bounds', '1.4', member('restraint: 1.4, source: desk')],
  ['unsourced', '0.4', member('restraint: 0.4')],
  ['unknown-source', 'desc', member('restraint: 0.4, source: desc')],
  ['unknown-key', 'restrain', member('restrain: 0.4')],
  ['out-of-bounds', '140 %', draft('strength: 140 %')],
  ['out-of-bounds', '-3', draft('cosponsors: -3')],
  ['missing-unit', '7', draft('within: 7')],
  ['wrong-type', '3 to 7 days', draft('within: 3 to 7 days')],
  ['out-of-bounds', '0 days', draft('within: 0 days')],
  ['votes-not-one', '[1, 0, 1]', ['cascadia: [1, 0, 0]', 'cascadia: [1, 0, 1]']],
  ['bypass-without-veto', 'true', ['threshold: 2, veto: true', 'threshold: 2, veto: false, bypass: true']],
  ['unknown-source', 'desc', ['threshold: 2, veto: true', 'threshold: 2, veto: true, bypassSource: desc']],
]

describe('one law of the council broken is one fault, at its place', () => {
  for (const [code, covered, ...edits] of FAULTS) {
    test(`${code} at ${covered}`, () => {
      expect(toldWith(...edits)).toEqual([[code, covered]])
    })
  }
})

describe('a veto can be taken around from the day of resolution 377 (V) on', () => {
  test.each([
    ['1950-11-02', 11, 7, false],
    ['1950-11-03', 11, 7, true],
    ['1965-12-31', 11, 7, true],
    ['1966-01-01', 15, 9, true],
    ['2026-01-01', 15, 9, true],
  ])('%s: %d seats, %d votes, a way around: %s', (day, seats, threshold, bypass) => {
    expect(theoryDay(day, seats)).toMatchObject({ seats, threshold, veto: true, bypass })
  })
})
