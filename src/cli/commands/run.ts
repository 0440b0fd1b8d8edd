/** `foedus run`: what the playouts did, before any verdict, and a receipt of it. */
import type { Command } from 'commander'
import { makePlan } from '../../engine/plan.ts'
import { voteChances } from '../../engine/vote-chances.ts'
import { packageVersion } from '../../host/package-files.ts'
import { summaryJson } from '../../report/json.ts'
import type { Provenance } from '../../report/receipt.ts'
import { runScreen, type RunScreenOptions } from '../../report/run-screen.ts'
import { EXIT, type Io } from '../io.ts'
import { unknownText } from '../known.ts'
import { type Kept, keepReceipt, refusalOf } from '../keep-receipt.ts'
import { designOf, type RunFlags, widthOption, withRunOptions } from '../options.ts'
import { type Asked, opened, type Opened, play, type PlayedPaired, playReady, readyPaired } from '../play.ts'
import { provenanceOf } from '../provenance.ts'
import { resolve } from '../resolve.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { colours } from '../style.ts'

const HELP = `
The screen shows for each supporter and channel how often help was resolved
upon, delivered, seen, and in time; what held it back; what gets through, arms
and livelihoods; who joins a side, what arsenals fire and have left, and how
often each inject came to pass. --of russia shows one supporter in full, -v
all of them: when each stage came, how much it amounted to, and what bound
channel by channel.

--json prints every sum raw, by name (docs/json.md).

A receipt names everything that decided the bits, file by file, and holds
every tally: foedus verify plays it again anywhere and says whether anything
differs. It also counts the worlds that claims change.

Examples:
  foedus run scenarios/strait --seed 7
  foedus run scenarios/iran-2026 --of russia
  foedus run scenarios/strait -o strait.json

Exit: 0 done, 2 bad usage, 3 the scenario has faults, 4 the receipt could not
be written.`

type Flags = RunFlags & Kept & { readonly width?: number; readonly verbose?: boolean; readonly of?: string }

export function runCommand(program: Command, io: Io, done: (code: number) => void): void {
  const command = program
    .command('run')
    .description('play the crisis and print who gave what, and how often')
    .argument('<scenario>', 'a .yaml file, or a folder of them')
  widthOption(withRunOptions(command))
    .option('-v, --verbose', 'every supporter in full, channel by channel')
    .option(
      '--of <supporter>',
      'only what this supporter gives and does, in full; of a seller, what it lives on',
    )
    .option('-o, --output <file>', 'write a receipt, whole or not at all')
    .option('--force', 'write it over a file that is no receipt')
    .addHelpText('after', HELP)
    .action((path: string, flags: Flags) => {
      const refusal = refusalOf(path, flags, io)
      if (refusal !== undefined) {
        io.err(`${refusal}; nothing was run\n`)
        return done(EXIT.usage)
      }
      const loaded = opened(path, io)
      if (!loaded) return done(EXIT.scenario)
      const wrong = wrongOf(flags.of, loaded.value)
      if (wrong !== undefined) return command.error(`error: ${wrong}`)
      if (flags.json && flags.of !== undefined)
        return command.error('error: --json tells of everybody, --of of one: give one of the two')
      const { output } = flags
      const kept = output === undefined ? undefined : playKept(loaded, { path, flags, io })
      const played = kept?.played ?? play(loaded.value, { path, flags, io })
      if (flags.json) {
        const json = summaryJson(played.summary, { version: packageVersion(), run: played.run })
        io.out(`${JSON.stringify(json, null, 2)}\n`)
      } else {
        const options = { ...screenOptions(flags, io), ...votesOf(played.scenario, flags) }
        io.out(runScreen(played.summary, played.scenario, options))
      }
      if (output !== undefined && kept) {
        keepReceipt(output, { path, ...kept, io })
        if (!flags.json) io.out(`\nreceipt: ${output}   check it with: foedus verify ${output}\n`)
      }
      return done(EXIT.ok)
    })
}

/** What to say of somebody who gives nothing and sells nothing; those who are attacked or attack do not support. */
function wrongOf(of: string | undefined, scenario: Scenario): string | undefined {
  const { dyads, markets, crisis, actors } = scenario
  const supporters = dyads.map(({ supporter }) => supporter)
  if (of === undefined || supporters.includes(of) || markets.has(of)) return undefined
  const sides = [
    ['attack', crisis.attackers],
    ['are attacked', crisis.targets],
  ] as const
  const side = sides.find(([, ids]) => ids.includes(of))
  if (side !== undefined)
    return `${actors.get(of)?.name ?? of} is no supporter, but one of those who ${side[0]}`
  return unknownText('supporter', of, supporters)
}

function screenOptions({ width, seed, verbose = false, of }: Flags, io: Io): RunScreenOptions {
  return { width: width ?? io.width, colour: colours(io), seed, verbose, ...(of === undefined ? {} : { of }) }
}

/** How the members lean, for those who ask for all; a batch is enough to tell. */
function votesOf(scenario: Scenario, flags: Flags): Pick<RunScreenOptions, 'votes'> {
  if (!flags.verbose || scenario.council === undefined) return {}
  const plan = makePlan(scenario, { seed: flags.seed, design: { ...designOf(flags), batches: 1 } })
  return { votes: voteChances(scenario, plan) }
}

interface PlayedKept {
  readonly provenance: Provenance
  readonly played: PlayedPaired
}

/** Everything is named before it is played, from the bytes that were loaded. */
function playKept(loaded: Opened, { path, flags, io }: Asked): PlayedKept {
  const ready = readyPaired(loaded, { path, flags })
  const { worlds } = ready
  const provenance = provenanceOf({
    path: resolve(io, path),
    loaded,
    engine: flags.engine,
    plan: worlds.plan,
  })
  return { provenance, played: playReady(ready, flags, io) }
}
