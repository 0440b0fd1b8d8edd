/**
 * The check of the lock, shown locks that would fail on another machine: it must
 * name each, and let our own pass.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')
const place = mkdtempSync(join(tmpdir(), 'foedus-lock-'))
const MANIFEST = { dependencies: { a: '1.0.0' } }
const A = { version: '1.0.0', integrity: 'sha512-x' }

afterAll(() => rmSync(place, { recursive: true, force: true }))

test('our own lock installs the same tree anywhere', () => {
  expect(check([])).toEqual({ code: 0, faults: [] })
})

test('a whole lock passes, with an optional package beside or inside the one that wants it', () => {
  const native = { version: '1.0.0', integrity: 'sha512-y', optional: true }
  const a = { ...A, optionalDependencies: { b: '1.0.0', c: '1.0.0' } }
  const packages = { 'node_modules/a': a, 'node_modules/b': native, 'node_modules/a/node_modules/c': native }
  expect(checkPlanted({ '': MANIFEST, ...packages })).toEqual({ code: 0, faults: [] })
})

test('a native package of another platform that is left out is named', () => {
  const a = { ...A, optionalDependencies: { 'a-darwin': '1.0.0' } }
  expectOneFault({ '': MANIFEST, 'node_modules/a': a }, 'wants a-darwin')
})

test('an address, a missing hash and a manifest that moved on are named', () => {
  expectOneFault(
    { '': MANIFEST, 'node_modules/a': { ...A, resolved: 'somewhere' } },
    'names where it came from',
  )
  expectOneFault({ '': MANIFEST, 'node_modules/a': { version: '1.0.0' } }, 'no integrity hash')
  expectOneFault({ '': { dependencies: { a: '0.9.0' } }, 'node_modules/a': A }, 'dependencies.a is 0.9.0')
  expectOneFault({ '': {}, 'node_modules/a': A }, 'dependencies.a is missing')
})

function expectOneFault(packages: object, says: string): void {
  expect(checkPlanted(packages)).toEqual({ code: 1, faults: [expect.stringContaining(says)] })
}

function checkPlanted(packages: object): {
  readonly code: number | null
  readonly faults: readonly string[]
} {
  const [manifest, lock] = [join(place, 'package.json'), join(place, 'package-lock.json')]
  writeFileSync(manifest, JSON.stringify(MANIFEST))
  writeFileSync(lock, JSON.stringify({ packages }))
  return check([manifest, lock])
}

function check(args: readonly string[]): {
  readonly code: number | null
  readonly faults: readonly string[]
} {
  const script = join(ROOT, 'scripts', 'check-lock.mjs')
  const done = spawnSync(process.execPath, [script, ...args], { cwd: ROOT, encoding: 'utf8' })
  return { code: done.status, faults: done.stdout.split('\n').filter((line) => line !== '') }
}
