/** `foedus history score`: how well crises of the past are predicted by a model that has not seen them. */
import type { Command } from 'commander'
import type { CodedCase } from '../../history/coded.ts'
import { lackingRows } from '../../history/sheet/shared-rows.ts'
import { sheetFor } from '../../history/sheet/with-sheet.ts'
import { type Histories, loadCases, loadHistories } from '../../host/histories.ts'
import { packageVersion } from '../../host/package-files.ts'
import { loadSheets, shippedSheet } from '../../host/sheets.ts'
import { SECOND_SHEET } from '../../history/score/second-coder.ts'
import { playoutsOf } from '../../judge/interval.ts'
import { faultText } from '../../report/fault-text.ts'
import { countText } from '../../report/number-text.ts'
import { scorecardJson } from '../../report/scorecard-json.ts'
import { scorecardScreen } from '../../report/scorecard-screen.ts'
import { countsText } from '../faults.ts'
import { EXIT, type Io } from '../io.ts'
import { whole, widthOption } from '../options.ts'
import { designOfScore, playFrozen, type PlayedScore, playScore, type ScoreFlags } from '../play-score.ts'
import { resolve } from '../resolve.ts'
import { stepsOf } from '../steps.ts'
import { colours, faultStyle } from '../style.ts'

const HELP = `
Leaves each of the coded crises out in turn, fits everything on the others,
plays the crisis from its eve, and holds what the model said against what was
recorded: beside climatology, obligation alone and what each supporter did last
time, worst first, with the bars that were set beforehand.

With --cases and --no-fit: crises of your own, by the weights that ship, from
one JSON file, a folder with eve.yaml and outcome.yaml, or a folder of such
folders; history/CODING.md, section 9, shows both formats. The weights that
ship were fitted on the package's crises, so that only crises which are not
among them say anything. No bar was declared for them, and fewer than five have
no intervals.

With --sheet: the inputs and promises of another coder (foedus history sheet
--blank) in the place of those that ship, for every crisis, fitted and played.
What happened stays as it ships, and so does what the sheet leaves empty.

A bar that is missed is an answer, not a fault: the exit code is 0.

Examples:
  foedus history score --quick
  foedus history score --cases my-cases.json --no-fit --json
  foedus history score --quick --sheet second.csv

Exit: 0 scored, 2 bad usage, 3 a case or a sheet has faults.`

/** As it is called where a fault of it is told. */
const SHIPPED = 'history'

interface Flags extends ScoreFlags {
  readonly cases?: string
  readonly fit: boolean
  readonly codings?: boolean
  readonly sheet?: string
  readonly json?: boolean
  readonly width?: number
}

export function addScore(group: Command, io: Io, done: (code: number) => void): void {
  const command = group
    .command('score')
    .description('predict past crises, each without itself, and score it')
    .option('--cases <path>', 'crises of your own: one JSON file, or a folder; needs --no-fit')
    .option('--no-fit', 'take the weights that ship; needs --cases')
    .option('--codings', 'fit the same otherwise coded as well: by labels, by a second coder')
    .option('--sheet <file>', 'the inputs of another coder, for every crisis')
    .option('--seed <n>', 'whole number that names the chance', whole(0, Number.MAX_SAFE_INTEGER), 1)
    .option('--quick', 'a first picture: fewer playouts and draws')
    .option('--json', 'print JSON instead of a screen')
  widthOption(command)
    .addHelpText('after', HELP)
    .action((flags: Flags) => done(score(flags, io)))
}

function score(flags: Flags, io: Io): number {
  const fault = usageFault(flags)
  if (fault !== undefined) {
    io.err(`error: ${fault}\n`)
    return EXIT.usage
  }
  return flags.cases === undefined ? scoreShipped(flags, io) : scoreOwn(flags, flags.cases, io)
}

