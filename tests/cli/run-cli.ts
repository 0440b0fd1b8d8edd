/** The command line as a function, with ports that remember what was said. */
import { join } from 'node:path'
import { cli } from '../../src/cli/cli.ts'
import type { Io } from '../../src/cli/io.ts'

export const ROOT: string = join(import.meta.dirname, '../..')

export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

export function runCli(argv: readonly string[], ports: Partial<Io> = {}): Said {
  const out: string[] = []
  const err: string[] = []
  const code = cli(argv, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    width: 80,
    colour: false,
    now: () => 0,
    cwd: ROOT,
    ...ports,
  })
  return { code, out: out.join(''), err: err.join('') }
}
