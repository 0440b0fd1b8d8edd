/** `foedus schema`: the JSON Schema of the scenario language, for editors and other tools. */
import type { Command } from 'commander'
import { scenarioSchema } from '../../scenario/schema.ts'
import { EXIT, type Io } from '../io.ts'

const HELP = `
An editor with a YAML language server completes and checks a scenario whose
first line is
  # yaml-language-server: $schema=foedus-1.json

Example:
  foedus schema > foedus-1.json`

export function schemaCommand(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('schema')
    .description('print the JSON Schema of the scenario language')
    .option('--json', 'accepted for symmetry: the schema is JSON')
    .addHelpText('after', HELP)
    .action(() => {
      io.out(`${JSON.stringify(scenarioSchema(), null, 2)}\n`)
      done(EXIT.ok)
    })
}
