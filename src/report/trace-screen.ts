/**
 * The screen of `foedus trace`: one playout day by day in plain words, and under each decision
 * the terms that it rested on.
 */
import { exp } from '../base/elementary.ts'
import type { Told, Trace, TraceEvent } from '../engine/trace.ts'
import type { Votes } from '../engine/votes.ts'
import { METRICS } from '../mechanisms/metrics.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Colour } from './colour.ts'
import { concerns, isTurn } from './flow-trace-text.ts'
import { headline } from './headline.ts'
import { plain } from './number-text.ts'
import { actorName } from './quantity-text.ts'
import { termTable } from './term-table.ts'
import { termText } from './term-text.ts'
import { thousandths, thousandthsText } from './thousandths.ts'
import { type Line, linesOf } from './trace-text.ts'
import { pad, wrap } from './wrap.ts'

export interface TraceScreenOptions {
  readonly width: number
  readonly colour: Colour
  readonly seed: number
  /** Only what this actor does, or is done about it; also what it decides not to do. */
  readonly actor?: string
  readonly channel?: string
  /** Also every decision to do nothing, and what moves a little every day. */
  readonly all?: boolean
  /** The story alone: no terms under the decisions. */
  readonly brief?: boolean
}

const DAY_WIDTH = 9
const INDENT = 2

export function traceScreen(trace: Trace, scenario: Scenario, options: TraceScreenOptions): string {
  const { width, colour } = options
  const lines = linesOf(trace.events, scenario, (event) => isShown(event, scenario, options))
  const body = lines.flatMap((line, at) => lineBlock(line, lines[at - 1]?.day, { scenario, options }))
  const text = [
    ...headline(scenario, `playout ${trace.number}`, options),
    ...wrap(
      `batch ${trace.batch}, draw ${trace.draw} of the assumptions, playout ${trace.playout} of that draw`,
      { width, indent: 0 },
    ).map(colour.dim),
    '',
    ...(body.length > 0 ? body : ['Nothing of what was asked for happened.']),
    '',
    ...(options.brief ? [] : legend(lines)).flatMap((line) => wrap(line, { width, indent: 0, hang: 2 })),
  ]
  return `${text.join('\n').trimEnd()}\n`
}

const UNITS = new Map(METRICS.map(({ name, unit }) => [name, unit]))

function isShown(
  event: TraceEvent,
  scenario: Scenario,
  { actor, channel, all }: TraceScreenOptions,
): boolean {
  if (actor !== undefined && !concerns(event, actor, scenario)) return false
  if (channel !== undefined && event.metric !== `support.${channel}`) return false
  if (all) return true
  const turn = isTurn(event)
  if (turn !== undefined) return turn
  const unit = UNITS.get(event.metric)
  if (unit === 'fraction') return false
  if (event.metric === 'proxies.launches') return event.from === 0 || event.to === 0
  return event.from !== event.to || actor !== undefined || channel !== undefined
}

interface Place {
  readonly scenario: Scenario
  readonly options: TraceScreenOptions
}

function lineBlock({ day, event, says }: Line, dayBefore: number | undefined, place: Place): string[] {
  const { width, colour } = place.options
  const lead = pad(day === dayBefore ? '' : `day ${day}`, DAY_WIDTH)
  const [first = '', ...rest] = wrap(says, { width, indent: DAY_WIDTH, hang: DAY_WIDTH + INDENT })
  const head = [lead + first.slice(DAY_WIDTH), ...rest].map((line) =>
    event.told === undefined ? line : colour.strong(line),
  )
  return [
    ...(day === dayBefore || dayBefore === undefined ? [] : ['']),
    ...head,
    ...(event.votes === undefined ? [] : votesBlock(event.votes, place)),
    ...(event.told === undefined || place.options.brief ? [] : toldBlock(event.told, event, place)),
  ]
}

function toldBlock(told: Told, { from }: TraceEvent, { options: { width } }: Place): string[] {
  const indent = DAY_WIDTH + INDENT
  const why = whyText(told)
  const moved =
    told.kind === 'choice' && told.moved !== undefined
      ? `since day 0, level ${told.chosen} against level ${from}: ${movedText(told.keys, told.moved)}`
      : undefined
  return [
    ...(why === undefined ? [] : wrap(why, { width, indent })),
    ...termTable(told, { width, indent }),
    ...(moved === undefined ? [] : wrap(moved, { width, indent, hang: indent + INDENT })),
  ]
}

function whyText(told: Told): string | undefined {
  switch (told.kind) {
    case 'choice':
      return told.closed
        ? 'barred from more, by a promise, an absence or the end of the fighting:'
        : undefined
    case 'hazard':
      return `a hazard of ${plain(exp(told.whole))} a day had added up to ${plain(told.exposure)}, past a patience of ${plain(told.patience)}; the logarithm of the hazard:`
    case 'threshold': {
      const [cut, next] = told.cuts.slice(told.passed - 1)
      const short = next === undefined ? '' : `, short of the next at ${plain(next)}`
      return `its score has passed the cut at ${plain(cut!)}${short}:`
    }
  }
}

/** What has changed the decision: what was drawn stays as it was. */
function movedText(keys: readonly string[], moved: readonly number[]): string {
  const { terms } = thousandths(
    moved,
    moved.reduce((sum, size) => sum + size, 0),
  )
  const parts = keys
    .map((key, at) => ({ key, size: terms[at]! }))
    .filter(({ size }) => size !== 0)
    .sort((a, b) => Math.abs(b.size) - Math.abs(a.size))
    .map(({ key, size }) => `${termText(key)} ${size > 0 ? '+' : ''}${thousandthsText(size)}`)
  return parts.length === 0 ? 'nothing that shows' : parts.join('; ')
}

function votesBlock(votes: Votes, { scenario, options: { width } }: Place): string[] {
  const indent = DAY_WIDTH + INDENT
  return (['yes', 'no', 'abstain', 'absent'] as const).flatMap((vote) => {
    const names = votes[vote].map((id) => actorName(id, scenario))
    return names.length === 0 ? [] : wrap(`${vote}: ${names.join(', ')}`, { width, indent, hang: indent + 2 })
  })
}

function legend(lines: readonly Line[]): string[] {
  const told = lines.flatMap(({ event }) => event.told ?? [])
  return [
    ...(told.some(({ kind }) => kind === 'choice')
      ? [
          'Terms of a choice, in log-odds: the level chosen beside the best of the others; + spoke for the choice, − against it.',
        ]
      : []),
    ...(told.some(({ kind }) => kind === 'hazard')
      ? ['Terms of a hazard: + brought the event nearer, − kept it off.']
      : []),
    ...(told.some(({ kind }) => kind === 'threshold')
      ? ['Terms of a score, in log-odds: + drew the candidate in, − held it back.']
      : []),
  ]
}
