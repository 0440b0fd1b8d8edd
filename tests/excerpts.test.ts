/**
 * What the pages show of a screen is what the command prints: every block after an
 * `<!-- excerpt: … -->` is held, line by line, against the command's real output.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, runCli } from './cli/run-cli.ts'

interface Excerpt {
  readonly page: string
  readonly argv: readonly string[]
  readonly lines: readonly string[]
}

const PAGES = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]

function excerptsOf(page: string): Excerpt[] {
  const text = readFileSync(join(ROOT, page), 'utf8')
  const found = [...text.matchAll(/<!-- excerpt: (.+?) -->\n```text\n([\s\S]*?)```/g)]
  const named = [...text.matchAll(/<!-- excerpt:/g)].length
  expect(found.length, `${page}: an excerpt without its block`).toBe(named)
  return found.map(([, command = '', block = '']) => ({
    page,
    argv: command.split(' '),
    lines: block.trimEnd().split('\n'),
  }))
}

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

const EXCERPTS = PAGES.flatMap(excerptsOf)

test('there are excerpts to hold against the commands, and a line that was never printed is found', () => {
  expect(EXCERPTS.length).toBeGreaterThan(0)
  expect(strangers(['a', '…', 'x', 'c'], ['a', 'b', 'c'])).toEqual(['x'])
  expect(strangers(['c', 'a'], ['a', 'b', 'c'])).toEqual(['a'])
})

/** A command that several pages show is run once. */
const printed = new Map<string, readonly string[]>()

function printedBy(argv: readonly string[]): readonly string[] {
  const known = printed.get(argv.join(' ')) ?? runCli(argv).out.split('\n')
  printed.set(argv.join(' '), known)
  return known
}

test('no excerpt is empty', () => {
  expect(EXCERPTS.filter(({ lines }) => lines.join('').trim() === '').map(({ page }) => page)).toEqual([])
})

/** A check of many worlds takes a minute, and longer on a busy machine. */
const TIME_LIMIT = 300_000

test.each(EXCERPTS)('$page shows what foedus $argv prints', { timeout: TIME_LIMIT }, ({ argv, lines }) => {
  expect(strangers(lines, printedBy(argv))).toEqual([])
})
