/** `foedus what-if`: the same playouts in the world as it is and in the world as changed. */
import type { Command } from 'commander'
import { fingerprint } from '../../engine/fingerprint.ts'
import { type ChangeWords, loadScenario } from '../../host/load.ts'
import { packageVersion } from '../../host/package-files.ts'
import { whatIfJson } from '../../report/what-if-json.ts'
import { MECHANISMS } from '../../mechanisms/mechanisms.ts'
import { whatIfScreen } from '../../report/what-if-screen.ts'
import { wrap } from '../../report/wrap.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { isOfCommand, refuse, refuseChange, warn } from '../faults.ts'
import { EXIT, type Io } from '../io.ts'
import { noClaimText } from '../known.ts'
import { widthOption, withRunOptions } from '../options.ts'
import { playWhatIf, type WhatIfFlags } from '../play-what-if.ts'
import { resolve } from '../resolve.ts'
import { colours } from '../style.ts'

/** Names fill a line of the help and go on in the next. */
const HELP_WIDTH = 78
const MECHANISM_LIST = wrap(MECHANISMS.map(({ name }) => name).join(', '), {
  width: HELP_WIDTH,
  indent: 0,
}).join('\n')

const HELP = `
Both worlds meet the same chance: a pair of playouts differs by nothing but
what the change causes. Each claim that moves is shown with where it came
from and went to, the difference with its error, and in how many playouts it
came about or was undone.

A path of --set is the id of a quantity or the name of a field, as lint and
the scenario have it: ties.russia-iran.stake, ties.russia-iran.clauses.defence,
ties.russia-usa.nuclearRisk, weights.obligation, crisis.duration. The value is
written as in a file. A patch is a file in the language of the scenario, laid
over it. --without attack is the world without the attack: only what waits for
no war goes on in it. Mechanisms are
${MECHANISM_LIST}.

Examples:
  foedus what-if scenarios/strait --set ties.cascadia-avalon.stake=0.9
  foedus what-if my-crisis --set ties.cascadia-avalon.clauses.defence=true
  foedus what-if scenarios/iran-2026 --without north-korea --claim weapons
  foedus what-if my-crisis --without attack

Exit: 0 done, 2 bad usage or a fault in --set or --without, 3 the scenario or
a patch has faults.`

type Flags = WhatIfFlags & { readonly verbose?: boolean; readonly width?: number }

export function whatIfCommand(program: Command, io: Io, done: (code: number) => void): void {
  const several = (value: string, before: readonly string[]): readonly string[] => [...before, value]
  const command = program
    .command('what-if')
    .description('change the world and see which claims move, by paired playouts')
    .argument('<scenario>', 'a .yaml file, or a folder of them')
    .option('--set <path=value>', 'set one value; may be repeated', several, [])
    .option('--with <patch.yaml>', 'lay a file over the scenario; may be repeated', several, [])
    .option('--without <name>', 'leave out an actor, a mechanism or the attack; may be repeated', several, [])
    .option('--claim <id>', 'look at this claim only; may be repeated', several, [])
  widthOption(withRunOptions(command))
    .option('-v, --verbose', 'name the claims that do not move')
    .addHelpText('after', HELP)
    .action((path: string, flags: Flags) => {
      const words = wordsOf(flags, io)
      if (words === undefined) {
        io.err(
          'error: what is changed? Give --set, --with or --without at least once; see foedus what-if --help\n',
        )
        return done(EXIT.usage)
      }
      const before = loadScenario(resolve(io, path))
      const after = before.value ? loadScenario(resolve(io, path), words) : before
      if (!before.value || !after.value) {
        if (!before.value) refuse(path, before, io)
        else refuseChange(path, after, io)
        return done(before.value && isOfCommand(after) ? EXIT.usage : EXIT.scenario)
      }
      warn(path, before, io)
      const unknown = flags.claim.find((id) => ![before, after].some(({ value }) => has(value, id)))
      if (unknown !== undefined) {
        const ids = before.value.claims.map(({ id }) => id)
        io.err(noClaimText(unknown, ids))
        return done(EXIT.usage)
      }
      const whatIf = playWhatIf({ before: before.value, after: after.value, flags, io })
      if (flags.json) {
        const run = {
          path,
          seed: flags.seed,
          ...fingerprint(before.value),
          changed: fingerprint(after.value).scenario,
        }
        io.out(`${JSON.stringify(whatIfJson(whatIf, { version: packageVersion(), run }), null, 2)}\n`)
      } else {
        const { seed, verbose = false } = flags
        io.out(whatIfScreen(whatIf, { width: flags.width ?? io.width, colour: colours(io), seed, verbose }))
      }
      return done(EXIT.ok)
    })
}

/** Undefined when nothing is changed. */
function wordsOf(flags: Flags, io: Io): ChangeWords | undefined {
  const { set, without } = flags
  if (set.length + without.length + flags.with.length === 0) return undefined
  return { set, without, patchFiles: flags.with.map((file) => resolve(io, file)) }
}

function has(scenario: Scenario | undefined, id: string): boolean {
  return scenario?.claims.some((claim) => claim.id === id) ?? false
}
