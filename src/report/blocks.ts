/** What the blocks of `foedus run` share: how wide they are, whom they are about, a title with its entries. */
import type { Summary } from '../engine/summary.ts'
import { playoutsOf } from '../judge/interval.ts'
import type { VoteChances } from '../engine/vote-chances.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Colour } from './colour.ts'
import { flow, wrap } from './wrap.ts'

export interface RunScreenOptions {
  /** Columns. */
  readonly width: number
  readonly colour: Colour
  readonly seed: number
  /** Under each supporter what was resolved, delivered and seen, channel by channel, and what bound. */
  readonly verbose?: boolean
  /** Adds to each draft how likely each member is to vote how. */
  readonly votes?: VoteChances
  /** Only what this supporter gives and does, in full. */
  readonly of?: string
}

/** What a block is made from. */
export interface Played {
  readonly summary: Summary
  readonly scenario: Scenario
  readonly options: RunScreenOptions
}

export function isFull({ verbose, of }: RunScreenOptions): boolean {
  return verbose === true || of !== undefined
}

/** Whether the screen is about this actor too. */
export function isTold(actor: string, { of }: RunScreenOptions): boolean {
  return of === undefined || of === actor
}

/** Means are whole numbers of 2^-40 (engine/summary.ts). */
const MEAN_UNIT = 1_099_511_627_776

/** A mean over all playouts; undefined where it was not kept. */
export function meanOf({ means, design }: Summary, name: string): number | undefined {
  const tally = means.get(name)
  return tally === undefined ? undefined : Number(tally.sum) / MEAN_UNIT / playoutsOf(design)
}

export function binsOf({ histograms }: Summary, name: string): readonly number[] | undefined {
  return histograms.get(name)?.bins
}

export function entry(
  name: string,
  cells: readonly string[],
  { width }: RunScreenOptions,
): readonly string[] {
  return [
    ...wrap(name, { width, indent: 1, hang: 3 }),
    ...flow(
      cells.map((text) => ({ text })),
      { width, indent: 3 },
    ),
  ]
}

/** A block under its title; nothing where there is nothing to tell. */
export function titled(
  title: string,
  rows: readonly string[],
  { width, colour }: RunScreenOptions,
): readonly string[] {
  return rows.length === 0 ? [] : ['', ...wrap(title, { width, indent: 0 }).map(colour.strong), ...rows]
}
