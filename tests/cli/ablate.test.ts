/** `foedus ablate` as a user meets it: its numbers, its tables, its exits. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ablatable, type AblateFlags, playAblation } from '../../src/cli/play-ablation.ts'
import { loadScenario } from '../../src/host/load.ts'
import type { Contribution } from '../../src/judge/ablation.ts'
import { ablationPage } from '../../src/report/ablation-page.ts'
import { neutralsOf } from '../../src/report/left-out-text.ts'
import { MECHANISMS } from '../../src/mechanisms/mechanisms.ts'
import { OPTIONAL } from '../../src/scenario/absent.ts'
import { ROOT, runCli } from './run-cli.ts'

const STRAIT = join(ROOT, 'scenarios/strait')
const FLAGSHIP = 'scenarios/iran-2026'
const PAGE = join(ROOT, 'docs/ablation.md')
const SMALL = ['--quick', '--batches', '2']
const WIDTH = 80

interface Answer {
  readonly mechanisms: readonly string[]
  readonly claims: readonly {
    readonly id: string
    readonly whole: { readonly p: number }
    readonly parts: Readonly<Record<string, Contribution>>
  }[]
  readonly apart: readonly string[]
}

function answer(...argv: readonly string[]): Answer {
  const { code, out, err } = runCli(['ablate', STRAIT, ...SMALL, ...argv, '--json'])
  expect([code, err]).toEqual([0, expect.not.stringContaining('error')])
  return JSON.parse(out) as Answer
}

describe('the numbers', () => {
  const { mechanisms, claims } = answer()

  test('are those of what-if without the mechanism, turned round', () => {
    const lacking = runCli(['what-if', STRAIT, ...SMALL, '--without', 'capacity', '--json'])
    const moves = (
      JSON.parse(lacking.out) as {
        claims: readonly { id: string; effect?: { from: { p: number }; difference: { value: number } } }[]
      }
    ).claims
    let compared = 0
    for (const { id, whole, parts } of claims) {
      const effect = moves.find((move) => move.id === id)?.effect
      const found = parts['capacity']!
      if (!effect || found.kind !== 'measured') continue
      expect(found.difference.value).toBeCloseTo(-effect.difference.value, 12)
      expect(whole.p).toBe(effect.from.p)
      compared += 1
    }
    expect(compared).toBeGreaterThan(2)
  })

  test('name every mechanism that has something to do here, in the order of the day', () => {
    const { value } = loadScenario(STRAIT)
    expect(mechanisms).toEqual(ablatable(value!))
    expect(MECHANISMS.map(({ name }) => name).filter((name) => mechanisms.includes(name))).toEqual(mechanisms)
    expect(mechanisms).not.toContain('support')
    expect(mechanisms).not.toContain('council')
  })

  test('are the same on both engines, and of one claim as of all', () => {
    expect(answer('--engine', 'interpreter').claims).toEqual(claims)
    const [first] = claims
    expect(answer('--claim', first!.id).claims).toEqual([first])
  })
})

describe('the screen', () => {
  test.each([60, 80])('keeps within %i columns, with a table as often as it needs one', (width) => {
    const { code, out } = runCli(['ablate', STRAIT, '--quick', '--width', String(width)])
    expect(code).toBe(0)
    const lines = out.split('\n')
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(width)
    expect(lines.filter((line) => line.startsWith(' claim')).length).toBeGreaterThan(1)
    expect(out).not.toMatch(/NaN|undefined|Infinity/)
  })

  test('names with -v what no mechanism moves', () => {
    const [quiet, loud] = [[], ['-v']].map((more) => runCli(['ablate', STRAIT, ...SMALL, ...more]).out)
    expect(quiet).not.toContain('no-defence-clause')
    expect(loud).toContain('no-defence-clause')
  })
})

describe('the exit', () => {
  test('is 0 whatever the verdicts, 2 for an unknown claim, 3 for a faulty scenario', () => {
    const unknown = runCli(['ablate', STRAIT, '--claim', 'weapon'])
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('did you mean weapons')])
    expect(runCli(['ablate', join(ROOT, 'tests/scenario/malformed/unknown-actor.yaml')]).code).toBe(3)
    expect(runCli(['ablate']).code).toBe(2)
  })
})

test('every neutral value that can stand in for a mechanism has words; the ledger only tells', () => {
  for (const name of OPTIONAL) {
    const reads = MECHANISMS.filter((reader) => reader.name !== 'ledger').flatMap((reader) =>
      Object.keys(reader.reads).filter((read) => read.startsWith(`${name}.`)),
    )
    expect(neutralsOf(name).length > 0, name).toBe(reads.length > 0)
  }
})

test('the page of the flagship is what the engine counted', () => {
  const { value } = loadScenario(join(ROOT, FLAGSHIP))
  const flags: AblateFlags = { seed: 1, quick: true, engine: 'wasm', claim: [] }
  const silent = { out: () => true, err: () => true, width: WIDTH, colour: false, now: () => 0, cwd: ROOT }
  const ablation = playAblation(value!, flags, silent)
  const command = `foedus ablate ${FLAGSHIP} --quick`
  const page = ablationPage({ title: value!.title, command, ablation })
  if (process.env['UPDATE'] === '1') writeFileSync(PAGE, page)
  expect(readFileSync(PAGE, 'utf8')).toBe(page)
})
