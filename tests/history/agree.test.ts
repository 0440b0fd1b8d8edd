/** Coders held against one another: what is compared, what cannot be, and what a user sees of it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { addAgree } from '../../src/cli/commands/history-agree.ts'
import { addSheet } from '../../src/cli/commands/history-sheet.ts'
import { matchFaults } from '../../src/history/sheet/agreement-match.ts'
import { agreement } from '../../src/history/sheet/agreement.ts'
import { type Coding, VARIABLES } from '../../src/history/sheet/sheet.ts'
import { sheetText } from '../../src/history/sheet/text.ts'
import type * as histories from '../../src/host/histories.ts'
import { agreementScreen } from '../../src/report/agreement-screen.ts'

// The crises that ship take a second to check; they are checked once.
vi.mock('../../src/host/histories.ts', async (original) => {
  const real = await original<typeof histories>()
  let kept: ReturnType<typeof real.loadHistories> | undefined
  return { ...real, loadHistories: () => (kept ??= real.loadHistories()) }
})

/** Four crises with three supporters each; every variable varies from row to row. */
const FIRST: readonly Coding[] = ['a-1900', 'b-1910', 'c-1920', 'd-1930'].flatMap((of, at) =>
  ['x', 'y', 'z'].map((supporter, row) => ({
    of,
    supporter,
    recipient: 'avalon',
    values: new Map(
      VARIABLES.map(({ id, group }, place) => {
        const turn = (at + 2 * row + place) % 4
        return [id, group === 'inputs' ? turn / 4 : group === 'levels' ? turn : turn % 2]
      }),
    ),
    unsure: new Set(),
  })),
)

/** The same with values of its own at some places; undefined takes the value out. */
function but(change: (coding: Coding, id: string, value: number) => number | undefined): Coding[] {
  return FIRST.map((coding) => ({
    ...coding,
    values: new Map(
      [...coding.values].flatMap(([id, value]): [string, number][] => {
        const other = change(coding, id, value)
        return other === undefined ? [] : [[id, other]]
      }),
    ),
  }))
}

const RUN = { seed: 1, resamples: 200 }
const combatIn = (coder: readonly Coding[]) =>
  agreement([FIRST, coder], RUN).variables.find(({ id }) => id === 'combat')!

