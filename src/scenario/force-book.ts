/** What claims ask of arsenals and coalitions: each as it was written beside what could be read of it. */
import type { CandidateText } from './candidate.ts'
import type { Entry } from './entry.ts'
import type { Forces } from './forces.ts'
import type { Entries } from './nouns.ts'

export type ForceBook = {
  readonly [Noun in keyof Forces]: {
    readonly entries: ReadonlyMap<string, Entry<unknown>>
    readonly read: Forces[Noun]
  }
} & {
  /** By leader, as written. */
  readonly candidates: ReadonlyMap<string, readonly Entry<CandidateText>[]>
}

export function forceBook({ arsenals, coalitions, candidates }: Entries, forces: Forces): ForceBook {
  return {
    arsenals: { entries: arsenals, read: forces.arsenals },
    coalitions: { entries: coalitions, read: forces.coalitions },
    candidates,
  }
}
