/** `foedus what-if`: pairs of playouts, counted rightly and told rightly. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT, runCli } from './run-cli.ts'

const STRAIT = 'scenarios/strait'
const QUICK = ['--quick', '--batches', '4']
const PLAYOUTS = 4 * 64 * 8
const STAKE = ['--set', 'ties.cascadia-avalon.stake=0.9']
const STAKE_LINE = 'stake: { range: 0.3 to 0.7, source: desk,'

interface Estimate {
  readonly p: number
  readonly count: number
  readonly verdict: string
}

interface Moved {
  readonly id: string
  readonly moved: boolean
  readonly stirred: boolean
  readonly asksElse: boolean
  readonly before: (Estimate & { readonly effect?: object }) | null
  readonly after:
    | (Estimate & { readonly effect?: object; readonly interval: { readonly basis: string } })
    | null
  readonly effect?: {
    readonly difference: {
      readonly value: number
      readonly low: number
      readonly high: number
      readonly basis: string
    }
    readonly up: { readonly count: number }
    readonly down: { readonly count: number }
    readonly ratio?: { readonly value: number }
    readonly below: number
  }
}

interface Answer {
  readonly identical: boolean
  readonly changes: readonly { readonly path: string; readonly was: string; readonly is: string }[]
  readonly without: { readonly actors: readonly string[] }
  readonly claims: readonly Moved[]
  readonly unplayed: readonly string[]
}

/** The small scenario with something more or otherwise in it. */
function scenarioWith(change: (text: string) => string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'foedus-')), 'strait.yaml')
  writeFileSync(path, change(readFileSync(join(ROOT, STRAIT, 'strait.yaml'), 'utf8')))
  return path
}

function patch(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'foedus-')), 'patch.yaml')
  writeFileSync(path, `foedus: 1\n${text}`)
  return path
}

function answer(...argv: readonly string[]): Answer {
  const { code, out, err } = runCli(['what-if', ...argv, ...QUICK, '--json'])
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out) as Answer
}

function screen(...argv: readonly string[]): string {
  const { code, out, err } = runCli(['what-if', ...argv, ...QUICK])
  expect([code, err]).toEqual([0, ''])
  return out
}

function counts(path: string): Readonly<Record<string, number>> {
  const { claims } = JSON.parse(runCli(['check', path, ...QUICK, '--json']).out) as {
    claims: readonly { readonly id: string; readonly count: number }[]
  }
  return Object.fromEntries(claims.map(({ id, count }) => [id, count]))
}

function side(claims: readonly Moved[], which: 'before' | 'after'): Readonly<Record<string, number>> {
  return Object.fromEntries(claims.map((claim) => [claim.id, claim[which]?.count ?? -1]))
}

