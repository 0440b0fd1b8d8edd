/** `foedus ablate`: what each mechanism contributes to each claim. */
import type { Command } from 'commander'
import { packageVersion } from '../../host/package-files.ts'
import { ablationJson } from '../../report/ablation-json.ts'
import { ablationScreen } from '../../report/ablation-screen.ts'
import { EXIT, type Io } from '../io.ts'
import { noClaimText } from '../known.ts'
import { widthOption, withRunOptions } from '../options.ts'
import { type AblateFlags, playAblation } from '../play-ablation.ts'
import { decided, opened } from '../play.ts'
import { colours } from '../style.ts'

const HELP = `
Leaves out each mechanism in turn, puts its neutral value in its place, and
plays it beside the whole on the same chance. A cell of the table is the
probability of the claim with the mechanism less that without it; a mechanism
that moves no claim has not earned its place in this scenario.

foedus what-if --without <mechanism> tells more of one of them.

Examples:
  foedus ablate scenarios/strait
  foedus ablate scenarios/iran-2026 --quick --claim weapons

Exit: 0 done, 2 bad usage or no such claim, 3 the scenario has faults.`

type Flags = AblateFlags & { readonly verbose?: boolean; readonly width?: number }

export function ablateCommand(program: Command, io: Io, done: (code: number) => void): void {
  const several = (value: string, before: readonly string[]): readonly string[] => [...before, value]
  const command = program
    .command('ablate')
    .description('leave out each mechanism in turn and see which claims it moves')
    .argument('<scenario>', 'a .yaml file, or a folder of them')
    .option('--claim <id>', 'look at this claim only; may be repeated', several, [])
  widthOption(withRunOptions(command))
    .option('-v, --verbose', 'name the claims that no mechanism moves')
    .addHelpText('after', HELP)
    .action((path: string, flags: Flags) => {
      const scenario = opened(path, io)?.value
      if (!scenario) return done(EXIT.scenario)
      const ids = scenario.claims.map(({ id }) => id)
      const unknown = flags.claim.find((id) => !ids.includes(id))
      if (unknown !== undefined) {
        io.err(noClaimText(unknown, ids))
        return done(EXIT.usage)
      }
      const ablation = playAblation(scenario, flags, io)
      if (flags.json) {
        const run = decided(path, flags, scenario)
        io.out(`${JSON.stringify(ablationJson(ablation, { version: packageVersion(), run }), null, 2)}\n`)
      } else {
        const { seed, verbose = false } = flags
        const width = flags.width ?? io.width
        io.out(ablationScreen(ablation, scenario, { width, colour: colours(io), seed, verbose }))
      }
      return done(EXIT.ok)
    })
}
