/**
 * `npm test`: the whole proof in one command, on a fresh machine too. Sets up,
 * builds, then runs every check in turn and stops at the first that fails. The
 * last line is the count of tests. With arguments, only vitest runs, with them.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, install, installDebianPackages } from './set-up.mjs'
import { begin, ROOT, runLoud, runQuiet, stop, tool } from './steps.mjs'

const RESULTS = '.cache/vitest.json'
const STATIC_CHECKS = [
  ['types', tool('typescript/bin/tsc', '-p', 'tsconfig.json')],
  ['types of the pure folders', tool('typescript/bin/tsc', '-p', 'tsconfig.pure.json')],
  ['lint (oxlint)', tool('oxlint/bin/oxlint', '--type-aware', '--deny-warnings')],
  ['format (biome)', tool('@biomejs/biome/bin/biome', 'format')],
  ['dead code (knip)', tool('knip/bin/knip.js')],
  ['lock', { file: process.execPath, args: ['scripts/check-lock.mjs'] }],
]

const chosen = process.argv.slice(2)
install()
installDebianPackages()
build()
if (chosen.length > 0)
  process.stderr.write('tests were chosen by hand: types, lint, format, dead code and lock are not checked\n')
else for (const [name, command] of STATIC_CHECKS) runQuiet(name, command)
runTests()

function runTests() {
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  rmSync(join(ROOT, RESULTS), { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}`]
  const finish = begin('tests (vitest)')
  process.stderr.write('\n')
  const code = runLoud(tool('vitest/vitest.mjs', 'run', ...reporters, ...chosen))
  process.stderr.write('tests (vitest) ')
  finish(code)
  const count = counted(code)
  if (process.env.CI === 'true' && count.skipped > 0) {
    process.stderr.write('a skipped test is a failure where CI=true: it must run, or go\n')
    process.exitCode = 1
  }
  if (code !== 0) process.exitCode = code
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : ''
  process.stdout.write(`${count.passed} passed, ${count.failed} failed${skipped}\n`)
}

/** A file that did not load is a failure too, though vitest counts no test in it. */
function counted(code) {
  const results = resultsOf(code)
  const unloaded = results.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  const failed = results.numFailedTests + unloaded.length
  if (code !== 0 && failed === 0) stop('vitest failed although no test did: see what it said above', code)
  if (code === 0 && results.numPassedTests === 0) stop('no test ran, so nothing is proved', 1)
  return { passed: results.numPassedTests, failed, skipped: results.numPendingTests + results.numTodoTests }
}

function resultsOf(code) {
  try {
    return JSON.parse(readFileSync(join(ROOT, RESULTS), 'utf8'))
  } catch {
    return stop('vitest left no results', code === 0 ? 1 : code)
  }
}
