/** The ranked score case by case and channel by channel, and the chance of some and of substantial support in each channel. */
import { CHANNELS, type ChannelId } from '../../scenario/scenario.ts'
import { type Estimate, meanOf } from './bootstrap.ts'
import type { Cell, Forecaster } from '../prediction.ts'
import { brierScore, rankedScore, SUBSTANTIAL } from './score.ts'
import { apart, type Ground, read, summed } from './standings.ts'

export interface Slice {
  readonly id: string
  readonly cells: number
  /** Ranked scores in the order of the forecasters. */
  readonly scores: readonly { readonly id: string; readonly value: number }[]
}

/** The dearest first. */
export function slices(
  ground: Ground,
  forecasters: readonly Forecaster[],
): { readonly byCase: readonly Slice[]; readonly byChannel: readonly Slice[] } {
  const by = (names: readonly string[], nameOf: (cell: Cell) => string): readonly Slice[] =>
    names.flatMap((name) => {
      const places = ground.cells.flatMap((cell, at) => (nameOf(cell) === name ? [at] : []))
      return places.length === 0 ? [] : [sliceOf(name, places)]
    })
  const sliceOf = (id: string, places: readonly number[]): Slice => ({
    id,
    cells: places.length,
    scores: forecasters.map(({ id: name, odds }) => {
      const sum = places.reduce((total, at) => total + rankedScore(odds[at]!, ground.cells[at]!.recorded), 0)
      return { id: name, value: sum / places.length }
    }),
  })
  const dearest = (one: Slice, other: Slice): number => other.scores[0]!.value - one.scores[0]!.value
  return {
    byCase: by(ground.cases, ({ of }) => of).toSorted(dearest),
    byChannel: by(CHANNELS, ({ channel }) => channel).toSorted(dearest),
  }
}

export interface ChannelScore {
  readonly channel: ChannelId
  readonly level: number
  readonly cells: number
  readonly events: number
  /** Brier scores. */
  readonly model: Estimate
  readonly climatology: Estimate
  readonly difference: Estimate
}

/** Some support, and substantial support, in each channel that has cells. */
export function channelScores(
  ground: Ground,
  model: Forecaster,
  climatology: Forecaster,
): readonly ChannelScore[] {
  return CHANNELS.flatMap((channel) =>
    [1, SUBSTANTIAL].flatMap((level) => {
      const own = ground.cells.filter((cell) => cell.channel === channel)
      if (own.length === 0) return []
      const [mine, theirs] = [model, climatology].map(({ odds }) =>
        summed(ground, (cell, at) =>
          cell.channel === channel ? brierScore(odds[at]!, cell.recorded, level) : undefined,
        ),
      )
      return [
        {
          channel,
          level,
          cells: own.length,
          events: own.filter(({ recorded }) => recorded >= level).length,
          model: read(ground, meanOf(mine!))!,
          climatology: read(ground, meanOf(theirs!))!,
          difference: read(ground, meanOf(apart(mine!, theirs!)))!,
        },
      ]
    }),
  )
}
