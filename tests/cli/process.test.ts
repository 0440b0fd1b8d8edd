/** The built command as a process: what only the real streams and exit codes can show. */
import { spawnSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './run-cli.ts'

const ARGS = [join(ROOT, 'dist/cli/main.js'), 'check', 'scenarios/strait', '--quick']

test('a disk that is full is exit 4 and one sentence, whatever the verdicts were', () => {
  const full = openSync('/dev/full', 'w')
  const done = spawnSync(process.execPath, ARGS, {
    cwd: ROOT,
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  })
  closeSync(full)
  expect(done.status).toBe(4)
  expect(done.stderr).toMatch(/^foedus failed: the output could not be written \(ENOSPC\)\n$/)
})

test('a reader that leaves early is no fault: no stack trace, and the verdict is still the exit code', () => {
  const script = `set -o pipefail; "$0" "$@" | head -n 1`
  const done = spawnSync('bash', ['-c', script, process.execPath, ...ARGS], { cwd: ROOT, encoding: 'utf8' })
  expect(done.stdout).toContain('A small war over a strait')
  expect(done.stderr).toBe('')
  expect([0, 1]).toContain(done.status)
})
