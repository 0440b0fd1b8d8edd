/** `foedus explain`: why one claim comes true in some playouts and not in others. */
import type { Command } from 'commander'
import { nearest } from '../../base/nearest.ts'
import { packageVersion } from '../../host/package-files.ts'
import { explainJson } from '../../report/explain-json.ts'
import { explainScreen } from '../../report/explain-screen.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { explained } from '../explaining.ts'
import { EXIT, type Io } from '../io.ts'
import { type RunFlags, widthOption, withRunOptions } from '../options.ts'
import { decided, opened } from '../play.ts'
import { colours } from '../style.ts'

const HELP = `
For every decision that the claim turns on: the mean size of each term in
playouts in which it came true, beside those in which it did not. Then the
playout on either side that is most like its side, to be read in full with
foedus trace. Of a claim about the effect of a change: the playouts that the
change turns, in both worlds.

Examples:
  foedus explain scenarios/strait talk-not-troops
  foedus explain scenarios/iran-2026 no-combat --quick

Exit: 0 done, 2 bad usage or no such claim, 3 the scenario has faults.`

/** So many claims are named where none is near. */
const NAMED_MOST = 8

/** The claim that was probably meant, or some of those there are: first those that share a word with it. */
function hintText(id: string, { claims }: Scenario): string {
  const ids = claims.map((one) => one.id)
  const meant = nearest(id, ids)
  if (meant !== undefined) return `; did you mean ${meant}?`
  const words = id.toLowerCase().split('-')
  const isAkin = (one: string): boolean => one.split('-').some((word) => words.includes(word))
  const shown = [...ids.filter(isAkin), ...ids.filter((one) => !isAkin(one))].slice(0, NAMED_MOST)
  const more = ids.length - shown.length
  return ids.length === 0 ? '' : `; there are ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

export function explainCommand(program: Command, io: Io, done: (code: number) => void): void {
  const command = program
    .command('explain')
    .description('tell why a claim comes true in some playouts and not in others')
    .argument('<scenario>', 'a .yaml file, or a folder of them')
    .argument('<claim>', 'id of a claim')
  widthOption(withRunOptions(command))
    .option('--all', 'every decision that the claim turns on, however little it tells')
    .addHelpText('after', HELP)
    .action(
      (path: string, id: string, flags: RunFlags & { readonly width?: number; readonly all?: boolean }) => {
        const scenario = opened(path, io)?.value
        if (!scenario) return done(EXIT.scenario)
        const claim = scenario.claims.find((one) => one.id === id)
        if (claim === undefined) {
          return command.error(`error: there is no claim ${id}${hintText(id, scenario)}`)
        }
        const explanation = explained({ scenario, claim, path, flags, io })
        if (flags.json) {
          const run = decided(path, flags, scenario)
          io.out(`${JSON.stringify(explainJson(explanation, { version: packageVersion(), run }), null, 2)}\n`)
        } else {
          const options = { width: flags.width ?? io.width, colour: colours(io), seed: flags.seed }
          io.out(explainScreen(explanation, scenario, { ...options, ...(flags.all ? { all: true } : {}) }))
        }
        return done(EXIT.ok)
      },
    )
}
