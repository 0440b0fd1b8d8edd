/** `foedus base-rate`: what has been counted, and what the model gives for the same classes of events. */
import type { Command } from 'commander'
import { packageVersion } from '../../host/package-files.ts'
import { theoryAlone } from '../../host/theory-alone.ts'
import { powersIn } from '../../judge/reference.ts'
import { asking, referenceRates } from '../../judge/reference-rate.ts'
import { baseRateJson, ratesJson } from '../../report/base-rate-json.ts'
import { comparisonScreen, ratesScreen } from '../../report/base-rate-screen.ts'
import type { Json } from '../../report/json.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { EXIT, type Io } from '../io.ts'
import { designOf, type RunFlags, widthOption, withRunOptions } from '../options.ts'
import { opened, play } from '../play.ts'

const HELP = `
Without a scenario: every rate that ships, with its interval and its source.
With scenarios: what the model gives for each class over all of them, and
whether it agrees. A model that is right about wars in general can be wrong
about every single one, and the other way round.

Examples:
  foedus base-rate
  foedus base-rate scenarios/iran-2026 scenarios/ukraine-2022 --quick

Exit: 0 done, 2 bad usage, 3 a scenario has faults.`

type Flags = RunFlags & { readonly width?: number }

export function baseRateCommand(program: Command, io: Io, done: (code: number) => void): void {
  const command = program
    .command('base-rate')
    .description('print what has been counted, and what the model gives for the same')
    .argument('[scenarios...]', '.yaml files, or folders of them')
  widthOption(withRunOptions(command))
    .addHelpText('after', HELP)
    .action((paths: readonly string[], flags: Flags) => done(baseRate(paths, flags, io)))
}

function baseRate(paths: readonly string[], flags: Flags, io: Io): number {
  const width = flags.width ?? io.width
  const theory = theoryAlone()
  const print = (json: Json, screen: string): number => {
    io.out(flags.json ? `${JSON.stringify(json, null, 2)}\n` : screen)
    return EXIT.ok
  }
  if (paths.length === 0)
    return print(
      ratesJson(theory, { version: packageVersion() }),
      ratesScreen(theory.baseRates, theory.sources, width),
    )
  const scenarios = new Map<string, Scenario>()
  for (const path of new Set(paths)) {
    const scenario = opened(path, io)?.value
    if (!scenario) return EXIT.scenario
    scenarios.set(path, scenario)
  }
  const powers = powersIn([...scenarios.values()])
  // Each is played with the classes of events as its only claims.
  const answered = [...scenarios].map(([path, scenario]) => {
    const { summary } = play(asking(scenario, powers), { path, flags, io })
    return { name: path, scenario, summary }
  })
  const found = referenceRates(answered, powers, theory.baseRates)
  return print(
    baseRateJson(found, {
      version: packageVersion(),
      run: { paths: [...scenarios.keys()], seed: flags.seed },
      design: designOf(flags),
    }),
    comparisonScreen(found, { scenarios: scenarios.size, width }),
  )
}
