/** What claims ask of the flows: every noun as it was written beside what could be read of it. */
import type { Entry } from './entry.ts'
import type { Flows } from './flows.ts'
import type { Entries } from './nouns.ts'

export type FlowBook = {
  readonly [Noun in keyof Flows]: {
    readonly entries: ReadonlyMap<string, Entry<unknown>>
    readonly read: Flows[Noun]
  }
} & {
  /** By seller. */
  readonly buyers: Entries['buyers']
}

export function flowBook(entries: Entries, flows: Flows): FlowBook {
  return {
    places: { entries: entries.places, read: flows.places },
    routes: { entries: entries.routes, read: flows.routes },
    shipments: { entries: entries.shipments, read: flows.shipments },
    interdiction: { entries: entries.interdiction, read: flows.interdiction },
    arms: { entries: entries.arms, read: flows.arms },
    markets: { entries: entries.markets, read: flows.markets },
    buyers: entries.buyers,
  }
}
