/** Laws of a council as an analyst writes it: the rule of its date, and what a change of the draft does to stated votes. */
import { expect, test } from 'vitest'
import { council } from '../../src/mechanisms/council.ts'
import { checkScenario } from '../../src/scenario/check.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { shares, played, watch } from '../engine/play.ts'
import { SMALL, world } from '../scenario/small.ts'
import { shippedTheory } from '../scenario/theory.ts'

const DESIGN = { batches: 1, draws: 8, playouts: 2 }
const MEMBERS = Array.from({ length: 15 }, (_, at) => `m${at + 1}`)

/** The small scenario on another day, before a council under the charter: seven vote yes, the others abstain, or the eighth, who is permanent, says no. */
function charter(day: string, seats: number, no = false): Scenario {
  const seated = MEMBERS.slice(0, seats)
  const votes = seated.map(
    (id, at) => `${id}: ${at < 7 ? '[1, 0, 0]' : at === 7 && no ? '[0, 0, 1]' : '[0, 1, 0]'}`,
  )
  const members = seated.map((id, at) => `{ actor: ${id}, permanent: ${at === 7} }`)
  const text = SMALL.replace(/asOf: \S+/, `asOf: ${day}`)
    .replace(', date: 2019-12-15', '')
    .replace('rule: trio', 'rule: un-charter-27-3')
    .replace(/members: .*/, `members: [${members.join(', ')}]`)
    .replace(/votes: .*/, `showdown: 1\n      votes: { ${votes.join(', ')} }`)
    .replace('tabled: 10 % to 30 %', 'tabled: 100 %')
    .replace('ties:\n', `${seated.map((id) => `  ${id}: { kind: state }\n`).join('')}ties:\n`)
  const { value, faults } = checkScenario({
    files: [{ path: 'small.yaml', bytes: text }],
    theory: shippedTheory(),
  })
  if (!value) throw new Error(JSON.stringify(faults.filter(({ severity }) => severity === 'fault')))
  return value
}
const ends = (scenario: Scenario): number[] =>
  shares(played({ ...scenario, claims: [] }, { design: DESIGN, mechanisms: [council] }), 'council:stop')

test.each([
  ['1947-03-01', 11, false, false, 4],
  ['1947-03-01', 11, true, false, 3],
  ['1956-10-30', 11, true, true, 3],
  ['1965-12-31', 11, false, true, 4],
  ['1966-01-01', 15, false, true, 2],
])('seven yes votes on %s of %i, with a permanent no: %s', (day, seats, no, bypass, outcome) => {
  const scenario = charter(day, seats, no)
  expect(scenario.council!.rule.bypass).toBe(bypass)
  expect(ends(scenario)[outcome]).toBe(1)
})

/** Where yes ends of the three members of the small council. */
function yes(set: Readonly<Record<string, string>> = {}): number[] {
  const found: number[] = []
  watch({ ...world({ set }), claims: [] }, { design: DESIGN, mechanisms: [council] }, ({ day, of }) => {
    if (day === 0 && found.length === 0) found.push(...[0, 1, 2].map((at) => of('council.yesUpTo', at)[0]!))
  })
  return found
}

test('a what-if that makes a draft stronger, or better supported, moves the votes that were stated', () => {
  expect(yes()).toEqual([0.8, 0, 1])
  expect(yes({ 'council.stop.strength': '1' })[0]).toBeLessThan(0.8)
  expect(yes({ 'council.stop.cosponsors': '50' })[0]).toBeGreaterThan(0.8)
  expect(yes({ 'council.stop.blame': '1' })[0]).toBeLessThan(0.8)
  expect(yes({ 'council.stop.strength': '1' }).slice(1)).toEqual([0, 1])
})

test('one that sets what was written moves nothing, to the bit', () => {
  expect(yes({ 'council.stop.strength': '0.3' })).toEqual(yes())
})
