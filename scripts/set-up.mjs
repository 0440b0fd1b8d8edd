/**
 * Everything between a fresh clone and a command that runs, done only when it is
 * needed: packages when the lock changed, the build when what it reads changed.
 */
import { spawnSync } from 'node:child_process'
import { npm, runQuiet, stop, tool } from './steps.mjs'
import { dropStamp, hashOf, isFresh, setStamp } from './stamps.mjs'

/** Debian packages that tests need, all in this one place; none so far. */
const DEBIAN_PACKAGES = []

const INSTALLED = 'node_modules/.foedus-installed'
const BUILT = 'dist/.built'
const BUILD_READS = [
  'src',
  'theory',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsdown.config.ts',
]

export function install() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    stop(`foedus needs Node 20.19 or newer; this is ${process.version}`, 4)
  const hash = installHash()
  if (isFresh(INSTALLED, hash)) return
  dropStamp(INSTALLED)
  runQuiet('install packages (npm ci)', npm('ci', '--include=dev', '--no-audit', '--no-fund'))
  setStamp(INSTALLED, hash)
}

export function build() {
  const hash = hashOf(BUILD_READS)
  if (isFresh(BUILT, hash)) return
  dropStamp(BUILT)
  runQuiet('build', tool('tsdown/dist/run.mjs'))
  // A build that cannot start is no build, and a crash must never pass for a verdict.
  runQuiet('try the build', { file: process.execPath, args: ['dist/cli/main.js', '--help'] })
  setStamp(BUILT, hash)
}

/** Only where there is apt-get; elsewhere the tests that need a package say so themselves. */
export function installDebianPackages() {
  const has = (name) => spawnSync('dpkg', ['-s', name]).status === 0
  const missing = DEBIAN_PACKAGES.filter((name) => !has(name))
  if (missing.length === 0 || spawnSync('apt-get', ['--version']).status !== 0) return
  const before = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  for (const args of [
    ['update', '-q'],
    ['install', '-q', '-y', '--no-install-recommends', ...missing],
  ]) {
    const [file, ...rest] = [...before, 'apt-get', ...args]
    runQuiet(`apt-get ${args[0]}`, { file, args: rest, env: { DEBIAN_FRONTEND: 'noninteractive' } })
  }
}

/** Native packages differ by machine, so the machine is part of the stamp. */
function installHash() {
  return hashOf(['package-lock.json'], process.platform, process.arch)
}
