/**
 * The three things that are said to keep Russia from fighting for Iran: without any of them its combat
 * gets likelier, and the page's table says by how much. `npm run docs` writes the table anew.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, runCli } from './run-cli.ts'

const PAGE = join(ROOT, 'docs/what-if.md')
const BEGIN = '<!-- table: why-not-troops -->\n'
const END = '<!-- end of table -->\n'
const SCENARIO = join(ROOT, 'scenarios/iran-2026')
const UTILISATION = 'actors.russia.utilisation=0.4'
const CLAUSE = 'ties.russia-iran.clauses.defence=true'
const ATTACKER = ['actors.usa.nuclear=false', 'ties.russia-usa.nuclearRisk=0']
/** Claims that there is no combat: above level 1 within 60 days, at any level within 180. */
const PEACE = ['no-combat', 'not-a-shot']

const CHANGES: readonly (readonly [words: string, set: readonly string[]])[] = [
  ['the war in Ukraine over: 40 % of its force committed elsewhere, not 87', [UTILISATION]],
  ['a defence clause that binds', [CLAUSE]],
  ['an attacker without nuclear weapons', ATTACKER],
  ['all three at once', [UTILISATION, CLAUSE, ...ATTACKER]],
]

interface Measured {
  readonly value: number
  readonly low: number
  readonly high: number
}

interface Move {
  readonly id: string
  readonly effect: {
    readonly from: { readonly p: number }
    readonly to: { readonly p: number }
    readonly difference: Measured
    readonly up: { readonly share: number }
    readonly down: { readonly share: number }
  }
}

const rows = CHANGES.map(([words, set]) => {
  const argv = ['what-if', SCENARIO, ...set.flatMap((one) => ['--set', one])]
  const said = runCli([...argv, ...PEACE.flatMap((claim) => ['--claim', claim]), '--json'])
  expect(said.code, said.err).toBe(0)
  const { claims } = JSON.parse(said.out) as { readonly claims: readonly Move[] }
  const moves = PEACE.map((id) => claims.find((claim) => claim.id === id)!.effect)
  return { words, moves }
})

function cell({ from, to, difference, up, down }: Move['effect']): string {
  const share = (value: number): string => value.toFixed(3)
  const gain = `+${share(-difference.value)} (${share(-difference.high)} to ${share(-difference.low)})`
  // The claims say "no combat", so that a flip to yes undoes combat.
  return `${share(1 - from.p)} → ${share(1 - to.p)} | ${gain} | ${share(down.share)}, ${up.share === 0 ? '<0.003' : up.share.toFixed(4)}`
}

function table(): string {
  const head = (of: string): string => `${of} | more by (95 %) | by it, undone by it`
  const lines = rows.map(({ words, moves }) => `| ${words} | ${moves.map(cell).join(' | ')} |`)
  return [
    `| With | ${head('level 2 or more, 60 days')} | ${head('any level, 180 days')} |`,
    '|---|---|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n')
}

test.each(rows)('Russian combat is likelier with $words, and chance did not do it', ({ moves }) => {
  for (const { difference } of moves) {
    expect(difference.value).toBeLessThan(0)
    expect(difference.high).toBeLessThan(0)
  }
})

test('the page shows what the engine counted', () => {
  const text = readFileSync(PAGE, 'utf8')
  const [before = '', rest = ''] = text.split(BEGIN)
  const [, after = ''] = rest.split(END)
  if (process.env['UPDATE'] === '1') writeFileSync(PAGE, `${before}${BEGIN}${table()}${END}${after}`)
  expect(readFileSync(PAGE, 'utf8')).toContain(`${BEGIN}${table()}${END}`)
})
