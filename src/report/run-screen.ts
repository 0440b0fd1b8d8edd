/**
 * The screen of `foedus run`: what was played, without any judgement of it. For
 * each supporter and channel how far support went and when it began, beside the
 * closed-form choice on the eve; then groups, drafts, escalation and endings (run-blocks.ts).
 */
import type { Design, HistogramTally, Summary } from '../engine/summary.ts'
import { effective, playoutsOf } from '../judge/interval.ts'
import { CHANNELS, type Dyad, type Scenario } from '../scenario/scenario.ts'
import { dayText, tail } from './bins.ts'
import { headline } from './headline.ts'
import { countText, isFew, plain, probabilityText, shareText } from './number-text.ts'
import { actorName } from './quantity-text.ts'
import { councilBlock, endingBlock, groupBlock, rungBlock, type RunScreenOptions } from './run-blocks.ts'
import { clip, pad, wrap } from './wrap.ts'

export type { RunScreenOptions } from './run-blocks.ts'

/** Means are whole numbers of 2^-40 (engine/summary.ts). */
const MEAN_UNIT = 1_099_511_627_776
const LEVELS = [1, 2, 3] as const
const NAME_WIDTH = 15
const NUMBER_WIDTH = 7
/** Two-sided 95 % of a normal: the draws are many. */
const TWO_SIDED = 1.96
/** A belief about others' help that still moves by more than this after the last round is told. */
const UNSETTLED = 0.001

export function runScreen(summary: Summary, scenario: Scenario, options: RunScreenOptions): string {
  const { width } = options
  const support = supportBlock(summary, scenario, options)
  const few = support.some((line) => / n=\d/.test(line))
  const lines = [
    ...headline(scenario, playedText(summary), options),
    '',
    ...support,
    ...groupBlock(summary, scenario, options),
    ...councilBlock(summary, scenario, options),
    ...rungBlock(summary, scenario, options),
    ...endingBlock(summary, options),
    '',
    ...footnotes(summary, few).flatMap((text) => wrap(text, { width, indent: 0, hang: 2 })),
  ]
  return `${lines.join('\n')}\n`
}

function supportBlock(summary: Summary, scenario: Scenario, options: RunScreenOptions): readonly string[] {
  const blocks = scenario.dyads.flatMap((dyad) => dyadBlock(dyad, summary, { scenario, options }))
  if (blocks.length === 0) return ['No state has a stake in a side, so none decides on support.']
  const title = 'Support delivered: how often a channel reached level 1, 2 and 3'
  return [...wrap(title, { width: options.width, indent: 0 }).map(options.colour.strong), ...blocks]
}

function playedText({ design }: Summary): string {
  const { batches, draws, playouts } = design
  return `${countText(playoutsOf(design))} playouts (${batches} × ${draws} × ${playouts})`
}

interface Place {
  readonly scenario: Scenario
  readonly options: RunScreenOptions
}

function dyadBlock(dyad: Dyad, summary: Summary, { scenario, options }: Place): readonly string[] {
  const { width, colour } = options
  const name = `${actorName(dyad.supporter, scenario)} → ${actorName(dyad.recipient, scenario)}`
  const rows = CHANNELS.flatMap((channel) => {
    const key = `${dyad.supporter}:${dyad.recipient}:${channel}`
    const peak = summary.histograms.get(`peak:${key}`)
    return peak === undefined ? [] : [channelRow(channel, { key, peak }, summary)]
  })
  if (rows.length === 0) return []
  const heads = [
    ...LEVELS.map((level) => atLeast(level)),
    'eve:',
    ...LEVELS.map((level) => atLeast(level)),
    'first day',
  ]
  const head = pad('', NAME_WIDTH) + heads.map((text) => pad(text, NUMBER_WIDTH)).join('')
  return [
    '',
    ...wrap(name, { width, indent: 1 }).map(colour.strong),
    ...[head, ...rows].map((row) => clip(row.trimEnd(), width)),
  ]
}

function channelRow(
  channel: string,
  { key, peak }: { readonly key: string; readonly peak: HistogramTally },
  summary: Summary,
): string {
  const counted = LEVELS.map((level) => cellText(tail(peak.bins, level), summary.design))
  const law = LEVELS.map((level) => lawText(summary, key, level))
  const start = summary.histograms.get(`start:${key}`)
  const cells = [...counted, '', ...law].map((text) => pad(text, NUMBER_WIDTH)).join('')
  return `${pad(`  ${channel}`, NAME_WIDTH)}${cells}${start === undefined ? '' : dayText(start.bins)}`
}

/** A column has no room for `2 of 16,384`; `n=2` is told below the table. */
function cellText(count: number, design: Design): string {
  return isFew(count, design) ? `n=${count}` : shareText(count, design)
}

function atLeast(level: number): string {
  return level === 3 ? '3' : `≥${level}`
}

/** Closed form: the chance of a level or more on the eve, a mean over all playouts. */
function lawText(summary: Summary, key: string, level: number): string {
  let sum = 0
  let known = false
  for (const other of LEVELS) {
    const mean = summary.means.get(`choice:${key}:${other}`)
    if (mean === undefined || other < level) continue
    known = true
    sum += Number(mean.sum) / MEAN_UNIT / playoutsOf(summary.design)
  }
  return known ? probabilityText(sum) : '–'
}

function footnotes({ design, peaks }: Summary, few: boolean): readonly string[] {
  const error = (TWO_SIDED * 0.5) / Math.sqrt(effective(design))
  const residual = peaks.get('belief-residual')?.value ?? 0
  return [
    ...(residual > UNSETTLED
      ? [
          `What supporters expect of each other did not settle: it still moved by up to ${plain(residual)} of full support.`,
        ]
      : []),
    `Counted shares are right to ±${error.toFixed(3)} or better: ${countText(effective(design))} draws of the assumptions.`,
    ...(few ? [`n=2: seen in 2 of ${countText(playoutsOf(design))} playouts, too few for a share.`] : []),
    'Levels: 1 low, 2 substantial, 3 full; what they mean in each channel stands in theory/channels.yaml.',
    'eve: chance of the choice on the eve of the crisis in closed form, before news and delays.',
    'first day: median (10-90 %) of the first delivery, among playouts that saw one.',
  ]
}
