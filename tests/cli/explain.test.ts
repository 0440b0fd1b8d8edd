/** `foedus explain` on the command line, and that the command it proposes tells the playout that it names. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { ROOT, runCli } from './run-cli.ts'

const QUICK = ['--quick', '--batches', '2', '--seed', '5']
const CLAIMS = `
claims:
  - { id: fights, that: { metric: support.combat, of: cascadia, for: avalon, test: ">= 1" } }
  - { id: always, that: { metric: support.combat, of: cascadia, for: avalon, test: ">= 0" } }
  - { id: promise, that: { fact: tie.cascadia-avalon.clauses.defence, test: "== false" } }
  - id: history
    record: { of: wars, cases: [{ case: one, held: true }, { case: two, held: false }] }
  - id: given-voice
    given: { metric: support.political, of: cascadia, for: avalon, test: ">= 2" }
    that: { metric: support.economic, of: cascadia, for: avalon, test: ">= 1" }
  - id: made
    do: { set: { ties.cascadia-avalon.clauses.defence: true } }
    that: { metric: support.combat, of: cascadia, for: avalon, test: ">= 1" }
  - id: effect
    do: { set: { ties.cascadia-avalon.clauses.defence: true } }
    that: { metric: support.combat, of: cascadia, for: avalon, test: ">= 1" }
    effect: { difference: "> 0" }
  - id: no-effect
    do: { set: { actors.cascadia.nuclear: true } }
    that: { metric: support.combat, of: cascadia, for: avalon, test: ">= 1" }
    effect: { difference: "> 0" }
  - id: by-voice
    given: { metric: support.political, of: cascadia, for: avalon, test: ">= 2" }
    that: { metric: support.economic, of: cascadia, for: avalon, test: ">= 1" }
    effect: { difference: "> 0" }
  - { id: ends, that: { metric: termination.ended, window: { to: 30 days }, test: "== 1" } }
`

let path: string
beforeAll(() => {
  path = join(mkdtempSync(join(tmpdir(), 'foedus-')), 'strait')
  cpSync(join(ROOT, 'scenarios/strait'), path, { recursive: true })
  const file = join(path, 'strait.yaml')
  writeFileSync(file, `${readFileSync(file, 'utf8').replace(/^claims:[^]*$/mu, '')}${CLAIMS}`)
})

function explain(claim: string, ...more: readonly string[]): ReturnType<typeof runCli> {
  return runCli(['explain', path, claim, ...QUICK, ...more])
}

/** Every proposed command runs and names the playout. */
function proposals(out: string): readonly string[] {
  const flat = out.replaceAll(/\n {4,}(?=\S)/gu, ' ')
  return [...flat.matchAll(/→ foedus (trace .*)$/gmu)].map(([, command = '']) => command)
}

describe('foedus explain', () => {
  test('sets the two sides against each other and proposes traces that run', () => {
    const { code, out } = explain('fights')
    expect(code).toBe(0)
    expect(out).toContain('Set against each other')
    expect(out).toContain('Cascadia → Avalon: combat support at level 1 or more')
    expect(Math.max(...out.split('\n').map((line) => Array.from(line).length))).toBeLessThanOrEqual(80)
    const commands = proposals(out)
    expect(commands).toHaveLength(2)
    const traced = commands.map((command) => runCli(command.split(' ')))
    expect(traced.map((said) => said.code)).toEqual([0, 0])
    // The typical playout of the side that came true shows it; that of the other does not.
    expect(traced[0]!.out).toMatch(/combat support for Avalon takes effect/u)
    expect(traced[1]!.out).not.toMatch(/combat support for Avalon takes effect/u)
  })

  test('is the same to the letter on both engines', () => {
    expect(explain('fights', '--engine', 'interpreter').out).toBe(explain('fights').out)
  })

  test.each([
    ['always', 'It came true in every playout: there is only what brought it about.'],
    ['promise', 'No playout decides it'],
    ['history', 'No playout decides it'],
    ['given-voice', 'of those that meet the condition'],
    ['by-voice', 'with the condition met and'],
    ['made', '--do made'],
    ['no-effect', 'The change turns no playout.'],
    ['ends', 'An end of the fighting in a ceasefire'],
  ])('of %s', (claim, says) => {
    const { code, out } = explain(claim)
    expect(code).toBe(0)
    expect(out.replaceAll(/\s+/gu, ' ')).toContain(says)
  })

  test('of an effect tells the playouts that the change turns, in both worlds', () => {
    const { out } = explain('effect')
    expect(out).toMatch(/alike: \d+ playouts that the change makes come\s+true\./u)
    expect(out).toContain('a promise that binds')
    expect(out).toContain('There is no playout that the change keeps from coming true.')
    const [changed, asIs] = proposals(out).map((command) => runCli(command.split(' ')).out)
    expect(changed).toMatch(/combat support for Avalon takes effect/u)
    expect(asIs).not.toMatch(/combat support for Avalon takes effect/u)
  })

  test('--json has the verdict, both means and the typical playouts', () => {
    const json = JSON.parse(explain('fights', '--json').out)
    expect(json).toMatchObject({ kind: 'explained', claim: 'fights', verdict: { id: 'fights' } })
    const [{ sides, turnsOn, typical }] = json.compared
    expect(sides).toEqual(['true', 'not'])
    expect(turnsOn[0]).toMatchObject({ kind: 'choice', metric: 'support.combat', level: 1 })
    expect(typical).toHaveLength(2)
  })

  test('of a condition compares the playouts that meet it with those that do not', () => {
    const { out } = explain('by-voice')
    expect(out).toMatch(/^ +with +without +difference$/mu)
    expect(out).toContain('Most typical with the condition: playout')
    const [met, unmet] = proposals(out).map((command) => runCli(command.split(' ')).out)
    const loud = /resolves on political\s+support for Avalon at level [23]/u
    expect(met).toMatch(loud)
    expect(unmet).not.toMatch(loud)
  })

  test('puts what parts the sides before what only has many noisy terms', () => {
    const { out } = runCli(['explain', 'scenarios/iran-2025', 'first-line', '--quick'])
    const first = out.search(/^What brings .* into the fight$/mu)
    const supporter = out.search(/→ Iran: .* support at level/u)
    expect(first).toBeGreaterThan(-1)
    expect(supporter === -1 || first < supporter).toBe(true)
    expect(out).toContain('no more than by')
  })

  test('an unknown claim is bad usage, and the near one is offered', () => {
    const { code, out, err } = explain('fihgts')
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('there is no claim fihgts; did you mean fights?')
  })

  test('a scenario with faults is not explained', () => {
    expect(runCli(['explain', 'no/such/place', 'x']).code).toBe(3)
  })

  test('--help shows an example and fits 80 columns', () => {
    const { code, out } = runCli(['explain', '--help'])
    expect(code).toBe(0)
    expect(out).toContain('foedus explain scenarios/strait')
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
  })
})
