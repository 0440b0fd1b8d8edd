/** `foedus picture`: who is given what over the days, as one SVG. */
import { type Command, Option } from 'commander'
import { ENGINES, type EngineName } from '../../engine/kernel.ts'
import { DEFAULT_DESIGN, QUICK_DESIGN } from '../../engine/plan.ts'
import { packageVersion } from '../../host/package-files.ts'
import { writeWhole } from '../../host/whole-file.ts'
import { envelope, toJson } from '../../report/json.ts'
import { pictureSvg } from '../../report/picture-svg.ts'
import { NOBODY } from '../../report/picture-words.ts'
import { EXIT, type Io } from '../io.ts'
import { type Kept, PICTURE, refusalOf } from '../keep-receipt.ts'
import { whole } from '../options.ts'
import { decided, opened } from '../play.ts'
import { playSeries } from '../play-series.ts'
import { resolve } from '../resolve.ts'

const HELP = `
A row for each channel of support, a column for each belligerent: in what
share of playouts support is in effect on each day, with its band over the
assumptions. The picture follows the reader's setting, light or dark.

Examples:
  foedus picture scenarios/strait -o strait.svg
  foedus picture scenarios/iran-2026 --seed 7 > iran.svg

Exit: 0 done, 2 bad usage, 3 the scenario has faults, 4 the picture could not
be written.`

type Flags = Kept & {
  readonly seed: number
  readonly full?: boolean
  readonly quick?: boolean
  readonly engine: EngineName
  readonly json?: boolean
}

/** Seeds are whole numbers that a double holds exactly. */
const MOST_SEED = Number.MAX_SAFE_INTEGER

export function pictureCommand(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('picture')
    .description('draw who is given what over the days, as an SVG')
    .argument('<scenario>', 'a .yaml file, or a folder of them')
    .option('-o, --output <file>', 'write it to a file, whole or not at all')
    .option('--force', 'write it over a file that is no picture')
    .option('--seed <n>', 'whole number that names the chance', whole(0, MOST_SEED), 1)
    .option('--quick', 'a first picture, from few playouts: what is drawn unless --full is given')
    .addOption(
      new Option('--full', 'as many playouts as foedus run, not a first picture of them').conflicts('quick'),
    )
    .addOption(new Option('--engine <name>', 'which engine plays').choices(ENGINES).default('wasm'))
    .option('--json', 'print the series behind the picture')
    .addHelpText('after', HELP)
    .action((path: string, flags: Flags) => {
      const refusal = refusalOf(path, { ...flags, as: PICTURE }, io)
      if (refusal !== undefined) {
        io.err(`${refusal}; nothing was drawn\n`)
        return done(EXIT.usage)
      }
      const scenario = opened(path, io)?.value
      if (!scenario) return done(EXIT.scenario)
      if (scenario.dyads.length === 0) {
        io.err(`${path}: ${NOBODY}; nothing was drawn\n`)
        return done(EXIT.usage)
      }
      const design = flags.full ? DEFAULT_DESIGN : QUICK_DESIGN
      const series = playSeries(scenario, { ...flags, design }, io)
      const { batches, draws } = design
      const svg = pictureSvg(series, scenario, { seed: flags.seed, draws: batches * draws })
      if (flags.output !== undefined) write(flags.output, svg, io)
      if (flags.json) {
        const run = decided(path, flags, scenario)
        const json = { ...envelope('series', { version: packageVersion(), run }), series: toJson(series) }
        io.out(`${JSON.stringify(json, null, 2)}\n`)
      } else io.out(flags.output === undefined ? svg : `picture: ${flags.output}\n`)
      return done(EXIT.ok)
    })
}

/** Throws one clear sentence when the machine cannot write. */
function write(output: string, svg: string, io: Io): void {
  try {
    writeWhole(resolve(io, output), svg)
  } catch (error) {
    throw new Error(`${output} could not be written (${(error as Error).message})`, { cause: error })
  }
}