describe('the numbers', () => {
  test('before is the world as check plays it, after is the world with the change written into its file', () => {
    const { claims, identical } = answer(STRAIT, ...STAKE)
    const written = scenarioWith((text) => text.replace(STAKE_LINE, 'stake: { value: 0.9, source: desk,'))
    expect(identical).toBe(false)
    expect(side(claims, 'before')).toEqual(counts(STRAIT))
    expect(side(claims, 'after')).toEqual(counts(written))
    expect(side(claims, 'after')).not.toEqual(side(claims, 'before'))
  })

  test('what came about less what was undone is the difference, claim by claim', () => {
    const { claims } = answer(STRAIT, ...STAKE)
    expect(claims.length).toBeGreaterThan(3)
    for (const { before, after, effect } of claims) {
      const { up, down, difference } = effect!
      expect(after!.count - before!.count).toBe(up.count - down.count)
      expect(difference.value).toBeCloseTo((up.count - down.count) / PLAYOUTS, 12)
      expect(difference.low).toBeLessThanOrEqual(difference.value)
      expect(difference.high).toBeGreaterThanOrEqual(difference.value)
    }
  })

  test('a value, a patch and a patch under a value that repeats it are the same change', () => {
    const file = patch('ties:\n  - { from: cascadia, to: avalon, stake: 0.9 }\n')
    const { claims } = answer(STRAIT, ...STAKE)
    expect(answer(STRAIT, '--with', file).claims).toEqual(claims)
    expect(answer(STRAIT, '--with', file, ...STAKE).claims).toEqual(claims)
  })

  test('both engines say the same', () => {
    const json = (engine: string): string =>
      runCli(['what-if', STRAIT, ...STAKE, ...QUICK, '--json', '--engine', engine]).out
    expect(json('interpreter')).toBe(json('wasm'))
  })

  test('what the engine does not read changes nothing: exactly 0, and it says so', () => {
    const idle = ['--set', 'ties.cascadia-avalon.label=friends']
    const { claims, identical, changes } = answer(STRAIT, ...idle)
    expect([identical, changes]).toEqual([true, []])
    for (const { moved, effect } of claims) {
      expect(moved).toBe(false)
      expect(effect!.difference).toMatchObject({ value: 0, low: 0, high: 0, basis: 'identical' })
    }
    expect(screen(STRAIT, ...idle)).toContain(
      'This changes nothing that the engine reads: every difference is exactly 0.',
    )
  })

  test('a number put in its own place changes nothing either, wherever it is written', () => {
    const same = ['--set', 'ties.cascadia-avalon.distance=1200 km']
    expect(answer(STRAIT, ...same).identical).toBe(true)
  })

  test('a change that no playout feels is not exactly 0: three in the draws are left open', () => {
    const { claims } = answer(STRAIT, '--set', 'ties.cascadia-avalon.clauses.defence=true')
    const still = claims.find(({ effect }) => effect?.difference.basis === 'no flip')
    expect(still?.moved).toBe(false)
    expect(still?.effect?.difference.high).toBeCloseTo(3 / (4 * 64), 12)
  })

  test('under twenty events there is no ratio, and nothing is printed as 0', () => {
    const path = scenarioWith(
      (text) =>
        `${text}  - id: full-combat\n    that: { metric: support.combat, of: cascadia, for: avalon, window: { to: 14 days }, test: ">= 3" }\n`,
    )
    const rare = answer(path, ...STAKE).claims.find(({ id }) => id === 'full-combat')!
    expect(rare.before!.count).toBeLessThan(20)
    expect(rare.effect!.ratio).toBeUndefined()
    const out = screen(path, ...STAKE, '--set', 'actors.cascadia.utilisation=0', '--claim', 'full-combat')
    expect(out).toMatch(/ratio not estimable\s+\(\d+ events?\)/)
    expect(out).not.toMatch(/ 0(\.0+)? →|to no in 0 /)
  })
})

describe('what counts as moved', () => {
  test('a verdict that turned, or a difference whose interval excludes 0; flips within the error are told in one line', () => {
    const argv = [STRAIT, '--set', 'ties.cascadia-avalon.stake=0.55']
    const { claims } = answer(...argv)
    for (const { moved, stirred, before, after, effect } of claims) {
      const { low, high } = effect!.difference
      expect(moved).toBe(before!.verdict !== after!.verdict || low > 0 || high < 0)
      expect(stirred).toBe(!moved && effect!.up.count + effect!.down.count > 0)
    }
    const stirred = claims.filter((claim) => claim.stirred).map(({ id }) => id)
    if (stirred.length > 0)
      expect(screen(...argv).replace(/\s+/g, ' ')).toContain(`flips within the error (${stirred.join(', ')})`)
  })

  test('the headline stands also when nothing moves', () => {
    expect(screen(STRAIT, '--set', 'ties.cascadia-avalon.label=friends')).toContain(
      '0 of 5 claims move; no verdict changes',
    )
  })

  test('a claim whose question the change rewrites is not compared', () => {
    const file = patch(
      'claims:\n  - id: weapons\n    sentence: 2.2\n    that: { metric: support.materiel, of: cascadia, for: avalon, test: ">= 3" }\n    says: likely\n',
    )
    const weapons = answer(STRAIT, '--with', file).claims.find(({ id }) => id === 'weapons')!
    expect([weapons.asksElse, weapons.moved, weapons.effect]).toEqual([true, false, undefined])
    expect(screen(STRAIT, '--with', file)).toContain('weapons   asks something else now')
    expect(answer(STRAIT, ...STAKE).claims.some(({ asksElse }) => asksElse)).toBe(false)
  })
})

