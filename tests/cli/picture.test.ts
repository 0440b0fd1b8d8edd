/** `foedus picture`: the same bytes on the screen and in the file, from either engine; nothing written over in silence. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'foedus-picture-'))
afterAll(() => rmSync(FOLDER, { recursive: true }))
const STRAIT = 'scenarios/strait'
const FILE = join(FOLDER, 'strait.svg')

test('prints the picture, or writes it, the same bytes; another seed draws another', () => {
  const printed = runCli(['picture', STRAIT])
  expect(printed.code).toBe(0)
  expect(printed.out).toMatch(/^<svg [\s\S]*<\/svg>\n$/)
  const written = runCli(['picture', STRAIT, '-o', FILE, '--engine', 'interpreter'])
  expect(written).toMatchObject({ code: 0, out: `picture: ${FILE}\n` })
  expect(readFileSync(FILE, 'utf8')).toBe(printed.out)
  // A picture may take the place of a picture.
  expect(runCli(['picture', STRAIT, '-o', FILE, '--seed', '2']).code).toBe(0)
  expect(readFileSync(FILE, 'utf8')).not.toBe(printed.out)
})

test('is quick whether asked to be or not, and cannot be quick and full at once', () => {
  expect(runCli(['picture', STRAIT, '--quick']).out).toBe(runCli(['picture', STRAIT]).out)
  expect(runCli(['picture', STRAIT, '--quick', '--full'])).toMatchObject({ code: 2, out: '' })
})

test('what is no picture is not written over, unless forced', () => {
  const other = join(FOLDER, 'notes.txt')
  writeFileSync(other, 'notes')
  const { code, err } = runCli(['picture', STRAIT, '-o', other])
  expect(code).toBe(2)
  expect(err).toContain('is there and is no picture (write over it with --force); nothing was drawn')
  expect(readFileSync(other, 'utf8')).toBe('notes')
  expect(runCli(['picture', STRAIT, '-o', other, '--force']).code).toBe(0)
})

test('as JSON it is the series behind the picture', () => {
  const { code, out } = runCli(['picture', STRAIT, '--json'])
  expect(code).toBe(0)
  const json = JSON.parse(out) as { kind: string; series: { days: number[]; lines: { mean: number[] }[] } }
  expect(json.kind).toBe('series')
  for (const { mean } of json.series.lines) expect(mean).toHaveLength(json.series.days.length)
})

test('where nobody chooses whom to support there is nothing to draw', () => {
  const { code, out, err } = runCli(['picture', 'scenarios/october-2023'])
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toContain('nothing to draw')
})

test('a scenario with faults is told, and nothing is drawn', () => {
  const broken = join(FOLDER, 'broken.yaml')
  writeFileSync(broken, 'foedus: 1\ntitle: Broken\n')
  expect(runCli(['picture', broken])).toMatchObject({ code: 3, out: '' })
})