describe('agreement', () => {
  test('with oneself is perfect, in every variable and group, whatever the order of the rows', () => {
    const found = agreement([FIRST, FIRST.toReversed()], RUN)
    for (const { alpha, interval, units, same } of [...found.variables, ...found.groups])
      expect([alpha, interval, units > 0, same]).toEqual([1, { low: 1, high: 1 }, true, 1])
    expect(found.disagreements).toEqual([])
    expect([found.coders, found.cases, found.rows]).toEqual([2, 4, 12])
  })

  test('is lost in the variable that was coded otherwise, in its group, and nowhere else', () => {
    const found = agreement([FIRST, but((_, id, value) => (id === 'stake' ? 1 - value : value))], RUN)
    const alphaOf = (name: string): number =>
      found.variables.find(({ id }) => id === name)?.alpha ??
      found.groups.find(({ group }) => group === name)!.alpha!
    expect(alphaOf('stake')).toBeLessThan(0.5)
    expect(alphaOf('inputs')).toBeLessThan(1)
    expect(alphaOf('inputs')).toBeGreaterThan(alphaOf('stake'))
    for (const name of ['alignment', 'defence', 'combat', 'promises', 'levels']) expect(alphaOf(name)).toBe(1)
  })

  test('a group lies between the worst and the best of its variables', () => {
    const found = agreement([FIRST, but((_, id, value) => (id === 'combat' ? 3 - value : value))], RUN)
    const own = found.variables.filter(({ group }) => group === 'levels').map(({ alpha }) => alpha!)
    const { alpha } = found.groups.find(({ group }) => group === 'levels')!
    expect(alpha).toBeGreaterThan(Math.min(...own))
    expect(alpha).toBeLessThan(Math.max(...own))
  })

  test('what one coder left empty is not compared, and is no disagreement', () => {
    const found = combatIn(
      but(({ of }, id, value) => (id === 'combat' && of === 'a-1900' ? undefined : value)),
    )
    expect([found.alpha, found.units]).toEqual([1, 9])
  })

  test('what nobody coded twice has no alpha, and what all said alike has none either', () => {
    expect(combatIn(but((_, id, value) => (id === 'combat' ? undefined : value)))).toMatchObject({ units: 0 })
    expect(combatIn(but((_, id, value) => (id === 'combat' ? undefined : value))).alpha).toBeUndefined()
    const zero = but((_, id, value) => (id === 'combat' ? 0 : value))
    const found = agreement([zero, zero], RUN).variables.find(({ id }) => id === 'combat')!
    expect([found.alpha, found.same, found.units]).toEqual([undefined, 1, 12])
  })

  test('its interval holds the value, is wider than a point where crises differ, and is bound to the seed', () => {
    const coder = but(({ of }, id, value) => (id === 'combat' && of === 'b-1910' ? (value + 2) % 4 : value))
    const { alpha, interval } = combatIn(coder)
    expect(interval!.low).toBeLessThan(alpha!)
    expect(interval!.high).toBeGreaterThan(alpha!)
    expect(combatIn(coder)).toEqual(combatIn(coder))
  })

  test('one crisis alone has no interval: nothing tells how another would have come out', () => {
    const one = FIRST.filter(({ of }) => of === 'a-1900')
    const { variables } = agreement([one, one], RUN)
    expect(variables.every(({ interval }) => interval === undefined)).toBe(true)
  })

  test('a third coder who goes astray lowers it', () => {
    const astray = but((_, id, value) => (id === 'combat' ? 3 - value : value))
    const [, , combat] = [
      1,
      2,
      agreement([FIRST, FIRST, astray], RUN).variables.find(({ id }) => id === 'combat')!,
    ]
    expect(combat.alpha).toBeLessThan(1)
    expect(combat.alpha).toBeGreaterThan(combatIn(astray).alpha!)
  })

  test('disagreements come worst first, each with what every coder said', () => {
    const coder = but(({ of, supporter }, id, value) => {
      if (of !== 'c-1920' || supporter !== 'y') return value
      return id === 'combat' ? (value + 2) % 4 : id === 'stake' ? value + 0.05 : value
    })
    const first = FIRST.find(({ of, supporter }) => of === 'c-1920' && supporter === 'y')!
    const { disagreements } = agreement([FIRST, coder], RUN)
    expect(disagreements.map(({ of, supporter, variable }) => [of, supporter, variable])).toEqual([
      ['c-1920', 'y', 'combat'],
      ['c-1920', 'y', 'stake'],
    ])
    expect(disagreements[0]!.said).toEqual([
      first.values.get('combat'),
      (first.values.get('combat')! + 2) % 4,
    ])
  })
})

describe('sheets that do not match', () => {
  const named = (name: string, codings: readonly Coding[]) => ({ name, codings })
  const codes = (codings: readonly Coding[]): string[] =>
    matchFaults([named('a.csv', FIRST), named('b.csv', codings)]).map(({ code }) => code)

  test('a row too few is one fault, a case too few is one and not one a row', () => {
    expect(codes(FIRST.slice(1))).toEqual(['missing-row'])
    expect(codes(FIRST.slice(3))).toEqual(['missing-row'])
  })

  test('a supporter who was not asked about, and a case that nobody knows, with the one that was meant', () => {
    const extra = { ...FIRST[0]!, supporter: 'w' }
    expect(codes([...FIRST, extra])).toEqual(['unknown-row'])
    const misspelt = FIRST.map((coding) => (coding.of === 'b-1910' ? { ...coding, of: 'b-191' } : coding))
    const faults = matchFaults([named('a.csv', FIRST), named('b.csv', misspelt)])
    expect(faults.map(({ code, suggestion }) => [code, suggestion])).toEqual([
      ['missing-row', expect.anything()],
      ['unknown-case', 'b-1910'],
    ])
  })

  test('sheets with the same rows have none', () => {
    expect(codes(FIRST.toReversed())).toEqual([])
  })
})

