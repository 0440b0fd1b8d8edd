/** The list of coded crises: every case with its counts, or every fault, on a screen of 80 columns and as JSON. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runCli, type Said } from '../cli/run-cli.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'foedus-list-'))
afterAll(() => rmSync(FOLDER, { recursive: true }))

const INPUTS = Object.fromEntries(
  [
    ['alignment', 'stake', 'rivalry', 'freeCapacity', 'access', 'nuclear'],
    ['attackerPower', 'thirdPartyCost', 'domesticConstraint', 'precommitment'],
  ].flatMap((keys) => keys.map((key) => [key, 0.5])),
)

function listed(more: object, ...flags: readonly string[]): Said {
  const asked = {
    recipient: 'target',
    inputs: INPUTS,
    support: { political: 2, combat: 0 },
    confidence: 'low',
  }
  const one = {
    id: 'bridge',
    name: 'The bridge',
    start: '2020-01-01',
    attackers: ['Borduria'],
    targets: ['Avalon'],
    supporters: [
      { actor: 'Cascadia', ...asked, ...more },
      { actor: 'Free Lances', kind: 'nonstate', ...asked },
    ],
  }
  const path = join(FOLDER, 'cases.json')
  writeFileSync(path, JSON.stringify({ cases: [one] }, null, 1))
  return runCli(['history', 'list', '--cases', path, ...flags])
}

test('a case is listed with its rows, its cells, and what is void', () => {
  const { code, out, err } = listed({})
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^bridge +2020-01-01 +1 +2 +5 +0 +1$/m)
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
})

test('one is one', () => {
  expect(listed({}).out).toContain('1 coded crisis:')
})

test('as JSON it says the same', () => {
  const { cases } = JSON.parse(listed({}, '--json').out) as { cases: object[] }
  const wanted = { id: 'bridge', title: 'The bridge', eve: '2020-01-01', rows: 1, cells: 2, void: 5 }
  expect(cases).toEqual([{ ...wanted, groups: 0, left: 1 }])
})

test('of a case with a fault the fault is shown, and nothing is listed', () => {
  const { code, out, err } = listed({ confidence: 'lowish' })
  expect([code, out]).toEqual([3, ''])
  expect(err).toContain('cases.json:')
  expect(err).toContain('^^^')
})

test('a command of the group that does not exist is bad usage', () => {
  const { code, err } = runCli(['history', 'lst'])
  expect(code).toBe(2)
  expect(err).toContain('list')
})
