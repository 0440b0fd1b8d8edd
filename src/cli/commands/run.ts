/** `foedus run`: what the playouts did, before any verdict. */
import type { Command } from 'commander'
import { packageVersion } from '../../host/package-files.ts'
import { summaryJson } from '../../report/json.ts'
import { runScreen } from '../../report/run-screen.ts'
import { EXIT, type Io } from '../io.ts'
import { type RunFlags, widthOption, withRunOptions } from '../options.ts'
import { play } from '../play.ts'
import { colours } from '../style.ts'

export function runCommand(program: Command, io: Io, done: (code: number) => void): void {
  const command = program
    .command('run')
    .description('play the crisis and print who gave what, and how often')
    .argument('<scenario>', 'a .yaml file, or a folder of them')
  widthOption(withRunOptions(command))
    .addHelpText(
      'after',
      '\nExample:\n  foedus run scenarios/strait --seed 7\n\nExit: 0 done, 3 the scenario has faults.',
    )
    .action((path: string, flags: RunFlags & { width?: number }) => {
      const played = play(path, flags, io)
      if (!played) return done(EXIT.scenario)
      if (flags.json) {
        const json = summaryJson(played.summary, {
          version: packageVersion(),
          run: played.run,
        })
        io.out(`${JSON.stringify(json, null, 2)}\n`)
      } else {
        const options = { width: flags.width ?? io.width, colour: colours(io), seed: flags.seed, path }
        io.out(runScreen(played.summary, played.scenario, options))
      }
      done(EXIT.ok)
    })
}
