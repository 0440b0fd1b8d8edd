/** The command line: what each command says, and the exit code that other programs rely on. */
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { ROOT, runCli } from './run-cli.ts'

const STRAIT = 'scenarios/strait'
const QUICK = ['--quick', '--batches', '8']
const COMMANDS = [
  'check',
  'lint',
  'run',
  'picture',
  'what-if',
  'ablate',
  'explain',
  'trace',
  'verify',
  'cite',
  'method',
  'schema',
  'init',
]

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'foedus-'))
}

describe('help and usage', () => {
  test('help names every command and the exit codes', () => {
    const { code, out } = runCli(['--help'])
    expect(code).toBe(0)
    for (const word of [...COMMANDS, 'Exit: 0 ok']) expect(out).toContain(word)
  })

  test.each(COMMANDS)('%s --help shows an example', (command) => {
    const { code, out } = runCli([command, '--help'])
    expect(code).toBe(0)
    expect(out).toMatch(/Examples?:/)
    expect(out).toContain(`foedus ${command}`)
  })

  test.each([[], ...COMMANDS.map((command) => [command])])(
    'help of %j keeps within 80 columns',
    (...command) => {
      const { out } = runCli([...command.flat(), '--help'])
      expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
    },
  )

  test('an unknown command is bad usage and the near one is offered', () => {
    const { code, err } = runCli(['chekc', STRAIT])
    expect(code).toBe(2)
    expect(err).toContain('check')
  })

  test.each([
    [['check', STRAIT, '--seed', '1.5']],
    [['check', STRAIT, '--seed', '-1']],
    [['check', STRAIT, '--batches', '0']],
    [['check', STRAIT, '--width', '10']],
    [['check', STRAIT, '--engine', 'abacus']],
    [['check', STRAIT, '--sede', '1']],
    [['check']],
    [['lint', STRAIT, 'another']],
  ])('%j is bad usage, said in one line and without a stack trace', (argv) => {
    const { code, err, out } = runCli(argv)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).not.toMatch(/\n\s+at /)
    expect(err).toContain('error:')
  })

  test('no command at all teaches', () => {
    const { code, err } = runCli([])
    expect(code).toBe(2)
    expect(err).toContain('foedus init my-crisis')
  })
})

describe('a scenario that cannot be run', () => {
  test('a file that is not there is a fault of the scenario, by name', () => {
    const { code, err } = runCli(['check', 'no/such/place'])
    expect(code).toBe(3)
    expect(err).toContain('file-missing')
    expect(err).toContain('there is no file or folder')
  })

  test('a folder without yaml files is a fault', () => {
    const { code, err } = runCli(['check', folder()])
    expect(code).toBe(3)
    expect(err).toContain('holds no scenario')
  })

  test('what is no plain file is named and never waited for; the rest is still checked', () => {
    const path = folder()
    cpSync(join(ROOT, 'scenarios/strait/strait.yaml'), join(path, 'a.yaml'))
    mkdirSync(join(path, 'b.yaml'))
    symlinkSync('nowhere', join(path, 'c.yaml'))
    execFileSync('mkfifo', [join(path, 'd.yaml')])
    mkdirSync(join(path, 'notes.md'))
    const { code, err } = runCli(['check', path])
    expect(code).toBe(3)
    for (const name of ['b.yaml is no plain file', 'c.yaml', 'd.yaml is no plain file'])
      expect(err).toContain(name)
    expect(err).not.toContain('notes.md')
  })

  test('a link that leads back to itself is a fault by its name', () => {
    const path = join(folder(), 'loop')
    symlinkSync('loop', path)
    const { code, err } = runCli(['check', path])
    expect(code).toBe(3)
    expect(err).toContain('is a link that leads back to itself')
  })

  test('files with carriage returns, as Windows writes them, say the same', () => {
    const path = join(folder(), 'crlf')
    cpSync(join(ROOT, 'scenarios/iran-2026'), path, { recursive: true })
    for (const name of readdirSync(path)) {
      const file = join(path, name)
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'))
    }
    const linted = runCli(['lint', path])
    expect([linted.code, linted.out]).toEqual([0, `${path}: 0 faults, 0 warnings\n`])
  })

  test('a text that would steer the screen is a fault, however it is written', () => {
    const path = join(folder(), 'steer.yaml')
    const text = readFileSync(join(ROOT, 'scenarios/strait/strait.yaml'), 'utf8')
    writeFileSync(path, text.replace('name: Avalon', 'name: "Ava\\e[2Jlon"'))
    const { code, err } = runCli(['check', path])
    expect(code).toBe(3)
    expect(err).toContain('control-character')
    expect(err).not.toContain('\u001b')
  })

  test('faults are shown with place and caret, and nothing is run', () => {
    const path = join(folder(), 'bad.yaml')
    const text = readFileSync(join(ROOT, 'scenarios/strait/strait.yaml'), 'utf8')
    writeFileSync(path, text.replace('to: avalon', 'to: avolon'))
    const checked = runCli(['check', path])
    expect(checked.code).toBe(3)
    expect(checked.err).toMatch(/unknown-actor.*bad\.yaml:\d+:\d+/)
    expect(checked.err).toContain('^^^^^^')
    expect(checked.err).toContain('try: avalon')
    expect(checked.err).toContain('nothing was run')
    const linted = runCli(['lint', path, '--json'])
    expect(linted.code).toBe(3)
    const json = JSON.parse(linted.out) as { faults: number; list: { code: string; place: object }[] }
    expect(json.faults).toBeGreaterThan(0)
    expect(json.list[0]).toMatchObject({
      code: 'unknown-actor',
      place: { line: expect.any(Number), column: expect.any(Number) },
    })
  })

  test('a machine that fails is exit 4 in one sentence', () => {
    const { code, err } = runCli(['lint', STRAIT], {
      out: () => {
        throw new Error('the disk is full')
      },
    })
    expect(code).toBe(4)
    expect(err).toContain('foedus failed: the disk is full')
    expect(err).not.toMatch(/\n\s+at /)
  })
})

