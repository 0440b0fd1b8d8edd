/**
 * What the pages show of a screen is what the command prints: every block after an
 * `<!-- excerpt: … -->` is held, line by line, against the command's real output.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, runCli, type Said } from './cli/run-cli.ts'
import { excerptsOf, pagesOf } from './house/excerpt.ts'
import { pageOf } from './house/markdown.ts'
import { commandsOf } from './house/shell-block.ts'

/** Lines of the excerpt that the output lacks, in order; a line of dots stands for what is left out. */
function strangers(excerpt: readonly string[], output: readonly string[]): string[] {
  let at = 0
  return excerpt.filter((line) => {
    if (line.trim() === '…') return false
    const next = output.indexOf(line, at)
    if (next < 0) return true
    at = next + 1
    return false
  })
}

const PAGES = pagesOf(ROOT)
const EXCERPTS = PAGES.flatMap((page) => excerptsOf(ROOT, page))

test('there are excerpts to hold against the commands, and a line that was never printed is found', () => {
  expect(EXCERPTS.length).toBeGreaterThan(0)
  expect(strangers(['a', '…', 'x', 'c'], ['a', 'b', 'c'])).toEqual(['x'])
  expect(strangers(['c', 'a'], ['a', 'b', 'c'])).toEqual(['a'])
})

/** A command that several pages show is run once. */
const said = new Map<string, Said>()

function saidBy(argv: readonly string[]): Said {
  const known = said.get(argv.join(' ')) ?? runCli(argv)
  said.set(argv.join(' '), known)
  return known
}

/** The exit codes that pages promise where they name the command. */
function promised(argv: readonly string[]): readonly number[] {
  return PAGES.flatMap((page) => pageOf(readFileSync(join(ROOT, page), 'utf8')).blocks)
    .filter(({ language }) => language === 'sh' || language === 'console')
    .flatMap(commandsOf)
    .filter(({ line }) => line === ['foedus', ...argv].join(' '))
    .map(({ exit }) => exit)
}

test('no excerpt is empty', () => {
  expect(EXCERPTS.filter(({ lines }) => lines.join('').trim() === '').map(({ page }) => page)).toEqual([])
})

/** A check of many worlds takes a minute, and longer on a busy machine. */
const TIME_LIMIT = 300_000

test.each(EXCERPTS)('$page shows what foedus $argv prints', { timeout: TIME_LIMIT }, ({ argv, lines }) => {
  const { out, code } = saidBy(argv)
  expect(strangers(lines, out.split('\n'))).toEqual([])
  expect(promised(argv).filter((exit) => exit !== code)).toEqual([])
})
