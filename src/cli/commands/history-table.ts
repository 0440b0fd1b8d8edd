/** `foedus history table`: the support mechanism against a table of many conflicts that the user brings. */
import type { Command } from 'commander'
import { study } from '../../history/table/study.ts'
import { TASKS } from '../../history/table/tasks.ts'
import { packageVersion } from '../../host/package-files.ts'
import { readTable } from '../../host/table.ts'
import { theoryAlone } from '../../host/theory-alone.ts'
import { tableJson } from '../../report/table-json.ts'
import { tableScreen } from '../../report/table-screen.ts'
import { faultText } from '../../report/fault-text.ts'
import { countsText } from '../faults.ts'
import { EXIT, type Io } from '../io.ts'
import { unknownText } from '../known.ts'
import { whole, widthOption } from '../options.ts'
import { resolve } from '../resolve.ts'
import { stepsOf } from '../steps.ts'
import { faultStyle } from '../style.ts'

const HELP = `
The mechanism of support, with priors that know signs only and through a fixed
mapping of columns, ranks the outsiders of every conflict in a table. Beside it
stand a logit of a few variables that never saw the conflict it predicts, and
that logit moved by the mechanism.

Tasks: ${TASKS.map(({ id }) => id).join(', ')}

The tables belong to their publishers and are not shipped; what each column
means, and what came out, is told in docs/outside-tables.md.

Example:
  foedus history table joiners.csv --task wars-target

Exit: 0 done, 2 bad usage or no such task, 3 the table has faults.`

interface Flags {
  readonly task: string
  readonly seed: number
  readonly json?: boolean
  readonly width?: number
}

export function addTable(group: Command, io: Io, done: (code: number) => void): void {
  const command = group
    .command('table')
    .description('hold the mechanism against a table of many conflicts')
    .argument('<file>', 'a .csv file')
    .requiredOption('--task <id>', 'the question to put to it')
    .option('--seed <n>', 'whole number that names the chance', whole(0, Number.MAX_SAFE_INTEGER), 1)
    .option('--json', 'print JSON instead of a screen')
  widthOption(command)
    .addHelpText('after', HELP)
    .action((path: string, flags: Flags) => {
      const ids = TASKS.map(({ id }) => id)
      const unknown = unknownText('task', flags.task, ids)
      if (unknown !== undefined) {
        io.err(`error: ${unknown}\nTasks: ${ids.join(', ')}\n`)
        return done(EXIT.usage)
      }
      const task = TASKS.find(({ id }) => id === flags.task)!
      const read = readTable({ path: resolve(io, path), shown: path }, task)
      if (!read.value) {
        const style = faultStyle(io)
        io.err(read.faults.map((fault) => `${faultText(fault, read.texts, style)}\n\n`).join(''))
        io.err(`${path}: ${countsText(read.faults)}; nothing was computed\n`)
        return done(EXIT.scenario)
      }
      const steps = stepsOf(io, 'fits')
      const { channels } = theoryAlone()
      const found = study(read.value, task, { seed: flags.seed, channels, onStep: steps.onStep })
      steps.stop()
      if (flags.json) {
        const run = { path, task: task.id, seed: flags.seed }
        io.out(`${JSON.stringify(tableJson(found, task, { version: packageVersion(), run }), null, 2)}\n`)
      } else io.out(tableScreen(found, { width: flags.width ?? io.width }))
      return done(EXIT.ok)
    })
}
