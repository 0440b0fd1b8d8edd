/**
 * The documentation, proved: links resolve, commands run and end as the page says,
 * scenarios lint, code type-checks. Each page gets its own copy of the repository's
 * texts, and its commands run there in the order of the page.
 */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, relative, sep } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { excerptsOf, pagesOf } from './house/excerpt.ts'
import { pageOf } from './house/markdown.ts'
import type { Block, Page } from './house/markdown.ts'
import { mathFaults } from './house/math.ts'
import { commandsOf, scriptOf } from './house/shell-block.ts'
import type { Command } from './house/shell-block.ts'

const ROOT = join(import.meta.dirname, '..')
const MAIN = join(ROOT, 'dist', 'cli', 'main.js')
const TSC = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')
const LANGUAGES = ['text', 'json', 'ts', 'yaml', 'csv', 'sh', 'console', 'math']
const SHELL = ['sh', 'console']
/** What the commands of the pages read; whatever else a newcomer has made in the clone stays out. */
const COPIED = new Set([
  'theory',
  'scenarios',
  'schema',
  'docs',
  'history',
  'package.json',
  ...['README', 'CONTRIBUTING', 'CHANGELOG'].map((page) => `${page}.md`),
])
const TIME_LIMIT = 300_000

const names = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'history/CODING.md', ...docsPages()]
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}
/** A command whose screen a page shows is run by the test of excerpts, which holds its exit code too. */
const shown = new Set(
  pagesOf(ROOT).flatMap((page) => excerptsOf(ROOT, page).map(({ argv }) => ['foedus', ...argv].join(' '))),
)
const temporary = mkdtempSync(join(tmpdir(), 'foedus-docs-'))

beforeAll(() => {
  expect(existsSync(MAIN), 'dist/cli/main.js is missing: run npm run build').toBe(true)
})
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

test('the pages that a newcomer opens are there', () => {
  expect(names.filter((name) => !existsSync(join(ROOT, name)))).toEqual([])
})

describe.each(names.filter((name) => existsSync(join(ROOT, name))))('%s', (name) => {
  const page = pageOf(readFileSync(join(ROOT, name), 'utf8'))
  const commands = blocksIn(page, SHELL).flatMap(commandsOf)

  test('every link resolves, file and anchor', () => {
    expect(linkFaults(ROOT, name, page)).toEqual([])
  })

  test('every block is in a language that a test reads', () => {
    expect(languageFaults(page)).toEqual([])
  })

  test('every command is one that can be proved', () => {
    expect(commandFaults(commands)).toEqual([])
  })

  const runnable = commands.filter(({ kind, line }) => kind === 'foedus' && !shown.has(line))
  if (runnable.length > 0) {
    test('every command ends as the page says', { timeout: TIME_LIMIT * runnable.length }, () => {
      const place = copyOfTexts(join(temporary, `${name.replaceAll('/', '-')}-commands`))
      expect(runnable.flatMap((command) => runFaults(command, place))).toEqual([])
    })
  }

  const scenarios = blocksIn(page, ['yaml']).filter(isScenario)
  if (scenarios.length > 0) {
    test('every scenario lints without a fault', { timeout: TIME_LIMIT }, () => {
      expect(scenarios.flatMap((block) => lintFaults(block, name))).toEqual([])
    })
  }

  const formulas = blocksIn(page, ['math'])
  if (formulas.length > 0) {
    test('every formula can be set', () => {
      expect(
        formulas.flatMap(({ text, line }) => mathFaults(text).map((says) => `line ${line}: ${says}`)),
      ).toEqual([])
    })
  }

  const code = blocksIn(page, ['ts'])
  if (code.length > 0) {
    test('every piece of code type-checks', { timeout: TIME_LIMIT }, () => {
      expect(typeFaults(code, name)).toBe('')
    })
  }
})

describe('each rule bites', () => {
  const planted = pageOf(
    [
      '# One `two`: three',
      '[a](missing.md) [b](README.md#no-such-place) [c](#one-two-three) [d](https://example.org) `[e](gone.md)`',
      '```python',
      'print(1)',
      '```',
      '```console',
      '$ foedus no-such-command # exit 2',
      'error',
      '$ foedus --help',
      '$ npm run no-such-script',
      '$ curl example.org',
      '```',
    ].join('\n'),
  )

  test('links: a file and an anchor that are not there', () => {
    expect(linkFaults(ROOT, 'CONTRIBUTING.md', planted)).toEqual([
      expect.stringContaining('CONTRIBUTING.md:2: missing.md'),
      expect.stringContaining('CONTRIBUTING.md:2: README.md#no-such-place'),
    ])
  })

  test('languages and commands: what nobody reads', () => {
    expect(languageFaults(planted)).toEqual([expect.stringContaining('line 3: python')])
    expect(commandFaults(blocksIn(planted, SHELL).flatMap(commandsOf))).toEqual([
      expect.stringContaining('line 10: npm run no-such-script'),
      expect.stringContaining('line 11: curl example.org'),
    ])
  })

  test('formulas: a command that nobody knows, and a brace that is never closed', () => {
    expect(mathFaults('\\frac{a}{b}')).toEqual([])
    expect(mathFaults('\\fracture{a}{b}')).toHaveLength(1)
    expect(mathFaults('\\frac{a}{b')).toHaveLength(1)
  })

  test('commands: an exit code that the page did not promise', () => {
    const place = copyOfTexts(join(temporary, 'planted'))
    const [refused, help] = blocksIn(planted, SHELL).flatMap(commandsOf)
    expect(runFaults(refused!, place)).toEqual([])
    expect(runFaults({ ...refused!, exit: 0 }, place)).toHaveLength(1)
    expect(runFaults(help!, place)).toEqual([])
    expect(runFaults({ ...help!, exit: 1 }, place)).toHaveLength(1)
  })

  test('scenarios and code: a fault in a block', () => {
    expect(
      lintFaults({ language: 'yaml', text: 'foedus: 1\nno-such-noun: 1', line: 1 }, 'planted'),
    ).toHaveLength(1)
    expect(typeFaults([{ language: 'ts', text: 'const a: string = 1', line: 1 }], 'planted')).toContain(
      'TS2322',
    )
  })
})

