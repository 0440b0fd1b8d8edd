/** The packages that run, by version and hash: every byte of their code counts, and nothing else does. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { libraries } from '../../src/host/libraries.ts'

let root = ''

function write(path: string, text: string): void {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function pack(place: string, needs: readonly string[] = [], version = '1.0.0'): void {
  const dependencies = Object.fromEntries(needs.map((name) => [name, '*']))
  write(join(place, 'package.json'), JSON.stringify({ version, dependencies }))
  write(join(place, 'lib/index.js'), `// ${place.split('/').at(-1)} ${version}\n`)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'foedus-libraries-'))
  pack('.', ['matrix', 'hashes'])
  pack('node_modules/matrix', ['deep'])
  pack('node_modules/hashes')
  pack('node_modules/deep', ['matrix'])
  pack('node_modules/idle')
})
afterEach(() => rmSync(root, { recursive: true }))

test('names what is needed and what that needs in turn, and no other package', () => {
  const found = libraries(root)
  expect(Object.keys(found)).toEqual(['deep', 'hashes', 'matrix'])
  for (const name of Object.values(found)) expect(name).toMatch(/^1\.0\.0\+[0-9a-f]{64}$/)
})

test.each(['lib/index.js', 'lib/new.mjs', 'new.cjs'])(
  'a byte in %s changes the name of its package alone, however deep it is needed',
  (file) => {
    const before = libraries(root)
    write(`node_modules/deep/${file}`, '// other\n')
    const { deep, ...others } = libraries(root)
    expect(deep).not.toBe(before['deep'])
    expect(others).toEqual({ hashes: before['hashes'], matrix: before['matrix'] })
  },
)

test('a file under another name is other code, and so is a byte that moves from one file into the next', () => {
  write('node_modules/deep/a.js', 'xy')
  write('node_modules/deep/b.js', 'z')
  const before = libraries(root)['deep']
  write('node_modules/deep/a.js', 'x')
  write('node_modules/deep/b.js', 'yz')
  const moved = libraries(root)['deep']
  renameSync(join(root, 'node_modules/deep/b.js'), join(root, 'node_modules/deep/c.js'))
  expect(new Set([before, moved, libraries(root)['deep']]).size).toBe(3)
})

test('neither the folder nor the layout of the installation counts, nor what is no code', () => {
  const before = libraries(root)
  const other = mkdtempSync(join(tmpdir(), 'foedus-other-'))
  cpSync(root, other, { recursive: true })
  mkdirSync(join(other, 'node_modules/matrix/node_modules'))
  renameSync(join(other, 'node_modules/deep'), join(other, 'node_modules/matrix/node_modules/deep'))
  writeFileSync(join(other, 'node_modules/matrix/README.md'), 'read me')
  expect(libraries(other)).toEqual(before)
  rmSync(other, { recursive: true })
})

test('two copies of a package are both named, and one that is not installed is none', () => {
  pack('node_modules/hashes/node_modules/deep', [], '2.0.0')
  pack('node_modules/hashes', ['deep', 'gone'])
  const found = libraries(root)
  expect(found['deep']).toMatch(/^1\.0\.0\+[0-9a-f]{64},2\.0\.0\+[0-9a-f]{64}$/)
  expect(found['gone']).toBe('none')
})

test('of foedus itself: every dependency of package.json, and the packages under the matrices', () => {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const found = libraries()
  for (const name of [...Object.keys(manifest.dependencies), 'is-any-array'])
    expect(found[name]).toMatch(/^\d[\w.-]*\+[0-9a-f]{64}$/)
})
