#!/usr/bin/env node
/** The only room that touches the process: its arguments, streams and exit code. */
import { cli } from './cli.ts'
import { EXIT } from './io.ts'

const { stdout, stderr, env } = process
const WIDTH_WITHOUT_TERMINAL = 80

/** A reader that closes the pipe early (`| head`) is no fault; any other failed write is the machine's. */
function onWriteError(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return
  process.exitCode = EXIT.machine
  if (stderr.writable)
    stderr.write(`foedus failed: the output could not be written (${error.code ?? error.message})\n`)
}

stdout.on('error', onWriteError)
stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.exitCode = EXIT.machine
})

const code = cli(process.argv.slice(2), {
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  width: stdout.isTTY ? stdout.columns : WIDTH_WITHOUT_TERMINAL,
  colour: stdout.isTTY === true && env['NO_COLOR'] === undefined && env['TERM'] !== 'dumb',
  ...(stderr.isTTY ? { progress: stderr } : {}),
  now: () => performance.now(),
  cwd: '.',
})
process.exitCode ??= code
