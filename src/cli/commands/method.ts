/** `foedus method`: what is computed and from what, mechanism by mechanism, out of the code and the theory itself. */
import type { Command } from 'commander'
import { packageVersion } from '../../host/package-files.ts'
import { theoryAlone } from '../../host/theory-alone.ts'
import { methodFacts } from '../../report/method-facts.ts'
import { methodJson } from '../../report/method-json.ts'
import { methodScreen } from '../../report/method-screen.ts'
import { EXIT, type Io } from '../io.ts'
import { unknownText } from '../known.ts'
import { widthOption } from '../options.ts'
import { colours } from '../style.ts'

const HELP = `
Printed from the equations that run and the theory that is shipped: what each
mechanism computes and after whom, its numbers with their sources, the rival
rules it reads, and what it cannot do. Set in print: docs/method.md.

Examples:
  foedus method
  foedus method support
  foedus method --json

Exit: 0 done, 2 bad usage.`

interface Flags {
  readonly json?: boolean
  readonly width?: number
}

export function methodCommand(program: Command, io: Io, done: (code: number) => void): void {
  const command = program
    .command('method')
    .description('print how it is computed: equations, numbers, sources, limits')
    .argument('[mechanism]', 'one of them by name; all unless given')
    .option('--json', 'print JSON instead of a screen')
  widthOption(command)
    .addHelpText('after', HELP)
    .action((name: string | undefined, { json, width }: Flags) => {
      const all = methodFacts(theoryAlone())
      const wrong = unknownText(
        'mechanism',
        name,
        all.map(({ mechanism }) => mechanism.name),
      )
      if (wrong !== undefined) return command.error(`error: ${wrong}`)
      const told = all.filter(({ mechanism }) => name === undefined || mechanism.name === name)
      if (json) io.out(`${JSON.stringify(methodJson(told, { version: packageVersion() }), null, 2)}\n`)
      else io.out(methodScreen(told, { width: width ?? io.width, colour: colours(io) }))
      return done(EXIT.ok)
    })
}
