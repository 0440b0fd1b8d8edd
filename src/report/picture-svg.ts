/**
 * The picture of a crisis: small multiples, a row for each channel, a column for each belligerent that may be
 * supported. Text in, text out; the same series gives the same bytes.
 */
import type { Series } from '../engine/series.ts'
import { CHANNEL_LABELS } from '../mechanisms/axes.ts'
import type { Ladder, Scenario } from '../scenario/scenario.ts'
import { dayTicks, edgesOf, wordsOn } from './picture-axis.ts'
import { panelWidth, sheet, SPACE, TYPE } from './picture-look.ts'
import { type Panel, panelSvg, yOf } from './picture-panel.ts'
import { coordinate } from './picture-path.ts'
import { escaped, textSvg } from './picture-text.ts'
import { description, footLines, headText, SUBTITLE } from './picture-words.ts'

export interface PictureOptions {
  readonly seed: number
  /** Draws of the parameters behind the series. */
  readonly draws: number
}

/** Days that can be named along a panel: one each so many px. */
const TICK_EVERY = 48

export function pictureSvg(series: Series, scenario: Scenario, { seed, draws }: PictureOptions): string {
  const recipients = columnsOf(series, scenario)
  const each = panelWidth(recipients.length)
  const width =
    SPACE.margin * 2 + SPACE.gutter + recipients.length * (each + SPACE.label + SPACE.gap) - SPACE.gap
  const bottom = SPACE.head + CHANNEL_LABELS.length * (SPACE.panelHeight + SPACE.rowGap) - SPACE.rowGap
  const height = bottom + SPACE.foot
  const horizon = series.days.at(-1) ?? 0
  const panelAt = (column: number, row: number): Panel => ({
    x: SPACE.margin + SPACE.gutter + column * (each + SPACE.label + SPACE.gap),
    y: SPACE.head + row * (SPACE.panelHeight + SPACE.rowGap),
    width: each,
    horizon,
    playouts: series.playouts,
    draws,
  })
  const body = CHANNEL_LABELS.flatMap((channel, row) => [
    rowSvg(channel, panelAt(0, row), scenario.ladder),
    ...recipients.map((recipient, column) => {
      const panel = panelAt(column, row)
      const lines = series.lines.filter((line) => line.recipient === recipient && line.channel === channel)
      return grouped(recipient, scenario, [rulesSvg(panel, scenario.ladder), panelSvg(lines, panel)])
    }),
  ])
  const heads = recipients.map((recipient, column) =>
    grouped(recipient, scenario, [
      textSvg(headText(recipient, scenario), { x: panelAt(column, 0).x, y: SPACE.head - 10, style: 'head' }),
    ]),
  )
  const days = recipients.map((_, column) => daysSvg(panelAt(column, CHANNEL_LABELS.length - 1)))
  const feet = footLines(scenario, series, seed).map((text, at) =>
    textSvg(text, { x: SPACE.margin, y: bottom + 44 + at * 15, style: 'label quiet' }),
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${escaped(scenario.title)}: who is given what, day by day</title>`,
    `<desc id="desc">${escaped(description(series, scenario))}</desc>`,
    `<style>${sheet()}</style>`,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    textSvg(scenario.title, { x: SPACE.margin, y: 32, style: 'title ink' }),
    textSvg(SUBTITLE, { x: SPACE.margin, y: 52, style: 'text quiet' }),
    ...heads,
    ...body,
    ...days,
    ...feet,
    '</svg>',
    '',
  ].join('\n')
}

/** Attackers first; who can have no supporter has no column. */
function columnsOf({ lines }: Series, { crisis }: Scenario): string[] {
  const supported = new Set(lines.map(({ recipient }) => recipient))
  return [...crisis.attackers, ...crisis.targets].filter((id) => supported.has(id))
}

/** In the hue of its side. */
function grouped(recipient: string, { crisis }: Scenario, parts: readonly string[]): string {
  const side = crisis.attackers.includes(recipient) ? 'attacker' : 'target'
  return `<g class="${side}">\n${parts.join('\n')}\n</g>`
}

/** The name of the channel and the axis of probability. */
function rowSvg(channel: string, panel: Panel, ladder: Ladder): string {
  const ends = [
    { text: '0', at: 0 },
    { text: '1', at: 1 },
  ]
  const ticks = [...ends, ...wordsOn(ladder, SPACE.panelHeight)].map(({ text, at }) =>
    textSvg(text, { x: panel.x - 6, y: yOf(at, panel) + TYPE.tick / 3, style: 'tick quiet', anchor: 'end' }),
  )
  const name = textSvg(channel, { x: SPACE.margin, y: panel.y - 10, style: 'head ink' })
  return [name, ...ticks].join('\n')
}

/** The edges of the words, light, with the ends of the axis. */
function rulesSvg({ x, y, width }: Panel, ladder: Ladder): string {
  const rules = [0, ...edgesOf(ladder, SPACE.panelHeight), 1].map(
    (edge) => `M${x} ${coordinate(yOf(edge, { y }))}h${width}`,
  )
  return `<path class="rule" d="${rules.join('')}"/>`
}

/** Days under the last row. */
function daysSvg({ x, y, width, horizon }: Panel): string {
  const ticks = dayTicks(horizon, Math.floor(width / TICK_EVERY))
  return ticks
    .map((day) => {
      const at = x + (horizon === 0 ? 0 : (day / horizon) * width)
      const text = day === 0 ? 'day 0' : String(day)
      return textSvg(text, { x: at, y: y + SPACE.panelHeight + 16, style: 'tick quiet', anchor: 'middle' })
    })
    .join('\n')
}
