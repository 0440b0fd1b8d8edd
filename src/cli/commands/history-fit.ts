/** `foedus history fit`: what the coded crises teach about the weights of the support decision. */
import type { Command } from 'commander'
import type { CodedCase } from '../../history/coded.ts'
import { fit, type Fitted } from '../../history/fit/fit.ts'
import { AS_SHIPPED } from '../../history/form.ts'
import { PATCH_OPENS, posteriorPatch } from '../../history/fit/posterior-text.ts'
import type { Row } from '../../history/row.ts'
import { rowsOf } from '../../history/rows.ts'
import { makeKernel } from '../../host/engine.ts'
import { loadHistories } from '../../host/histories.ts'
import { packageVersion } from '../../host/package-files.ts'
import { writeWhole } from '../../host/whole-file.ts'
import { drawsJson, fitJson, isDraws } from '../../report/fit-json.ts'
import { fitScreen } from '../../report/fit-screen.ts'
import { showFaults } from '../faults-of.ts'
import { EXIT, type Io } from '../io.ts'
import { refusalOf, type Written } from '../keep-receipt.ts'
import { unknownText } from '../known.ts'
import { whole, widthOption } from '../options.ts'
import { resolve } from '../resolve.ts'
import { stepsOf } from '../steps.ts'

const HELP = `
Reads the coded crises alone, no weight that ships. How far the priors reach is
chosen by leaving out one crisis after the other; then the posterior is drawn
256 times. Takes a few seconds.

The patch is in the language of scenarios: foedus what-if lays it over one and
tells what moves.

Examples:
  foedus history fit
  foedus history fit --leave-out korea-1950 --draws korea.json
  foedus history fit --patch fitted.yaml
  foedus what-if scenarios/strait --with fitted.yaml

Exit: 0 fitted, 2 bad usage or no such crisis, 3 a crisis has faults,
4 a file could not be written.`

interface Flags {
  readonly leaveOut?: string
  readonly draws?: string
  readonly patch?: string
  readonly force?: boolean
  readonly seed: number
  readonly json?: boolean
  readonly width?: number
}

/** As the crises that ship are called where files are named. */
const SHIPPED = 'history'
const DRAWS: Written = { called: 'file of draws', isOne: isDraws, example: 'draws.json' }
const PATCH: Written = {
  called: 'fitted patch',
  isOne: (text) => text.startsWith(PATCH_OPENS),
  example: 'fitted.txt',
}

export function addFit(group: Command, io: Io, done: (code: number) => void): void {
  const command = group
    .command('fit')
    .description('fit the support decision to the coded crises')
    .option('--leave-out <case>', 'fit all crises but this one')
    .option('--draws <file>', 'write every draw of the posterior, as JSON')
    .option('--patch <file>', 'write the posterior as a patch for scenarios')
    .option('--force', 'write over files that are something else')
    .option('--seed <n>', 'whole number that names the chance', whole(0, Number.MAX_SAFE_INTEGER), 1)
    .option('--json', 'print JSON instead of a screen')
  widthOption(command)
    .addHelpText('after', HELP)
    .action((flags: Flags) => done(fitHistory(flags, io)))
}

function fitHistory(flags: Flags, io: Io): number {
  const refusal = refusalOfFiles(flags, io)
  if (refusal !== undefined) return refuse(`${refusal}; nothing was fitted`, io)
  const loaded = loadHistories()
  if (!loaded.value) {
    showFaults(loaded, io)
    return EXIT.scenario
  }
  const unknown = unknownText(
    'crisis',
    flags.leaveOut,
    loaded.value.map(({ id }) => id),
  )
  if (unknown !== undefined) return refuse(unknown, io)
  const cases = loaded.value.filter(({ id }) => id !== flags.leaveOut)
  const rows = cases.flatMap((one) => rowsOf(one, (plan) => makeKernel(plan, 'interpreter')))
  const steps = stepsOf(io, 'steps')
  const fitted = fit(rows, { form: AS_SHIPPED, seed: flags.seed, onStep: steps.onStep })
  steps.stop()
  print(fitted, { cases, rows, flags }, io)
  return EXIT.ok
}

interface Work {
  readonly cases: readonly CodedCase[]
  readonly rows: readonly Row[]
  readonly flags: Flags
}

function print(fitted: Fitted, { cases, rows, flags }: Work, io: Io): void {
  const { seed, leaveOut, draws, patch, json, width } = flags
  const scope = {
    cases: cases.length,
    rows: rows.length,
    cells: rows.reduce((sum, row) => sum + cellsOf(row), 0),
    shut: rows.reduce((sum, row) => sum + shutOf(row), 0),
    form: AS_SHIPPED.id,
    ...(leaveOut === undefined ? {} : { leftOut: leaveOut }),
  }
  const options = { version: packageVersion(), run: { seed } }
  if (draws !== undefined) write(draws, `${JSON.stringify(drawsJson(fitted, options))}\n`, io)
  if (patch !== undefined) {
    const but = leaveOut === undefined ? '' : ` without ${leaveOut}`
    const source = `Posterior of the support decision over ${cases.length} coded crises${but}, seed ${seed}`
    write(patch, posteriorPatch(fitted, { source }), io)
  }
  if (json) io.out(`${JSON.stringify(fitJson(fitted, { ...options, scope }), null, 2)}\n`)
  else io.out(fitScreen(fitted, { ...scope, seed, width: width ?? io.width }))
}

function cellsOf({ recorded, closed }: Row): number {
  return recorded.filter((level, channel) => level !== undefined && closed[channel] !== true).length
}

function shutOf({ recorded, closed }: Row): number {
  return recorded.filter((level, channel) => level !== undefined && closed[channel] === true).length
}

function refusalOfFiles({ draws, patch, force = false }: Flags, io: Io): string | undefined {
  if (draws !== undefined && patch !== undefined && resolve(io, draws) === resolve(io, patch))
    return `${draws} cannot be both the draws and the patch`
  const asked = [
    [draws, DRAWS],
    [patch, PATCH],
  ] as const
  return asked
    .map(([output, as]) => (output === undefined ? undefined : refusalOf(SHIPPED, { output, force, as }, io)))
    .find((refusal) => refusal !== undefined)
}

function refuse(says: string, io: Io): number {
  io.err(`error: ${says}\n`)
  return EXIT.usage
}

/** Throws one clear sentence when the machine cannot write. */
function write(output: string, text: string, io: Io): void {
  try {
    writeWhole(resolve(io, output), text)
  } catch (error) {
    throw new Error(`${output} could not be written (${(error as Error).message})`, { cause: error })
  }
}
