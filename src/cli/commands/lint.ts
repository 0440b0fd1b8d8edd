/** `foedus lint`: every fault and warning of a scenario at once. */
import type { Command } from 'commander'
import { lineAndColumn } from '../../report/fault-text.ts'
import { loadScenario } from '../../host/load.ts'
import { countsOf, countsText, faultScreen } from '../faults.ts'
import { EXIT, type Io } from '../io.ts'
import { resolve } from '../resolve.ts'

export function lintCommand(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('lint')
    .description('read a scenario and name every fault and warning, with the place and the way out')
    .argument('<scenario>', 'a .yaml file, or a folder of them')
    .option('--json', 'print JSON instead of a screen')
    .addHelpText(
      'after',
      '\nExample:\n  foedus lint scenarios/strait\n\nExit: 0 no fault (warnings allowed), 3 faults.',
    )
    .action((path: string, flags: { json?: boolean }) => {
      const loaded = loadScenario(resolve(io, path))
      const counts = countsOf(loaded.faults)
      if (flags.json) {
        const faults = loaded.faults.map((fault) => ({
          ...fault,
          ...(fault.span
            ? { place: lineAndColumn(loaded.texts.get(fault.span.file) ?? '', fault.span.start) }
            : {}),
        }))
        io.out(`${JSON.stringify({ foedus: 1, kind: 'lint', ...counts, list: faults }, null, 2)}\n`)
      } else {
        io.out(faultScreen(loaded, loaded.faults, io))
        io.out(`${path}: ${countsText(loaded.faults)}\n`)
      }
      done(counts.faults > 0 ? EXIT.scenario : EXIT.ok)
    })
}
