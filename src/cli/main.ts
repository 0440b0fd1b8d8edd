#!/usr/bin/env node
/** The only room that touches the process: its arguments, streams and exit code. */
import { cli } from './cli.ts'

const { stdout, stderr, env } = process
const WIDTH_WITHOUT_TERMINAL = 80

// A reader that closes the pipe early (`| head`) is no fault.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = cli(process.argv.slice(2), {
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  width: stdout.isTTY ? stdout.columns : WIDTH_WITHOUT_TERMINAL,
  colour: stdout.isTTY === true && env['NO_COLOR'] === undefined && env['TERM'] !== 'dumb',
  ...(stderr.isTTY ? { progress: stderr } : {}),
  now: () => performance.now(),
  cwd: '.',
})
