/** Writing a coding sheet: over no file that is there, unless forced, since it may hold somebody's work. */
import { dirname } from 'node:path'
import { hasFolder, readWhole, writeWhole } from '../host/whole-file.ts'
import type { Io } from './io.ts'
import { resolve } from './resolve.ts'

/** Why nothing may be written there; asked before anything is read. */
export function sheetRefusal(output: string, force: boolean, io: Io): string | undefined {
  if (output.trim() === '') return 'the sheet has no name'
  if (/[/\\]$/.test(output)) return `${output} names a folder and no file`
  const file = resolve(io, output)
  const there = readWhole(file)
  if (there.kind === 'unread') return `${output} ${there.says}`
  if (!hasFolder(file)) return `${output} cannot be written: there is no folder ${dirname(output)}`
  return there.kind === 'text' && !force
    ? `${output} is there already, with what somebody may have coded (write over it with --force)`
    : undefined
}

/** Throws one clear sentence when the machine cannot write. */
export function keepSheet(output: string, text: string, io: Io): void {
  try {
    writeWhole(resolve(io, output), text)
  } catch (error) {
    throw new Error(`${output} could not be written (${(error as Error).message})`, { cause: error })
  }
}
