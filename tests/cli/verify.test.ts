/** Receipts as they are checked: whatever changed since is named, and nothing in a receipt is trusted. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Receipt } from '../../src/report/receipt.ts'
import { hashOf, type Tallies } from '../../src/report/tallies.ts'
import { folder, QUICK, read, withReceipt } from './make-receipt.ts'
import { ROOT, runCli } from './run-cli.ts'

/** The receipt with something changed in it, the hash of its tallies put right. */
function changed(
  receipt: Receipt,
  change: (tallies: Record<string, Record<string, unknown>>) => void,
): string {
  const summary = structuredClone(receipt.summary) as unknown as Record<string, Record<string, unknown>>
  change(summary)
  const tallies = summary as unknown as Tallies
  return JSON.stringify({ ...receipt, summary: tallies, summaryHash: hashOf(tallies) })
}

describe('verify', () => {
  let place = ''
  let receipt = ''
  let text = ''
  beforeAll(() => {
    ;({ place, receipt } = withReceipt())
    text = readFileSync(receipt, 'utf8')
  })
  const verify = (...more: readonly string[]): ReturnType<typeof runCli> =>
    runCli(['verify', receipt, ...more])

  /** Verifies a text in the place of the receipt. */
  function verifyText(written: string): ReturnType<typeof runCli> {
    const path = join(place, 'other.json')
    writeFileSync(path, written)
    return runCli(['verify', path])
  }

  test('names the scenario file that changed, and whether what it says did', () => {
    const file = join(place, 'strait/strait.yaml')
    const own = readFileSync(file, 'utf8')
    writeFileSync(file, `${own}# a comment\n`)
    const idle = verify()
    expect(idle.out).toContain('✗ scenario file strait.yaml: changed')
    expect(idle.out).toContain('What the scenario says is the same')
    expect(idle.out).toContain('● same bits')
    expect(idle.code).toBe(1)
    writeFileSync(
      file,
      own.replace(
        '[0.4, 0.6, 0.8], source: desk, why: they vote',
        '[0.1, 0.2, 0.3], source: desk, why: they vote',
      ),
    )
    const real = verify()
    expect(real.out).toContain('✗ scenario file strait.yaml: changed')
    expect(real.out).not.toContain('says is the same')
    expect(real.out).toMatch(/✗ other bits, first in claim [a-z-]+: [\d,]+ → [\d,]+ of 1,024 playouts/)
    expect(real.code).toBe(1)
    writeFileSync(file, own)
    writeFileSync(join(place, 'strait/more.yaml'), 'foedus: 1\n')
    expect(verify().out).toContain('✗ scenario file more.yaml: new')
    writeFileSync(join(place, 'strait/more.yaml'), 'foedus: 2\n')
    const faulty = verify()
    expect([faulty.code, faulty.out]).toEqual([3, ''])
    expect(faulty.err).toContain('✗ scenario file more.yaml: new')
    expect(faulty.err).toContain('/strait: it has faults now: foedus lint ')
    expect(faulty.err).not.toContain('wrong-version')
    const named = verify('--scenario', join(place, 'strait'))
    expect(named.code).toBe(3)
    expect(named.err).toContain('✗ scenario file more.yaml: new')
    expect(named.err).toContain('wrong-version')
    rmSync(join(place, 'strait/more.yaml'))
  })

  test('a receipt does not choose what is opened: no path leads out of the folders it is tried from', () => {
    writeFileSync(join(dirname(place), 'foedus-secret'), 'hunter2: [\n')
    for (const path of ['../foedus-secret', '..', '../../../../../../../../etc/passwd']) {
      const { code, out, err } = verifyText(JSON.stringify({ ...read(receipt), path }))
      expect([code, out]).toEqual([2, ''])
      expect(err).toContain(`says ${path}, which leads out of the folder of the receipt; it was not opened`)
      expect(err).not.toMatch(/hunter2|root:|✗/)
    }
    rmSync(join(dirname(place), 'foedus-secret'))
  })

  test('a file that a receipt alone names is never quoted; one that the user names is', () => {
    for (const secret of ['hunter2: [\n', 'foedus: 1\nhunter2: true\n', 'root:x:0:0:hunter2\n']) {
      writeFileSync(join(place, 'secret'), secret)
      const written = JSON.stringify({ ...read(receipt), path: 'secret' })
      const { code, out, err } = verifyText(written)
      expect([code, out]).toEqual([3, ''])
      expect(err).toContain('✗ scenario file secret: new')
      expect(err).toContain('✗ scenario file strait.yaml: missing')
      expect(err).toContain('secret: it has faults now: foedus lint ')
      expect(err).not.toContain('hunter2')
      const named = runCli(['verify', join(place, 'other.json'), '--scenario', join(place, 'secret')])
      expect(named.code).toBe(3)
      expect(named.err).toContain('hunter2')
    }
    rmSync(join(place, 'secret'))
  })

  test('a library with other code under the same version is named', () => {
    const own = read(receipt)
    const { 'ml-matrix': matrix = '' } = own.engine.libraries
    const other = matrix.replace(/[0-9a-f]{64}/, 'a'.repeat(64))
    expect(other).not.toBe(matrix)
    const libraries = { ...own.engine.libraries, 'ml-matrix': other }
    const { code, out } = verifyText(JSON.stringify({ ...own, engine: { ...own.engine, libraries } }))
    expect(code).toBe(1)
    expect(out).toContain('✗ library ml-matrix: changed')
    expect(out.match(/✗/g)).toHaveLength(1)
  })

  test('a scenario that moved is asked for, and found when told', () => {
    const elsewhere = join(folder(), 'moved')
    cpSync(join(ROOT, 'scenarios/strait'), elsewhere, { recursive: true })
    const alone = join(folder(), 'receipt.json')
    cpSync(receipt, alone)
    const working = folder()
    const lost = runCli(['verify', alone], { cwd: working })
    expect([lost.code, lost.out]).toEqual([2, ''])
    expect(lost.err).toContain('there is no file or folder')
    expect(lost.err).toContain(`tried from the folder of the receipt, ${dirname(alone)} and from`)
    expect(lost.err).toContain(`the working directory, ${working}.`)
    expect(lost.err).toContain('--scenario path names it')
    const told = runCli(['verify', alone, '--scenario', 'nowhere'], { cwd: working })
    expect(told.code).toBe(2)
    for (const { err } of [lost, told]) expect(err).not.toContain('init')
    expect(runCli(['verify', alone, '--scenario', elsewhere]).code).toBe(0)
  })

  test('a scenario is looked for beside the receipt first, then in the working directory', () => {
    const [working, apart] = [folder(), folder()]
    cpSync(join(ROOT, 'scenarios/strait'), join(working, 'strait'), { recursive: true })
    const alone = join(apart, 'receipt.json')
    cpSync(receipt, alone)
    expect(runCli(['verify', alone], { cwd: working }).code).toBe(0)
    cpSync(join(working, 'strait'), join(apart, 'strait'), { recursive: true })
    writeFileSync(join(apart, 'strait/more.yaml'), 'foedus: 1\n')
    expect(runCli(['verify', alone], { cwd: working }).out).toContain('✗ scenario file more.yaml: new')
  })

  test('names engine, library, theory file and version that are not the same', () => {
    const own = read(receipt)
    const sha = 'a'.repeat(64)
    const [engineFile = ''] = Object.keys(own.engine.files)
    const { code, out } = verifyText(
      JSON.stringify({
        ...own,
        version: '0.0.9',
        engine: {
          ...own.engine,
          files: { ...own.engine.files, [engineFile]: sha, 'src/gone.ts': sha },
          libraries: { ...own.engine.libraries, yaml: '1.0.0' },
        },
        theory: { ...own.theory, files: { ...own.theory.files, 'theory/weights.yaml': sha } },
      }),
    )
    expect(code).toBe(1)
    expect(out).toContain('✗ version of foedus: 0.0.9 → ')
    expect(out).toContain(`✗ engine file ${engineFile}: changed`)
    expect(out).toContain('✗ engine file src/gone.ts: missing')
    expect(out).toContain('✗ library yaml: 1.0.0 → ')
    expect(out).toContain('✗ theory file theory/weights.yaml: changed')
    expect(out).toContain('● same bits')
  })

  test('built code and sources are told apart in one line', () => {
    const own = read(receipt)
    const files = { 'dist/cli/main.js': 'a'.repeat(64) }
    const { out } = verifyText(JSON.stringify({ ...own, engine: { ...own.engine, files } }))
    expect(out).toContain('✗ engine runs from: the built program → the sources')
    expect(out).not.toContain('engine file')
  })

  test('a plan that differs although nothing else does is told', () => {
    const { code, out } = verifyText(JSON.stringify({ ...read(receipt), plan: 'a'.repeat(64) }))
    expect(code).toBe(1)
    expect(out).toContain('✗ what the engine runs')
  })

  test.each<[string, (tallies: Record<string, Record<string, unknown>>) => void, RegExp]>([
    [
      'a count',
      ({ claims }) => {
        const tally = claims!['weapons'] as { count: number }
        tally.count += 1
      },
      /claim weapons: \d+ → \d+ of 1,024 playouts/,
    ],
    [
      'a spread',
      ({ claims }) => {
        const tally = claims!['weapons'] as { squares: number }
        tally.squares += 1
      },
      /claim weapons: the same \d+ of 1,024 playouts, spread otherwise/,
    ],
    [
      'a claim that was',
      ({ claims }) => Object.assign(claims!, { old: claims!['weapons'] }),
      /claim old: is no longer there/,
    ],
    [
      'a histogram',
      ({ histograms }) => {
        const bins = histograms!['peak:cascadia:avalon:materiel'] as number[]
        bins[2]! += 1
      },
      /histogram peak:cascadia:avalon:materiel: value 2: \d+ → \d+/,
    ],
    ['a section', (tallies) => delete tallies['means'], /means: was not in the receipt/],
  ])('says where the bits part first: %s', (_, change, words) => {
    const { code, out } = verifyText(changed(read(receipt), change))
    expect(code).toBe(1)
    const flat = out.replace(/\s+/g, ' ')
    expect(flat).toMatch(words)
    expect(flat).not.toContain('same bits')
    expect(flat).toContain('either the receipt was edited or the machine computes otherwise')
    expect(flat).not.toContain('report it')
  })

  test('tallies that are not those of their hash are a damaged receipt', () => {
    const own = read(receipt)
    const { code, err } = verifyText(JSON.stringify({ ...own, summary: { ...own.summary, peaks: {} } }))
    expect(code).toBe(2)
    expect(err).toContain('at summaryHash')
    const longer = { ...own.summary, design: { batches: 100_000, draws: 64, playouts: 8 } }
    expect(verifyText(JSON.stringify({ ...own, summary: longer })).err).toContain('at summaryHash')
  })

  test('the worlds that claims make, and what is seen under a condition, are counted and compared too', () => {
    const there = folder()
    const own = readFileSync(join(ROOT, 'scenarios/strait/strait.yaml'), 'utf8')
    const more = [
      '  - id: a-treaty-would-bind',
      '    do: { set: { ties.cascadia-avalon.clauses.defence: true } }',
      '    that: { metric: support.combat, of: cascadia, for: avalon, test: ">= 1" }',
      '    effect: { difference: "> 0" }',
      '  - id: troops-if-weapons',
      '    given: { metric: support.materiel, of: cascadia, for: avalon, test: ">= 1" }',
      '    that: { metric: support.combat, of: cascadia, for: avalon, test: ">= 1" }',
    ]
    writeFileSync(join(there, 'strait.yaml'), `${own}${more.join('\n')}\n`)
    const kept = runCli(['run', 'strait.yaml', ...QUICK, '-o', 'receipt.json'], { cwd: there })
    expect([kept.code, kept.err]).toEqual([0, ''])
    expect(runCli(['verify', 'receipt.json'], { cwd: there }).code).toBe(0)
    const world = 'world with ties.cascadia-avalon.clauses.defence = true'
    for (const [section, name, words] of [
      [world, 'a-treaty-would-bind', `${world} a-treaty-would-bind`],
      [world, 'all tallies', `${world} all tallies`],
      ['vectors', 'troops-if-weapons', 'counts of claim troops-if-weapons'],
    ] as const) {
      const altered = changed(read(join(there, 'receipt.json')), (tallies) => {
        tallies[section]![name] = 'otherwise'
      })
      writeFileSync(join(there, 'altered.json'), altered)
      const { code, out } = runCli(['verify', 'altered.json'], { cwd: there })
      expect(code).toBe(1)
      expect(out.replace(/\s+/g, ' ')).toContain(`✗ other bits, first in ${words}:`)
    }
  })

  test('JSON says the same', () => {
    const { out } = runCli(['verify', receipt, '--json', '--scenario', join(ROOT, 'scenarios/strait')])
    expect(JSON.parse(out)).toMatchObject({
      foedus: 1,
      kind: 'verified',
      differences: [],
      bits: { same: true },
    })
  })

  test.each<[string, string | (() => string), string]>([
    ['no JSON', 'no json', 'it is no JSON'],
    ['a list', '[]', 'it holds no map of keys'],
    ['a number', '1e999', 'it holds no map of keys'],
    ['another kind', '{"foedus":1,"kind":"summary"}', 'at kind'],
    ['depth', '['.repeat(100_000), 'nested more than'],
    ['depth of maps', '{"a":'.repeat(100_000), 'nested more than'],
    ['a missing key', () => JSON.stringify({ ...read(receipt), plan: undefined }), 'at plan: it is missing'],
    [
      'a strange key',
      () => JSON.stringify({ ...read(receipt), plam: 1 }),
      'at plam: a key that no receipt has',
    ],
    [
      'a wrong type',
      () => JSON.stringify({ ...read(receipt), seed: '1' }),
      'at seed: expected a whole number',
    ],
    ['a huge number', () => text.replace('"seed": 1,', '"seed": 1e999,'), 'at seed: expected a whole number'],
    ['too many batches', () => text.replace('"batches": 2', '"batches": 1e15'), 'at summary.design.batches'],
    ['no playouts', () => text.replace('"playouts": 8', '"playouts": 0'), 'at summary.design.playouts'],
    [
      'an absolute path',
      () => JSON.stringify({ ...read(receipt), path: '/etc/passwd' }),
      'at path: expected a relative',
    ],
    [
      'a steering name',
      () => JSON.stringify({ ...read(receipt), path: 'a\u001b[2J' }),
      'at path: a character that steers',
    ],
    [
      'a steering key',
      () => JSON.stringify({ ...read(receipt), summary: { 'a\u001b[2J': 1 } }),
      'at summary: a character that steers',
    ],
    [
      'a hash that is none',
      () => JSON.stringify({ ...read(receipt), summaryHash: 'x' }),
      'at summaryHash: expected a SHA-256',
    ],
  ])('what is no receipt is refused with its key: %s', (_, written, words) => {
    const { code, out, err } = verifyText(typeof written === 'string' ? written : written())
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(words)
    expect(err.trimEnd()).not.toContain('\n')
    expect(err).not.toContain('\u001b')
  })

  test('a file that is not there, and a folder, are bad usage', () => {
    expect(runCli(['verify', join(place, 'none.json')])).toMatchObject({ code: 2, out: '' })
    expect(runCli(['verify', place]).err).toContain('is a folder')
  })

  test('no text, and no receipt with anything put into it, ever ends in a stack trace', () => {
    const own = read(receipt)
    const paths = pathsOf(own).filter((path) => path[0] !== 'summary' || path.length < 4)
    const anything = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom(Number.MAX_VALUE, -0, 1e308, '\u0000', '__proto__'),
    )
    const strange = fc.oneof(
      fc.string().map((written) => written),
      fc
        .tuple(fc.constantFrom(...paths), anything)
        .map(([path, value]) => JSON.stringify(put(own, path, value))),
      fc.nat(text.length).map((at) => text.slice(0, at)),
    )
    fc.assert(
      fc.property(strange, (written) => {
        const { code, err } = verifyText(written)
        expect([0, 1, 2, 3]).toContain(code)
        expect(err).not.toMatch(/\n\s+at |foedus failed/)
      }),
      { numRuns: 100 },
    )
  })
})

function pathsOf(value: unknown, at: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [at]
  return [at, ...Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...at, key]))].filter(
    (path) => path.length > 0,
  )
}

function put(value: unknown, [key, ...rest]: readonly string[], part: unknown): unknown {
  if (key === undefined) return part
  const map = value as Record<string, unknown>
  return { ...map, [key]: put(map[key], rest, part) }
}
