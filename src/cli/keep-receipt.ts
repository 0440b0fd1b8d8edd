/** Writing the receipt of a run: over nothing but another receipt, unless forced. */
import type { EngineName } from '../engine/kernel.ts'
import { readWhole, writeWhole } from '../host/whole-file.ts'
import { makeReceipt, receiptText } from '../report/receipt.ts'
import { isReceipt } from '../report/receipt-shape.ts'
import type { Io } from './io.ts'
import type { PlayedPaired } from './play.ts'
import { pathFrom, provenanceOf } from './provenance.ts'
import { resolve } from './resolve.ts'

/** What the command line says about the receipt. */
export interface Kept {
  readonly output?: string
  readonly force?: boolean
}

/** Why nothing may be written there; asked before anything is played. */
export function refusalOf({ output, force }: Kept, io: Io): string | undefined {
  if (output === undefined) return undefined
  if (output.trim() === '') return 'the receipt has no name'
  const there = readWhole(resolve(io, output))
  if (there.kind === 'absent') return undefined
  if (there.kind === 'unread') return `${output} ${there.says}`
  if (force || isReceipt(there.text)) return undefined
  return `${output} is there and is no receipt (write over it with --force)`
}

/** Throws one clear sentence when the machine cannot write. */
export function keepReceipt(
  output: string,
  { path, engine, played, io }: { path: string; engine: EngineName; played: PlayedPaired; io: Io },
): void {
  const { loaded, plan } = played
  const [file, scenario] = [resolve(io, output), resolve(io, path)]
  const provenance = provenanceOf({ path: scenario, loaded, engine, plan })
  const receipt = makeReceipt(provenance, {
    path: pathFrom(file, scenario),
    seed: plan.seed,
    outcome: played,
  })
  try {
    writeWhole(file, receiptText(receipt))
  } catch (error) {
    throw new Error(`${output} could not be written (${(error as Error).message})`, { cause: error })
  }
}
