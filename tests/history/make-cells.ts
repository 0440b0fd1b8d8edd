/** Made-up records and forecasters for the laws of scores. */
import * as fc from 'fast-check'
import { keyOf, uniform } from '../../src/base/stream.ts'
import type { Cell, Forecaster, Odds } from '../../src/history/prediction.ts'
import type { Predicted } from '../../src/history/score/input.ts'
import { CHANNELS } from '../../src/scenario/scenario.ts'

const KEY = keyOf({ seed: 1, owner: 'test', actor: '', purpose: 'cells' })

/** Reproducible chance, by number. */
export function chance(index: number, playout = 0): number {
  return uniform(KEY, { draw: 0, playout, day: 0, index })
}

export function cellOf(cell: Partial<Cell>): Cell {
  return {
    of: 'one',
    asOf: 0,
    supporter: 'avalon',
    recipient: 'borduria',
    channel: 'combat',
    recorded: 0,
    unsure: false,
    owed: false,
    ...cell,
  }
}

export function forecaster(
  id: string,
  cells: readonly Cell[],
  say: (cell: Cell, at: number) => Odds,
): Forecaster {
  return { id, odds: cells.map(say) }
}

export function sure(level: number): Odds {
  return [Number(level === 0), Number(level === 1), Number(level === 2), Number(level === 3)]
}

export const UNIFORM: Odds = [0.25, 0.25, 0.25, 0.25]

const SUPPORTERS = ['avalon', 'cascadia', 'ussr', 'russia', 'dorn'] as const

/** Six cases of four supporters each, in all channels, with levels by chance. */
export function record(): readonly Cell[] {
  const cells: Cell[] = []
  for (let of = 0; of < 6; of++)
    for (let row = 0; row < 4; row++)
      for (const channel of CHANNELS)
        cells.push(
          cellOf({
            of: `case-${of}`,
            asOf: of * 100,
            supporter: SUPPORTERS[(of + row) % SUPPORTERS.length]!,
            channel,
            recorded: Math.floor(chance(cells.length) * 4),
            unsure: cells.length % 5 === 0,
            owed: row === 0 && channel === 'materiel',
          }),
        )
  return cells
}

/** Odds that lean to the record, more or less. */
export function leaning(cells: readonly Cell[], weight: number): Forecaster {
  return forecaster('model', cells, ({ recorded }, at) => {
    const parts = [0, 1, 2, 3].map((level) => chance(at, level + 1) + (level === recorded ? weight : 0))
    const sum = parts.reduce((total, part) => total + part, 0)
    return [parts[0]! / sum, parts[1]! / sum, parts[2]! / sum, parts[3]! / sum]
  })
}

export function predicted(cells: readonly Cell[], model: Forecaster): Predicted {
  return { cells, model, groups: [], voids: [] }
}

export const oddsArbitrary: fc.Arbitrary<Odds> = fc
  .tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: 1, max: 1000 })))
  .map((parts) => {
    const sum = parts.reduce((total, part) => total + part, 0)
    return [parts[0]! / sum, parts[1]! / sum, parts[2]! / sum, parts[3]! / sum]
  })

export const levelArbitrary: fc.Arbitrary<number> = fc.integer({ min: 0, max: 3 })
