/** Options that several commands share, with their checks. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { ENGINES, type EngineName } from '../engine/kernel.ts'
import { DEFAULT_DESIGN, QUICK_DESIGN } from '../engine/plan.ts'
import type { Design } from '../engine/summary.ts'

export interface RunFlags {
  readonly seed: number
  readonly batches?: number
  readonly quick?: boolean
  readonly engine: EngineName
  readonly json?: boolean
}

/** Narrower screens wrap every word, wider ones tire the eye. */
const WIDTHS = { least: 60, most: 200 } as const
/** Batches are whole designs of 1,024 playouts; a million of them is a thousand million playouts. */
const MOST_BATCHES = 1_000_000
/** Seeds are whole numbers that a double holds exactly. */
const MOST_SEED = Number.MAX_SAFE_INTEGER

/** What decides which playouts there are. */
export function withDesignOptions(command: Command): Command {
  return command
    .option(
      '--seed <n>',
      'whole number that names the chance; the same seed gives the same bits',
      whole(0, MOST_SEED),
      1,
    )
    .option(
      '--batches <n>',
      `batches of ${DEFAULT_DESIGN.draws} parameter draws × ${DEFAULT_DESIGN.playouts} playouts (default ${DEFAULT_DESIGN.batches})`,
      whole(1, MOST_BATCHES),
    )
    .option(
      '--quick',
      `a first picture: ${QUICK_DESIGN.batches} × ${QUICK_DESIGN.draws} × ${QUICK_DESIGN.playouts} playouts`,
    )
}

export function withRunOptions(command: Command): Command {
  return withDesignOptions(command)
    .addOption(
      new Option('--engine <name>', 'which engine plays; both give the same bits')
        .choices(ENGINES)
        .default('wasm'),
    )
    .option('--json', 'print JSON instead of a screen')
}

export function widthOption(command: Command): Command {
  return command.option(
    '--width <columns>',
    'columns of the screen (default: the terminal)',
    whole(WIDTHS.least, WIDTHS.most),
  )
}

export function designOf(flags: Pick<RunFlags, 'quick' | 'batches'>): Design {
  const base = flags.quick ? QUICK_DESIGN : DEFAULT_DESIGN
  return { ...base, batches: flags.batches ?? base.batches }
}

export function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`expected a whole number from ${least} to ${most}`)
    }
    return value
  }
}
