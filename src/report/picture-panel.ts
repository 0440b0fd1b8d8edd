/** One panel of the picture: a channel of one belligerent, at two levels, each with its band and its error. */
import type { SeriesLine } from '../engine/series.ts'
import { bandPath, linePath, type Point } from './picture-path.ts'
import { textSvg } from './picture-text.ts'
import { SPACE, TYPE } from './picture-look.ts'

export interface Panel {
  /** Left edge and top edge. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly horizon: number
  /** How many playouts, and how many draws of the parameters, stand behind the lines. */
  readonly playouts: number
  readonly draws: number
}

/** What a line of a level is called beside its end, and how it is drawn. */
const SHOWN = [
  { level: 1, word: 'any', style: 'any' },
  { level: 2, word: 'substantial', style: 'much' },
] as const

/** Two-sided 95 % of a normal. */
const TWO_SIDED = 1.96
/** From the 5 % to the 95 % point of a normal, in standard deviations. */
const BAND_DEVIATIONS = 3.29

/** Bands under lines under words, so that nothing is hidden. */
export function panelSvg(lines: readonly SeriesLine[], panel: Panel): string {
  const shown = SHOWN.flatMap((how) => {
    const line = lines.find(({ level }) => level === how.level)
    return line ? [{ ...how, line }] : []
  })
  const labels = spread(
    shown.map(({ line }) => yOf(line.mean.at(-1) ?? 0, panel)),
    panel,
  )
  return [
    ...shown.map(({ line }) => `<path class="band" d="${between(line.low, line.high, panel)}"/>`),
    ...shown.map(({ line }) => `<path class="error" d="${errorBand(line, panel)}"/>`),
    ...shown.map(
      ({ line, style }) => `<path class="line ${style}" d="${linePath(pointsOf(line.mean, panel))}"/>`,
    ),
    ...shown.map(({ line, word }, at) => {
      const place = { x: panel.x + panel.width + 4, y: labels[at]! + TYPE.label / 3, style: 'label' }
      return textSvg(`${word} ${shareText(line.mean.at(-1) ?? 0)}`, place)
    }),
  ].join('\n')
}

/** `0.07`, `<0.01`, `0` only where it never was. */
export function shareText(share: number): string {
  if (share === 0) return '0'
  if (share < 0.005) return '<0.01'
  return share > 0.995 && share < 1 ? '>0.99' : share.toFixed(2)
}

export function yOf(share: number, { y }: Pick<Panel, 'y'>): number {
  return y + SPACE.panelHeight * (1 - share)
}

function pointsOf(values: readonly number[], panel: Panel): Point[] {
  return values.map((value, day) => ({
    x: panel.x + (panel.horizon === 0 ? 0 : (day / panel.horizon) * panel.width),
    y: yOf(Math.min(1, Math.max(0, value)), panel),
  }))
}

function between(low: readonly number[], high: readonly number[], panel: Panel): string {
  return bandPath(pointsOf(low, panel), pointsOf(high, panel))
}

/** The mean's own 95 %: from the draws of the parameters that there were, and from the chance of so many playouts. */
function errorBand({ mean, low, high }: SeriesLine, panel: Panel): string {
  const half = mean.map((p, day) => {
    const deviation = (high[day]! - low[day]!) / BAND_DEVIATIONS
    const variance = (deviation * deviation) / panel.draws + (p * (1 - p)) / panel.playouts
    return TWO_SIDED * Math.sqrt(variance)
  })
  return between(
    mean.map((p, day) => p - half[day]!),
    mean.map((p, day) => p + half[day]!),
    panel,
  )
}

/** Two labels at their lines' heights, moved apart where they would touch, and kept between the ends of the axis. */
function spread(heights: readonly number[], panel: Panel): readonly number[] {
  const [any, much] = heights
  if (any === undefined || much === undefined) return heights
  const apart = TYPE.label + 2
  const push = Math.max(0, apart - (much - any)) / 2
  const lower = Math.min(Math.max(much + push, yOf(1, panel) + apart), yOf(0, panel))
  return [Math.min(Math.max(any - push, yOf(1, panel)), lower - apart), lower]
}
