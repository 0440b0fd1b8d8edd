/**
 * One channel of one supporter in full: from the decision to effect to the credible report, each with how often and
 * when; how much it came to; who was first, the help or the end; and the first days as a strip.
 */
import type { Summary } from '../engine/summary.ts'
import { FEW_EVENTS } from '../judge/interval.ts'
import { END_FIRST, HELP_FIRST } from '../mechanisms/race.ts'
import { cameOf, dayText, stripText, sumOf } from './bins.ts'
import { binsOf, meanOf } from './blocks.ts'
import { countText, plain, probabilityText, shareText } from './number-text.ts'
import { flow } from './wrap.ts'

const STAGES = [
  ['resolved', 'resolved'],
  ['delivered', 'start'],
  ['seen', 'seen'],
] as const
const INDENT = 4
/** The strip stays short on the widest screen. */
const STRIP_MOST = 60
const LEVELS = [1, 2, 3] as const

interface Sheet {
  readonly summary: Summary
  readonly width: number
}

export function stageBlock(key: string, { summary, width }: Sheet): readonly string[] {
  const stages = STAGES.flatMap(([name, kind]) => {
    const bins = binsOf(summary, `${kind}:${key}`)
    if (bins === undefined) return []
    const share = shareText(sumOf(cameOf(bins)), summary.design)
    return [`${name} ${share}${sumOf(cameOf(bins)) === 0 ? '' : `, day ${dayText(bins)}`}`]
  })
  const rest = [doseText(key, summary), raceText(key, summary), eveText(key, summary)]
  const cells = [...stages, ...rest].filter((text) => text !== '').map((text) => ({ text }))
  return [...flow(cells, { width, indent: INDENT }), ...stripLine(key, { summary, width })]
}

function doseText(key: string, summary: Summary): string {
  const dose = meanOf(summary, `dose:${key}`)
  return dose === undefined ? '' : `dose ${plain(dose)}`
}

/** `before the end in 0.63 of 512`: of the playouts that saw both help and the end. */
function raceText(key: string, summary: Summary): string {
  const race = binsOf(summary, `race:${key}`) ?? []
  const [first, races] = [race[HELP_FIRST] ?? 0, (race[HELP_FIRST] ?? 0) + (race[END_FIRST] ?? 0)]
  if (races === 0) return ''
  const often = races < FEW_EVENTS ? String(first) : probabilityText(first / races)
  return `before the end in ${often} of ${countText(races)}`
}

/** Closed form: the chance of a level or more on the eve, a mean over all playouts. */
function eveText(key: string, summary: Summary): string {
  const chances = LEVELS.map((least) => {
    const means = LEVELS.filter((level) => level >= least).map((level) =>
      meanOf(summary, `choice:${key}:${level}`),
    )
    return means.every((mean) => mean !== undefined) ? means.reduce((sum, mean) => sum + mean, 0) : undefined
  })
  if (chances.some((chance) => chance === undefined)) return ''
  const texts = chances.map(
    (chance, at) => `${LEVELS[at]! < 3 ? `≥${LEVELS[at]}` : '3'} ${probabilityText(chance!)}`,
  )
  return `on the eve ${texts.join(', ')}`
}

/** `first days │  ▃█▂      │ 0-90` */
function stripLine(key: string, { summary, width }: Sheet): readonly string[] {
  const start = binsOf(summary, `start:${key}`) ?? []
  const days = cameOf(start)
  if (sumOf(days) === 0) return []
  const [head, end] = ['first days │', `│ 0-${days.length - 1}`]
  const room = Math.min(STRIP_MOST, width - INDENT - head.length - end.length)
  return [`${' '.repeat(INDENT)}${head}${stripText(start, room)}${end}`]
}
