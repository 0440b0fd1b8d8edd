/**
 * Receipts of the built program: another checkout, another byte and another Node. Each
 * checkout is a copy of what a user installs.
 */
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { otherNode } from '../house/other-node.ts'
import { ROOT } from './run-cli.ts'

const PARTS = ['dist', 'theory', 'scenarios/strait', 'package.json']
const RUN = ['run', 'scenarios/strait', '--quick', '--batches', '2', '-o', 'receipt.json']
const temporary = mkdtempSync(join(tmpdir(), 'foedus-'))
const other = otherNode()
let checkouts = 0

afterAll(() => rmSync(temporary, { recursive: true, force: true }))

/** The package as it is installed, in a folder of its own. */
function checkout(): string {
  const place = join(temporary, `checkout-${(checkouts += 1)}`)
  for (const part of PARTS) cpSync(join(ROOT, part), join(place, part), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(place, 'node_modules'), 'junction')
  return place
}

interface Said {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function foedus(place: string, args: readonly string[], node = process.execPath): Said {
  const done = spawnSync(node, ['dist/cli/main.js', ...args], { cwd: place, encoding: 'utf8' })
  return { code: done.status, out: done.stdout, err: done.stderr }
}

describe('the built program', () => {
  let place = ''
  beforeAll(() => {
    place = checkout()
    expect(foedus(place, RUN)).toMatchObject({ code: 0, err: '' })
  })

  test('a receipt verifies in another checkout, whole', () => {
    const there = checkout()
    cpSync(join(place, 'receipt.json'), join(there, 'receipt.json'))
    const { code, out, err } = foedus(there, ['verify', 'receipt.json'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('● nothing differs')
    expect(out).toContain('● same bits')
    expect(foedus(there, RUN).code).toBe(0)
    expect(readFileSync(join(there, 'receipt.json'))).toEqual(readFileSync(join(place, 'receipt.json')))
  })

  test('a file of the engine that changed, is missing or is new is named', () => {
    const there = checkout()
    cpSync(join(place, 'receipt.json'), join(there, 'receipt.json'))
    appendFileSync(join(there, 'dist/cli/main.js'), '// one more byte\n')
    writeFileSync(join(there, 'dist/extra.js'), '')
    rmSync(join(there, 'dist/index.js'))
    const { code, out } = foedus(there, ['verify', 'receipt.json'])
    expect(code).toBe(1)
    expect(out).toContain('✗ engine file dist/cli/main.js: changed')
    expect(out).toContain('✗ engine file dist/extra.js: new')
    expect(out).toContain('✗ engine file dist/index.js: missing')
    expect(out.match(/✗/g)).toHaveLength(3)
    expect(out).toContain('● same bits')
  })

  test('every file of the theory that changed is named; a weight that changed changes the bits', () => {
    const there = checkout()
    cpSync(join(place, 'receipt.json'), join(there, 'receipt.json'))
    const names = readdirSync(join(there, 'theory'))
    for (const name of names) appendFileSync(join(there, 'theory', name), '# one more byte\n')
    const idle = foedus(there, ['verify', 'receipt.json'])
    expect(idle.code).toBe(1)
    for (const name of names) expect(idle.out).toContain(`✗ theory file theory/${name}: changed`)
    expect(idle.out).toContain('What the theory says is the same')
    expect(idle.out).toContain('● same bits')
    const weights = join(there, 'theory/weights.yaml')
    writeFileSync(
      weights,
      readFileSync(weights, 'utf8')
        .replace(/obligation:\n {4}range: .*/, 'obligation:\n    range: [0.5, 1.5, 2.9]')
        .replace(/alignment:\n {4}range: .*/, 'alignment:\n    range: [1, 1.7, 2.4]'),
    )
    const real = foedus(there, ['verify', 'receipt.json'])
    expect(real.out).toMatch(/✗ other bits, first in claim/)
    expect(real.out).not.toContain('says is the same')
  })
})

describe('another Node', () => {
  const missing = 'missing' in other ? other.missing : undefined
  if (missing !== undefined) process.stderr.write(`skipped, since there is no other Node: ${missing}\n`)
  const path = 'path' in other ? other.path : ''

  test.skipIf(missing !== undefined)(
    'a receipt made here verifies there, and one made there verifies here',
    () => {
      const [here, there] = [checkout(), checkout()]
      expect(foedus(here, RUN)).toMatchObject({ code: 0, err: '' })
      expect(foedus(there, RUN, path)).toMatchObject({ code: 0, err: '' })
      expect(readFileSync(join(there, 'receipt.json'))).toEqual(readFileSync(join(here, 'receipt.json')))
      for (const [place, node] of [
        [here, path],
        [there, process.execPath],
      ] as const) {
        const { code, out, err } = foedus(place, ['verify', 'receipt.json'], node)
        expect([code, err]).toEqual([0, ''])
        expect(out).toContain('● same bits')
      }
    },
  )
})
