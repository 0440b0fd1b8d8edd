/**
 * Support in `foedus run`: declared and delivered are two things. For each supporter and channel how often it was
 * resolved upon, delivered at which level, seen and in time; asked for more, when, how much, and what bound.
 */
import type { HistogramTally, Summary } from '../engine/summary.ts'
import { FEW_EVENTS } from '../judge/interval.ts'
import { END_FIRST, HELP_FIRST } from '../mechanisms/race.ts'
import { CHANNELS, type Dyad } from '../scenario/scenario.ts'
import { cameOf, dayText, sumOf, tail } from './bins.ts'
import { binsOf, isFull, isTold, type Played } from './blocks.ts'
import { ledgerCells, withoutText } from './ledger-block.ts'
import { actorName } from './names.ts'
import { cellText, probabilityText } from './number-text.ts'
import { stageBlock } from './stage-block.ts'
import { clip, flow, pad, wrap } from './wrap.ts'

const LEVELS = [1, 2, 3] as const
const NAME_WIDTH = 15
const NUMBER_WIDTH = 7
const WIDE = 9
const NOT_KNOWN = '–'
/** Bin of `intime:`. */
const YES = 1

export function supportBlock(played: Played): readonly string[] {
  const { scenario, options } = played
  const dyads = scenario.dyads.filter(({ supporter }) => isTold(supporter, options))
  const blocks = dyads.flatMap((dyad) => dyadBlock(dyad, played))
  if (blocks.length === 0 && options.of !== undefined) return []
  if (blocks.length === 0) return ['No state has a stake in a side, so none decides on support.']
  const title = 'Support: resolved, delivered at level 1, 2 and 3, seen, in time'
  return [...wrap(title, { width: options.width, indent: 0 }).map(options.colour.strong), ...blocks]
}

function dyadBlock(dyad: Dyad, played: Played): readonly string[] {
  const { summary, scenario, options } = played
  const { width, colour } = options
  const name = `${actorName(dyad.supporter, scenario)} → ${actorName(dyad.recipient, scenario)}`
  const channels = CHANNELS.flatMap((channel) => {
    const key = `${dyad.supporter}:${dyad.recipient}:${channel}`
    const peak = summary.histograms.get(`peak:${key}`)
    return peak === undefined ? [] : [{ channel, key, peak }]
  })
  if (channels.length === 0) return []
  const heads = [
    pad('resolved', WIDE),
    ...LEVELS.map((level) => pad(level === 3 ? '3' : `≥${level}`, NUMBER_WIDTH)),
    pad('seen', NUMBER_WIDTH),
    pad('in time', WIDE),
    pad('race', NUMBER_WIDTH),
    'first day',
  ]
  const table = [pad('', NAME_WIDTH) + heads.join(''), ...channels.map((row) => channelRow(row, summary))]
  return [
    '',
    ...wrap(name, { width, indent: 1 }).map(colour.strong),
    ...table.map((row) => clip(row.trimEnd(), width)),
    ...(isFull(options) ? channels.flatMap((row) => fullLines(row, played)) : []),
  ]
}

interface Row {
  readonly channel: string
  /** `russia:iran:materiel` */
  readonly key: string
  readonly peak: HistogramTally
}

function channelRow({ channel, key, peak }: Row, summary: Summary): string {
  const { design } = summary
  const came = (kind: string): string => {
    const bins = binsOf(summary, `${kind}:${key}`)
    return bins === undefined ? NOT_KNOWN : cellText(sumOf(cameOf(bins)), design)
  }
  const inTime = binsOf(summary, `intime:${key}`)
  const start = binsOf(summary, `start:${key}`)
  return [
    pad(`  ${channel}`, NAME_WIDTH),
    pad(came('resolved'), WIDE),
    ...LEVELS.map((level) => pad(cellText(tail(peak.bins, level), design), NUMBER_WIDTH)),
    pad(came('seen'), NUMBER_WIDTH),
    pad(inTime === undefined ? NOT_KNOWN : cellText(inTime[YES] ?? 0, design), WIDE),
    pad(raceText(binsOf(summary, `race:${key}`)), NUMBER_WIDTH),
    start === undefined ? '' : dayText(start),
  ].join('')
}

/** How often help came first, of the playouts that saw both help and the end. */
function raceText(bins: readonly number[] | undefined): string {
  const [first, second] = [bins?.[HELP_FIRST] ?? 0, bins?.[END_FIRST] ?? 0]
  return first + second < FEW_EVENTS ? NOT_KNOWN : probabilityText(first / (first + second))
}

function fullLines({ channel, key }: Row, { summary, options }: Played): readonly string[] {
  const { width, colour } = options
  const keys = [`bound:${key}`]
  const bound = ledgerCells(keys, summary)
  return [
    '',
    `  ${channel}`,
    ...stageBlock(key, { summary, width }),
    ...(bound.length === 0
      ? []
      : flow(
          [{ text: `nothing came in ${withoutText(keys, summary)}:` }, ...bound.map((text) => ({ text }))],
          {
            width,
            indent: 4,
            hang: 6,
          },
        ).map(colour.dim)),
  ]
}
