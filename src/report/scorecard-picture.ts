/** The reliability diagram: how often it happened, by the chance that was given. On the diagonal the odds mean what they say. */
import type { Bin } from '../history/score/reliability.ts'
import type { Reliability, Scorecard } from '../history/score/scorecard.ts'
import { sheet, SPACE, TYPE } from './picture-look.ts'
import { coordinate } from './picture-path.ts'
import { escaped, textSvg } from './picture-text.ts'

/** Side of a square panel, and room around it, in px. */
const SIDE = 240
const LEFT = 52
const TOP = 84
const FOOT = 72
const GAP = 56
const TICKS = [0, 0.25, 0.5, 0.75, 1] as const
/** Radius of a mark grows with the root of its cells, so that its area tells their number. */
const RADIUS = { least: 3, perRoot: 0.8 } as const

const SHOWN: Readonly<Record<Reliability['id'], { readonly head: string; readonly style: string }>> = {
  any: { head: 'Any support, all channels', style: 'target' },
  combat: { head: 'Substantial combat', style: 'attacker' },
}

const TITLE = 'Do the odds mean what they say?'

export function reliabilitySvg({ reliability, cases }: Scorecard): string {
  // As wide as two panels even for one: the words below need the room.
  const width = LEFT + 2 * (SIDE + GAP) - GAP + SPACE.margin * 2
  const height = TOP + SIDE + FOOT
  const panels = reliability.map((one, at) => panelSvg(one, LEFT + at * (SIDE + GAP)))
  const feet = [
    `Across: the chance given. Up: how often it was so. The larger, the more cells; line: exact 95 % interval.`,
    `${cases.length} crises, each predicted without itself. On the diagonal the odds mean what they say.`,
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${TITLE}</title>`,
    `<desc id="desc">${escaped(reliability.map(described).join(' '))}</desc>`,
    `<style>${sheet()}</style>`,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    textSvg(TITLE, { x: SPACE.margin, y: 32, style: 'title ink' }),
    ...panels,
    ...feet.map((text, at) =>
      textSvg(text, { x: SPACE.margin, y: TOP + SIDE + 40 + at * 15, style: 'label quiet' }),
    ),
    '</svg>',
    '',
  ].join('\n')
}

function described({ id, bins }: Reliability): string {
  const parts = bins.map(
    ({ forecast, observed, n }) => `given ${forecast.toFixed(2)}, was ${observed.toFixed(2)} of ${n}`,
  )
  return `${SHOWN[id].head}: ${parts.join('; ')}.`
}

function panelSvg({ id, bins }: Reliability, x: number): string {
  const { head, style } = SHOWN[id]
  const [right, bottom] = [x + SIDE, TOP + SIDE]
  const rules = TICKS.map((tick) => `M${x} ${yOf(tick)}h${SIDE}`).join('')
  const ticks = TICKS.flatMap((tick) => [
    textSvg(String(tick), { x: x + tick * SIDE, y: bottom + 14, style: 'tick quiet', anchor: 'middle' }),
    textSvg(String(tick), {
      x: x - 6,
      y: bottom - tick * SIDE + TYPE.tick / 3,
      style: 'tick quiet',
      anchor: 'end',
    }),
  ])
  return [
    `<path class="rule" d="${rules}M${x} ${bottom}L${right} ${TOP}"/>`,
    ...ticks,
    `<g class="${style}">`,
    textSvg(head, { x, y: TOP - 14, style: 'head' }),
    ...bins.map((bin) => markSvg(bin, x)),
    '</g>',
  ].join('\n')
}

/** A ring at what was given and what was so, with the interval through it. */
function markSvg({ forecast, observed, n, low, high }: Bin, left: number): string {
  const x = coordinate(left + forecast * SIDE)
  const r = coordinate(RADIUS.least + RADIUS.perRoot * Math.sqrt(n))
  const [from, to] = [yOf(low), yOf(high)]
  return `<path class="line any" d="M${x} ${from}V${to}"/><circle class="line much" cx="${x}" cy="${yOf(observed)}" r="${r}"/>`
}

function yOf(share: number): string {
  return coordinate(TOP + SIDE * (1 - share))
}
