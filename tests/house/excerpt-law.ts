/**
 * What the pages show of a screen, held line by line against the command's real output, with the exit codes that
 * pages promise. Some commands play for minutes: the test files share them out, so that they run side by side.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, runCli, type Said } from '../cli/run-cli.ts'
import { type Excerpt, excerptsOf, pagesOf } from './excerpt.ts'
import { pageOf } from './markdown.ts'
import { commandsOf } from './shell-block.ts'

/** Lines of the excerpt that the output lacks, in order; a line of dots stands for what is left out. */
export function strangers(excerpt: readonly string[], output: readonly string[]): string[] {
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
export const EXCERPTS: readonly Excerpt[] = PAGES.flatMap((page) => excerptsOf(ROOT, page))

/** The flagship as it is, the longest of all. */
export function isFlagship({ argv }: Excerpt): boolean {
  return argv.join(' ') === 'check scenarios/iran-2026'
}

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

/** A check of many worlds takes minutes, and longer on a busy machine. */
const TIME_LIMIT = 600_000

/** Holds each of the excerpts in a test of its own. */
export function hold(excerpts: readonly Excerpt[]): void {
  test.each(excerpts)('$page shows what foedus $argv prints', { timeout: TIME_LIMIT }, ({ argv, lines }) => {
    const { out, code } = saidBy(argv)
    expect(strangers(lines, out.split('\n'))).toEqual([])
    expect(promised(argv).filter((exit) => exit !== code)).toEqual([])
  })
}
