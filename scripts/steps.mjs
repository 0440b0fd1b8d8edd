/**
 * What every script shares: where the repository is, and how a step is named,
 * timed and stopped. Steps speak on stderr, so that stdout stays the command's own.
 */
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** A development tool's own script, run by this Node: no shell, no search path. */
export const tool = (path, ...args) => ({
  file: process.execPath,
  args: [join(ROOT, 'node_modules', path), ...args],
})

/** Npm itself: the one that started this script when there is one. */
export function npm(...args) {
  const from = process.env.npm_execpath ?? ''
  if (from.endsWith('npm-cli.js')) return { file: process.execPath, args: [from, ...args] }
  return { file: 'npm', args, shell: process.platform === 'win32' }
}

/** Run with the terminal handed through; returns the exit code. */
export function runLoud(command) {
  const done = spawnSync(command.file, command.args, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: command.shell ?? false,
  })
  return codeOf(done)
}

/** Run in silence under a name; print the time, or everything it said when it failed, and stop there. */
export function runQuiet(name, command) {
  const finish = begin(name)
  const done = spawnSync(command.file, command.args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: command.shell ?? false,
    env: { ...process.env, ...(process.stderr.isTTY ? { FORCE_COLOR: '1' } : {}), ...command.env },
  })
  const code = codeOf(done)
  finish(code)
  if (code === 0) return
  process.stderr.write(
    `${done.stdout ?? ''}${done.stderr ?? ''}${done.error ? `${done.error.message}\n` : ''}`,
  )
  process.exit(code)
}

/** Say what begins; the function returned says how it ended and how long it took. */
export function begin(name) {
  const started = performance.now()
  process.stderr.write(`${name} … `)
  return (code) => {
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    process.stderr.write(code === 0 ? `${seconds} s\n` : `failed with code ${code} after ${seconds} s\n`)
  }
}

/** One line, and out. */
export function stop(sentence, code) {
  process.stderr.write(`${sentence}\n`)
  process.exit(code)
}

/** A program that could not be started counts as 127, one ended by a signal as 130, as a shell would have it. */
function codeOf(done) {
  if (done.error) return 127
  return done.status ?? 130
}