function scoreShipped(flags: Flags, io: Io): number {
  const { codings = false, sheet: path } = flags
  const sheets = path === undefined ? shippedSheet() : loadSheets([path], (name) => resolve(io, name))
  const [other] = sheets.value ?? []
  if (!other) return tellFaults(sheets, path ?? SECOND_SHEET, io)
  const shipped = opened(loadHistories(), SHIPPED, io)
  if (!shipped) return EXIT.scenario
  const { faults } = path === undefined ? { faults: [] } : sheetFor(shipped, other)
  if (faults.length > 0) return tellFaults({ ...sheets, faults }, other.name, io)
  const lacking = path === undefined ? lackingRows(shipped, other.codings) : 0
  if (lacking > 0) io.err(lackingText(lacking, other.name))
  const steps = stepsOf(io, 'fits')
  const coders = path === undefined ? { second: other } : { sheet: other }
  const played = stopping(steps, () =>
    playScore(shipped, flags, { ...coders, codings, onFold: steps.onStep }),
  )
  const whose = path === undefined ? '' : ` by the inputs and promises of ${path}`
  return print(played, `${shipped.length} crises${whose}, each by a fit on the others`, { flags, io })
}

/** A crisis that somebody has put beside those that ship. */
function lackingText(rows: number, sheet: string): string {
  const [are, them] = rows === 1 ? ['1 row is', 'it is'] : [`${countText(rows)} rows are`, 'they are']
  return `${are} not on ${sheet}: ${them} left out of the agreement and of the second coder's line\n`
}

function scoreOwn(flags: Flags, path: string, io: Io): number {
  const own = opened(loadCases(resolve(io, path)), path, io)
  const shipped = own && opened(loadHistories(), SHIPPED, io)
  if (!own || !shipped) return EXIT.scenario
  if (own.every(({ deeds }) => deeds.every(({ levels }) => levels.size === 0))) {
    io.err(`${path}: no level was recorded of any state, so there is nothing to score\n`)
    return EXIT.scenario
  }
  const steps = stepsOf(io, 'crises')
  const played = stopping(steps, () => playFrozen(own, shipped, { ...flags, onFold: steps.onStep }))
  return print(
    played,
    `${own.length} ${own.length === 1 ? 'crisis' : 'crises'} of ${path}, by the weights that ship`,
    { flags, io },
  )
}

function usageFault({ cases, fit, codings = false, sheet }: Flags): string | undefined {
  if (sheet !== undefined && cases !== undefined)
    return '--sheet codes the crises that ship, and does not go with --cases'
  if (sheet !== undefined && codings)
    return '--codings compares codings of the first coder with others, and does not go with --sheet'
  if (cases !== undefined && fit)
    return 'crises of your own are scored by the weights that ship, and not fitted: add --no-fit'
  if (cases === undefined && !fit)
    return 'the weights that ship were fitted on the crises that ship: --no-fit needs --cases <path>'
  return codings && !fit ? '--codings fits anew, and does not go with --no-fit' : undefined
}

/** Warnings of what is the user's own are shown; what ships has been looked through. */
function opened(loaded: Histories, path: string, io: Io): readonly CodedCase[] | undefined {
  if (loaded.value) {
    const style = faultStyle(io)
    if (path !== SHIPPED)
      io.err(loaded.faults.map((warning) => `${faultText(warning, loaded.texts, style)}\n\n`).join(''))
    return loaded.value
  }
  tellFaults(loaded, path, io)
  return undefined
}

function tellFaults({ faults, texts }: Pick<Histories, 'faults' | 'texts'>, path: string, io: Io): number {
  const told = faults.filter(({ severity }) => severity === 'fault')
  const style = faultStyle(io)
  io.err(told.map((fault) => `${faultText(fault, texts, style)}\n\n`).join(''))
  io.err(`${path}: ${countsText(faults)}; nothing was scored\n`)
  return EXIT.scenario
}

function stopping<T>(steps: { readonly stop: () => void }, play: () => T): T {
  try {
    return play()
  } finally {
    steps.stop()
  }
}

function print(
  { card, left }: PlayedScore,
  what: string,
  { flags, io }: { readonly flags: Flags; readonly io: Io },
): number {
  const design = designOfScore(flags)
  if (flags.json) {
    const run = {
      ...(flags.cases === undefined ? {} : { path: flags.cases }),
      ...(flags.sheet === undefined ? {} : { sheet: flags.sheet }),
      seed: flags.seed,
      what,
    }
    const { folds = [] } = left
    const json = scorecardJson(card, { version: packageVersion(), run, folds })
    io.out(`${JSON.stringify(json, null, 2)}\n`)
  } else {
    const played = `${what}, ${countText(playoutsOf(design))} playouts each`
    io.out(scorecardScreen(card, { width: flags.width ?? io.width, colour: colours(io), what: played }))
  }
  return EXIT.ok
}