function docsPages(): readonly string[] {
  return readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.split(sep).join('/')}`)
    .sort()
}

function blocksIn(page: Page, languages: readonly string[]): readonly Block[] {
  return page.blocks.filter(({ language }) => languages.includes(language))
}

function linkFaults(root: string, name: string, page: Page): readonly string[] {
  return page.links.flatMap(({ target, line }) => {
    if (/^[a-z]+:/i.test(target)) return []
    const [file = '', anchor] = decodeURI(target).split('#')
    const path = file === '' ? join(root, name) : join(root, dirname(name), file)
    const fault = `${name}:${line}: ${target} leads nowhere`
    if (!existsSync(path) && file !== '') return [fault]
    if (anchor === undefined || (file !== '' && !file.endsWith('.md'))) return []
    const { anchors } = file === '' ? page : pageOf(readFileSync(path, 'utf8'))
    return anchors.has(anchor) ? [] : [fault]
  })
}

function languageFaults(page: Page): readonly string[] {
  return page.blocks
    .filter(({ language }) => !LANGUAGES.includes(language))
    .map(
      ({ language, line }) =>
        `line ${line}: ${language || 'no language'}; a block is one of ${LANGUAGES.join(', ')}`,
    )
}

function commandFaults(commands: readonly Command[]): readonly string[] {
  return commands
    .filter(
      (command) =>
        command.kind === 'unknown' ||
        (command.kind === 'script' && !Object.hasOwn(scripts, scriptOf(command))),
    )
    .map(({ line, at }) => `line ${at}: ${line} is no command of this project`)
}

/** The line goes to a shell as it stands, where `foedus` is the build under test. */
function runFaults({ line, exit, at }: Command, place: string): readonly string[] {
  const done = spawnSync('sh', ['-c', line], {
    cwd: place,
    encoding: 'utf8',
    timeout: TIME_LIMIT,
    env: { ...process.env, PATH: `${join(place, '.bin')}${delimiter}${process.env['PATH'] ?? ''}` },
  })
  if (done.status === exit) return []
  return [
    `line ${at}: ${line}: exit ${done.status ?? done.signal}, the page says ${exit}\n${done.stdout}${done.stderr}`,
  ]
}

function copyOfTexts(place: string): string {
  cpSync(ROOT, place, {
    recursive: true,
    filter: (path) => path === ROOT || COPIED.has(relative(ROOT, path).split(sep)[0] ?? ''),
  })
  symlinkSync(join(ROOT, 'dist'), join(place, 'dist'), 'junction')
  mkdirSync(join(place, '.bin'))
  const shim = (name: string, body: string): void =>
    writeFileSync(join(place, '.bin', name), `#!/bin/sh\n${body}\n`, { mode: 0o755 })
  shim('foedus', `exec '${process.execPath}' '${MAIN}' "$@"`)
  shim('npx', 'shift\nexec foedus "$@"')
  return place
}

function isScenario({ text }: Block): boolean {
  return (
    text
      .split('\n')
      .find((line) => line.trim() !== '' && !line.startsWith('#'))
      ?.trim() === 'foedus: 1'
  )
}

function lintFaults({ text, line }: Block, name: string): readonly string[] {
  const path = join(temporary, `${name.replaceAll('/', '-')}-${line}.yaml`)
  writeFileSync(path, `${text}\n`)
  const done = spawnSync(process.execPath, [MAIN, 'lint', path], { cwd: ROOT, encoding: 'utf8' })
  return done.status === 0 ? [] : [`line ${line}: exit ${done.status}\n${done.stdout}${done.stderr}`]
}

/** Each block is a module of its own that knows the library by its public name. */
function typeFaults(blocks: readonly Block[], name: string): string {
  const place = join(temporary, `${name.replaceAll('/', '-')}-code`)
  mkdirSync(place, { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(place, 'node_modules'), 'junction')
  writeFileSync(join(place, 'package.json'), '{ "type": "module" }')
  const options = {
    paths: { foedus: [join(ROOT, 'src', 'index.ts')] },
    isolatedDeclarations: false,
    declaration: false,
    noUnusedLocals: false,
    typeRoots: [join(ROOT, 'node_modules', '@types')],
  }
  const config = {
    extends: join(ROOT, 'tsconfig.json'),
    compilerOptions: options,
    include: [],
    files: [] as string[],
  }
  for (const { text, line } of blocks) {
    config.files.push(`line-${line}.ts`)
    writeFileSync(join(place, `line-${line}.ts`), `${text}\nexport {}\n`)
  }
  writeFileSync(join(place, 'tsconfig.json'), JSON.stringify(config))
  const done = spawnSync(process.execPath, [TSC, '-p', place], { cwd: ROOT, encoding: 'utf8' })
  return done.status === 0 ? '' : `${done.stdout}${done.stderr}`
}
