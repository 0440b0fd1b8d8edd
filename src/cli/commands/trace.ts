/** `foedus trace`: one playout day by day, and why everybody did what they did. */
import type { Command } from 'commander'
import { makePlan } from '../../engine/plan.ts'
import { placeOf } from '../../engine/replay.ts'
import type { Design } from '../../engine/summary.ts'
import { packageVersion } from '../../host/package-files.ts'
import { countText } from '../../report/number-text.ts'
import { traceJson } from '../../report/trace-json.ts'
import { traceScreen } from '../../report/trace-screen.ts'
import { CHANNELS, type Scenario } from '../../scenario/scenario.ts'
import { traced } from '../explaining.ts'
import { EXIT, type Io } from '../io.ts'
import { unknownText } from '../known.ts'
import { designOf, type RunFlags, whole, widthOption, withDesignOptions } from '../options.ts'
import { decided, opened } from '../play.ts'
import { colours } from '../style.ts'

const HELP = `
Playouts are numbered from 0 over the whole run, so the same number, seed and
design (--quick is another design) always show the same playout, to the bit.

Under each decision stand the terms that it rested on; they add up to the
last digit. Shown are changes; with --actor or --channel also what was
decided against, with --all everything.

Examples:
  foedus trace scenarios/strait --playout 7 --brief
  foedus trace scenarios/iran-2026 --playout 42 --actor russia

Exit: 0 done, 2 bad usage or no such playout, 3 the scenario has faults.`

interface Flags extends Omit<RunFlags, 'engine'> {
  readonly playout: number
  readonly actor?: string
  readonly channel?: string
  readonly all?: boolean
  readonly brief?: boolean
  /** A claim that makes another world. */
  readonly do?: string
  readonly width?: number
}

export function traceCommand(program: Command, io: Io, done: (code: number) => void): void {
  const command = program
    .command('trace')
    .description('tell one playout day by day, with the terms of every decision')
    .argument('<scenario>', 'a .yaml file, or a folder of them')
    .requiredOption('--playout <n>', 'number of the playout, from 0', whole(0, Number.MAX_SAFE_INTEGER))
    .option('--actor <id>', 'only what this actor does or is given')
    .option('--channel <name>', `only this channel: ${CHANNELS.join(', ')}`)
    .option('--do <claim>', 'in the world that this claim makes by its do:')
    .option('--brief', 'the story alone, without the terms of the decisions')
    .option('--all', 'also what was decided against, and what moves a little every day')
  widthOption(withDesignOptions(command))
    .option('--json', 'print JSON instead of a screen: every event, whatever is chosen')
    .addHelpText('after', HELP)
    .action((path: string, flags: Flags) => {
      const scenario = opened(path, io)?.value
      if (!scenario) return done(EXIT.scenario)
      const design = designOf(flags)
      const wrong = usageFault(flags, scenario, design)
      if (wrong !== undefined) return command.error(`error: ${wrong}`)
      io.out(output(scenario, { design, flags, path, io }))
      done(EXIT.ok)
    })
}

interface Asked {
  readonly design: Design
  readonly flags: Flags
  readonly path: string
  readonly io: Io
}

function output(scenario: Scenario, { design, flags, path, io }: Asked): string {
  const world = scenario.claims.find(({ id }) => id === flags.do)?.do?.world ?? scenario
  const plan = makePlan(world, { seed: flags.seed, design })
  const found = traced(world, plan, placeOf(design, flags.playout)!)
  if (flags.json) {
    const json = traceJson(found, { version: packageVersion(), run: decided(path, flags, world) })
    return `${JSON.stringify(json, null, 2)}\n`
  }
  const { actor, channel, all, brief } = flags
  return traceScreen(found, world, {
    width: flags.width ?? io.width,
    colour: colours(io),
    seed: flags.seed,
    ...(actor === undefined ? {} : { actor }),
    ...(channel === undefined ? {} : { channel }),
    ...(all === undefined ? {} : { all }),
    ...(brief === undefined ? {} : { brief }),
  })
}

function usageFault(
  { playout, actor, channel, do: claim }: Flags,
  scenario: Scenario,
  design: Design,
): string | undefined {
  if (placeOf(design, playout) === undefined) {
    const last = design.batches * design.draws * design.playouts - 1
    return `there is no playout ${countText(playout)}; this run has 0 to ${countText(last)}`
  }
  const makers = scenario.claims.filter((one) => one.do !== undefined).map(({ id }) => id)
  return (
    unknownText('actor', actor, [...scenario.actors.keys()]) ??
    unknownText('channel', channel, [...CHANNELS]) ??
    unknownText('claim with a do:', claim, makers)
  )
}
