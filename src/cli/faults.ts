/** Faults and warnings on the screen, and what they mean for the exit code. */
import type { Fault } from '../base/fault.ts'
import type { Loaded } from '../host/load.ts'
import { faultText } from '../report/fault-text.ts'
import type { Io } from './io.ts'
import { faultStyle } from './style.ts'

export function countsOf(faults: readonly Fault[]): { readonly faults: number; readonly warnings: number } {
  const warnings = faults.filter((fault) => fault.severity === 'warning').length
  return { faults: faults.length - warnings, warnings }
}

/** Faults after which a file is not read to its end. */
const UNREAD: ReadonlySet<string> = new Set([
  'yaml-syntax',
  'not-text',
  'too-large',
  'too-deep',
  'file-missing',
])
const REST = 'What could not be read was not checked: mend this, then lint again.'

/** `2 faults, 1 warning` */
export function countsText(faults: readonly Fault[]): string {
  const counts = countsOf(faults)
  return `${plural(counts.faults, 'fault')}, ${plural(counts.warnings, 'warning')}`
}

function plural(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`
}

export function faultScreen(loaded: Loaded, shown: readonly Fault[], io: Io): string {
  const style = faultStyle(io)
  const blocks = shown.map((fault) => `${faultText(fault, loaded.texts, style)}\n\n`).join('')
  return shown.some(({ code }) => UNREAD.has(code)) ? `${blocks}${REST}\n\n` : blocks
}

/** A scenario with faults is not run: the faults, warnings left out, and how many. */
export function refuse(path: string, loaded: Loaded, io: Io): void {
  const faults = loaded.faults.filter((fault) => fault.severity === 'fault')
  io.err(faultScreen(loaded, faults, io))
  io.err(`${path}: ${countsText(loaded.faults)}; nothing was run\n`)
}

/** Whether all that stops the run stands in the words of the command, and not in a file. */
export function isOfCommand({ faults }: Loaded): boolean {
  return faults
    .filter(({ severity }) => severity === 'fault')
    .every(({ code, span }) => code === 'bad-set' || /^--(set|without) /.test(span?.file ?? ''))
}

/** The scenario alone is sound: the change is at fault, and the last line says so. */
export function refuseChange(path: string, loaded: Loaded, io: Io): void {
  const faults = loaded.faults.filter((fault) => fault.severity === 'fault')
  io.err(faultScreen(loaded, faults, io))
  io.err(
    `the change is at fault, not the scenario ${path}: ${plural(faults.length, 'fault')}; nothing was run\n`,
  )
}

/** Warnings do not stop a run, but nobody is left unaware of them. */
export function warn(path: string, loaded: Loaded, io: Io): void {
  if (countsOf(loaded.faults).warnings === 0) return
  io.err(`${path}: ${countsText(loaded.faults)}; see foedus lint ${path}\n`)
}
