/**
 * Another Node than the one that runs the tests, so that a result made under one can be
 * checked under the other. It comes from the package registry once and is kept.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
/** The newest line of releases, and the oldest that is supported. */
const [NEW, OLD] = ['24.21.0', '20.20.2']
const PATIENCE_MS = 240_000

/** Path of the program, or why there is none. */
export type OtherNode = { readonly path: string; readonly version: string } | { readonly missing: string }

export function otherNode(): OtherNode {
  const version = Number(process.versions.node.split('.')[0]) >= 24 ? OLD : NEW
  const prefix = join(ROOT, '.cache', `node-${version}`)
  const name = packageName()
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  const path = join(prefix, 'node_modules', name, 'bin', program)
  if (answers(path, version)) return { path, version }
  rmSync(prefix, { recursive: true, force: true })
  mkdirSync(prefix, { recursive: true })
  const said = install(prefix, `${name}@${version}`)
  if (answers(path, version)) return { path, version }
  return { missing: `${name}@${version} could not be fetched: ${said}` }
}

/** The packages in which Node's programs are published, one for each kind of machine. */
function packageName(): string {
  const { platform, arch } = process
  const prefix = platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node'
  return `${prefix}-${platform === 'win32' ? 'win' : platform}-${arch}`
}

function answers(path: string, version: string): boolean {
  if (!existsSync(path)) return false
  return spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.trim() === `v${version}`
}

/** No script of the package runs, and nothing is written to the project's own lists. */
function install(prefix: string, what: string): string {
  const args = [
    'install',
    '--no-save',
    '--no-package-lock',
    '--ignore-scripts',
    '--fetch-retries=0',
    '--prefix',
    prefix,
    what,
  ]
  const from = process.env['npm_execpath'] ?? ''
  const [file, before] = from.endsWith('npm-cli.js') ? [process.execPath, [from]] : ['npm', []]
  const done = spawnSync(file, [...before, ...args], {
    cwd: prefix,
    encoding: 'utf8',
    timeout: PATIENCE_MS,
    shell: file === 'npm' && process.platform === 'win32',
  })
  const errors = (done.stderr ?? '').split('\n').filter((line) => line.startsWith('npm error'))
  return done.error?.message ?? errors.slice(0, 2).join('; ')
}
