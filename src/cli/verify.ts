/** A receipt held against what is here: its parts by name, its tallies by playing again. */
import type { Loaded } from '../host/load.ts'
import { differencesOf } from '../report/receipt-difference.ts'
import type { Verified } from '../report/receipt-screen.ts'
import type { Receipt } from '../report/receipt.ts'
import { hashOf, talliesOf } from '../report/tallies.ts'
import { firstTallyDifference } from '../report/tally-difference.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Io } from './io.ts'
import { provenanceOf } from './provenance.ts'
import { resolve } from './resolve.ts'
import { playWorlds, worldsOf } from './worlds.ts'

export function verify(
  receipt: Receipt,
  { place, loaded, scenario, io }: { place: string; loaded: Loaded; scenario: Scenario; io: Io },
): Verified {
  const { seed, engine, summary } = receipt
  const { design } = summary
  const worlds = worldsOf(scenario, { seed, design })
  const is = provenanceOf({ path: resolve(io, place), loaded, engine: engine.name, plan: worlds.plan })
  const tallies = talliesOf(playWorlds(worlds, engine.name, io))
  const parting =
    hashOf(tallies) === receipt.summaryHash ? undefined : firstTallyDifference(summary, tallies, design)
  return {
    receipt,
    is,
    differences: differencesOf(receipt, is),
    ...(parting === undefined ? {} : { parting }),
  }
}
