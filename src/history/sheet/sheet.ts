/**
 * A coding sheet: what one coder says of every supporter and side, in a form that any spreadsheet can hold. Its
 * columns are those of the coding manual (history/CODING.md).
 */
import type { Span } from '../../base/fault.ts'
import { CHANNELS, CLAUSES, type ChannelId } from '../../scenario/scenario.ts'
import type { Metric } from './alpha.ts'
import type { Confidence } from '../coded.ts'
import { FEATURES } from '../row.ts'

export const GROUPS = ['inputs', 'promises', 'levels'] as const
export type Group = (typeof GROUPS)[number]

/** One thing that is coded of each row. */
export interface Variable {
  /** Its column. */
  readonly id: string
  readonly group: Group
}

/** How far apart two codings of a group are. */
export const METRICS: Readonly<Record<Group, Metric>> = {
  inputs: 'interval',
  promises: 'nominal',
  levels: 'ordinal',
}
/** From the least that can be said to the most. */
export const WIDEST: Readonly<Record<Group, number>> = { inputs: 1, promises: 1, levels: 3 }

const IDS: Readonly<Record<Group, readonly string[]>> = {
  inputs: FEATURES,
  promises: [...CLAUSES, 'binds', 'discretion'],
  levels: CHANNELS,
}

export const VARIABLES: readonly Variable[] = GROUPS.flatMap((group) =>
  IDS[group].map((id) => ({ id, group })),
)

/** What a row is about. */
export const NAMES = ['case', 'supporter', 'recipient'] as const
/** What is said of the coding itself. */
const REMARKS = ['confidence', 'unsure', 'note'] as const
export const COLUMNS: readonly string[] = [...NAMES, ...VARIABLES.map(({ id }) => id), ...REMARKS]

export interface Coding {
  /** Id of the case. */
  readonly of: string
  readonly supporter: string
  readonly recipient: string
  /** By variable; yes is 1 and no 0; absent where the coder says nothing. */
  readonly values: ReadonlyMap<string, number>
  readonly confidence?: Confidence
  readonly unsure: ReadonlySet<ChannelId>
  readonly note?: string
  /** Where the name of its case stands in its file. */
  readonly span?: Span
}

/** Two codings with the same key are about the same thing. */
export function keyOfCoding({
  of,
  supporter,
  recipient,
}: Pick<Coding, 'of' | 'supporter' | 'recipient'>): string {
  return JSON.stringify([of, supporter, recipient])
}

/** Names only, for a coder who has seen nothing. */
export function blankOf({ of, supporter, recipient }: Coding): Coding {
  return { of, supporter, recipient, values: new Map(), unsure: new Set() }
}
