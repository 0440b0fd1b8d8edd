/** The counted rates of the shipped theory, where no scenario is at hand. */
import { BASE_RATES, readBaseRate } from './base-rate.ts'
import type { Context } from './context.ts'
import { byId, collect, readEach } from './entry.ts'
import type { BaseRate, Source } from './scenario.ts'
import { readSheets } from './sheet.ts'
import { readSource, SOURCES } from './source.ts'
import type { TextFile } from './text-file.ts'

export interface Rates {
  readonly baseRates: ReadonlyMap<string, BaseRate>
  readonly sources: ReadonlyMap<string, Source>
}

/** Throws where the theory that ships is at fault, which no user can mend. */
export function theoryRates(theory: readonly TextFile[]): Rates {
  const faults: Context['faults'] = []
  const { sheets } = readSheets(theory, 'theory', faults)
  const sources = byId(collect(sheets, SOURCES, faults))
  const context: Context = {
    faults,
    sources,
    actors: new Map(),
    layerOf: () => 'theory',
    changed: new Set(),
  }
  const rates = byId(collect(sheets, BASE_RATES, faults))
  const read = {
    sources: readEach(sources, (entry) => readSource(context, entry)),
    baseRates: readEach(rates, (entry) => readBaseRate(context, entry)),
  }
  const [first] = faults.filter(({ severity }) => severity === 'fault')
  if (first) throw new Error(`the shipped theory is at fault: ${first.says}`)
  return read
}
