/** `foedus init`: a first scenario to change, with the schema beside it for the editor. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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
      if (existsSync(folder) && readdirSync(folder).length > 0) {
        io.err(`${path} is not empty; nothing was written\ntry: foedus init ${path}-2\n`)
        return done(EXIT.usage)
      }
      const starter = packageText(STARTER).replace(
        SCHEMA_LINE,
        '# yaml-language-server: $schema=./foedus-1.json',
      )
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, 'scenario.yaml'), starter, { flag: 'wx' })
      writeFileSync(join(folder, 'foedus-1.json'), packageText(SCHEMA), { flag: 'wx' })
      const written = ['scenario.yaml', 'foedus-1.json'].map((name) => join(path, name))
      if (flags.json) io.out(`${JSON.stringify({ foedus: 1, kind: 'init', written }, null, 2)}\n`)
      else io.out(`wrote ${written.join(' and ')}\nnext: foedus check ${path}\n`)
      return done(EXIT.ok)
    })
}
