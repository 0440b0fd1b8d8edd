/**
 * A coded crisis: the eve as a scenario, and, kept apart from it, what outsiders then did. The
 * scenario is all that a prediction may read; what happened is for fitting and for scoring.
 */
import type { ChannelId, Scenario } from '../scenario/scenario.ts'

export const CONFIDENCES = ['high', 'medium', 'low'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** What one supporter of one side did over the whole crisis. */
export interface Deed {
  readonly supporter: string
  readonly recipient: string
  /** By channel: the highest level recorded, 0 to 3; absent where nobody can tell (a void cell). */
  readonly levels: ReadonlyMap<ChannelId, number>
  readonly confidence: Confidence
  /** Channels of which the coder is least certain. */
  readonly unsure: ReadonlySet<ChannelId>
  readonly note?: string
}

/** What a group that is no state did; predicted by `proxies` and scored apart. */
export interface Entry {
  readonly group: string
  /** Days from the start to the first attack in force; absent: it did not enter. */
  readonly day?: number
  /** Days from the start that the fighting that was observed lasted; absent: as long as the eve's horizon. */
  readonly within?: number
  /** True where the weights of the groups were set on this very case. */
  readonly inSample: boolean
  readonly note?: string
}

export interface CodedCase {
  readonly id: string
  /** Checked; holds nothing that was known only after its as-of date. */
  readonly eve: Scenario
  readonly deeds: readonly Deed[]
  readonly groups: readonly Entry[]
  /** Supporters that no mechanism can be asked about, with the reason: void. */
  readonly left: readonly { readonly supporter: string; readonly because: string }[]
}
