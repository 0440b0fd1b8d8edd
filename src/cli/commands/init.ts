/** `foedus init`: a first scenario to change, with the schema beside it for the editor. */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { packageText } from '../../host/package-files.ts'
import { EXIT, type Io } from '../io.ts'
import { resolve } from '../resolve.ts'

/** The teaching scenario is the starter: three actors on one page. */
const STARTER = 'scenarios/strait/strait.yaml'
const SCHEMA = 'schema/foedus-1.json'
const SCHEMA_LINE = /^# yaml-language-server: \$schema=\S+/m

export function initCommand(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('init')
    .description('write a small scenario to start from into a new folder')
    .argument('<folder>', 'a folder that is new or empty')
    .option('--json', 'print JSON instead of a screen')
    .addHelpText('after', '\nExample:\n  foedus init my-crisis\n  foedus check my-crisis')
    .action((path: string, flags: { json?: boolean }) => {
      const folder = resolve(io, path)
      const refusal = refusalOf(folder, path)
      if (refusal !== undefined) {
        io.err(`${refusal}; nothing was written\n`)
        return done(EXIT.usage)
      }
      const starter = packageText(STARTER).replace(
        SCHEMA_LINE,
        '# yaml-language-server: $schema=./foedus-1.json',
      )
      if (!existsSync(folder)) mkdirSync(folder)
      writeFileSync(join(folder, 'scenario.yaml'), starter, { flag: 'wx' })
      writeFileSync(join(folder, 'foedus-1.json'), packageText(SCHEMA), { flag: 'wx' })
      const written = ['scenario.yaml', 'foedus-1.json'].map((name) => join(path, name))
      if (flags.json) io.out(`${JSON.stringify({ foedus: 1, kind: 'init', written }, null, 2)}\n`)
      else io.out(`wrote ${written.join(' and ')}\nnext: foedus lint ${path}, then foedus check ${path}\n`)
      return done(EXIT.ok)
    })
}

/** Why nothing may be written there; the folder above must exist, so that a slip makes no tree of folders. */
function refusalOf(folder: string, path: string): string | undefined {
  if (path.trim() === '') return 'the folder has no name'
  const there = statSync(folder, { throwIfNoEntry: false })
  if (there) {
    if (!there.isDirectory()) return `${path} is a file`
    return readdirSync(folder).length > 0 ? `${path} is not empty (try: foedus init ${path}-2)` : undefined
  }
  const above = statSync(dirname(folder), { throwIfNoEntry: false })
  return above?.isDirectory() ? undefined : `there is no folder ${dirname(path)}`
}