describe('the screen', () => {
  const found = agreement([FIRST, but((_, id, value) => (id === 'combat' ? 3 - value : value))], RUN)

  test.each([60, 80, 120])('fits %i columns', (width) => {
    const names = ['/a/very/long/path/to/a/folder/of/sheets/that/somebody/made/first.csv', 'second.csv']
    const screen = agreementScreen(found, { width, names, most: 5 })
    expect(Math.max(...screen.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(width)
    expect(screen).not.toMatch(/NaN|undefined|Infinity/)
  })

  test('shows as many disagreements as were asked for, and how many more there are', () => {
    const screen = agreementScreen(found, { width: 100, names: ['a', 'b'], most: 3 })
    expect(screen.match(/, combat: A /g)).toHaveLength(3)
    expect(screen).toContain(`and ${found.disagreements.length - 3} more`)
  })
})

describe('on the command line', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'foedus-agree-'))
    writeFileSync(join(folder, 'one.csv'), sheetText(FIRST))
    writeFileSync(
      join(folder, 'two.csv'),
      sheetText(but((_, id, value) => (id === 'combat' ? 3 - value : value))),
    )
    writeFileSync(join(folder, 'few.csv'), sheetText(FIRST.slice(1)))
    writeFileSync(
      join(folder, 'bad.csv'),
      sheetText(FIRST).replace('0.25', 'much').replace(',yes,', ',maybe,'),
    )
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  function said(...argv: readonly string[]): { code: number; out: string; err: string } {
    const [out, err]: [string[], string[]] = [[], []]
    let code = -1
    const group = new Command('history').exitOverride()
    const io = {
      out: (text: string) => void out.push(text),
      err: (text: string) => void err.push(text),
      width: 80,
      colour: false,
      now: () => 0,
      cwd: folder,
    }
    for (const add of [addAgree, addSheet]) add(group, io, (given) => void (code = given))
    group.parse([...argv], { from: 'user' })
    return { code, out: out.join(''), err: err.join('') }
  }

  test('two sheets are compared, as a screen and as JSON with every disagreement', () => {
    const { code, out } = said('agree', 'one.csv', 'two.csv')
    expect(code).toBe(0)
    expect(out).toContain('2 coders, 12 rows in 4 crises')
    expect(out).toMatch(/^ combat .*too low$/m)
    expect(out).toMatch(/^ stake .*rely$/m)
    const json = JSON.parse(said('agree', 'one.csv', 'two.csv', '--json').out) as Record<string, unknown[]>
    expect(json).toMatchObject({ foedus: 1, kind: 'agreement', coders: 2, cases: 4, rows: 12 })
    expect(json['variables']).toHaveLength(VARIABLES.length)
    expect(json['disagreements']).toHaveLength(12)
  })

  test('a sheet at fault is exit 3 with every fault at its line and column, and nothing is compared', () => {
    const { code, out, err } = said('agree', 'one.csv', 'bad.csv')
    expect([code, out]).toEqual([3, ''])
    expect(err).toMatch(/^not-a-number {2}bad\.csv:\d+:\d+$/m)
    expect(err).toMatch(/^not-yes-or-no {2}bad\.csv:\d+:\d+$/m)
    expect(err).toContain('2 faults')
  })

  test('sheets that do not match are exit 3, told in the one that lacks a row', () => {
    const { code, err } = said('agree', 'one.csv', 'few.csv')
    expect(code).toBe(3)
    expect(err).toContain('missing-row  few.csv:3:1')
    expect(err).toContain('few.csv has no row for x and avalon in a-1900')
  })

  test('a file that is not there is exit 3; one sheet, or one sheet twice, is exit 2', () => {
    expect(said('agree', 'one.csv', 'none.csv').code).toBe(3)
    expect(said('agree', 'one.csv').code).toBe(2)
    expect(said('agree', 'one.csv', './one.csv').code).toBe(2)
  })

  test('the shipped crises as a sheet agree with themselves; a blank one has nothing to compare', () => {
    expect(said('sheet', '-o', 'first.csv').code).toBe(0)
    expect(said('sheet', '--blank', 'blank.csv').code).toBe(0)
    writeFileSync(join(folder, 'again.csv'), readFileSync(join(folder, 'first.csv')))
    const { groups } = JSON.parse(said('agree', 'first.csv', 'again.csv', '--json').out) as {
      groups: { alpha: number }[]
    }
    expect(groups.map(({ alpha }) => alpha)).toEqual([1, 1, 1])
    const { code, out } = said('agree', 'first.csv', 'blank.csv')
    expect(code).toBe(0)
    expect(out).toContain('uncoded')
    expect(out).toContain('Nowhere do they differ.')
  })

  test('a sheet that is there is not written over, unless forced; a case that is not there is told', () => {
    expect(said('sheet', '--blank', 'one.csv')).toMatchObject({ code: 2, out: '' })
    expect(readFileSync(join(folder, 'one.csv'), 'utf8')).toBe(sheetText(FIRST))
    expect(said('sheet', '--case', 'korea-1951').err).toContain('did you mean korea-1950?')
    expect(said('sheet', '--case', 'korea-1950', 'suez-1956', '-o', 'few.csv', '--force').code).toBe(0)
    const cases = readFileSync(join(folder, 'few.csv'), 'utf8').matchAll(/^[a-z]+-\d+/gm)
    expect([...new Set([...cases].map(([id]) => id))]).toEqual(['korea-1950', 'suez-1956'])
  })
})
