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

/** `2 faults, 1 warning` */
export function countsText(faults: readonly Fault[]): string {
  const counts = countsOf(faults)
  const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`
  return `${plural(counts.faults, 'fault')}, ${plural(counts.warnings, 'warning')}`
}

export function faultScreen(loaded: Loaded, shown: readonly Fault[], io: Io): string {
  const style = faultStyle(io)
  return shown.map((fault) => `${faultText(fault, loaded.texts, style)}\n\n`).join('')
}
