/** What is odd about the flows as a whole, though each entry by itself is in order. */
import type { Context } from './context.ts'
import type { Flows } from './flows.ts'
import { warnMarkets } from './market-lint.ts'
import type { Parties } from './named-party.ts'
import type { Entries } from './nouns.ts'
import { warnReach } from './reach-lint.ts'
import { warnThin } from './thin-flow.ts'
import { warnWays } from './way-lint.ts'

export interface Linted {
  readonly entries: Entries
  readonly flows: Flows
  readonly parties: Parties
}

/** While anything is at fault, what seems to be missing may be the very thing that could not be read. */
export function warnFlows(context: Context, linted: Linted): void {
  if (context.faults.some(({ severity }) => severity === 'fault')) return
  warnWays(context, linted)
  warnThin(context, linted)
  warnReach(context, linted)
  warnMarkets(context, linted)
}
