/** The command line as a function: arguments in, text through the ports, exit code out. */
import { Command, CommanderError } from 'commander'
import { packageVersion } from '../host/package-files.ts'
import { ablateCommand } from './commands/ablate.ts'
import { baseRateCommand } from './commands/base-rate.ts'
import { checkCommand } from './commands/check.ts'
import { citeCommand } from './commands/cite.ts'
import { explainCommand } from './commands/explain.ts'
import { historyCommand } from './commands/history.ts'
import { initCommand } from './commands/init.ts'
import { lintCommand } from './commands/lint.ts'
import { methodCommand } from './commands/method.ts'
import { pictureCommand } from './commands/picture.ts'
import { runCommand } from './commands/run.ts'
import { schemaCommand } from './commands/schema.ts'
import { traceCommand } from './commands/trace.ts'
import { verifyCommand } from './commands/verify.ts'
import { whatIfCommand } from './commands/what-if.ts'
import { EXIT, type Io } from './io.ts'

const HELP = `
A first quarter of an hour:
  foedus init my-crisis        write a small scenario to start from
  foedus lint my-crisis        name every fault and warning in it
  foedus check my-crisis       play it and judge every sentence
  foedus run my-crisis         see who gave what, and how often
  foedus picture my-crisis -o my-crisis.svg

Then ask why, and let others check you:
  foedus what-if my-crisis --without cascadia
  foedus ablate my-crisis      what each mechanism contributes
  foedus explain my-crisis weapons
  foedus trace my-crisis --playout 7
  foedus run my-crisis -o receipt.json, then foedus verify receipt.json
  foedus cite my-crisis        what it rests on, for a bibliography
  foedus method                how it is all computed, out of the code
  foedus history score         how well it predicts crises of the past

Add --help to a command for its options and examples, --json for output
that programs read.

Exit: 0 ok, 1 a claim fails or a receipt does not verify, 2 bad usage,
3 the scenario has faults, 4 the machine failed.`

/** Never throws; a fault of our own is one line and exit code 4. */
export function cli(argv: readonly string[], io: Io): number {
  let code: number = EXIT.ok
  const done = (given: number): void => {
    code = given
  }
  const program = new Command('foedus')
    .description('Checks an assessment of an international crisis the way a compiler checks a program.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      getOutHelpWidth: () => io.width,
      getErrHelpWidth: () => io.width,
    })
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText('after', HELP)
  for (const add of [
    checkCommand,
    lintCommand,
    runCommand,
    whatIfCommand,
    ablateCommand,
    baseRateCommand,
    explainCommand,
    traceCommand,
    verifyCommand,
    citeCommand,
    pictureCommand,
    methodCommand,
    historyCommand,
    schemaCommand,
    initCommand,
  ])
    add(program, io, done)
  // Settings are inherited only at creation, so subcommands get them here.
  for (const command of program.commands.flatMap((one) => [one, ...one.commands]))
    command.copyInheritedSettings(program).showHelpAfterError('(add --help for options and examples)')
  try {
    program.parse([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
    io.err(
      `foedus failed: ${error instanceof Error ? error.message : String(error)}\nThis is a fault of foedus or of the machine, not of your scenario.\n`,
    )
    return EXIT.machine
  }
}
