/** Faults of files that are no scenario, on the screen: all of them, and how many. */
import type { Fault } from '../base/fault.ts'
import { faultText } from '../report/fault-text.ts'
import { countsText } from './faults.ts'
import type { Io } from './io.ts'
import { faultStyle } from './style.ts'

export function showFaults(
  { faults, texts }: { readonly faults: readonly Fault[]; readonly texts: ReadonlyMap<string, string> },
  io: Io,
): void {
  const style = faultStyle(io)
  const told = faults.filter(({ severity }) => severity === 'fault')
  io.err(told.map((fault) => `${faultText(fault, texts, style)}\n\n`).join(''))
  io.err(`${countsText(faults)}; nothing was done\n`)
}
