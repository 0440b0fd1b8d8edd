/** `foedus check`: a verdict on every sentence of the assessment. */
import type { Command } from 'commander'
import { packageVersion } from '../../host/package-files.ts'
import { judge } from '../../judge/judge.ts'
import { checkScreen } from '../../report/check-screen.ts'
import { assessedJson } from '../../report/json.ts'
import { EXIT, type Io } from '../io.ts'
import { type RunFlags, widthOption, withRunOptions } from '../options.ts'
import { playPaired } from '../play.ts'
import { colours } from '../style.ts'

const HELP = `
Each sentence comes back with one of four verdicts:
  ● holds          the probability, or the effect of a change, lies where it
                   was said to, and so it does in two thirds of the draws
  ✗ fails          both lie outside
  ◐ unresolved     more playouts are needed, or the assumptions decide: it
                   says which
  ○ not testable   with the reason

Examples:
  foedus check scenarios/strait
  foedus check scenarios/iran-2026 -v --batches 64

Exit: 0 every testable claim holds or is open, 1 a claim fails,
3 the scenario has faults.`

export function checkCommand(program: Command, io: Io, done: (code: number) => void): void {
  const command = program
    .command('check')
    .description('play the crisis and give a verdict on every sentence of the assessment')
    .argument('<scenario>', 'a .yaml file, or a folder of them')
  widthOption(withRunOptions(command))
    .option('-v, --verbose', 'add bands, what is chance, assumption or rival rule, base rates and sources')
    .addHelpText('after', HELP)
    .action((path: string, flags: RunFlags & { verbose?: boolean; width?: number }) => {
      const played = playPaired(path, flags, io)
      if (!played) return done(EXIT.scenario)
      const { scenario, summary, arms } = played
      const assessed = judge(scenario, summary, arms)
      if (flags.json) {
        const json = assessedJson(assessed, { version: packageVersion(), run: played.run })
        io.out(`${JSON.stringify(json, null, 2)}\n`)
      } else {
        const width = flags.width ?? io.width
        io.out(
          checkScreen(assessed, scenario, {
            width,
            verbose: flags.verbose ?? false,
            colour: colours(io),
            seed: flags.seed,
            path,
          }),
        )
      }
      done(assessed.claims.some(({ verdict }) => verdict === 'fails') ? EXIT.claimFails : EXIT.ok)
    })
}
