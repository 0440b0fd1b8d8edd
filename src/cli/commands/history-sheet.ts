/** `foedus history sheet`: the coded crises as a sheet to read, or names only for a second coder. */
import type { Command } from 'commander'
import { loadHistories } from '../../host/histories.ts'
import { packageVersion } from '../../host/package-files.ts'
import { blankOf } from '../../history/sheet/sheet.ts'
import { codingsOf } from '../../history/sheet/sheet-of.ts'
import { sheetText } from '../../history/sheet/text.ts'
import { sheetJson } from '../../report/sheet-json.ts'
import { showFaults } from '../faults-of.ts'
import { EXIT, type Io } from '../io.ts'
import { keepSheet, sheetRefusal } from '../keep-sheet.ts'
import { unknownText } from '../known.ts'

const HELP = `
One line for each supporter and side of each crisis: the ten inputs of the
eve, the promises, the seven levels. How they are coded stands in
history/CODING.md. A blank sheet holds the names only, so that a second coder
sees nothing of the first.

Examples:
  foedus history sheet -o first.csv
  foedus history sheet --case korea-1950
  foedus history sheet --blank second.csv

Exit: 0 done, 2 bad usage, 3 the coded crises have faults, 4 the sheet could
not be written.`

interface Flags {
  readonly case?: readonly string[]
  /** True without a file. */
  readonly blank?: string | true
  readonly output?: string
  readonly force?: boolean
  readonly json?: boolean
}

export function addSheet(group: Command, io: Io, done: (code: number) => void): void {
  group
    .command('sheet')
    .description('write the coded crises as a sheet, or a blank one for a second coder')
    .option('--case <ids...>', 'these crises only')
    .option('--blank [file]', 'names only, for somebody who has seen nothing')
    .option('-o, --output <file>', 'write it to a file, whole or not at all')
    .option('--force', 'write it over a file that is there')
    .option('--json', 'print JSON instead of CSV')
    .addHelpText('after', HELP)
    .action((flags: Flags) => done(sheet(flags, io)))
}

function sheet(flags: Flags, io: Io): number {
  const refuse = (says: string): number => {
    io.err(`${says}; nothing was written\n`)
    return EXIT.usage
  }
  const named = typeof flags.blank === 'string' ? flags.blank : undefined
  if (named !== undefined && flags.output !== undefined)
    return refuse(`--blank ${named} and -o ${flags.output} name two files for one sheet`)
  const output = named ?? flags.output
  const refusal = output === undefined ? undefined : sheetRefusal(output, flags.force === true, io)
  if (refusal !== undefined) return refuse(refusal)
  const { value: cases, ...loaded } = loadHistories()
  if (!cases) {
    showFaults(loaded, io)
    return EXIT.scenario
  }
  const ids = cases.map(({ id }) => id)
  const [unknown] = (flags.case ?? []).flatMap((id) => unknownText('case', id, ids) ?? [])
  if (unknown !== undefined) return refuse(unknown)
  const all = codingsOf(cases.filter(({ id }) => flags.case?.includes(id) ?? true))
  const codings = flags.blank === undefined ? all : all.map(blankOf)
  const text = flags.json
    ? `${JSON.stringify(sheetJson(codings, { version: packageVersion() }), null, 2)}\n`
    : sheetText(codings)
  if (output === undefined) io.out(text)
  else {
    keepSheet(output, text, io)
    io.out(`sheet: ${output}\n`)
  }
  return EXIT.ok
}
