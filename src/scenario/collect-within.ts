/** The entries that stand within entries of another noun: buyers of a market, candidates of a coalition. */
import type { Fault } from '../base/fault.ts'
import type { Entry, Noun, Sheet } from './entry.ts'
import { collect } from './entry.ts'

/** By the id of the holder, as if each holder were a file of its own, so that one at fault hides none of the others. */
export function collectWithin<T>(
  holders: ReadonlyMap<string, Entry<unknown>>,
  noun: Noun<T>,
  { sheets, faults }: { readonly sheets: readonly Sheet[]; readonly faults: Fault[] },
): Map<string, readonly Entry<T>[]> {
  const within = new Map<string, readonly Entry<T>[]>()
  for (const [id, entry] of holders) {
    const sheet = sheets.find(({ path }) => path === entry.at.file)
    if (sheet) within.set(id, collect([{ ...sheet, root: entry.node }], noun, faults))
  }
  return within
}
