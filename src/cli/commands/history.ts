/** `foedus history`: the coded crises, what is fitted on them and how well the model does on them. */
import type { Command } from 'commander'
import { type Histories, loadCases, loadHistories } from '../../host/histories.ts'
import { packageVersion } from '../../host/package-files.ts'
import { faultText } from '../../report/fault-text.ts'
import { historyListJson, historyListScreen } from '../../report/history-list.ts'
import { showFaults } from '../faults-of.ts'
import { EXIT, type Io } from '../io.ts'
import { widthOption } from '../options.ts'
import { resolve } from '../resolve.ts'
import { faultStyle } from '../style.ts'
import { addAgree } from './history-agree.ts'
import { addFit } from './history-fit.ts'
import { addScore } from './history-score.ts'
import { addSheet } from './history-sheet.ts'
import { addTable } from './history-table.ts'

const HELP = `
A coded crisis has two halves that never touch: the eve, a scenario of what was
known before the first shot, and the outcome, what outsiders then did. The
model is fitted on some crises and scored on others.

Examples:
  foedus history list
  foedus history score --quick

Add --help to a command for its options and examples.`

const HELP_LIST = `
With --cases: crises of your own, coded in one JSON file, of which each becomes
an eve in the language of scenarios and is checked like any other; or a folder
with eve.yaml and outcome.yaml, or a folder of such folders. Both are written
as history/CODING.md says.

Examples:
  foedus history list
  foedus history list --cases my-cases.json --json
  foedus history list --cases history/korea-1950

Exit: 0 listed, 2 bad usage, 3 a case has faults.`

interface Flags {
  readonly cases?: string
  readonly json?: boolean
  readonly width?: number
}

export function historyCommand(program: Command, io: Io, done: (code: number) => void): void {
  const group = program
    .command('history')
    .description('hold the model against crises of the past')
    .addHelpText('after', HELP)
  addList(group, io, done)
  for (const add of [addScore, addFit, addTable, addSheet, addAgree]) add(group, io, done)
}

function addList(group: Command, io: Io, done: (code: number) => void): void {
  const command = group
    .command('list')
    .description('list the coded crises, and check them')
    .option('--cases <path>', 'crises of your own: one JSON file, or a folder')
    .option('--json', 'print JSON instead of a screen')
  widthOption(command)
    .addHelpText('after', HELP_LIST)
    .action((flags: Flags) => done(list(flags, io)))
}

function list({ cases, json, width }: Flags, io: Io): number {
  const loaded: Histories = cases === undefined ? loadHistories() : loadCases(resolve(io, cases))
  if (!loaded.value) {
    showFaults(loaded, io)
    return EXIT.scenario
  }
  const style = faultStyle(io)
  io.err(loaded.faults.map((warning) => `${faultText(warning, loaded.texts, style)}\n\n`).join(''))
  const run = { run: cases === undefined ? {} : { path: cases } }
  io.out(
    json
      ? `${JSON.stringify(historyListJson(loaded.value, { version: packageVersion(), ...run }), null, 2)}\n`
      : historyListScreen(loaded.value, { width: width ?? io.width }),
  )
  return EXIT.ok
}
