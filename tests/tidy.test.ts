/**
 * The law of the house, as a test. A rule that matters stands here or is no rule;
 * and because a rule that finds nothing may be a rule that reads nothing, each is
 * also shown a text that breaks it.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { banFaults, EVALUATING, IMPURE, INEXACT, PROCESS } from './house/bans.ts'
import type { Ban } from './house/bans.ts'
import {
  arrowFaults,
  EXACT,
  lengthFaults,
  MAY_IMPORT,
  nameFaults,
  noteFaults,
  openingFaults,
  placeFaults,
  placeNameFaults,
  PURE,
  spreadFaults,
  versionFaults,
} from './house/rules.ts'
import { filesOf, folderOf, readSources, sourceOf } from './house/source.ts'

const ROOT = join(import.meta.dirname, '..')
const ONLY_PROCESS = 'src/cli/main.ts'

const files = filesOf(ROOT)
const code = readSources(ROOT, ['src', 'tests', 'bench', 'scripts'])
const src = code.filter(({ path }) => path.startsWith('src/'))
const inFolders = (folders: readonly string[]): typeof src =>
  src.filter(({ path }) => folders.includes(folderOf(path) ?? ''))

describe('the house keeps its law', () => {
  test('every folder that exists is on the list, and every one on the list that exists is read', () => {
    const onDisk = new Set(files.flatMap((path) => folderOf(path) ?? []))
    const read = new Set(src.flatMap(({ path }) => folderOf(path) ?? []))
    expect(placeFaults(files)).toEqual([])
    expect([...read].sort()).toEqual([...onDisk].sort())
    expect(read.size).toBeGreaterThan(0)
  })

  test('imports go from face to ground', () => {
    expect(src.flatMap(arrowFaults)).toEqual([])
  })

  test('pure folders touch no clock, no chance and no machine', () => {
    expect(inFolders(PURE).flatMap((source) => banFaults(source, IMPURE))).toEqual([])
  })

  test('where bits count, no function may round as it likes', () => {
    expect(inFolders(EXACT).flatMap((source) => banFaults(source, INEXACT))).toEqual([])
  })

  test('text never becomes code', () => {
    expect(code.flatMap((source) => banFaults(source, EVALUATING))).toEqual([])
  })

  test('only the command touches the process', () => {
    const others = src.filter(({ path }) => path !== ONLY_PROCESS)
    expect(others.flatMap((source) => banFaults(source, PROCESS))).toEqual([])
  })

  test('the command can be started by a shell', () => {
    expect(src.find(({ path }) => path === ONLY_PROCESS)?.text).toMatch(/^#!\/usr\/bin\/env node\n/)
  })

  test('every file says what it is for', () => {
    expect(code.flatMap(openingFaults)).toEqual([])
  })

  test('a file fits in the head', () => {
    expect([...code.flatMap(lengthFaults), ...spreadFaults(src)]).toEqual([])
  })

  test('names are kebab-case', () => {
    expect(code.flatMap(nameFaults)).toEqual([])
  })

  test('nothing is left for later without an issue', () => {
    expect(src.flatMap(noteFaults)).toEqual([])
  })

  test('versions are exact', () => {
    expect(versionFaults(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')))).toEqual([])
  })

  test('no file names a registry or a path of one machine', () => {
    const texts = files.map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
    expect(texts.filter(({ text }) => !text.includes('\0')).flatMap(placeNameFaults)).toEqual([])
  })
})

describe('each rule bites', () => {
  test('arrows: upward, by any kind of import; never within the folder or downward', () => {
    const faultsOf = (path: string, text: string): number => arrowFaults(sourceOf(path, text)).length
    expect(faultsOf('src/base/a.ts', "import { b } from '../engine/b.ts'")).toBe(1)
    expect(faultsOf('src/base/a.ts', "import type { B } from '../engine/b.ts'")).toBe(1)
    expect(faultsOf('src/base/a.ts', "export * from '../engine/b.ts'")).toBe(1)
    expect(faultsOf('src/base/a.ts', "export type B = import('../engine/b.ts').B")).toBe(1)
    expect(faultsOf('src/base/a.ts', "await import('../engine/b.ts')")).toBe(1)
    expect(faultsOf('src/cli/a.ts', "import { b } from '../index.ts'")).toBe(1)
    expect(faultsOf('src/host/a.ts', "import { b } from '../report/b.ts'")).toBe(1)
    expect(
      faultsOf('src/cli/a.ts', "import { b } from '../engine/b.ts'\nimport './c.ts'\nimport 'yaml'"),
    ).toBe(0)
    expect(
      faultsOf('src/base/a.ts', "// from '../engine/b.ts'\nconst s = `import x from '../engine/b.ts'`"),
    ).toBe(0)
  })

  test('arrows: the list has no way up', () => {
    const seen: string[] = []
    for (const [folder, below] of Object.entries(MAY_IMPORT)) {
      expect(below.filter((name) => !seen.includes(name))).toEqual([])
      seen.push(folder)
    }
  })

  test('places: an unknown folder, and a file beside the folders', () => {
    expect(placeFaults(['src/index.ts', 'src/base/a.ts', 'docs/a.md'])).toEqual([])
    expect(placeFaults(['src/attic/a.ts', 'src/loose.ts', 'src/toString/a.ts'])).toHaveLength(3)
  })

  test.each<[string, readonly Ban[]]>([
    ['Math.random()', IMPURE],
    ['Date.now()', IMPURE],
    ['new Date()', IMPURE],
    ['Date()', IMPURE],
    ["import { readFileSync } from 'node:fs'", IMPURE],
    ["export * from 'node:fs'", IMPURE],
    ['process.exit()', IMPURE],
    ["console['log'](1)", IMPURE],
    ['const { now } = performance', IMPURE],
    ['WebAssembly.compile(bytes)', IMPURE],
    ['Math.exp(1)', INEXACT],
    ['Math.hypot(1, 2)', INEXACT],
    ['const { exp } = Math', INEXACT],
    ["Math['exp'](1)", INEXACT],
    ['2 ** 3', INEXACT],
    ['x **= 3', INEXACT],
    ["eval('1')", EVALUATING],
    ["new Function('return 1')", EVALUATING],
    ["Function('return 1')", EVALUATING],
    ['process.argv', PROCESS],
    ['const { argv } = process', PROCESS],
    ["import { argv } from 'node:process'", PROCESS],
  ])('bans: %s', (text, bans) => {
    expect(banFaults(sourceOf('src/base/a.ts', text), bans)).toHaveLength(1)
  })

  test.each<[string, readonly Ban[]]>([
    ['new Date(0)', IMPURE],
    ['// Math.random() and process.exit()', IMPURE],
    ['const a = { process: 1 }; a.process; step.console', IMPURE],
    ["const says = 'node:fs'", IMPURE],
    ['Math.sqrt(2) * Math.abs(-1) + Math.floor(0.5)', INEXACT],
    ['/** **bold** and Math.exp */ const a = 1', INEXACT],
    ['const type: Function = f', EVALUATING],
  ])('bans let pass: %s', (text, bans) => {
    expect(banFaults(sourceOf('src/base/a.ts', text), bans)).toEqual([])
  })

  test('openings: a comment of another kind is none; a shebang may come first', () => {
    expect(openingFaults(sourceOf('a.ts', '// why\nconst a = 1'))).toHaveLength(1)
    expect(openingFaults(sourceOf('a.ts', 'const a = 1\n/** why */'))).toHaveLength(1)
    expect(openingFaults(sourceOf('a.ts', '#!/usr/bin/env node\n/** why */'))).toEqual([])
  })

  test('lengths: 400 lines pass, 401 do not; a house of middling files does not', () => {
    const lines = (count: number): { readonly text: string } => ({ text: 'a\n'.repeat(count) })
    expect(lengthFaults(sourceOf('a.ts', lines(400).text))).toEqual([])
    expect(lengthFaults(sourceOf('a.ts', lines(401).text))).toHaveLength(1)
    expect(spreadFaults([lines(80), lines(80), lines(250)])).toEqual([])
    expect(spreadFaults([lines(81), lines(81), lines(81)])).toHaveLength(1)
    expect(spreadFaults([lines(10), lines(10), lines(251)])).toHaveLength(1)
  })

  test('names: no capitals, no underscores', () => {
    expect(nameFaults({ path: 'src/base/dayNumber.ts' })).toHaveLength(1)
    expect(nameFaults({ path: 'src/base/day_number.ts' })).toHaveLength(1)
    expect(nameFaults({ path: 'tests/base/day-number.test.ts' })).toEqual([])
  })

  test('notes, versions, registries and machine paths', () => {
    const named = (text: string): number => placeNameFaults({ path: 'a.md', text }).length
    expect(noteFaults({ path: 'a.ts', text: `// ${'TO'}DO later` })).toHaveLength(1)
    expect(
      versionFaults({ dependencies: { a: '^1.0.0', b: '1.0.0' }, devDependencies: { c: '*' } }),
    ).toHaveLength(2)
    expect(named(`https://${'regi'}stry.example.org/yaml`)).toBe(1)
    expect(named(`see ${'regi'}stry.example.org`)).toBe(1)
    expect(named(`read ${'/ho'}me/somebody/notes.txt`)).toBe(1)
    expect(named(`C:${'\\'}Users\\somebody`)).toBe(1)
    expect(named('https://example.org/home/page and ./tmp/a and src/var/b')).toBe(0)
  })
})
