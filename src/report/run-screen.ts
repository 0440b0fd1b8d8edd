/**
 * The screen of `foedus run`: what was played, without any judgement of it. For
 * each supporter and channel how far support went and when it began, beside the
 * closed-form choice on the eve; for each draft of the council how it ended.
 */
import type { HistogramTally, Summary } from '../engine/summary.ts'
import { effective, playoutsOf } from '../judge/interval.ts'
import { CHANNELS, type Draft, type Dyad, type Scenario } from '../scenario/scenario.ts'
import type { Colour } from './colour.ts'
import { headline } from './headline.ts'
import { countText, plain, probabilityText, shareText } from './number-text.ts'
import { actorName } from './quantity-text.ts'
import { clip, flow, pad, wrap } from './wrap.ts'

export interface RunScreenOptions {
  /** Columns. */
  readonly width: number
  readonly colour: Colour
  readonly seed: number
}

/** Means are whole numbers of 2^-40 (engine/summary.ts). */
const MEAN_UNIT = 1_099_511_627_776
const LEVELS = [1, 2, 3] as const
const NAME_WIDTH = 15
const NUMBER_WIDTH = 7
/** Bins of `council:<draft>`. */
const [NOT_TABLED, WITHDRAWN, SHORT, VETOED, ADOPTED, PENDING] = [0, 1, 2, 3, 4, 5]
/** Two-sided 95 % of a normal: the draws are many. */
const TWO_SIDED = 1.96
/** A belief about others' help that still moves by more than this after the last round is told. */
const UNSETTLED = 0.001

export function runScreen(summary: Summary, scenario: Scenario, options: RunScreenOptions): string {
  const { width } = options
  const lines = [
    ...headline(scenario, playedText(summary), options),
    '',
    ...wrap('Support delivered: how often a channel reached level 1, 2 and 3', { width, indent: 0 }).map(
      options.colour.strong,
    ),
    ...scenario.dyads.flatMap((dyad) => dyadBlock(dyad, summary, { scenario, options })),
    ...councilBlock(summary, scenario, options),
    '',
    ...footnotes(summary).flatMap((text) => wrap(text, { width, indent: 0, hang: 2 })),
  ]
  return `${lines.join('\n')}\n`
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
  const counted = LEVELS.map((level) => shareText(tail(peak.bins, level), summary.design))
  const law = LEVELS.map((level) => lawText(summary, key, level))
  const start = summary.histograms.get(`start:${key}`)
  const cells = [...counted, '', ...law].map((text) => pad(text, NUMBER_WIDTH)).join('')
  return `${pad(`  ${channel}`, NAME_WIDTH)}${cells}${start === undefined ? '' : startText(start.bins)}`
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

/** Median and 10-90 % of the first day, among playouts in which it came at all: the last bin means never. */
function startText(bins: readonly number[]): string {
  const came = bins.slice(0, -1)
  const total = sumOf(came)
  if (total === 0) return 'never'
  return `${quantile(came, 0.5)} (${quantile(came, 0.1)}-${quantile(came, 0.9)})`
}

/** The first value at which the cumulated share reaches q. */
export function quantile(bins: readonly number[], q: number): number {
  const total = sumOf(bins)
  let below = 0
  for (const [value, count] of bins.entries()) {
    below += count
    if (below >= q * total && count > 0) return value
  }
  return Math.max(0, bins.length - 1)
}

function councilBlock(
  summary: Summary,
  scenario: Scenario,
  { width, colour }: RunScreenOptions,
): readonly string[] {
  const drafts = scenario.council?.drafts ?? []
  const blocks = drafts.flatMap((draft) => draftBlock(draft, summary, width))
  const name = scenario.council?.name ?? ''
  return blocks.length === 0 ? [] : ['', ...wrap(name, { width, indent: 0 }).map(colour.strong), ...blocks]
}

function draftBlock(draft: Draft, summary: Summary, width: number): readonly string[] {
  const bins = summary.histograms.get(`council:${draft.id}`)?.bins
  if (bins === undefined) return []
  const share = (...kept: readonly number[]): string =>
    shareText(sumOf(kept.map((bin) => bins[bin] ?? 0)), summary.design)
  const cells = [
    `tabled ${share(WITHDRAWN, SHORT, VETOED, ADOPTED, PENDING)}`,
    `voted ${share(SHORT, VETOED, ADOPTED)}`,
    `adopted ${share(ADOPTED)}`,
    `vetoed ${share(VETOED)}`,
    `short ${share(SHORT)}`,
    `withdrawn ${share(WITHDRAWN)}`,
    `never tabled ${share(NOT_TABLED)}`,
  ]
  return [
    ...wrap(draft.title, { width, indent: 1, hang: 3 }),
    ...flow(
      cells.map((text) => ({ text })),
      { width, indent: 3 },
    ),
  ]
}

function footnotes({ design, peaks }: Summary): readonly string[] {
  const error = (TWO_SIDED * 0.5) / Math.sqrt(effective(design))
  const residual = peaks.get('belief-residual')?.value ?? 0
  return [
    ...(residual > UNSETTLED
      ? [
          `What supporters expect of each other did not settle: it still moved by up to ${plain(residual)} of full support.`,
        ]
      : []),
    `Counted shares are right to ±${error.toFixed(3)} or better: ${countText(effective(design))} draws of the assumptions.`,
    'Levels: 1 low, 2 substantial, 3 full; what they mean in each channel stands in theory/channels.yaml.',
    'eve: chance of the choice on the eve of the crisis in closed form, before news and delays.',
    'first day: median (10-90 %) of the first delivery, among playouts that saw one.',
  ]
}

function tail(bins: readonly number[], from: number): number {
  return sumOf(bins.slice(from))
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
