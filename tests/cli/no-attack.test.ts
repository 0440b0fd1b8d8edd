/** The world without the attack as a user meets it: judged, paired, told, and the same by every way to it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { STRAIT } from '../scenario/strait.ts'
import { runCli } from './run-cli.ts'

const QUICK = ['--quick']
const DELIVERED =
  'that: { metric: arms.delivered, of: gliders, over: last, window: { to: 700 days }, test: ">= 5" }'
const POORER =
  'that: { metric: lifeline.reserves, of: avalon, over: last, window: { to: 300 days }, test: "< 14e9" }'
const TROOPS = 'that: { metric: support.combat, of: cascadia, for: avalon, test: ">= 1" }'
const CLAIMS = `claims:
  - { id: in-war, says: likely, ${DELIVERED} }
  - { id: in-peace, says: likely, given: no-attack, ${DELIVERED} }
  - { id: made-peace, says: likely, do: { without: [attack] }, ${DELIVERED} }
  - { id: by-peace, given: no-attack, effect: { difference: "> 0" }, ${DELIVERED} }
  - { id: poorer, ${POORER} }
  - { id: less-poor, given: no-attack, effect: { difference: "< 0" }, ${POORER} }
  - { id: troops, says: unlikely, given: no-attack, ${TROOPS} }
  - { id: by-law, that: { fact: arms.gliders.contracted, test: "== true" } }
`

const folder = mkdtempSync(join(tmpdir(), 'no-attack-'))
afterAll(() => rmSync(folder, { recursive: true }))
const path = join(folder, 'strait.yaml')
writeFileSync(path, STRAIT.slice(0, STRAIT.indexOf('claims:\n')) + CLAIMS)

interface Found {
  readonly id: string
  readonly verdict: string
  readonly p: number
  readonly count: number
  readonly effect?: {
    readonly difference: { readonly value: number; readonly low: number; readonly high: number }
  }
}

function json<T>(...argv: readonly string[]): T {
  const { code, out, err } = runCli([...argv, ...QUICK, '--json'])
  expect([code < 2, err]).toEqual([true, ''])
  return JSON.parse(out) as T
}

const { claims } = json<{ claims: readonly Found[] }>('check', path)
const of = (id: string): Found => claims.find((claim) => claim.id === id)!

describe('a claim given no attack', () => {
  test('with a word is judged as a probability in that world, however that world is written', () => {
    expect(of('in-peace').count).toBe(of('made-peace').count)
    expect(of('in-peace').verdict).toBe(of('made-peace').verdict)
    expect(of('in-peace').count).toBeGreaterThan(of('in-war').count)
  })

  test('with an effect is paired with the world as it is', () => {
    const playouts = 4 * 64 * 8
    const { difference } = of('by-peace').effect!
    expect(difference.value).toBeCloseTo((of('in-peace').count - of('in-war').count) / playouts, 12)
    expect(of('less-poor').effect!.difference.high).toBeLessThan(0)
  })

  test('about a war is not testable, and about the inputs stays what it is', () => {
    expect(of('troops').verdict).toBe('not testable')
    expect(of('by-law').verdict).toBe('holds')
  })
})

describe('what-if --without attack', () => {
  interface Move {
    readonly id: string
    readonly after: Found
    readonly before: Found
  }

  test('comes to the same counts', () => {
    const { claims: moves, attack } = json<{ claims: readonly Move[]; attack: boolean }>(
      'what-if',
      path,
      '--without',
      'attack',
    )
    const move = moves.find(({ id }) => id === 'in-war')!
    expect([move.before.count, move.after.count]).toEqual([of('in-war').count, of('in-peace').count])
    expect(attack).toBe(false)
  })

  test('says so in words, and not as an input or an actor', () => {
    const { out } = runCli(['what-if', path, '--without', 'attack', ...QUICK, '-v'])
    expect(out).toContain('without the attack: nobody fights')
    expect(out).not.toMatch(/attack: yes|mechanism attack/)
  })
})

test('screens of check and explain name that world in words', () => {
  const { out } = runCli(['check', path, ...QUICK, '-v', '--width', '120'])
  expect(out).toContain('in the world made so: without the attack')
  expect(out).toContain('not asked: left out here is the attack')
  expect(out).not.toContain('mechanism attack')
  const why = runCli(['explain', path, 'by-peace', ...QUICK])
  expect([why.code, why.out]).toEqual([0, expect.stringContaining('without the attack')])
})