describe('what is told', () => {
  test('the change in words, moved claims under their sentences, the verdict that turned, the rest in a line', () => {
    const out = screen(STRAIT, '--set', 'ties.cascadia-avalon.clauses.defence=true', ...STAKE)
    expect(out).toContain('a defence clause Cascadia → Avalon: no → yes')
    expect(out).toContain("Cascadia's stake in Avalon: 0.5 (0.3 to 0.7) → 0.9")
    expect(out).toContain(' 2.2 Weapons would very likely follow within three months.')
    expect(out).toMatch(/weapons {3}0\.\d\d ±0\.\d+ → 0\.\d\d ±0\.\d+ {3}\+0\.\d\d ±0\.\d+/)
    expect(out).toMatch(/flips to yes in 0\.\d+ of the playouts, to no in/)
    expect(out.replace(/\s+/g, ' ')).toContain(
      'no-defence-clause so by the inputs → not so by the inputs ● holds → ✗ fails',
    )
    const numbers = [...out.matchAll(/^ (\d+\.\d+) /gm)].map(([, id]) => id)
    expect(numbers).toEqual([...numbers].sort((a = '', b = '') => Number(a) - Number(b)))
  })

  test('who is taken out is told once, not by every vote', () => {
    const out = screen('scenarios/iran-2026', '--without', 'russia', '--claim', 'political-cover')
    expect(out).toContain('without Russia: it gives nothing, enters nothing and casts no vote')
    expect(out).not.toContain('the vote of')
    expect(out).toMatch(/political-cover {3}0\.\d\d ±0\.\d+ → <0\.0/)
  })

  test('what rests on a mechanism that is left out cannot be asked, and says so', () => {
    const falklands = 'scenarios/falklands-1982'
    const { claims } = answer(falklands, '--without', 'council', '--claim', 'demand-adopted')
    expect(claims).toHaveLength(1)
    expect(claims[0]).toMatchObject({
      moved: false,
      unasked: true,
      after: { verdict: 'not testable', interval: { basis: 'nothing' } },
    })
    const out = screen(falklands, '--without', 'council', '--claim', 'demand-adopted')
    expect(out).toContain('0 of 1 claims move, 1 cannot be asked there; no verdict changes')
    expect(out).toContain('without the mechanism council: it does not run, and the others take it')
    expect(out).toMatch(/→ cannot be asked/)
    expect(out).toContain('it rests on what does not run there: council')
  })

  test('a claim that is asked for by name shows both values, also where nothing moves', () => {
    const { claims } = answer(STRAIT, '--set', 'actors.cascadia.nuclear=true')
    const still = claims.find(({ moved, before }) => !moved && before !== null)!.id
    const out = screen(STRAIT, '--set', 'actors.cascadia.nuclear=true', '--claim', still)
    expect(out).toContain('0 of 1 claims move')
    expect(out).toMatch(new RegExp(`  ${still} {3}\\S+.* → `, 'u'))
  })

  test('a claim that only the change brings stands alone', () => {
    const file = patch(
      'claims:\n  - id: brought\n    that: { metric: support.materiel, of: cascadia, for: avalon, test: ">= 2" }\n',
    )
    const { claims, identical } = answer(STRAIT, '--with', file)
    expect(claims.find(({ id }) => id === 'brought')).toMatchObject({ moved: true, before: null })
    expect(identical).toBe(false)
    expect(screen(STRAIT, '--with', file)).toContain('brought   only in the changed world')
  })

  test('claims about changes of their own are named, and played in both worlds when asked for', () => {
    const path = scenarioWith(
      (text) =>
        `${text}  - id: a-treaty-would-bind\n    do: { set: { ties.cascadia-avalon.clauses.defence: true } }\n    that: { metric: support.combat, of: cascadia, for: avalon, test: ">= 1" }\n    effect: { difference: "> 0" }\n`,
    )
    expect(answer(path, ...STAKE).unplayed).toEqual(['a-treaty-would-bind'])
    expect(screen(path, ...STAKE)).toContain(
      '1 claim about changes of their own, not played: a-treaty-would-bind',
    )
    const { claims, unplayed } = answer(path, ...STAKE, '--claim', 'a-treaty-would-bind')
    expect(unplayed).toEqual([])
    expect(claims).toHaveLength(1)
    expect(claims[0]?.before?.effect).toBeDefined()
    expect(claims[0]?.after?.effect).toBeDefined()
    expect(claims[0]?.effect).toBeUndefined()
    expect(claims[0]?.before?.effect).not.toEqual(claims[0]?.after?.effect)
  })

  test('one claim alone is as it is among all', () => {
    const all = answer(STRAIT, ...STAKE).claims.find(({ id }) => id === 'weapons')
    expect(answer(STRAIT, ...STAKE, '--claim', 'weapons').claims).toEqual([all])
  })

  test('every screen keeps within its columns', () => {
    for (const width of [60, 80, 120]) {
      const asked = ['what-if', 'scenarios/iran-2026', '--without', 'russia', '-v', '--width', String(width)]
      const { out } = runCli([...asked, ...QUICK, '--batches', '1'])
      for (const line of out.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(width)
    }
  })
})

describe('what is refused', () => {
  test('no change at all is bad usage', () => {
    expect(runCli(['what-if', STRAIT])).toMatchObject({ code: 2, out: '' })
  })

  test('a claim that nobody made is bad usage, and the near one is offered', () => {
    const { code, err } = runCli(['what-if', STRAIT, ...STAKE, '--claim', 'weapon'])
    expect(code).toBe(2)
    expect(err).toContain('did you mean weapons?')
  })

  test('what is wrong with the words of the command is bad usage', () => {
    const twice = runCli(['what-if', STRAIT, ...STAKE, ...STAKE])
    expect([twice.code, twice.out]).toEqual([2, ''])
    expect(twice.err).toContain('--set names ties.cascadia-avalon.stake twice')
    const bare = runCli(['what-if', STRAIT, '--set', 'ties.cascadia-avalon.stake'])
    expect(bare.code).toBe(2)
    expect(bare.err).toContain('try: --set ties.cascadia-avalon.stake=0.5')
    const name = runCli(['what-if', STRAIT, '--without', 'nobody'])
    expect(name.code).toBe(2)
    expect(name.err.replace(/\s+/g, ' ')).toContain(
      'one of cascadia; a mechanism, one of arms, arsenal, capacity,',
    )
    expect(name.err.replace(/\s+/g, ' ')).toContain('or attack')
  })

  test('a mechanism without anything to work on leaves nothing out', () => {
    expect(answer(STRAIT, '--without', 'council').identical).toBe(true)
    expect(screen(STRAIT, '--without', 'council').replace(/\s+/g, ' ')).toContain(
      'this scenario has no council, so nothing is left out',
    )
  })

  test('a fault in a value is shown in the value, one in a patch in the patch; nothing is played', () => {
    const value = runCli(['what-if', STRAIT, '--set', 'ties.cascadia-avalon.stake=9'])
    expect([value.code, value.out]).toEqual([2, ''])
    expect(value.err).toContain('the change is at fault, not the scenario scenarios/strait: 1 fault')
    expect(value.err).toContain('ties.cascadia-avalon.stake=9\n    |                            ^\n')
    const path = runCli(['what-if', STRAIT, '--set', 'ties.cascadia-avalon.steak=0.9'])
    expect(path.err).toContain('try: ties.cascadia-avalon.stake')
    const file = patch('ties:\n  - { from: cascadia, to: avolon, stake: 0.9 }\n')
    const patched = runCli(['what-if', STRAIT, '--with', file])
    expect([patched.code, patched.out]).toEqual([3, ''])
    expect(patched.err).toMatch(/unknown-actor {2}\S*patch\.yaml:3:27/)
    const none = runCli(['what-if', STRAIT, '--with', 'no/such.yaml'])
    expect([none.code, none.out]).toEqual([3, ''])
    expect(none.err).toContain('there is no file or folder')
  })
})