describe('check', () => {
  test('prints verdicts and exits 1 when a sentence fails', () => {
    const { code, out, err } = runCli(['check', STRAIT, ...QUICK])
    expect(code).toBe(1)
    expect(err).toBe('')
    expect(out).toContain('✗ fails')
    expect(out).toContain('Every sentence, and what tests it')
  })

  test('exits 0 when no sentence fails', () => {
    const path = join(folder(), 'calm.yaml')
    const text = readFileSync(join(ROOT, 'scenarios/strait/strait.yaml'), 'utf8')
    writeFileSync(
      path,
      text
        .replace('says: very likely', 'says: likely')
        .replace(
          'says: very likely\n    that: { metric: support.materiel',
          'says: unlikely\n    that: { metric: support.materiel',
        ),
    )
    expect(runCli(['check', path, ...QUICK]).code).toBe(0)
  })

  test('the same seed says the same on both engines, another seed does not', () => {
    const json = (...more: string[]): string => runCli(['check', STRAIT, '--json', ...QUICK, ...more]).out
    expect(json('--engine', 'interpreter')).toBe(json('--engine', 'wasm'))
    expect(json('--seed', '2')).not.toBe(json())
  })

  test('every screen keeps within its columns', () => {
    for (const width of [60, 80, 120]) {
      const { out } = runCli(['check', STRAIT, '-v', ...QUICK, '--width', String(width)])
      for (const line of out.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(width)
    }
  })

  test('progress with rate and time left appears on the error stream once a second has passed', () => {
    let clock = 0
    const drawn: string[] = []
    const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 80 })
    terminal.on('data', (chunk: Buffer) => drawn.push(chunk.toString()))
    const { out } = runCli(['check', STRAIT, ...QUICK], { progress: terminal, now: () => (clock += 2000) })
    expect(out).toContain('✗ fails')
    expect(drawn.join('')).toMatch(/\d+ playouts\/s {2}\d+ s left/)
  })

  test('a quick run draws no progress', () => {
    const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 80 })
    runCli(['check', STRAIT, ...QUICK], { progress: terminal })
    expect(terminal.read()).toBeNull()
  })
})

describe('run, schema and init', () => {
  test('run prints who gave what, and JSON that names its seed', () => {
    expect(runCli(['run', STRAIT, ...QUICK]).out).toContain('Cascadia → Avalon')
    const { code, out } = runCli(['run', STRAIT, '--json', '--seed', '7', ...QUICK])
    expect(code).toBe(0)
    const json = JSON.parse(out) as { kind: string; run: { seed: number }; design: { batches: number } }
    expect(json).toMatchObject({ kind: 'summary', run: { seed: 7 }, design: { batches: 8 } })
  })

  test('the names of scenario and theory in JSON change with what decides the bits, and with nothing else', () => {
    const names = (path: string): unknown =>
      (
        JSON.parse(runCli(['run', path, '--json', '--quick']).out) as {
          run: { scenario: string; theory: string }
        }
      ).run
    const at = (change: (text: string) => string): string => {
      const path = join(folder(), 'scenario.yaml')
      writeFileSync(path, change(readFileSync(join(ROOT, 'scenarios/strait/strait.yaml'), 'utf8')))
      return path
    }
    const own = names(at((text) => text)) as { scenario: string; theory: string }
    expect(own.scenario).toMatch(/^[0-9a-f]{64}$/)
    expect(
      names(at((text) => `# a comment\n${text.replace('name: Avalon', 'name: Avalonia')}`)),
    ).toMatchObject({ scenario: own.scenario, theory: own.theory })
    const moved = names(at((text) => text.replace('1_200 km', '1_201 km'))) as typeof own
    expect([moved.scenario === own.scenario, moved.theory === own.theory]).toEqual([false, true])
  })

  test('schema prints the published schema', () => {
    const { code, out } = runCli(['schema'])
    expect(code).toBe(0)
    expect(out).toBe(readFileSync(join(ROOT, 'schema/foedus-1.json'), 'utf8'))
  })

  test('init writes a scenario that lints clean and can be checked at once', () => {
    const path = join(folder(), 'mine')
    const { code, out } = runCli(['init', path])
    expect(code).toBe(0)
    expect(out).toContain(`foedus check ${path}`)
    expect(readFileSync(join(path, 'scenario.yaml'), 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=\.\/foedus-1\.json$/m,
    )
    const linted = runCli(['lint', path])
    expect(linted.code).toBe(0)
    expect(linted.out).toContain('0 faults, 0 warnings')
    expect(runCli(['check', path, ...QUICK]).code).toBe(1)
  })

  test('init refuses a file, a folder without a parent and no name at all, as bad usage', () => {
    const path = folder()
    writeFileSync(join(path, 'file'), '')
    for (const name of [join(path, 'file'), join(path, 'no/such'), ' ']) {
      const { code, err } = runCli(['init', name])
      expect([code, err.includes('nothing was written')], name).toEqual([2, true])
    }
  })

  test('init never writes into a folder that holds something', () => {
    const path = folder()
    writeFileSync(join(path, 'precious.txt'), 'mine')
    const { code, err } = runCli(['init', path])
    expect(code).toBe(2)
    expect(err).toContain('nothing was written')
    expect(readFileSync(join(path, 'precious.txt'), 'utf8')).toBe('mine')
  })
})
