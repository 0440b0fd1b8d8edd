/** `foedus history agree`: whether coders who worked apart say the same. */
import type { Command } from 'commander'
import { packageVersion } from '../../host/package-files.ts'
import { loadSheets } from '../../host/sheets.ts'
import { isSame } from '../../host/whole-file.ts'
import { agreement, RESAMPLES_OF_AGREEMENT } from '../../history/sheet/agreement.ts'
import { agreementJson } from '../../report/agreement-json.ts'
import { agreementScreen } from '../../report/agreement-screen.ts'
import { showFaults } from '../faults-of.ts'
import { EXIT, type Io } from '../io.ts'
import { whole, widthOption } from '../options.ts'
import { resolve } from '../resolve.ts'

const HELP = `
Krippendorff's alpha of every variable, for two or more coders and with cells
left empty: interval for the inputs, nominal for the promises, ordinal for the
levels; an interval over crises; and where the coders differ most. Every sheet
needs the rows of the first, in any order.

Examples:
  foedus history sheet -o first.csv
  foedus history agree first.csv second.csv
  foedus history agree first.csv second.csv third.csv --most 50

Exit: 0 done, 2 bad usage, 3 a sheet has faults or does not match the first.`

interface Flags {
  readonly seed: number
  readonly most: number
  readonly json?: boolean
  readonly width?: number
}

/** What fits beneath the table on a screen and a half. */
const MOST = 20
const MOST_EVER = 1_000_000

export function addAgree(group: Command, io: Io, done: (code: number) => void): void {
  const command = group
    .command('agree')
    .description('tell how far two or more coders agree')
    .argument('<sheets...>', 'coding sheets, as CSV')
    .option('--most <n>', 'how many disagreements are shown', whole(0, MOST_EVER), MOST)
    .option(
      '--seed <n>',
      'whole number that names the draws of the intervals',
      whole(0, Number.MAX_SAFE_INTEGER),
      1,
    )
    .option('--json', 'print JSON instead of a screen')
  widthOption(command)
    .addHelpText('after', HELP)
    .action((names: readonly string[], flags: Flags) => done(agree(names, flags, io)))
}

function agree(names: readonly string[], { seed, most, json, width }: Flags, io: Io): number {
  const placeOf = (name: string): string => resolve(io, name)
  const wrong = namesWrong(names, placeOf)
  if (wrong !== undefined) {
    io.err(`error: ${wrong}\n`)
    return EXIT.usage
  }
  const { value: sheets, ...loaded } = loadSheets(names, placeOf)
  if (!sheets) {
    showFaults(loaded, io)
    return EXIT.scenario
  }
  const found = agreement(
    sheets.map(({ codings }) => codings),
    { seed },
  )
  if (json) {
    const run = { sheets: [...names], seed, resamples: RESAMPLES_OF_AGREEMENT }
    io.out(`${JSON.stringify(agreementJson(found, { version: packageVersion(), run }), null, 2)}\n`)
  } else io.out(agreementScreen(found, { width: width ?? io.width, names, most }))
  return EXIT.ok
}

/** A coder always agrees with itself. */
function namesWrong(names: readonly string[], placeOf: (name: string) => string): string | undefined {
  if (names.length < 2) return 'agreement takes the sheets of two coders or more'
  const twice = names.find((name, at) =>
    names.slice(0, at).some((other) => other === name || isSame(placeOf(other), placeOf(name))),
  )
  return twice === undefined ? undefined : `${twice} is the same file as another of the sheets`
}
