/** Writing the receipt of a run: over nothing but another receipt, unless forced. */
import { dirname } from 'node:path'
import { scenarioPaths } from '../host/load.ts'
import { hasFolder, isSame, readWhole, realPlace, writeWhole } from '../host/whole-file.ts'
import { makeReceipt, type Provenance, receiptText } from '../report/receipt.ts'
import { isReceipt } from '../report/receipt-shape.ts'
import type { Io } from './io.ts'
import type { PlayedPaired } from './play.ts'
import { pathFrom } from './provenance.ts'
import { resolve } from './resolve.ts'

/** What the command line says about the file to be written. */
export interface Kept {
  readonly output?: string
  readonly force?: boolean
}

/** A kind of file that a command writes, and may write over. */
export interface Written {
  readonly called: string
  readonly isOne: (text: string) => boolean
  /** A name for one that no scenario would read. */
  readonly example: string
}

const RECEIPT: Written = { called: 'receipt', isOne: isReceipt, example: 'receipt.json' }
export const PICTURE: Written = {
  called: 'picture',
  isOne: (text) => text.trimStart().startsWith('<svg'),
  example: 'picture.svg',
}

/** Why nothing may be written there; asked before anything is played. `path`: of the scenario, as it was typed. */
export function refusalOf(
  path: string,
  { output, force, as = RECEIPT }: Kept & { readonly as?: Written },
  io: Io,
): string | undefined {
  if (output === undefined) return undefined
  if (output.trim() === '') return `the ${as.called} has no name`
  const file = resolve(io, output)
  const there = readWhole(file)
  if (there.kind === 'unread') return `${output} ${there.says}`
  if (/[/\\]$/.test(output)) return `${output} names a folder and no file`
  if (!hasFolder(file)) return `${output} cannot be written: there is no folder ${dirname(output)}`
  const harmed = harmOf(resolve(io, path), file, as)
  if (harmed !== undefined) return `${output} ${harmed}`
  if (there.kind === 'absent' || force || as.isOne(there.text)) return undefined
  return `${output} is there and is no ${as.called} (write over it with --force)`
}

const READ_AS_SCENARIO = /\.(ya?ml|md)$/i

/** Nothing that is written may take the place of a scenario's file, or be read as one later. */
function harmOf(scenario: string, file: string, { example }: Written): string | undefined {
  const paths = scenarioPaths(scenario)
  if (paths.some((path) => isSame(path, file))) return 'is a file of the scenario itself'
  const [first] = paths
  if (first === undefined) return undefined
  const places = [file, realPlace(file)].filter((place) => READ_AS_SCENARIO.test(place))
  return places.some((place) => isSame(dirname(place), dirname(first)))
    ? `would be read as part of the scenario, in whose folder it lies (write a name such as ${example})`
    : undefined
}

/** Throws one clear sentence when the machine cannot write. */
export function keepReceipt(
  output: string,
  { path, provenance, played, io }: { path: string; provenance: Provenance; played: PlayedPaired; io: Io },
): void {
  const [file, scenario] = [resolve(io, output), resolve(io, path)]
  const receipt = makeReceipt(provenance, {
    path: pathFrom(file, { typed: path, path: scenario }),
    seed: played.plan.seed,
    outcome: played,
  })
  try {
    writeWhole(file, receiptText(receipt))
  } catch (error) {
    throw new Error(`${output} could not be written (${(error as Error).message})`, { cause: error })
  }
}
